package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** South suspends; an offer on a condition restores; what is outside it is shown and disputed. */
final class SuspensionChapter implements Chapter {
  /** A place in the zone of the condition, and one far outside it. */
  static final String INSIDE = "46°50'N 009°55'E";

  private static final String OUTSIDE = "46°30'N 006°40'E";
  private static final long LAPSES_IN_SECONDS = 600;
  private static final String WORDS = "Only patrol flights, only in the east.";

  private @Nullable Said refused;
  private @Nullable Said ended;
  private @Nullable Alarm whileSuspended;
  private @Nullable Alarm afterwards;
  private @Nullable String coveredNotice;
  private @Nullable String uncoveredNotice;
  private boolean suspendedAtNorth;

  @Override
  public String title() {
    return "Suspension, and a way back on a condition";
  }

  @Override
  public void play(Stage stage) {
    suspend(stage);
    tryThings(stage);
    restore(stage);
    declareUnderCondition(stage);
    Alarm stop = Alarm.press(stage, stage.south(), "Condition or none: stop.");
    afterwards = stop;
    stop.acceptAndAnswer("WILCO", "Stopped.");
  }

  private void suspend(Stage stage) {
    stage
        .south()
        .mustSay(
            "suspend",
            line ->
                line.status(
                    new Requests.Status(
                        "SUSPENDED", null, null, "Suspended after the incident of today.")));
    Views.PartyStatus south =
        Patience.until(
            "North sees South's suspension", () -> status(stage.north(), Names.SOUTH, "SUSPENDED"));
    suspendedAtNorth = status(stage.north(), Names.NORTH, "IN_FORCE").isPresent();
    stage
        .commentary()
        .say(
            Instant.now(),
            "South says: suspended since "
                + Plain.time(south.effective())
                + ". North still says: in force. Both stand side by side.",
            Tone.CARE);
  }

  private static Optional<Views.PartyStatus> status(Side at, String party, String state) {
    return at.line().line().parties().stream()
        .filter(each -> each.party().equals(party) && each.state().equals(state))
        .findFirst();
  }

  private void tryThings(Stage stage) {
    Side north = stage.north();
    refused = north.line().declare(circle(Names.TRANSIT, INSIDE, 120));
    tell(stage, "North declares a new flight", refused);
    String one = stage.flights(north).keySet().iterator().next();
    ended = north.line().noticeState(one, "ENDED");
    tell(stage, "North ends a notice", ended);
    tell(
        stage,
        "North asks for a line check",
        north
            .line()
            .send(
                new Requests.Message(
                    "LINE-CHECK", List.of(), null, null, null, null, null, List.of(), null)));
    Alarm stop = Alarm.press(stage, stage.north(), null);
    whileSuspended = stop;
    stop.acceptAndAnswer("WILCO", "Stopped, suspended or not.");
  }

  private static void tell(Stage stage, String what, Said said) {
    String became =
        said.done() ? "passes." : "is refused (" + said.code() + "): " + said.sentence();
    stage
        .commentary()
        .say(Instant.now(), what + ": " + became, said.done() ? Tone.GOOD : Tone.CARE);
  }

  private void restore(Stage stage) {
    String firstOffer = offer(stage);
    stage
        .north()
        .mustSay(
            "refuse the offer",
            line ->
                line.offerVerb(firstOffer, "refuse", "We want to read it with our interpreter."));
    awaitOffer(stage.south(), firstOffer, "REFUSED");
    stage.commentary().say("North refuses it: \"We want to read it with our interpreter.\"");
    String secondOffer = offer(stage);
    stage.north().mustSay("accept the offer", line -> line.offerVerb(secondOffer, "accept", ""));
    awaitOffer(stage.south(), secondOffer, "ACCEPTED");
    for (String party : List.of(Names.NORTH, Names.SOUTH)) {
      Patience.until(
          "both see " + party + " in force on the condition",
          () ->
              stage.sides().stream()
                  .allMatch(side ->
                      status(side, party, "IN_FORCE")
                          .filter(each -> each.condition() != null)
                          .isPresent()));
    }
    stage
        .commentary()
        .say(
            Instant.now(), "North accepts: both are in force again, on that condition.", Tone.GOOD);
  }

