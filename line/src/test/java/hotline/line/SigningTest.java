package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Motion;
import hotline.line.matter.Motion.State;
import hotline.line.matter.Signature;
import hotline.line.terms.Matter;
import hotline.line.terms.MustAgree;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Signing, vetoing and retracting: every short history, against an oracle of its own. */
class SigningTest {
  private static final List<String> PARTIES = List.of("east", "north", "south");

  private enum Act {
    AGREE,
    VETO,
    RETRACT
  }

  private record Step(String party, Act act) {}

  private static final List<Step> STEPS =
      PARTIES.stream()
          .flatMap(party -> List.of(Act.values()).stream().map(act -> new Step(party, act)))
          .toList();

  /** What has to come of one proposal of north's, said in a few lines. */
  private static final class Oracle {
    private final Set<String> needs;
    private final Set<String> signed = new TreeSet<>(Set.of("north"));
    private State state;

    Oracle(Set<String> needs) {
      this.needs = needs;
      this.state = signed.containsAll(needs) ? State.AGREED : State.OPEN;
    }

    String say(Step step) {
      boolean own = step.party().equals("north");
      boolean over = state == State.VETOED || state == State.RETRACTED;
      return switch (step.act()) {
        case AGREE -> over ? "item-ended" : signed.add(step.party()) ? signed() : "item-signed";
        case VETO ->
            own ? "own-item" : !needs.contains(step.party()) ? "veto-not-yours" : end(State.VETOED);
        case RETRACT -> own ? end(State.RETRACTED) : "not-yours";
      };
    }

    private String signed() {
      if (state == State.OPEN && signed.containsAll(needs)) {
        state = State.AGREED;
      }
      return "ok";
    }

    private String end(State as) {
      if (state != State.OPEN) {
        return "item-ended";
      }
      state = as;
      return "ok";
    }
  }

  @Test
  void everyShortHistoryWhenAllMustAgree() {
    TestLine line = TestLine.of(false, "east", "north", "south");
    exhaust(line, Set.copyOf(PARTIES), 4);
  }

  @Test
  void everyShortHistoryWhenTheTermsNameWhoMustAgree() {
    for (List<String> needs : List.of(List.of("north", "south"), List.of("north"))) {
      TestLine line = TestLine.unfounded(false, "east", "north", "south");
      line.found();
      line.agree(
          line.firstTerms()
              .draft()
              .agreement(List.of(new MustAgree(Matter.PROPOSAL, needs)))
              .build());
      line.voices.values().forEach(voice -> line.accepted(voice, TestLine.begin()));
      exhaust(line, Set.copyOf(needs), 3);
    }
  }

  private static void exhaust(TestLine line, Set<String> needs, int length) {
    StatementId file = Quarrel.id(line.accepted("north", Quarrel.open()));
    List<List<Step>> histories = histories(length);
    for (int i = 0; i < histories.size(); i++) {
      if (i % 400 == 399) {
        file = Quarrel.id(line.accepted("north", Quarrel.open()));
      }
      Oracle oracle = new Oracle(needs);
      StatementId id = Quarrel.id(line.accepted("north", Quarrel.proposal(file)));
      for (Step step : histories.get(i)) {
        assertThat(line.say(step.party(), body(step.act(), id)).code())
            .as("%s of %s", step, histories.get(i))
            .isEqualTo(oracle.say(step));
      }
      Motion motion = line.state.matters().motion(id).orElseThrow();
      assertThat(motion.state()).as("%s", histories.get(i)).isEqualTo(oracle.state);
      assertThat(motion.signatures())
          .extracting(each -> each.said().party())
          .containsExactlyInAnyOrderElementsOf(oracle.signed);
    }
  }

  /** All of exactly this length: each shorter one is the beginning of some. */
  private static List<List<Step>> histories(int length) {
    List<List<Step>> all = List.of(List.of());
    for (int i = 0; i < length; i++) {
      List<List<Step>> longer = new ArrayList<>();
      for (List<Step> each : all) {
        for (Step step : STEPS) {
          List<Step> more = new ArrayList<>(each);
          more.add(step);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Body body(Act act, StatementId id) {
    return switch (act) {
      case AGREE -> new MatterBody.Agree(id, Optional.empty(), Optional.of("chair"));
      case VETO -> new MatterBody.Veto(id, "all", "no", Optional.of("chair"));
      case RETRACT -> new MatterBody.Retract(id, "wrong");
    };
  }

  @Test
  void findingsAndMinutesTakeADissentAndFactsAndProposalsDoNot() {
    TestLine line = TestLine.ofTwo();
    StatementId incident = Quarrel.id(line.accepted("north", Quarrel.incident()));
    StatementId file = Quarrel.id(line.accepted("north", Quarrel.open()));
    StatementId finding =
        say(line, "north", new IncidentBody.Finding(incident, "too close", List.of()));
    StatementId minutes =
        say(line, "north", new WorkingGroupBody.Minutes(file, "met", Optional.empty(), "scribe"));
    StatementId fact = say(line, "north", new MatterBody.Fact(incident, "at noon", List.of()));
    StatementId proposal = say(line, "north", Quarrel.proposal(file));
    for (StatementId takes : List.of(finding, minutes)) {
      assertThat(line.say("south", dissent(takes)).code()).isEqualTo("ok");
      Motion motion = line.state.matters().motion(takes).orElseThrow();
      assertThat(motion.state()).isEqualTo(State.AGREED);
      assertThat(motion.signatures()).extracting(Signature::dissent).containsExactly(null, "but");
    }
    for (StatementId not : List.of(fact, proposal)) {
      assertThat(line.say("south", dissent(not)).code()).isEqualTo("no-dissent");
    }
    StatementId another =
        say(line, "north", new IncidentBody.Finding(incident, "at noon", List.of()));
    assertThat(line.say("south", body(Act.VETO, another)).code()).isEqualTo("no-veto");
  }

  @Test
  void factsAndFindingsNeedEveryPartyWhateverTheTermsName() {
    TestLine line = TestLine.unfounded(false, "east", "north", "south");
    line.found();
    line.agree(
        line.firstTerms()
            .draft()
            .agreement(
                List.of(
                    new MustAgree(Matter.PROPOSAL, List.of("north")),
                    new MustAgree(Matter.MINUTES, List.of("north"))))
            .build());
    line.voices.values().forEach(voice -> line.accepted(voice, TestLine.begin()));
    StatementId incident = say(line, "north", Quarrel.incident());
    StatementId fact = say(line, "north", new MatterBody.Fact(incident, "at noon", List.of()));
    line.accepted("east", new MatterBody.Agree(fact, Optional.empty(), Optional.empty()));
    assertThat(line.state.matters().motion(fact).orElseThrow().missing()).containsExactly("south");
    line.accepted("south", new MatterBody.Agree(fact, Optional.empty(), Optional.empty()));
    assertThat(line.state.matters().motion(fact).orElseThrow().state()).isEqualTo(State.AGREED);
    StatementId file = say(line, "north", Quarrel.open());
    StatementId minutes =
        say(line, "north", new WorkingGroupBody.Minutes(file, "met", Optional.empty(), "chair"));
    assertThat(line.state.matters().motion(minutes).orElseThrow().state()).isEqualTo(State.AGREED);
  }

  private static MatterBody.Agree dissent(StatementId id) {
    return new MatterBody.Agree(id, Optional.of("but"), Optional.of("chair"));
  }

  private static StatementId say(TestLine line, String party, Body body) {
    return Quarrel.id(line.accepted(party, body));
  }
}
