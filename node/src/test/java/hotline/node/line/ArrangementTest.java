package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.terms.Terms;
import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import hotline.record.merkle.Merkle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms and channel statuses as parties use them when they quarrel, over two real nodes. */
class ArrangementTest {
  private static final Views.Scope WEST = new Views.Scope("west", null);

  @TempDir Path folder;

  private static String id(Said said) {
    return Objects.requireNonNull(expectDone(said).id());
  }

  private static Terms next(TwoNodes line) throws Exception {
    return line.terms().next().languages(List.of("en", "fr")).build();
  }

  private static Optional<TermsViews.Terms> first(LineApi api, String state) {
    return api.terms().stream().filter(each -> each.state().equals(state)).findFirst();
  }

  /** The clocks pass the time that was agreed: nobody does anything, and the terms are in force. */
  @Test
  void agreedTermsBeginByThemselves() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      long effectiveUs = (line.clock.instant().getEpochSecond() + 3_600) * 1_000_000;
      Terms later = next(line).draft().effectiveUs(Optional.of(effectiveUs)).build();
      String hash = later.hash().hex();
      expectDone(line.north().proposeTerms(later.encode()));
      line.until(() -> first(line.south(), "PROPOSED").isPresent(), "south sees them");
      TermsViews.TermsDiff diff = line.south().termsDiff(hash).orElseThrow();
      assertThat(Merkle.plain(line.south().termsBytes(hash).orElseThrow()).hex()).isEqualTo(hash);
      assertThat(diff.against()).isEqualTo(line.terms().hash().hex());
      assertThat(diff.changes())
          .extracting(TermsViews.ClauseChange::what)
          .contains("In force from")
          .doesNotContain("Host");
      expectDone(line.south().termsVerb(hash, "sign", ""));
      line.until(() -> first(line.north(), "AGREED").isPresent(), "all have signed");
      assertThat(line.north().termsVerb(hash, "begin", "").code()).isEqualTo("terms-too-early");
      assertThat(first(line.north(), "IN_FORCE").orElseThrow().hash()).isNotEqualTo(hash);
      line.skipMinutes(61);
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(
            () -> first(api, "IN_FORCE").orElseThrow().hash().equals(hash), "their time has come");
      }
      assertThat(line.north().terms()).hasSize(1);
    }
  }

  @Test
  void aRefusalIsAVetoWithItsScopeAndAProposerTakesBack() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Terms wanted = next(line);
      String hash = wanted.hash().hex();
      expectDone(line.north().proposeTerms(wanted.encode()));
      line.until(() -> first(line.south(), "PROPOSED").isPresent(), "south sees them");
      expectDone(line.south().termsVerb(hash, "refuse", "Nobody speaks it.", "languages"));
      line.until(() -> line.north().endedTerms().size() == 1, "north sees the veto");
      TermsViews.Terms vetoed = line.north().endedTerms().getFirst();
      assertThat(vetoed.state()).isEqualTo("REFUSED");
      assertThat(vetoed.proposedBy()).isEqualTo(NORTH);
      assertThat(Objects.requireNonNull(vetoed.end()).scope()).isEqualTo("languages");
      assertThat(vetoed.end().by()).isEqualTo(SOUTH);

      Terms other = wanted.draft().languages(List.of("en", "de")).build();
      expectDone(line.north().proposeTerms(other.encode()));
      expectDone(line.north().termsVerb(other.hash().hex(), "withdraw", "Too soon."));
      line.until(() -> line.south().endedTerms().size() == 2, "south sees it taken back");
      assertThat(line.south().endedTerms().getFirst().state()).isEqualTo("WITHDRAWN");
      assertThat(first(line.south(), "PROPOSED")).isEmpty();
    }
  }

  @Test
  void aCounterOfferWithTimesAndHeightsRestoresAPart() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      assertThat(north.contradictions()).isEmpty();
      // From a minute ago, of which it had said otherwise: only that is a contradiction.
      String past =
          line.clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
      expectDone(north.status(new Requests.Status("SUSPENDED", past, null, "Near pass.", WEST)));
      line.until(() -> south.channelWords().size() == 3, "south hears of the part");
      assertThat(south.channelWords())
          .filteredOn(each -> each.scope().equals(WEST))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.state()).isEqualTo("SUSPENDED");
            assertThat(each.party()).isEqualTo(NORTH);
            assertThat(each.contradicts()).hasSize(1);
          });
      assertThat(north.contradictions())
          .singleElement()
          .satisfies(each -> assertThat(each.earlier().state()).isEqualTo("IN_FORCE"));

      String offered = id(south.offer(new Requests.Offer(null, "As before.", 600, null, WEST)));
      line.until(() -> north.offers().size() == 1, "north sees the offer");
      Views.Condition.Rule rule =
          new Views.Condition.Rule(
              "transit", "west", "22:00-06:00", "10000 ft STD", "20000 ft STD");
      Views.Condition nights = new Views.Condition("Nights, high.", List.of(rule));
      String counter = id(north.offer(new Requests.Offer(nights, "By night.", 600, offered, WEST)));
      line.until(() -> south.offers().size() == 2, "south sees the counter-offer");
      Views.Offer seen = south.offers().getFirst();
      assertThat(seen.counters()).isEqualTo(offered);
      assertThat(seen.scope()).isEqualTo(WEST);
      assertThat(seen.condition()).isEqualTo(nights);
      expectDone(south.offerVerb(counter, "accept", ""));
      line.until(
          () -> north.offers().stream().noneMatch(each -> each.state().equals("OPEN")),
          "one is accepted, the other overtaken");
      assertThat(north.offers())
          .extracting(Views.Offer::state)
          .containsExactly("ACCEPTED", "OVERTAKEN");
      Views.Condition wrong =
          new Views.Condition(
              "?", List.of(new Views.Condition.Rule(null, null, "at night", null, null)));
      assertThat(north.status(new Requests.Status("IN_FORCE", null, wrong, "")).code())
          .isEqualTo("not-understood");
    }
  }

  @Test
  void whatWasSaidMeanwhileIsListedAfterTheRestoration() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      assertThat(north.reconciliation()).isEmpty();
      String suspended =
          id(north.status(new Requests.Status("SUSPENDED", null, null, "Near pass.")));
      line.until(() -> south.reconciliation().isPresent(), "south sees the suspension");
      assertThat(south.reconciliation().orElseThrow().restoredAt()).isNull();
      Instant now = line.clock.instant().truncatedTo(ChronoUnit.SECONDS);
      String claim =
          id(
              south.claim(
                  new MatterRequests.Claim(
                      null, "It was ours.", now.toString(), now.toString(), null, null)));
      line.until(() -> north.unattached().size() == 1, "north sees the claim");
      String restored = id(north.status(new Requests.Status("IN_FORCE", null, null, "Again.")));
      for (LineApi api : List.of(north, south)) {
        line.until(
            () -> api.reconciliation().filter(each -> each.restoredAt() != null).isPresent(),
            "the channel is restored");
        TermsViews.Reconciliation meanwhile = api.reconciliation().orElseThrow();
        assertThat(meanwhile.suspendedBy()).isEqualTo(NORTH);
        assertThat(meanwhile.entries()).extracting(Views.Entry::id).contains(claim);
        assertThat(meanwhile.entries())
            .extracting(Views.Entry::id)
            .doesNotContain(suspended, restored);
        assertThat(meanwhile.more()).isZero();
      }
    }
  }

  /** What runs is told at both ends, with the reason, and again when it is over. */
  @Test
  void runningNoticesAreToldOfASuspensionAndOfItsEnd() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Said declared = line.north().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 10));
      expectDone(declared);
      String entity = line.north().notices(false).getFirst().entity();
      line.until(() -> line.south().notice(entity).isPresent(), "south sees the notice");
      expectDone(line.south().status(new Requests.Status("SUSPENDED", null, null, "No more.")));
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(() -> !api.outside().outside().isEmpty(), "it is outside");
        TermsViews.OutsideNotice told = api.outside().outside().getFirst();
        assertThat(told.entity()).isEqualTo(entity);
        assertThat(told.own()).isEqualTo(api.line().party().equals(NORTH));
        assertThat(told.reasons()).extracting(TermsViews.OutsideReason::party).containsOnly(SOUTH);
        assertThat(told.reasons().getFirst().why()).isEqualTo("suspended: the whole line");
        assertThat(api.line().troubles())
            .extracting(Views.Trouble::code)
            .contains("notices-outside");
      }
      expectDone(line.south().status(new Requests.Status("IN_FORCE", null, null, "Again.")));
      for (LineApi api : List.of(line.north(), line.south())) {
        line.until(() -> !api.outside().again().isEmpty(), "it is inside again");
        assertThat(api.outside().outside()).isEmpty();
        assertThat(api.outside().again().getFirst().entity()).isEqualTo(entity);
        assertThat(api.line().troubles()).isEmpty();
      }
    }
  }

  @Test
  void aNoticeIsReleasedToAThirdPartyAndHandedOn() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Requests.Declare circle = line.circle("47.0 N 8.0 E", "5 NM", 10_000, 10);
      expectDone(line.north().declare(circle));
      expectDone(
          line.north()
              .declare(
                  new Requests.Declare(
                      null,
                      circle.category(),
                      null,
                      line.circle("47.3 N 8.4 E", "1 NM", 30_000, 10).volumes(),
                      null,
                      List.of("rescue"))));
      line.until(() -> line.south().notices(false).size() == 2, "south sees both");
      for (Views.Notice each : line.south().notices(false)) {
        Said said = line.south().relay(relay(each.reference()));
        assertThat(said.code()).isEqualTo(each.release().isEmpty() ? "not-released" : "ok");
      }
    }
  }

  private static MatterRequests.Relay relay(String notice) {
    return new MatterRequests.Relay(null, notice, "rescue", "HANDED_ON", "");
  }
}
