package hotline.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.EventTime;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.View;
import hotline.line.body.MatterBody;
import hotline.line.incident.Exhibit;
import hotline.line.incident.IncidentFile;
import hotline.line.matter.Due;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Incidents: versions side by side, and whose is what. */
class IncidentTest {
  private final TestLine line = TestLine.of(false, "east", "north", "south");
  private final StatementId incident = say("north", Quarrel.incident());

  @Test
  void everyVersionStandsBesideTheOthers() {
    say("south", new IncidentBody.Account(incident, "we were not there"));
    say("south", new IncidentBody.Account(incident, "we were there, high"));
    IncidentFile file = file();
    assertThat(file.accounts()).containsOnlyKeys("north", "south");
    assertThat(file.accounts().get("south")).hasSize(2);
    assertThat(file.account("south").orElseThrow().content())
        .isEqualTo(new IncidentBody.Account(incident, "we were there, high"));
    assertThat(file.account("north").orElseThrow().id()).isEqualTo(incident);
    assertThat(file.account("east")).as("silence").isEmpty();
    assertThat(file.incident().content().time()).isEqualTo(Quarrel.TIME);
    assertThat(file.incident().said().saidUs()).isNotEqualTo(Quarrel.TIME.fromUs());
  }

  @Test
  void eachPartysLatestAssessmentCountsAndAllAreKept() {
    StatementId claim = say("north", Quarrel.claim(Optional.of(incident)));
    assertThat(assess("south", claim, View.DISPUTES)).isEqualTo("ok");
    assertThat(assess("east", claim, View.NO_FIRM_INFORMATION)).isEqualTo("ok");
    assertThat(file().differing()).extracting(Exhibit::id).containsExactly(claim);
    assertThat(assess("south", claim, View.CANNOT_VERIFY)).isEqualTo("ok");
    Exhibit exhibit = exhibit(claim);
    assertThat(exhibit.assessments()).hasSize(3);
    assertThat(exhibit.assessment("south").orElseThrow().view()).isEqualTo(View.CANNOT_VERIFY);
    assertThat(exhibit.assessment("east").orElseThrow().view()).isEqualTo(View.NO_FIRM_INFORMATION);
    assertThat(exhibit.assessment("north")).isEmpty();
    assertThat(file().differing()).isEmpty();
    assertThat(assess("north", claim, View.ACCEPTS)).isEqualTo("own-item");
    assertThat(assess("south", incident, View.DISPUTES)).isEqualTo("ok");
    assertThat(file().differing()).extracting(Exhibit::id).containsExactly(incident);
  }

  @Test
  void aNewVersionIsAssessedAnew() {
    StatementId first = say("south", new IncidentBody.Account(incident, "no"));
    assess("north", first, View.DISPUTES);
    say("south", new IncidentBody.Account(incident, "yes"));
    assertThat(file().account("south").orElseThrow().assessments()).isEmpty();
    assertThat(file().differing()).isEmpty();
    assertThat(exhibit(first).isDisputed()).as("of the old one, it stays").isTrue();
  }

  @Test
  void aClaimIsNarrowedOrRetractedByItsPartyAndOnce() {
    StatementId wide = say("north", Quarrel.claim(Optional.of(incident)));
    assertThat(code("south", narrower(wide))).isEqualTo("not-yours");
    assertThat(code("south", new MatterBody.Retract(wide, "no"))).isEqualTo("not-yours");
    assertThat(
            code(
                "north",
                new IncidentBody.Claim(
                    Optional.empty(), "one", Quarrel.TIME, Optional.empty(), Optional.of(wide))))
        .isEqualTo("other-file");
    StatementId narrow = say("north", narrower(wide));
    assertThat(exhibit(wide).narrowedBy()).isEqualTo(narrow);
    assertThat(code("north", narrower(wide))).isEqualTo("item-ended");
    assertThat(code("north", new MatterBody.Retract(wide, "no"))).isEqualTo("item-ended");
    assertThat(assess("south", wide, View.DISPUTES)).isEqualTo("item-ended");
    assertThat(code("north", new MatterBody.Retract(narrow, "that neither"))).isEqualTo("ok");
    assertThat(requireNonNull(exhibit(narrow).retraction()).reason()).isEqualTo("that neither");
    assertThat(code("north", narrower(narrow))).isEqualTo("item-ended");
    assertThat(file().exhibits()).as("all stay visible").hasSize(2);
  }

  @Test
  void aClaimIsLodgedBeforeTheEventAndAttachedAfter() {
    EventTime tomorrow = new EventTime(line.nowUs + 86_400_000_000L, line.nowUs + 90_000_000_000L);
    StatementId claim =
        say(
            "south",
            new IncidentBody.Claim(
                Optional.empty(), "they will", tomorrow, Optional.empty(), Optional.empty()));
    assertThat(exhibit(claim).said().saidUs()).isLessThan(tomorrow.fromUs());
    assertThat(line.state.incidents().loose("south", 9))
        .extracting(Exhibit::id)
        .containsExactly(claim);
    assertThat(code("north", new IncidentBody.Attach(incident, claim))).isEqualTo("not-yours");
    assertThat(code("south", new IncidentBody.Attach(incident, claim))).isEqualTo("ok");
    assertThat(line.state.incidents().loose("south", 9)).isEmpty();
    assertThat(file().exhibits()).extracting(Exhibit::id).containsExactly(claim);
    assertThat(code("south", new IncidentBody.Attach(incident, claim))).isEqualTo("other-file");
  }

