package hotline.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.testkit.history.Op.Act;
import hotline.testkit.history.Op.Outcome;
import hotline.testkit.history.Wrong.Rule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A checker of histories is worth what it rejects. */
class HistoryTest {
  private static Stream<Path> kept(String folder) throws IOException, URISyntaxException {
    Path all = Path.of(Objects.requireNonNull(HistoryTest.class.getResource(folder)).toURI());
    try (Stream<Path> files = Files.list(all)) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Path> good() throws Exception {
    return kept("good");
  }

  static Stream<Path> bad() throws Exception {
    return kept("bad");
  }

  /** The rule that a kept bad history breaks: the first word of its name. */
  private static Rule broken(Path bad) {
    String name = bad.getFileName().toString();
    return Rule.valueOf(name.substring(0, name.indexOf('-')).toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("good")
  void acceptsWhatALineMayDo(Path history) throws IOException {
    assertThat(History.read(history).wrong()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void rejectsWhatNoLineMayDo(Path history) throws IOException {
    assertThat(History.read(history).wrong().map(Wrong::rule)).contains(broken(history));
  }

  @Test
  void aHistoryIsKeptForEachRule() throws Exception {
    Set<Rule> kept = EnumSet.of(Rule.UNDECIDED);
    bad().forEach(file -> kept.add(broken(file)));
    assertThat(kept).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void readsBackWhatItWrites(@TempDir Path folder) throws Exception {
    for (Path file : Stream.concat(good(), bad()).toList()) {
      History history = History.read(file);
      Path copy = folder.resolve("copy");
      history.write(copy);
      assertThat(Files.readString(copy)).isEqualTo(Files.readString(file));
    }
  }

  /**
   * Notices of three parties at random, judged by looking at all pairs; then one verdict is bent.
   */
  @Test
  void acceptsNoticesThatWereComparedAndNoOthers() {
    int[] verdicts = new int[2];
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          List<Op> ops = notices(chance);
          assertThat(new History(ops).wrong()).as("seed %d: %s", seed, ops).isEmpty();
          int bent = (int) chance.between(0, ops.size() / 2 - 1);
          Op right = ops.get(bent);
          verdicts[right.isOk() ? 0 : 1]++;
          ops.set(bent, with(right, right.isOk() ? Outcome.REFUSED : Outcome.OK));
          // What its client was told is bent as well.
          ops.set(ops.size() / 2 + bent, with(ops.get(ops.size() / 2 + bent), Outcome.UNKNOWN));
          assertThat(new History(ops).wrong().map(Wrong::rule))
              .as("seed %d, the notice at %d", seed, right.at())
              .contains(right.isOk() ? Rule.NEEDLESS : Rule.OVERLOOKED);
        });
    if (Long.getLong("seed") == null) {
      assertThat(Arrays.stream(verdicts)).as("both verdicts are bent").allMatch(n -> n > 5);
    }
  }

  /** First what stands in the record, then what clients were told of it. */
  private static List<Op> notices(Chance chance) {
    List<Op> stand = new ArrayList<>();
    List<Op> told = new ArrayList<>();
    for (long place = 0; place < 30; place++) {
      String party = chance.pick(List.of("north", "south", "east"));
      long basis = chance.between(Math.max(0, place - 4), place);
      boolean counts =
          stand.stream()
              .noneMatch(
                  other -> other.isOk() && !other.key().equals(party) && other.at() >= basis);
      Outcome outcome = counts ? Outcome.OK : Outcome.REFUSED;
      String id = "id " + place;
      stand.add(
          new Op(9, "north", 0, true, Act.NOTICE, party, id, place, basis, outcome, 9_000, 9_000));
      told.add(
          new Op(1, party, 0, false, Act.DECLARE, party, id, place, outcome, place, place + 9));
    }
    return new ArrayList<>(Stream.concat(stand.stream(), told.stream()).toList());
  }

  private static Op with(Op op, Outcome outcome) {
    return new Op(
        op.client(),
        op.node(),
        op.run(),
        op.host(),
        op.act(),
        op.key(),
        op.value(),
        op.index(),
        op.basis(),
        outcome,
        op.callUs(),
        op.returnUs());
  }

  /** Small registers at random, against every order there is. */
  @Test
  void findsAnOrderWhereThereIsOneAndOnlyThere() {
    int[] verdicts = new int[2];
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          for (int i = 0; i < 50; i++) {
            List<Op> ops = register(chance, (int) chance.between(2, 6));
            boolean explained = explained(ops, null);
            assertThat(new History(ops).wrong().isEmpty())
                .as("seed %d: %s", seed, ops)
                .isEqualTo(explained);
            verdicts[explained ? 0 : 1]++;
          }
        });
    if (Long.getLong("seed") == null) {
      assertThat(Arrays.stream(verdicts)).as("both verdicts are tried").allMatch(n -> n > 500);
    }
  }

  private static List<Op> register(Chance chance, int length) {
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      long callUs = chance.between(0, 20);
      boolean writes = chance.oneIn(2);
      String value = chance.oneIn(6) ? null : "v" + chance.between(0, 2);
      ops.add(
          new Op(
              i,
              "north",
              0,
              true,
              writes ? Act.TAKE : Act.HOLDER,
              "north/duty",
              writes ? "v" + chance.between(0, 2) : value,
              null,
              writes && chance.oneIn(3) ? Outcome.UNKNOWN : Outcome.OK,
              callUs,
              callUs + chance.between(1, 10)));
    }
    return ops;
  }

  /** By trying all orders, and leaving out each write of which nothing is known. */
  private static boolean explained(List<Op> left, @Nullable String value) {
    if (left.stream().noneMatch(Op::isOk)) {
      return true;
    }
    for (Op op : left) {
      boolean first =
          left.stream().noneMatch(other -> other.isOk() && other.returnUs() < op.callUs());
      if (!first || (op.act() == Act.HOLDER && !Objects.equals(op.value(), value))) {
        continue;
      }
      List<Op> rest = new ArrayList<>(left);
      rest.remove(op);
      if (explained(rest, op.act() == Act.TAKE ? op.value() : value)) {
        return true;
      }
    }
    return false;
  }

  /** A long register with many clients at once is decided, and so is one that cannot be decided. */
  @Test
  void theSearchEnds() {
    Chance chance = Chance.of(1);
    List<Op> ops = new ArrayList<>();
    long nowUs = 0;
    String value = null;
    for (int i = 0; i < 2_000; i++) {
      nowUs += 10;
      boolean writes = chance.oneIn(2);
      value = writes ? "v" + i : value;
      ops.add(
          new Op(
              i % 8,
              "north",
              0,
              true,
              writes ? Act.TAKE : Act.HOLDER,
              "north/duty",
              value,
              null,
              Outcome.OK,
              nowUs - chance.between(0, 40),
              nowUs + chance.between(1, 40)));
    }
    assertThat(new History(ops).wrong()).isEmpty();

    assertThat(RegisterCheck.wrong(ops, 100).map(Wrong::rule)).contains(Rule.UNDECIDED);
  }

  /** Writes of which nothing is known may come at any time, and must not make the search long. */
  @Test
  void manyOpenWritesAreDecidedInFewSteps() {
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ops.add(register(i, Act.TAKE, "v" + i, Outcome.UNKNOWN, i, 0));
    }
    for (int i = 59; i > 0; i -= 2) {
      ops.add(register(60, Act.HOLDER, "v" + i, Outcome.OK, 1_000 - i, 1_000 - i));
    }
    assertThat(RegisterCheck.wrong(ops, 10_000)).isEmpty();
    ops.add(register(60, Act.HOLDER, "v59", Outcome.OK, 2_000, 2_001));
    assertThat(RegisterCheck.wrong(ops, 10_000).map(Wrong::rule)).contains(Rule.REGISTER);
  }

  private static Op register(
      int client, Act act, @Nullable String value, Outcome outcome, long callUs, long returnUs) {
    return new Op(
        client, "north", 0, true, act, "north/duty", value, null, outcome, callUs, returnUs);
  }
}
