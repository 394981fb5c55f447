package hotline.console;

import hotline.node.api.TrafficViews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The aircraft that the map draws, as JSON: those of the page of traffic that fly and have a place,
 * each with the worst alert that it is in. Asked for every second, so without anything else.
 *
 * @param tracks live ones first, at most {@link #TRACKS_MAX}
 */
record TrackData(List<Plane> tracks) {
  /** What the page asks for. */
  static final String PATH = "tracks.json";

  static final int TRACKS_MAX = 5_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * An aircraft.
   *
   * @param feet its pressure height; null: not known, and then no choice of heights leaves it out
   * @param state {@code LIVE COASTING LOST}
   * @param alert {@code CURRENT PREDICTED} or empty
   */
  record Plane(
      String name,
      String words,
      String levels,
      @Nullable Integer feet,
      long lat,
      long lng,
      @Nullable Integer track,
      @Nullable Integer knots,
      String state,
      String alert,
      String address) {}

  static TrackData of(Asked asked) {
    Map<String, String> alerts = new HashMap<>();
    for (TrafficViews.Alert one : asked.api().alerts(false)) {
      alerts.merge(one.first().id(), one.state(), TrackData::worse);
      alerts.merge(one.second().id(), one.state(), TrackData::worse);
    }
    return new TrackData(
        asked.api().tracks(TRACKS_MAX).stream()
            .filter(one -> !one.onGround())
            .filter(one -> one.latNanodegrees() != null && one.lngNanodegrees() != null)
            .map(one -> plane(one, alerts.getOrDefault(one.id(), "")))
            .toList());
  }

  private static String worse(String one, String other) {
    return one.equals("CURRENT") ? one : other;
  }

  private static Plane plane(TrafficViews.Track one, String alert) {
    String age = one.placeAgeMs() == null ? "" : ", place " + one.placeAgeMs() / 1_000 + " s old";
    return new Plane(
        Html.Text.plain(one.callsign() == null ? one.id() : one.callsign()),
        Html.Text.plain(
            Words.plain(one.state())
                + (one.speedKnots() == null ? "" : ", " + one.speedKnots() + " kt")
                + age
                + ", by "
                + one.source()
                + (alert.isEmpty() ? "" : ", too near to another: " + Words.plain(alert))),
        one.pressureFt() == null ? "height unknown" : one.pressureFt() + " ft STD",
        one.pressureFt(),
        Objects.requireNonNull(one.latNanodegrees()),
        Objects.requireNonNull(one.lngNanodegrees()),
        one.trackDegrees(),
        one.speedKnots(),
        one.state(),
        alert,
        "/traffic");
  }

  byte[] json() {
    return MAPPER.writeValueAsBytes(this);
  }
}
