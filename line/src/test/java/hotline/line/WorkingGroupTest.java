package hotline.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MatterBody;
import hotline.line.body.MessageBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Motion;
import hotline.line.workinggroup.CaseFile;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The working group: cases, positions, proposals, minutes, and what comes from the safety line. */
class WorkingGroupTest {
  private final TestLine line = TestLine.ofTwo();
  private final StatementId file = say("north", Quarrel.open());

  @Test
  void oneSpeaksFromASeatOfTheTerms() {
    assertThat(
            code("south", new WorkingGroupBody.Open("Zone", List.of("hours"), List.of(), "throne")))
        .isEqualTo("seat-unknown");
    assertThat(code("south", new WorkingGroupBody.Position(file, 0, "no", "duty")))
        .as("a post of the safety line is no seat")
        .isEqualTo("seat-unknown");
    StatementId proposal = say("north", Quarrel.proposal(file));
    assertThat(code("south", new MatterBody.Agree(proposal, Optional.empty(), Optional.empty())))
        .isEqualTo("seat-missing");
    assertThat(code("south", new MatterBody.Veto(proposal, "all", "no", Optional.of("throne"))))
        .isEqualTo("seat-unknown");
  }

  @Test
  void positionsStandSideBySide() {
    say("north", new WorkingGroupBody.Position(file, 0, "by day", "chair"));
    say("south", new WorkingGroupBody.Position(file, 0, "never", "chair"));
    say("south", new WorkingGroupBody.Position(file, 0, "on weekdays", "scribe"));
    CaseFile.AgendaItem hours = file().agenda().getFirst();
    assertThat(hours.text()).isEqualTo("hours");
    assertThat(hours.position("north").orElseThrow().content().words()).isEqualTo("by day");
    assertThat(hours.position("south").orElseThrow().content().words()).isEqualTo("on weekdays");
    assertThat(hours.positions().get("south")).hasSize(2);
    assertThat(file().agenda().getLast().positions()).isEmpty();
    assertThat(code("south", new WorkingGroupBody.Position(file, 2, "no", "chair")))
        .isEqualTo("agenda-unknown");
  }

  @Test
  void aVetoEndsAProposalBothStayVisibleAndANarrowerOneIsAgreed() {
    StatementId wide = say("north", Quarrel.proposal(file));
    assertThat(code("south", new MatterBody.Veto(wide, "zone east", "no", Optional.of("chair"))))
        .isEqualTo("ok");
    Motion vetoed = file().differing().getFirst();
    assertThat(vetoed.state()).isEqualTo(Motion.State.VETOED);
    Motion.End veto = requireNonNull(vetoed.end());
    assertThat(veto.said().party()).isEqualTo("south");
    assertThat(veto.scope()).isEqualTo("zone east");
    assertThat(vetoed.signatures()).as("the proposer's stays").hasSize(1);
    StatementId narrow = say("south", narrower(wide));
    say("north", new MatterBody.Agree(narrow, Optional.empty(), Optional.of("chair")));
    assertThat(file().agreed()).extracting(Motion::id).containsExactly(narrow);
    assertThat(file().differing()).extracting(Motion::id).containsExactly(wide);
    assertThat(code("south", narrower(narrow))).as("agreed already").isEqualTo("item-ended");
    StatementId other = say("north", Quarrel.open());
    StatementId elsewhere = say("north", Quarrel.proposal(other));
    assertThat(code("south", narrower(elsewhere))).isEqualTo("other-file");
    assertThat(code("south", narrower(file))).isEqualTo("item-unknown");
  }

  @Test
  void theNextMeetingIsThatOfTheLatestMinutesThatStand() {
    assertThat(file().next()).isEmpty();
    StatementId first = say("north", minutes(100));
    assertThat(file().next()).contains(new CaseFile.Meeting(100, false));
    say("south", new MatterBody.Agree(first, Optional.empty(), Optional.of("chair")));
    assertThat(file().next()).contains(new CaseFile.Meeting(100, true));
    StatementId second = say("north", minutes(200));
    assertThat(file().next()).contains(new CaseFile.Meeting(200, false));
    say("south", new MatterBody.Veto(second, "date", "no", Optional.of("chair")));
    assertThat(file().next()).contains(new CaseFile.Meeting(100, true));
    assertThat(file().minutes()).hasSize(2);
  }

  @Test
  void aMessageOnTheWrongLineIsHandedOffByThoseItConcerns() {
    TestLine three = TestLine.of(false, "east", "north", "south");
    StatementId opened = Quarrel.id(three.accepted("north", Quarrel.open()));
    MessageBody.Message toNorth =
        new MessageBody.Message(
            Kind.TEXT,
            List.of(new Address("north", Optional.empty())),
            Optional.empty(),
            Optional.of("withdraw within 48 hours"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    StatementId text = Quarrel.id(three.accepted("south", toNorth));
    assertThat(three.say("east", handOff(text, opened)).code()).isEqualTo("not-addressed");
    assertThat(three.say("north", handOff(text, opened)).code()).isEqualTo("ok");
    assertThat(three.say("north", handOff(text, opened)).code()).isEqualTo("already-said");
    assertThat(three.say("south", new WorkingGroupBody.HandOff(text, Optional.empty(), "")).code())
        .isEqualTo("ok");
    assertThat(three.state.cases().file(opened).orElseThrow().handOffs()).hasSize(1);
    assertThat(three.state.cases().handOffs()).hasSize(1);
    assertThat(three.state.cases().handOffsOf(text)).hasSize(2);
    assertThat(three.say("north", handOff(opened, opened)).code()).isEqualTo("message-unknown");
    assertThat(three.say("north", handOff(text, text)).code()).isEqualTo("file-unknown");
    StatementId stop = Quarrel.id(three.accepted("south", MessageBody.Message.bare(Kind.STOP)));
    assertThat(three.say("north", handOff(stop, opened)).code()).isEqualTo("urgent-stays");
  }

  @Test
  void withoutSeatsInTheTermsThereIsNoWorkingGroup() {
    TestLine bare = TestLine.unfounded(false, "north", "south");
    bare.found();
    bare.agree(bare.firstTerms().draft().seats(List.of()).build());
    bare.voices.values().forEach(voice -> bare.accepted(voice, TestLine.begin()));
    Outcome refused = bare.say("north", Quarrel.open());
    assertThat(refused.code()).isEqualTo("seat-unknown");
    assertThat(refused.sentence()).contains("none");
  }

  private static WorkingGroupBody.HandOff handOff(StatementId message, StatementId to) {
    return new WorkingGroupBody.HandOff(message, Optional.of(to), "not for the watch");
  }

  private WorkingGroupBody.Minutes minutes(long nextUs) {
    return new WorkingGroupBody.Minutes(file, "met", Optional.of(nextUs), "scribe");
  }

  private WorkingGroupBody.Proposal narrower(StatementId of) {
    return new WorkingGroupBody.Proposal(
        file, "on weekdays", Optional.of(of), Optional.empty(), "chair");
  }

  private StatementId say(String party, Body body) {
    return Quarrel.id(line.accepted(party, body));
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }

  private CaseFile file() {
    return line.state.cases().file(file).orElseThrow();
  }
}
