package hotline.node.desk;

import hotline.node.api.Said;
import hotline.node.api.TrafficViews;
import hotline.node.feed.LiveTraffic;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Live traffic as the API shows it. */
final class TrafficDesk {
  private final LiveTraffic traffic;

  TrafficDesk(LiveTraffic traffic) {
    this.traffic = traffic;
  }

  List<TrafficViews.Feed> feeds() {
    return traffic.feeds().views();
  }

  Said run(String feed, boolean running) {
    return traffic.feeds().run(feed, running);
  }

  TrafficViews.Sky sky() {
    LiveTraffic.Picture seen = traffic.picture();
    Map<Track.State, Long> states =
        seen.tracks().stream().collect(Collectors.groupingBy(Track::state, Collectors.counting()));
    return new TrafficViews.Sky(
        seen.nowUs() == 0 ? null : instant(seen.nowUs()),
        states.getOrDefault(Track.State.LIVE, 0L),
        states.getOrDefault(Track.State.COASTING, 0L),
        states.getOrDefault(Track.State.LOST, 0L),
        seen.watched(),
        seen.forgotten(),
        seen.refused(),
        seen.isWhole());
  }

  List<TrafficViews.Track> tracks(int limit) {
    LiveTraffic.Picture seen = traffic.picture();
    return seen.tracks().stream()
        .sorted((one, other) -> {
          int byState = one.state().compareTo(other.state());
          return byState != 0 ? byState : one.id().compareTo(other.id());
        })
        .limit(limit)
        .map(each -> view(each, seen.nowUs()))
        .toList();
  }

  static TrafficViews.Track view(Track track, long nowUs) {
    Place place = track.place();
    return new TrafficViews.Track(
        track.id(),
        track.callsign(),
        track.squawk(),
        track.source(),
        track.state().name(),
        Math.max(0, (nowUs - track.lastUs()) / 1_000),
        place == null ? null : place.latNanodegrees(),
        place == null ? null : place.lngNanodegrees(),
        place == null ? null : Math.max(0, (nowUs - track.placeUs()) / 1_000),
        track.pressureFt(),
        track.geometricFt(),
        track.clearedFt(),
        thousandth(track.speedMilliknots()),
        thousandth(track.trackMillidegrees()),
        track.climbFpm(),
        track.onGround(),
        track.leftOut(),
        track.repeated());
  }

  boolean isOwn(String id, Map<String, Track> tracks) {
    Track track = tracks.get(id);
    return track != null && traffic.isOwn(track);
  }

  TrafficViews.Aircraft named(String id, Map<String, Track> tracks) {
    Track track = tracks.get(id);
    return new TrafficViews.Aircraft(
        id,
        track == null ? null : track.callsign(),
        track == null ? null : track.pressureFt(),
        isOwn(id, tracks));
  }

  private static @Nullable Integer thousandth(@Nullable Integer value) {
    return value == null ? null : Math.floorDiv(value + 500, 1_000);
  }

  private static Instant instant(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
  }
}
