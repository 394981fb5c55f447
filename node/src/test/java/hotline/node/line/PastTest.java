package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.LineView;
import hotline.node.api.Requests;
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
      List<Views.Watch> watch) {
    static Shown of(LineView view, List<Views.PartyStatus> parties) {
      return new Shown(
          parties.stream().map(Shown::unheard).toList(),
          view.notices(true),
          view.conflicts(false),
          view.messages(1_000),
          view.offers(),
          view.terms(),
          view.channelWords(),
          view.watch());
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
        assertThat(Shown.of(past, past.parties())).as(each.what()).isEqualTo(each.shown());
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
}