  @Test
  void aBreachIsAttachedByItsClaimant() {
    StatementId breach = say("south", Quarrel.breach("north"));
    assertThat(code("north", new IncidentBody.Attach(incident, breach))).isEqualTo("not-yours");
    assertThat(code("south", new IncidentBody.Attach(incident, breach))).isEqualTo("ok");
    assertThat(line.state.breaches().breach(breach).orElseThrow().incident()).isEqualTo(incident);
    assertThat(file().breaches())
        .containsExactly(line.state.breaches().breach(breach).orElseThrow());
    assertThat(code("south", new IncidentBody.Attach(incident, breach))).isEqualTo("other-file");
  }

  @Test
  void whatIsDisclosedIsTheSpeakersOwnAndOfThisFile() {
    StatementId tape = say("north", Quarrel.evidence(Optional.empty()));
    assertThat(code("south", sealed(tape))).isEqualTo("not-yours");
    assertThat(code("north", sealed(incident))).as("no evidence").isEqualTo("item-unknown");
    assertThat(code("north", sealed(tape))).isEqualTo("ok");
    StatementId other = say("north", Quarrel.incident());
    StatementId there = say("north", Quarrel.evidence(Optional.of(other)));
    assertThat(code("north", sealed(there))).isEqualTo("other-file");
    assertThat(code("north", new MatterBody.Retract(tape, "never mind")))
        .as("evidence is never taken back")
        .isEqualTo("item-unknown");
  }

  @Test
  void whatIsDueIsDoneByThePartyForWhichItIs() {
    StatementId due = say("north", new MatterBody.Due(incident, "south", "the tape", line.nowUs));
    assertThat(code("north", new MatterBody.DueDone(due, ""))).isEqualTo("not-yours");
    assertThat(file().dues().getFirst().isOverdue(line.nowUs)).isTrue();
    assertThat(code("south", new MatterBody.DueDone(due, "handed over"))).isEqualTo("ok");
    Due done = file().dues().getFirst();
    assertThat(requireNonNull(done.done()).words()).isEqualTo("handed over");
    assertThat(done.isOverdue(Long.MAX_VALUE)).isFalse();
    assertThat(code("south", new MatterBody.DueDone(due, ""))).isEqualTo("item-ended");
    assertThat(code("north", new MatterBody.Due(incident, "moon", "the tape", line.nowUs)))
        .isEqualTo("party-unknown");
  }

  @Test
  void anExerciseIsInvestigatedAsAnExercise() {
    Voice south = line.voice("south");
    IncidentBody.Account account = new IncidentBody.Account(incident, "so");
    assertThat(line.say(south, line.draft(south, account).mode(Mode.EXERCISE)).code())
        .isEqualTo("wrong-mode");
    StatementId tape =
        new StatementId(
            line.say(
                    south,
                    line.draft(south, Quarrel.evidence(Optional.empty())).mode(Mode.EXERCISE))
                .id());
    assertThat(code("south", new IncidentBody.Attach(incident, tape))).isEqualTo("wrong-mode");
  }

  @Test
  void oneFileHoldsSoMuchOfEachPartyAndWhatEndsOrSignsAlwaysPasses() {
    StatementId fact = say("south", new MatterBody.Fact(incident, "at noon", List.of()));
    StatementId claim = say("north", Quarrel.claim(Optional.of(incident)));
    for (int said = 2; said < 500; said++) {
      say("north", new IncidentBody.Account(incident, "again"));
    }
    assertThat(code("north", new IncidentBody.Account(incident, "again"))).isEqualTo("file-full");
    assertThat(code("south", new IncidentBody.Account(incident, "ours"))).isEqualTo("ok");
    assertThat(code("north", new MatterBody.Retract(claim, "no"))).isEqualTo("ok");
    assertThat(code("north", new MatterBody.Agree(fact, Optional.empty(), Optional.empty())))
        .isEqualTo("ok");
  }

  @Test
  void onePartyOpensSoManyFilesAndTheOthersStillOpenTheirs() {
    for (int opened = 1; opened < 1_000; opened++) {
      say("north", opened % 2 == 0 ? Quarrel.incident() : Quarrel.open());
    }
    assertThat(code("north", Quarrel.incident())).isEqualTo("files-full");
    assertThat(code("north", Quarrel.open())).isEqualTo("files-full");
    assertThat(code("south", Quarrel.incident())).isEqualTo("ok");
  }

  @Test
  void anExhibitIsAssessedSoOftenByEach() {
    for (int i = 0; i < Exhibit.ASSESSMENTS_MAX; i++) {
      assertThat(assess("south", incident, View.DISPUTES)).isEqualTo("ok");
    }
    assertThat(assess("south", incident, View.ACCEPTS)).isEqualTo("said-enough");
    assertThat(assess("east", incident, View.ACCEPTS)).isEqualTo("ok");
  }

  private IncidentBody.Claim narrower(StatementId of) {
    return new IncidentBody.Claim(
        Optional.of(incident), "one of them", Quarrel.TIME, Optional.empty(), Optional.of(of));
  }

  private IncidentBody.Disclosure sealed(StatementId evidence) {
    return new IncidentBody.Disclosure(incident, new IncidentBody.What.Sealed(evidence));
  }

  private String assess(String party, StatementId item, View view) {
    return code(party, new IncidentBody.Assess(item, view, "why"));
  }

  private StatementId say(String party, Body body) {
    return Quarrel.id(line.accepted(party, body));
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }

  private IncidentFile file() {
    return line.state.incidents().incident(incident).orElseThrow();
  }

  private Exhibit exhibit(StatementId id) {
    return line.state.incidents().exhibit(id).orElseThrow();
  }
}
