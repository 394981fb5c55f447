package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.AlertViews;
import hotline.node.api.TrafficViews;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Live traffic: what is too near to each other, the feeds, the tracks. This party's own alone. */
final class TrafficPage {
  /** More is for the API. */
  private static final int TRACKS_MAX = 200;

  private static final String NONE = "–";

  private final Asked asked;

  TrafficPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    return el(
            "main",
            el("div", alerts(), live("tc", ConformancePanes.all(asked)), tracks())
                .cls("stack gap1"),
            feeds())
        .cls("page")
        .id("main");
  }

  private Html alerts() {
    List<List<Html>> rows =
        asked.api().alerts(true).stream()
            .map(one ->
                List.of(
                    el("a", Long.toString(one.number())).at("href", "/alerts/" + one.number()),
                    AlertPage.state(one),
                    aircraft(one.first()),
                    aircraft(one.second()),
                    Words.second(one.begins(), asked.now()),
                    Words.ltr(
                        Words.nauticalMiles(one.closestMm()) + " / " + one.closestFt() + " ft"),
                    Words.ltr(one.cause()),
                    Words.second(one.raised(), asked.now()),
                    alarm(one)))
            .toList();
    AlertViews.Counts counts = asked.api().alertCounts();
    Html table =
        Pieces.table(
            "tah",
            "Too near to each other",
            counts.lastTenMinutes()
                + " raised in ten minutes, "
                + counts.lastHour()
                + " in an hour; of "
                + counts.raised()
                + " in all "
                + counts.nuisance()
                + " were a nuisance",
            List.of(
                "Alert",
                "State",
                "First",
                "Second",
                "Loss",
                "Nearest so far",
                "Cause",
                "Raised",
                "Seen"),
            rows,
            "No two aircraft are, or will be, too near to each other.");
    return live("ta", Html.all(table, acceptAll()));
  }

  /** Who has seen it, and whether the others know. */
  private static Html alarm(TrafficViews.Alert one) {
    TrafficViews.Life life = one.life();
    String seen = life.alarm().equals("ACCEPTED") ? "by " + life.acceptedBy() : "not accepted";
    return Words.said(
        seen
            + (life.warned() == null ? "" : ", others warned")
            + (life.nuisance() == null ? "" : ", a nuisance"));
  }

  /** One press for those that are listed here, and no others. */
  private Html acceptAll() {
    List<TrafficViews.Alert> open =
        asked.api().alerts(false).stream()
            .filter(each -> !each.life().alarm().equals("ACCEPTED"))
            .toList();
    return open.size() < 2 || asked.observer()
        ? Html.none()
        : TrafficAlarm.accept(asked, open, "Accept these " + open.size());
  }

  private static Html aircraft(TrafficViews.Aircraft one) {
    return Words.ltr(
        (one.own() ? "ours: " : "")
            + (one.callsign() == null ? one.id() : one.callsign() + " " + one.id())
            + (one.pressureFt() == null ? "" : " " + one.pressureFt() + " ft"));
  }

  private Html tracks() {
    TrafficViews.Sky sky = asked.api().sky();
    List<List<Html>> rows =
        asked.api().tracks(TRACKS_MAX).stream()
            .map(one ->
                List.of(
                    Words.ltr(one.callsign() == null ? one.id() : one.callsign()),
                    Words.ltr(one.id()),
                    Words.ltr(one.state().toLowerCase(Locale.ROOT)),
                    Words.ltr(one.placeAgeMs() == null ? NONE : one.placeAgeMs() / 1_000 + " s"),
                    Words.ltr(place(one)),
                    Words.ltr(number(one.pressureFt(), " ft")),
                    Words.ltr(number(one.geometricFt(), " ft")),
                    Words.ltr(number(one.speedKnots(), " kt")),
                    Words.ltr(number(one.trackDegrees(), "°")),
                    Words.ltr(one.onGround() ? "on the ground" : number(one.climbFpm(), " ft/min")),
                    Words.ltr(one.source())))
            .toList();
    String aside =
        sky.live()
            + " live, "
            + sky.coasting()
            + " coasting, "
            + sky.lost()
            + " lost; losses are predicted from "
            + sky.watched()
            + (sky.whole() ? "" : "; too many to look at every pair");
    return live(
        "tt",
        Pieces.table(
            "tth",
            "Tracks",
            aside,
            List.of(
                "Call sign",
                "Address",
                "State",
                "Age",
                "Place",
                "Pressure height",
                "Geometric height",
                "Speed",
                "Track",
                "Climb",
                "Feed"),
            rows,
            "No aircraft were heard of."));
  }

  private static String place(TrafficViews.Track one) {
    Long lat = one.latNanodegrees();
    Long lng = one.lngNanodegrees();
    return lat == null || lng == null
        ? NONE
        : String.format(Locale.ROOT, "%.4f %.4f", lat * 1e-9, lng * 1e-9);
  }

  private static String number(@Nullable Integer value, String unit) {
    return value == null ? NONE : value + unit;
  }

  private Html feeds() {
    List<List<Html>> rows =
        asked.api().feeds().stream()
            .map(one ->
                List.of(
                    Words.ltr(one.name()),
                    Words.ltr(one.kind()),
                    Words.ltr(one.state().toLowerCase(Locale.ROOT)),
                    Words.ltr(one.silentMs() == null ? NONE : one.silentMs() / 1_000 + " s ago"),
                    Words.ltr(Long.toString(one.perSecond())),
                    Words.ltr(
                        one.rejects().isEmpty()
                            ? "0"
                            : one.rejects().stream()
                                .map(each -> each.count() + " " + Words.plain(each.reason()))
                                .collect(Collectors.joining(", "))),
                    Words.ltr(Long.toString(one.dropped())),
                    Words.said(one.trouble() == null ? "" : one.trouble())))
            .toList();
    return live(
        "tf",
        Pieces.table(
            "tfh",
            "Feeds",
            "set in hotline.toml",
            List.of("Feed", "Kind", "State", "Last", "A second", "Rejected", "Dropped", "Trouble"),
            rows,
            "No feeds are set."));
  }

  private static Html live(String id, Html pane) {
    return el("div", pane).id(id).at("data-live");
  }
}
