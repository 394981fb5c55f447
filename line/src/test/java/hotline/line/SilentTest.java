package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.EveryKind.Row;
import hotline.line.body.ChainBody;
import hotline.line.terms.Observer;
import hotline.line.terms.Terms;
import hotline.line.terms.WitnessParty;
import hotline.record.statement.Lane;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Observers and witnesses of the terms: nothing that they say counts, whatever it is. */
class SilentTest {
  private static final String OBSERVER = "council";
  private static final String WITNESS = "osce";

  private final TestLine line = TestLine.of(true, "north", "south");

  @Test
  void everyKindInEveryLaneIsRefusedToBoth() {
    List<Row> rows = rows();
    letIn();
    Set<Kind> tried = EnumSet.noneOf(Kind.class);
    for (Row row : rows) {
      for (Lane lane : Lane.values()) {
        assertThat(code(OBSERVER, row, lane)).as(row.name()).isEqualTo("observer-silent");
        assertThat(code(WITNESS, row, lane)).as(row.name()).isEqualTo("witness-silent");
      }
      tried.add(row.body().kind());
    }
    assertThat(tried).isEqualTo(EnumSet.allOf(Kind.class));
  }

  /** Before any terms name them, and after none do any more, they are strangers. */
  @Test
  void whoIsNotNamedOrDoesNotSignIsAStranger() {
    Row begin = rows().getFirst();
    assertThat(code(OBSERVER, begin, Lane.ROUTINE)).isEqualTo("unknown-key");
    letIn();
    assertThat(code(OBSERVER, "stranger", begin, Lane.ROUTINE)).isEqualTo("unknown-key");
    assertThat(code(WITNESS, OBSERVER, begin, Lane.ROUTINE)).isEqualTo("unknown-key");
    assertThat(code("north", OBSERVER, begin, Lane.ROUTINE)).isEqualTo("unknown-key");
    Terms without = line.terms().next().observers(List.of()).witnesses(List.of()).build();
    line.agree(without);
    assertThat(code(OBSERVER, begin, Lane.ROUTINE)).isEqualTo("unknown-key");
    assertThat(code(WITNESS, begin, Lane.ROUTINE)).isEqualTo("unknown-key");
  }

  /** A host that records one all the same has done what it must not; the state stays as it was. */
  @Test
  void inTheRecordItIsVoid() {
    letIn();
    Terms before = line.terms();
    Voice observer = voice(OBSERVER, OBSERVER);
    Outcome outcome = line.say(observer, line.draft(observer, TestLine.begin()));
    assertThat(outcome.verdict()).isEqualTo(Verdict.VOID);
    assertThat(outcome.code()).isEqualTo("observer-silent");
    assertThat(outcome.effects()).isEmpty();
    assertThat(line.terms()).isEqualTo(before);
  }

  /** A receipt counts parties alone; a witness beside them changes nothing. */
  @Test
  void aWitnessIsNeverCounted() {
    int before = line.terms().quorum();
    letIn();
    assertThat(line.terms().quorum()).isEqualTo(before);
    assertThat(line.terms().partyNames()).doesNotContain(OBSERVER, WITNESS);
  }

  private void letIn() {
    line.agree(
        line.terms()
            .next()
            .observers(List.of(new Observer(OBSERVER, "The council", TestLine.key(OBSERVER))))
            .witnesses(List.of(new WitnessParty(WITNESS, "Witnesses", TestLine.key(WITNESS))))
            .build());
  }

  /** Something of every kind; what it says is as good as a party's. */
  private static List<Row> rows() {
    TestLine other = EveryKind.prepared(List.copyOf(Terms.SAFETY_MINIMUM));
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("BEGIN", TestLine.begin(), Lane.ROUTINE));
    rows.add(
        new Row(
            "WITHDRAW",
            new ChainBody.Withdraw(other.voice("north").draft(TestLine.begin(), 0).sign().id()),
            Lane.ROUTINE));
    EveryKind.offers(other);
    Stream.concat(EveryKind.rows(other).stream(), Stream.empty()).forEach(rows::add);
    return rows;
  }

  private String code(String party, Row row, Lane lane) {
    return code(party, party, row, lane);
  }

  private String code(String party, String key, Row row, Lane lane) {
    Voice voice = voice(party, key);
    Voice.Draft draft = voice.draft(row.body(), line.nowUs).in(lane);
    return Admission.check(line.state, draft.sign())
            instanceof Admission.Refuse(String code, String _)
        ? code
        : "ok";
  }

  private Voice voice(String party, String key) {
    return new Voice(line.line(), party, "one", Keyring.key(key), 77);
  }
}
