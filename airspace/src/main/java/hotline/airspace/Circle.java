package hotline.airspace;

import java.util.Optional;

/**
 * All points whose geodesic distance from the centre is at most the radius.
 *
 * @param radiusMm 1 to {@link #RADIUS_MAX_MM}
 */
public record Circle(Position centre, long radiusMm) implements Footprint {
  /** 5,000 km: beyond it "distance" and "inside" stop being plain words on an ellipsoid. */
  public static final long RADIUS_MAX_MM = 5_000_000_000L;

  /** Refuses a radius out of range. */
  public Circle {
    Refusal.of(check(radiusMm));
  }

  /** What is wrong with this radius, if anything. */
  public static Optional<String> check(long radiusMm) {
    return radiusMm < 1 || radiusMm > RADIUS_MAX_MM
        ? Optional.of("give a radius from 1 to %d mm, not %d".formatted(RADIUS_MAX_MM, radiusMm))
        : Optional.empty();
  }

  double radiusM() {
    return radiusMm / 1000.0;
  }
}
