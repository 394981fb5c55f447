package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.LineView;
import hotline.node.api.MatterRequests;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node answers about an instant is what it answered at that instant. */
class PastTest {
  @TempDir Path folder;

  /** All that a node shows, except since when it has heard of whom, which it does not keep. */
  private record Shown(
      List<Views.PartyStatus> parties,
      List<Views.Notice> notices,
      List<Views.Conflict> conflicts,
      List<Views.Message> messages,
      List<Views.Offer> offers,
      List<TermsViews.Terms> terms,
      List<TermsViews.ChannelWord> words,
      List<Views.Watch> watch,
      List<Object> quarrel) {
    static Shown of(LineView view, List<Views.PartyStatus> parties) {
      return new Shown(
          parties.stream().map(Shown::unheard).toList(),
          view.notices(true),
          view.conflicts(false),
          view.messages(1_000),
          view.offers(),
          view.terms(),
          view.channelWords(),
          view.watch(),
          quarrel(view));
    }

    /** What the parties quarrel over, whole. */
    private static List<Object> quarrel(LineView view) {
      return List.of(
          view.breaches(),
          view.statistics(),
          view.incidents(),
          view.incidents().stream().map(each -> view.incident(each.reference())).toList(),
          view.unattached(),
          view.cases(),
          view.cases().stream().map(each -> view.caseOf(each.reference())).toList(),
          view.handedOff(),
          view.thirdParties(),
          view.guests(),
          view.relays(100),
          view.endedTerms(),
          view.contradictions(),
          view.reconciliation(),
          view.outside());
    }

    private static Views.PartyStatus unheard(Views.PartyStatus each) {
      return new Views.PartyStatus(
          each.party(),
          each.own(),
          each.state(),
          each.effective(),
          each.said(),
          each.condition(),
          each.words(),
          each.statementId(),
          each.confirmed(),
          null);
    }
  }

  private record Moment(String what, Instant at, Shown shown) {}

  /** What the node shows at an instant before and after which it shows the same. */
  private static Moment quiet(TwoNodes line, LineApi api, String what) {
    Moment[] found = new Moment[1];
    line.until(
        () -> {
          Shown before = Shown.of(api, api.line().parties());
          Instant at = line.clock.instant();
          Shown after = Shown.of(api, api.line().parties());
          found[0] = new Moment(what, at, before);
          return before.equals(after) && api.line().outbox().waiting() == 0;
        },
        "quiet after " + what);
    return found[0];
  }

