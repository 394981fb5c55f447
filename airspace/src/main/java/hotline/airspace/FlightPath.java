package hotline.airspace;

import java.util.List;
import java.util.Optional;

/**
 * A flight through space and time: between its points it goes along the geodesic at a constant
 * speed over the ground, and climbs at a constant rate. Immutable.
 *
 * <p>Linear in latitude and longitude would be another flight, but not by much: over 10 s at 300
 * m/s the two are within 1 m of each other up to 80° of latitude (L² tan φ / 8 R).
 */
public final class FlightPath {
  /** The most points a path may have. */
  public static final int POINTS_MAX = 20_000;

  /** The longest leg, 5,000 km in millimetres: a leg is the shortest line, which must be plain. */
  public static final long LEG_MAX_MM = 5_000_000_000L;

  /** The longest path over the ground, 100,000 km in millimetres. */
  public static final long LENGTH_MAX_MM = 100_000_000_000L;

  private final List<PathPoint> points;
  private final Datum datum;
  private final Course course;

  /** Refuses a path whose times do not rise strictly, and the other faults of {@link #check}. */
  public FlightPath(List<PathPoint> points, Datum datum) {
    Refusal.of(check(points, datum));
    this.points = List.copyOf(points);
    this.datum = datum;
    this.course = Course.along(this.points, datum);
  }

  /** What is wrong with these points as a path, if anything. */
  public static Optional<String> check(List<PathPoint> points, Datum datum) {
    if (points.size() < 2 || points.size() > POINTS_MAX) {
      return Optional.of(
          "give a path of 2 to %d points, not %d".formatted(POINTS_MAX, points.size()));
    }
    long lengthMm = 0;
    for (int i = 0; i < points.size(); i++) {
      PathPoint point = points.get(i);
      if (point.height() < datum.least() || point.height() > datum.most()) {
        return Optional.of(
            "give heights from %d to %d %s, not %d at point %d"
                .formatted(datum.least(), datum.most(), datum.unit(), point.height(), i + 1));
      }
      if (i == 0) {
        continue;
      }
      PathPoint before = points.get(i - 1);
      if (before.timeUs() >= point.timeUs()) {
        return Optional.of(
            "give the points of a path in the order of their times; point %d is not later than the"
                    .formatted(i + 1)
                + " one before it");
      }
      long legMm = before.position().distanceMm(point.position());
      lengthMm += legMm;
      if (legMm > LEG_MAX_MM || lengthMm > LENGTH_MAX_MM) {
        return Optional.of(
            "give a path of at most 100,000 km with legs of at most 5,000 km; point %d is beyond"
                .formatted(i + 1));
      }
    }
    return Optional.empty();
  }

  /** The points in order. */
  public List<PathPoint> points() {
    return points;
  }

  /** What the heights are counted from. */
  public Datum datum() {
    return datum;
  }

  /** From the first point to the last. */
  public TimeInterval times() {
    return new TimeInterval(points.getFirst().timeUs(), points.getLast().timeUs());
  }

  /** Where the flight is at {@code timeUs}, if it lies in {@link #times}, ends included. */
  public Optional<PathPoint> at(long timeUs) {
    if (timeUs < points.getFirst().timeUs() || timeUs > points.getLast().timeUs()) {
      return Optional.empty();
    }
    return Optional.of(course.at(timeUs));
  }

  /** The same path flown {@code laterUs} later (or earlier, if negative) and so much higher. */
  public FlightPath shifted(long laterUs, long higher) {
    return new FlightPath(
        points.stream()
            .map(p -> new PathPoint(p.timeUs() + laterUs, p.position(), p.height() + higher))
            .toList(),
        datum);
  }

  /**
   * When two flights are closest, measured against minima: the instant in both paths' times at
   * which the greater of (horizontal distance ÷ horizontal minimum) and (vertical ÷ vertical
   * minimum) is least; the earliest of several. Nothing if no instant is common.
   */
  public static Optional<ClosestApproach> closestApproach(
      FlightPath a, FlightPath b, Minima minima) {
    return Approach.closest(a, b, minima);
  }

  /**
   * Whether at some common instant the two are nearer than both minima at once: horizontally below
   * the one and vertically below the other. Exactly at a minimum is not inside.
   */
  public static boolean insideMinima(FlightPath a, FlightPath b, Minima minima) {
    return Approach.closest(a, b, minima).filter(found -> found.inside(minima)).isPresent();
  }

  Course course() {
    return course;
  }

  /** Equal if points and datum are. */
  @Override
  public boolean equals(Object o) {
    return o instanceof FlightPath other && points.equals(other.points) && datum == other.datum;
  }

  @Override
  public int hashCode() {
    return 31 * points.hashCode() + datum.hashCode();
  }

  @Override
  public String toString() {
    return "FlightPath[" + datum + ", " + points + "]";
  }
}
