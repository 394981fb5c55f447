package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.AlertViews;
import hotline.node.api.TrafficViews;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Live traffic: what is too near to each other, the feeds, the tracks. This party's own alone. */
final class TrafficPage {
  /** The map draws more, the API has all. */
  private static final int TRACKS_MAX = 100;

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
    List<TrafficViews.Track> all = asked.api().tracks(TrackData.TRACKS_MAX);
    Set<String> alerted = alerted();
    List<List<Html>> rows =
        all.stream()
            .sorted(Comparator.comparing(one -> !alerted.contains(one.id())))
            .limit(TRACKS_MAX)
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
    long left = sky.live() + sky.coasting() + sky.lost() - rows.size();
    Html rest =
        Html.when(
            left > 0,
            el("p", Words.count(left, "more track") + " not listed here. Those in an alert come")
                .cls("foot")
                .add(" first; the map draws up to 5,000, and the API has them all."));
    Html table =
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
            "No aircraft were heard of.");
    return live("tt", Html.all(table, rest));
  }

  /** What is too near to another is never cut off. */
  private Set<String> alerted() {
    return asked.api().alerts(false).stream()
        .flatMap(one -> Stream.of(one.first().id(), one.second().id()))
        .collect(Collectors.toSet());
  }

  private static String place(TrafficViews.Track one) {
    Long lat = one.latNanodegrees();
    Long lng = one.lngNanodegrees();
    return lat == null || lng == null ? NONE : Words.position(lat, lng);
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