  @Test
  void theAnswersOfThenComeBack() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start()) {
      LineApi north = line.north();
      List<Moment> moments = new ArrayList<>();
      moments.add(quiet(line, north, "nothing"));
      line.agree();
      moments.add(quiet(line, north, "terms"));
      expectDone(north.takeWatch("duty", "Lt Smith"));
      expectDone(north.declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 30)));
      line.until(() -> line.south().notices(false).size() == 1, "south sees it");
      expectDone(line.south().declare(line.circle("47.02 N 8.03 E", "5 NM", 10_000, 30)));
      line.until(() -> ConflictsTest.only(north, "EXACT").isPresent(), "a conflict");
      line.until(
          () ->
              ConflictsTest.only(line.south(), "EXACT")
                  .filter(each -> each.messageId() != null)
                  .isPresent(),
          "south is asked to move");
      moments.add(quiet(line, north, "a conflict"));
      Views.Conflict conflict = ConflictsTest.only(line.south(), "EXACT").orElseThrow();
      Requests.Shift shift = line.south().findShift(conflict.ownEntity()).orElseThrow();
      expectDone(
          line.south()
              .shift(
                  new Requests.Shift(
                      shift.entity(),
                      shift.verticalFeet(),
                      shift.seconds(),
                      Objects.requireNonNull(conflict.messageId()))));
      line.until(() -> north.conflicts(false).isEmpty(), "cleared");
      moments.add(quiet(line, north, "a shift"));
      String stop =
          Objects.requireNonNull(
              expectDone(
                      line.south()
                          .send(
                              new Requests.Message(
                                  "STOP", List.of(), null, null, null, null, null, List.of(),
                                  null)))
                  .id());
      line.until(() -> north.message(stop).isPresent(), "STOP at north");
      moments.add(quiet(line, north, "STOP"));
      expectDone(north.accept(stop, "duty", "Lt Smith"));
      expectDone(
          line.south().status(new Requests.Status("SUSPENDED", null, null, "after a near pass")));
      line.until(
          () -> north.line().parties().stream().anyMatch(each -> each.state().equals("SUSPENDED")),
          "suspended");
      moments.add(quiet(line, north, "suspension"));

      for (Moment each : moments.reversed()) {
        var past = north.past(each.at());
        assertThat(Shown.of(past, past.parties()))
            .as(each.what())
            .usingRecursiveComparison() // which says where they differ
            .isEqualTo(each.shown());
      }
      assertThat(north.past(Instant.EPOCH).entries()).isZero();

      // After a restart the times of receipts are gone, and nothing else.
      line.stop(NORTH);
      line.start(NORTH);
      for (Moment each : moments) {
        var past = line.north().past(each.at());
        assertThat(past.conflicts(false).size()).isEqualTo(each.shown().conflicts().size());
        assertThat(past.notices(true).stream().map(Views.Notice::state).toList())
            .as(each.what())
            .isEqualTo(each.shown().notices().stream().map(Views.Notice::state).toList());
      }
    }
  }

  private static String id(Said said) {
    return Objects.requireNonNull(expectDone(said).id());
  }

  /** Breaches, incidents, cases and what is around them, while both sides go on. */
  @Test
  void aQuarrelOfThenComesBack() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      List<Moment> moments = new ArrayList<>();
      moments.add(quiet(line, north, "peace"));
      String breach =
          id(
              north.claimBreach(
                  new MatterRequests.Breach(
                      SOUTH, 16, null, null, "1200Z", "1210Z", null, null, null, null, "Across.")));
      moments.add(quiet(line, north, "a claim"));
      line.until(() -> !south.breaches().isEmpty(), "south sees the claim");
      expectDone(
          south.answerBreach(new MatterRequests.BreachAnswer(breach, "DISPUTES", null, "No.")));
      line.until(() -> !north.breaches().getFirst().answers().isEmpty(), "the answer");
      expectDone(north.followUpBreach(new MatterRequests.FollowUp(breach, "NARROWED", "Once.")));
      moments.add(quiet(line, north, "an answer"));
      String incident =
          id(
              north.openIncident(
                  new MatterRequests.Incident(
                      "Near", "1200Z", "1210Z", null, null, null, "Close.", List.of(breach))));
      String fact = id(north.fact(new MatterRequests.Wording(incident, "Both flew.", List.of())));
      moments.add(quiet(line, north, "an incident"));
      line.until(
          () -> south.incident(incident).filter(each -> !each.differing().isEmpty()).isPresent(),
          "south sees the fact");
      expectDone(south.account(incident, "We kept away."));
      expectDone(south.veto(new MatterRequests.Veto(fact, "the wording", "One flew.", null)));
      expectDone(south.due(new MatterRequests.Due(incident, NORTH, "The tape.", "2300Z")));
      line.until(
          () -> north.incident(incident).filter(each -> !each.dues().isEmpty()).isPresent(),
          "north sees it");
      moments.add(quiet(line, north, "a veto"));
      String file =
          id(
              north.openCase(
                  new MatterRequests.Case("Rules", List.of("The line"), List.of(), "chair")));
      String proposal =
          id(
              north.propose(
                  new MatterRequests.Proposal(file, "6 NM for all.", null, null, "chair")));
      line.until(() -> south.caseOf(file).isPresent(), "south sees the case");
      expectDone(south.position(new MatterRequests.Position(file, 1, "As it is.", "envoy")));
      line.until(
          () -> south.veto(new MatterRequests.Veto(proposal, "all", "No.", "envoy")).done(),
          "the veto");
      expectDone(north.reach("rescue", true, "By radio."));
      line.until(() -> north.line().record().size() == south.line().record().size(), "all there");
      moments.add(quiet(line, north, "a case"));
      expectDone(south.status(new Requests.Status("SUSPENDED", null, null, "no more")));
      line.until(
          () -> north.line().parties().stream().anyMatch(each -> each.state().equals("SUSPENDED")),
          "suspended");
      moments.add(quiet(line, north, "suspension"));
      for (Moment each : moments.reversed()) {
        var past = north.past(each.at());
        assertThat(Shown.of(past, past.parties()))
            .as(each.what())
            .usingRecursiveComparison() // which says where they differ
            .isEqualTo(each.shown());
      }
    }
  }
}
