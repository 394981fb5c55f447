package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases, breaches and third parties, over two real nodes. */
class WorkingGroupTest {
  @TempDir Path folder;

  /** So many minutes from now. */
  private static String in(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60L * minutes).toString();
  }

  private static String id(Said said) {
    return Objects.requireNonNull(expectDone(said).id());
  }

  private static MatterViews.Case file(LineApi api, String name) {
    return api.caseOf(name).orElseThrow(() -> new AssertionError("no case " + name));
  }

  private static MatterRequests.Proposal proposal(
      String name, String words, @Nullable String narrows) {
    return new MatterRequests.Proposal(name, words, narrows, null, "chair");
  }

  @Test
  void aVetoEndsAProposalAndANarrowerOneIsAgreed() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      String opened =
          id(
              north.openCase(
                  new MatterRequests.Case(
                      "Night", List.of("Lights", "Hours"), List.of(), "chair")));
      String name = file(north, opened).reference();
      assertThat(north.cases())
          .singleElement()
          .satisfies(each -> assertThat(each.reference()).isEqualTo(name));
      String wide = id(north.propose(proposal(name, "No flights at night.", null)));
      line.until(
          () -> south.caseOf(name).filter(each -> each.differing().size() == 1).isPresent(),
          "south sees the proposal");
      assertThat(south.agree(new MatterRequests.Agree(wide, null, null)).code())
          .isEqualTo("seat-missing");
      expectDone(south.position(new MatterRequests.Position(name, 2, "Ten to six.", "envoy")));
      expectDone(south.veto(new MatterRequests.Veto(wide, "all of it", "Too wide.", "envoy")));
      line.until(() -> file(north, name).differing().getFirst().state().equals("VETOED"), "veto");
      assertThat(north.retract(wide, "x").code()).isEqualTo("item-ended");
      String narrow = id(north.propose(proposal(name, "None from ten to six.", wide)));
      line.until(() -> file(south, name).differing().size() == 2, "south sees the narrower one");
      assertThat(file(south, name).differing().getLast().maySign()).isTrue();
      expectDone(south.agree(new MatterRequests.Agree(narrow, null, "envoy")));
      String minutes =
          id(south.minutes(new MatterRequests.Minutes(name, "Agreed hours.", in(10080), "envoy")));
      line.until(() -> file(north, name).minutes().size() == 1, "north sees the minutes");
      expectDone(north.agree(new MatterRequests.Agree(minutes, "Not all.", "chair")));
      line.until(
          () -> file(south, name).minutes().getFirst().state().equals("AGREED"), "minutes agreed");

      for (LineApi api : List.of(north, south)) {
        MatterViews.Case seen = file(api, name);
        assertThat(seen.agreed())
            .singleElement()
            .satisfies(agreed -> {
              assertThat(agreed.words()).isEqualTo("None from ten to six.");
              assertThat(agreed.narrows()).isEqualTo(wide);
            });
        assertThat(seen.differing())
            .singleElement()
            .satisfies(vetoed -> {
              assertThat(vetoed.state()).isEqualTo("VETOED");
              assertThat(vetoed.vetoes().getFirst().scope()).isEqualTo("all of it");
              assertThat(vetoed.vetoes().getFirst().by().party()).isEqualTo(SOUTH);
            });
        assertThat(seen.agenda().get(1).positions())
            .extracting(MatterViews.Position::words)
            .containsExactly(null, "Ten to six.");
        assertThat(seen.next()).isNotNull();
      }
    }
  }

  @Test
  void aMessageOnTheWrongLineIsHandedOffAndHandedOn() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      String message =
          id(
              north.send(
                  new Requests.Message(
                      "TEXT",
                      List.of(SOUTH),
                      "About fees",
                      "en",
                      null,
                      null,
                      null,
                      List.of(),
                      null)));
      line.until(() -> south.message(message).isPresent(), "south has the message");
      expectDone(south.handOff(new MatterRequests.HandOff(message, null, "Not for the watch.")));
      line.until(() -> north.handedOff().size() == 1, "north sees where it went");
      assertThat(north.handedOff().getFirst().message()).isEqualTo(message);

      expectDone(south.reach("rescue", false, "Lines are down."));
      assertThat(south.reach("nobody", true, "").code()).isEqualTo("third-party-unknown");
      expectDone(
          south.relay(
              new MatterRequests.Relay(message, null, "rescue", "COULD_NOT", "No answer.")));
      line.until(() -> north.relays(10).size() == 1, "north sees how far it came");
      assertThat(north.relays(10).getFirst().state()).isEqualTo("COULD_NOT");
      assertThat(north.thirdParties())
          .singleElement()
          .satisfies(rescue ->
              assertThat(rescue.reach())
                  .extracting(MatterViews.Reach::word)
                  .containsExactly("UNKNOWN", "CANNOT"));
    }
  }

  @Test
  void aBreachIsClaimedAnsweredAndWithdrawn() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      LineApi north = line.north();
      LineApi south = line.south();
      expectDone(south.declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 10)));
      line.until(() -> north.notices(false).size() == 1, "north sees the notice");
      String notice = north.notices(false).getFirst().reference();
      assertThat(north.claimBreach(breach(5, notice)).code()).isEqualTo("not-understood");
      String claimed = id(north.claimBreach(breach(null, notice)));
      line.until(() -> south.breaches().size() == 1, "south sees the claim");
      assertThat(south.breaches().getFirst().mayAnswer()).isTrue();
      assertThat(north.answerBreach(answer(claimed, "ACCEPTS", null)).code())
          .isEqualTo("breach-of-another");
      assertThat(south.answerBreach(answer(claimed, "NEEDS_TIME", null)).code())
          .isEqualTo("not-understood");
      expectDone(south.answerBreach(answer(claimed, "NEEDS_TIME", in(120))));
      expectDone(south.answerBreach(answer(claimed, "DISPUTES", null)));
      expectDone(north.followUpBreach(new MatterRequests.FollowUp(claimed, "WITHDRAWN", "Wrong.")));
      line.until(() -> south.breaches().getFirst().state().equals("WITHDRAWN"), "withdrawn");
      MatterViews.Breach seen = north.breaches().getFirst();
      assertThat(seen.notice()).isEqualTo(notice);
      assertThat(seen.answers())
          .extracting(MatterViews.BreachAnswer::word)
          .containsExactly("NEEDS_TIME", "DISPUTES");
      assertThat(seen.accused()).isEqualTo(SOUTH);
      assertThat(seen.by().party()).isEqualTo(NORTH);
      bothCountTheSame(line);
    }
  }

  private static void bothCountTheSame(TwoNodes line) {
    line.until(
        () -> line.north().statistics().equals(line.south().statistics()), "both count the same");
    MatterViews.Statistics counted = line.north().statistics();
    assertThat(sum(counted, MatterViews.WeekCount::notices)).isEqualTo(1);
    assertThat(sum(counted, MatterViews.WeekCount::breachesClaimed)).isEqualTo(1);
    assertThat(sum(counted, MatterViews.WeekCount::breachesDisputed)).isEqualTo(1);
  }

  /** Of South; the breach may have begun in the week before. */
  private static long sum(
      MatterViews.Statistics counted, ToLongFunction<MatterViews.WeekCount> figure) {
    return counted.weeks().stream()
        .filter(each -> each.party().equals(SOUTH))
        .mapToLong(figure)
        .sum();
  }

  private static MatterRequests.Breach breach(@Nullable Integer clause, String notice) {
    return new MatterRequests.Breach(
        SOUTH, clause, notice, null, in(-20), in(-10), null, null, null, null, "Left its area.");
  }

  private static MatterRequests.BreachAnswer answer(
      String breach, String word, @Nullable String until) {
    return new MatterRequests.BreachAnswer(breach, word, until, null);
  }
}
