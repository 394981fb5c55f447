package hotline.airspace.conformance;

import hotline.airspace.Datum;
import hotline.airspace.Position;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where an aircraft is at one instant, as far as that is known.
 *
 * @param timeUs UTC, microseconds since 1970
 * @param pressureFt height on 1013.25 hPa; null: not known
 * @param geometricMm height above the W84 ellipsoid; null: not known
 * @param motion how it moves; null: not known, and then nothing is predicted
 */
public record Sighting(
    long timeUs,
    Position position,
    @Nullable Long pressureFt,
    @Nullable Long geometricMm,
    @Nullable Motion motion) {
  private static final long MM_PER_FOOT_TENTHS = 3_048;
  private static final long MICROS = 1_000_000;

  /** Takes a height that no datum can write as one that is not known. */
  public Sighting {
    pressureFt = known(Datum.STANDARD_PRESSURE, pressureFt);
    geometricMm = known(Datum.W84, geometricMm);
  }

  private static @Nullable Long known(Datum datum, @Nullable Long height) {
    return height == null || height < datum.least() || height > datum.most() ? null : height;
  }

  /**
   * How an aircraft moves.
   *
   * @param speedMmPerS over ground, not negative
   * @param trackMillidegrees over ground, clockwise from true north
   * @param climbFpm vertical rate, feet a minute; it moves both heights
   */
  public record Motion(long speedMmPerS, long trackMillidegrees, long climbFpm) {
    /** The fastest that is followed: 3 km/s. */
    public static final long SPEED_MAX = 3_000_000;

    /** The steepest: 600,000 ft/min. */
    public static final long CLIMB_MAX = 600_000;

    /** Refuses what nothing flies. */
    public Motion {
      if (speedMmPerS < 0 || speedMmPerS > SPEED_MAX || Math.abs(climbFpm) > CLIMB_MAX) {
        throw new IllegalArgumentException(
            "give 0 to %d mm/s and up to %d ft/min, not %d and %d"
                .formatted(SPEED_MAX, CLIMB_MAX, speedMmPerS, climbFpm));
      }
    }
  }

  /** The same so many seconds later, if it goes straight on along a geodesic at its rates. */
  Sighting moved(long seconds) {
    if (motion == null) {
      return this;
    }
    long feetTimes60 = motion.climbFpm() * seconds;
    return new Sighting(
        timeUs + seconds * MICROS,
        position.toward(motion.trackMillidegrees(), motion.speedMmPerS() * seconds),
        pressureFt == null ? null : pressureFt + feetTimes60 / 60,
        geometricMm == null ? null : geometricMm + feetTimes60 * MM_PER_FOOT_TENTHS / 600,
        motion);
  }

  /** The height in this datum, if it is known. */
  OptionalLong height(Datum datum) {
    Long known =
        switch (datum) {
          case W84 -> geometricMm;
          case STANDARD_PRESSURE -> pressureFt;
        };
    return known == null ? OptionalLong.empty() : OptionalLong.of(known);
  }
}