  private static String offer(Stage stage) {
    Views.Condition condition =
        new Views.Condition(WORDS, List.of(new Views.Condition.Rule(Names.PATROL, Names.ZONE)));
    Said said =
        stage
            .south()
            .mustSay(
                "offer to restore",
                line -> line.offer(new Requests.Offer(condition, WORDS, LAPSES_IN_SECONDS)));
    String id = Optional.ofNullable(said.id()).orElseThrow();
    Views.Offer offer = awaitOffer(stage.north(), id, "OPEN");
    stage
        .commentary()
        .say(
            "South offers to restore: \""
                + offer.words()
                + "\" (category "
                + Names.PATROL
                + " in zone "
                + Names.ZONE
                + "; lapses "
                + Plain.time(offer.lapses())
                + ")");
    return id;
  }

  private static Views.Offer awaitOffer(Side at, String id, String state) {
    return Patience.until(
        at.title() + " sees the offer " + state.toLowerCase(Locale.ROOT),
        () ->
            at.line().offers().stream()
                .filter(each -> each.id().equals(id) && each.state().equalsIgnoreCase(state))
                .findFirst());
  }

  private void declareUnderCondition(Stage stage) {
    coveredNotice = declare(stage, Names.PATROL, INSIDE);
    String outside = declare(stage, Names.TRANSIT, OUTSIDE);
    uncoveredNotice = outside;
    stage
        .south()
        .mustSay(
            "dispute a notice",
            line ->
                line.dispute(
                    new Requests.Dispute(outside, "CONDITION", "Outside what was agreed today.")));
    Patience.until(
        "North sees the dispute",
        () ->
            stage.north().line().notice(outside).stream()
                .anyMatch(notice -> !notice.disputes().isEmpty()));
    stage.commentary().say("South disputes the second, on the record; North sees it.");
  }

  private static String declare(Stage stage, String category, String place) {
    Side north = stage.north();
    Requests.Declare notice = circle(category, place, 240);
    north.mustSay("declare a notice", line -> line.declare(notice));
    String entity = north.entityOf(String.valueOf(notice.label()));
    Views.Notice seen =
        Patience.until("South sees the notice", () -> stage.south().line().notice(entity));
    stage
        .commentary()
        .say("North declares " + category + " at " + place + ", " + seen.reference() + ":");
    seen.covered().forEach(each -> stage.commentary().more(coverage(each)));
    return entity;
  }

  private static String coverage(Views.Covered covered) {
    return Names.title(covered.party())
        + "'s condition: "
        + (covered.covered() ? "covered" : "NOT covered")
        + " ("
        + covered.why()
        + ")";
  }

  static Requests.Declare circle(String category, String place, long inMinutes) {
    Instant start =
        Instant.now().plus(Duration.ofMinutes(inMinutes)).truncatedTo(ChronoUnit.MINUTES);
    Requests.Volume volume =
        new Requests.Volume(
            List.of(place),
            "5 NM",
            "FL410",
            "FL430",
            start.toString(),
            start.plus(Duration.ofMinutes(20)).toString(),
            null);
    return new Requests.Declare(null, category, category + " of today", List.of(volume), null);
  }

  @Override
  public void check(Stage stage, Checks checks) {
    checks.that(
        suspendedAtNorth && refused != null && !refused.done() && ended != null && ended.done(),
        "while suspended a new notice was refused, ending one and a line check passed");
    checks.that(
        whileSuspended != null
            && whileSuspended.wentAllTheWay()
            && afterwards != null
            && afterwards.wentAllTheWay(),
        "STOP went all the way while suspended, and after");
    checks.that(
        covered(stage, coveredNotice) && !covered(stage, uncoveredNotice),
        "the condition, worked out again: one later notice is covered and shown so, one is not");
    boolean disputed =
        stage.north().line().notice(Optional.ofNullable(uncoveredNotice).orElse("")).stream()
            .flatMap(notice -> notice.disputes().stream())
            .anyMatch(each -> each.party().equals(Names.SOUTH));
    checks.that(disputed, "South's dispute stands with the notice at North");
  }

  /** Whether both nodes show a notice as covered by both parties' conditions. */
  private static boolean covered(Stage stage, @Nullable String entity) {
    boolean covered = entity != null;
    for (Side side : stage.sides()) {
      Optional<Views.Notice> notice = side.line().notice(entity == null ? "" : entity);
      covered &=
          notice.isPresent()
              && !notice.get().covered().isEmpty()
              && notice.get().covered().stream().allMatch(Views.Covered::covered);
    }
    return covered;
  }
}
