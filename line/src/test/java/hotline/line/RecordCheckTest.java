package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.MessageBody;
import hotline.line.body.WatchBody;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** What a stranger finds in a record, with real signatures. */
class RecordCheckTest {
  private final TestLine line = TestLine.of(true, "north", "south");

  RecordCheckTest() {
    line.accepted("north", new WatchBody.Take("duty", "Anna"));
    line.accepted("south", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.say("north", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", MessageBody.Message.bare(Kind.STOP));
  }

  @Test
  void aGoodRecordHasNoFaultAndItsCounts() {
    RecordCheck check = new RecordCheck(line.line(), line::rootAt);
    for (int i = 0; i < line.entries.size(); i++) {
      assertThat(check.next(line.entries.get(i), line.outcomes.get(i).bytes())).isEmpty();
    }
    RecordCheck.Summary summary = check.summary();
    assertThat(summary.entries()).isEqualTo(line.entries.size());
    assertThat(summary.refusals()).containsExactly(Map.entry("not-owner", 1L));
  }

  /** The log is re-made around the forged entry, as a lying host would. */
  @Test
  void aValidlyLoggedButForgedEntryIsNamed() {
    for (int at = 0; at < line.entries.size(); at++) {
      List<byte[]> forged = new ArrayList<>(line.entries);
      byte[] entry = forged.get(at).clone();
      entry[entry.length - 1] ^= 1;
      forged.set(at, entry);
      assertThat(firstFault(forged)).as("entry %d", at).contains((long) at);
    }
  }

  @Test
  void aRepeatedLeftOutOrMovedEntryIsNamed() {
    int last = line.entries.size() - 1;
    List<byte[]> repeated = new ArrayList<>(line.entries);
    repeated.add(line.entries.get(last));
    assertThat(firstFault(repeated)).contains(last + 1L);

    List<byte[]> leftOut = new ArrayList<>(line.entries);
    leftOut.remove(last - 3);
    assertThat(firstFault(leftOut)).as("North's next statement has a gap").isPresent();
  }

  @Test
  void aWordPutInAPartysMouthIsNamed() {
    Voice north = line.voice("north");
    Voice.Draft forged = line.draft(north, new WatchBody.Take("duty", "Mallory"));
    forged.with = Keyring.key("south/one");
    Statement statement = forged.sign();
    List<byte[]> record = new ArrayList<>(line.entries);
    record.add(statement.bytes());
    RecordCheck check = new RecordCheck(line.line(), rootsOf(record));
    record.subList(0, record.size() - 1).forEach(entry -> assertThat(check.next(entry)).isEmpty());
    RecordCheck.Fault fault = check.next(statement.bytes()).orElseThrow();
    assertThat(fault.index()).isEqualTo(record.size() - 1);
    assertThat(fault.code()).isEqualTo("unknown-key");
    assertThat(check.next(line.entries.getFirst())).as("the first fault stays").contains(fault);
  }

  @Test
  void anOutcomeThatIsNotWhatTheRulesGiveIsNamed() {
    RecordCheck check = new RecordCheck(line.line(), line::rootAt);
    int refused = line.entries.size() - 2;
    for (int i = 0; i < refused; i++) {
      assertThat(check.next(line.entries.get(i), line.outcomes.get(i).bytes())).isEmpty();
    }
    Outcome real = line.outcomes.get(refused);
    byte[] lie =
        new Outcome(
                real.index(),
                real.id(),
                Verdict.ACCEPTED,
                Outcome.OK,
                real.effectsDigest(),
                "",
                List.of())
            .bytes();
    assertThat(check.next(line.entries.get(refused), lie).orElseThrow().code())
        .isEqualTo("outcome-differs");
  }

  private Optional<Long> firstFault(List<byte[]> record) {
    RecordCheck check = new RecordCheck(line.line(), rootsOf(record));
    Optional<RecordCheck.Fault> fault = Optional.empty();
    for (byte[] entry : record) {
      fault = check.next(entry);
    }
    return fault.map(RecordCheck.Fault::index);
  }

  private static LongFunction<Optional<Hash>> rootsOf(List<byte[]> record) {
    List<Hash> roots = new ArrayList<>(List.of(Merkle.EMPTY_ROOT));
    Frontier frontier = Frontier.EMPTY;
    for (byte[] entry : record) {
      frontier = frontier.append(Merkle.leaf(entry));
      roots.add(frontier.root());
    }
    return size -> size < roots.size() ? Optional.of(roots.get((int) size)) : Optional.empty();
  }
}
