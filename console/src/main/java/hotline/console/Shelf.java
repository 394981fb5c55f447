package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Pages;
import hotline.node.api.Views;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person has silenced on one screen: that line checks are missed, for some minutes and with
 * a reason. Messages are never silenced; above all no STOP and no DISTRESS.
 *
 * @param until when it sounds again
 */
record Shelf(Instant until, String reason) {
  static final String KEPT = "shelf";
  static final String CODES = "line-check-";
  private static final List<Integer> MINUTES = List.of(5, 10, 30);
  private static final int REASON_MAX = 30;

  /** What is silenced here now. */
  static Optional<Shelf> of(Asked asked) {
    String kept = asked.request().kept().getOrDefault(KEPT, "");
    int blank = kept.indexOf(' ');
    if (blank < 0) {
      return Optional.empty();
    }
    try {
      Shelf shelf = new Shelf(Instant.parse(kept.substring(0, blank)), kept.substring(blank + 1));
      return Optional.of(shelf).filter(each -> each.until().isAfter(asked.now()));
    } catch (DateTimeException damaged) {
      return Optional.empty();
    }
  }

  /** Whether this trouble may be silenced at all. */
  static boolean takes(Views.Trouble trouble) {
    return trouble.code().startsWith(CODES);
  }

  static Actions.Result act(Pages.Request request, Instant now) {
    String reason = request.field("reason").strip();
    Optional<Long> minutes = Actions.whole(request.field("minutes"));
    if (reason.isEmpty()
        || reason.length() > REASON_MAX
        || minutes.isEmpty()
        || !MINUTES.contains(Math.toIntExact(minutes.get()))) {
      return new Actions.Result(
          Told.refused("shelf", "Choose for how many minutes, and say why in a few words."),
          "/watch");
    }
    Instant until =
        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            .plus(Duration.ofMinutes(minutes.get()));
    String sentence =
        "Missed line checks are silent on this screen until " + Words.clock(until) + ".";
    return new Actions.Result(
        new Told(true, false, "ok", sentence, null), "/watch", Map.of(KEPT, until + " " + reason));
  }

  /** Line checks, how often something alarms, and what is silenced. */
  static Html pane(Asked asked) {
    Html.Element body = el("div").cls("body stack");
    List<Views.Trouble> missed = asked.line().troubles().stream().filter(Shelf::takes).toList();
    if (missed.isEmpty()) {
      body.add(el("p", "No line check is missed."));
    }
    missed.forEach(each -> body.add(el("p", Signs.named("p2", each.sentence()))));
    Optional<Shelf> shelf = of(asked);
    shelf.ifPresent(each ->
        body.add(
            el(
                "p",
                text("Silent on this screen until "),
                Words.time(each.until(), asked.now()),
                text(": "),
                Words.said(each.reason()))));
    if (!asked.silent()) {
      body.add(
          asked.form(
              "/act/messages",
              Asked.hidden("kind", "LINE-CHECK"),
              el("button", "Send a line check").cls("btn big")));
    }
    if (!missed.isEmpty() && shelf.isEmpty()) {
      Html.Element minutes = el("select").at("name", "minutes").at("aria-label", "For how long");
      MINUTES.forEach(
          each -> minutes.add(el("option", each + " min").at("value", Integer.toString(each))));
      body.add(
          asked
              .form(
                  "/act/shelve",
                  Fields.required(asked, "reason", "Why, e.g. “called by voice”", REASON_MAX),
                  minutes,
                  el("button", "Silence here").cls("btn big"))
              .cls("stack"));
    }
    long lately =
        asked.api().messages(200).stream()
            .filter(each ->
                !each.alarm().equals("NONE")
                    && each.signed().isAfter(asked.now().minus(Duration.ofHours(1))))
            .count();
    String rate = lately + " alarms in the last hour; more than six are too many to act on.";
    return Frame.pane("ws", "Line checks and alarms", null)
        .add(body.add(el("p", rate).cls(lately > 6 ? "warn" : "soft")));
  }
}
