package hotline.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One aircraft over one unbroken stretch of its recording.
 *
 * <p>Between two points the aircraft is taken to have moved evenly in latitude, longitude (the
 * short way round) and height. Against the geodesic through the two points that is off by at most
 * {@code 1.2 L² tan|lat| / (8 R)} for points {@code L} apart: 0.2 m for 2.5 km (ten seconds of
 * flight), 8 m for 17 km (a minute), at 47°. What the aircraft itself did between its points nobody
 * knows; that is why a track ends where the gap is longer than {@link
 * RecordedTraffic#GAP_LIMIT_US}.
 *
 * @param aircraft transponder address, six lower-case hex digits
 * @param callsign the call sign first heard; a later one does not split the track; may be empty
 * @param points at least one; times strictly rise
 */
public record RecordedTrack(String aircraft, String callsign, List<TrackPoint> points) {
  private static final long FULL_TURN_NANODEGREES = 360_000_000_000L;

  /** Refuses an empty track and times that do not rise. */
  public RecordedTrack {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a track needs a point");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).timeUs() <= points.get(i - 1).timeUs()) {
        throw new IllegalArgumentException("times do not rise at point " + i);
      }
    }
  }

  /** Its first instant. */
  public long startUs() {
    return points.getFirst().timeUs();
  }

  /** Its last instant, included. */
  public long endUs() {
    return points.getLast().timeUs();
  }

  /** Where it was at {@code timeUs}, interpolated; empty before its start and after its end. */
  public Optional<TrackPoint> at(long timeUs) {
    if (timeUs < startUs() || timeUs > endUs()) {
      return Optional.empty();
    }
    int before = lastNotAfter(timeUs);
    TrackPoint from = points.get(before);
    return Optional.of(
        from.timeUs() == timeUs ? from : between(from, points.get(before + 1), timeUs));
  }

  /** The part with points in {@code fromUs ≤ time < untilUs}; empty when it has none. */
  public Optional<RecordedTrack> during(long fromUs, long untilUs) {
    List<TrackPoint> kept = new ArrayList<>();
    for (TrackPoint point : points) {
      if (point.timeUs() >= fromUs && point.timeUs() < untilUs) {
        kept.add(point);
      }
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new RecordedTrack(aircraft, callsign, kept));
  }

  /** The same flight at another time and height: the recording is old, a demonstration is live. */
  public RecordedTrack moved(long byUs, int byFt) {
    return new RecordedTrack(
        aircraft,
        callsign,
        points.stream()
            .map(point ->
                new TrackPoint(
                    Math.addExact(point.timeUs(), byUs),
                    point.latNanodegrees(),
                    point.lngNanodegrees(),
                    Math.addExact(point.heightFt(), byFt)))
            .toList());
  }

  /** The index of the last point at or before {@code timeUs}, which is within the track. */
  private int lastNotAfter(long timeUs) {
    int low = 0;
    int high = points.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (points.get(middle).timeUs() <= timeUs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static TrackPoint between(TrackPoint from, TrackPoint to, long timeUs) {
    double part = (double) (timeUs - from.timeUs()) / (to.timeUs() - from.timeUs());
    long lng = from.lngNanodegrees() + Math.round(part * lngStep(from, to));
    return new TrackPoint(
        timeUs,
        from.latNanodegrees() + Math.round(part * (to.latNanodegrees() - from.latNanodegrees())),
        wrap(lng),
        (int) (from.heightFt() + Math.round(part * ((double) to.heightFt() - from.heightFt()))));
  }

  /** The way in longitude from one to the other, the short way round. */
  static long lngStep(TrackPoint from, TrackPoint to) {
    return wrap(to.lngNanodegrees() - from.lngNanodegrees());
  }

  private static long wrap(long lngNanodegrees) {
    if (lngNanodegrees > TrackPoint.LNG_LIMIT_NANODEGREES) {
      return lngNanodegrees - FULL_TURN_NANODEGREES;
    }
    return lngNanodegrees < -TrackPoint.LNG_LIMIT_NANODEGREES
        ? lngNanodegrees + FULL_TURN_NANODEGREES
        : lngNanodegrees;
  }
}
