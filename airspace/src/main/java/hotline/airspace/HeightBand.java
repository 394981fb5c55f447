package hotline.airspace;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A band of heights in one datum, from its floor up to its ceiling.
 *
 * @param datum what both heights are counted from
 * @param floor in the datum's unit, below the ceiling
 * @param ceiling in the datum's unit
 */
public record HeightBand(Datum datum, long floor, long ceiling) {
  /** The greatest margin that can be asked for where datums differ, in feet. */
  public static final long DATUM_MARGIN_MAX_FEET = 100_000;

  private static final long TENTHS_OF_MM_PER_FOOT = 3_048;

  /** Refuses an empty band and heights that no aircraft or missile of this world reaches. */
  public HeightBand {
    Refusal.of(check(datum, floor, ceiling));
  }

  /** What is wrong with these three as a band, if anything. */
  public static Optional<String> check(Datum datum, long floor, long ceiling) {
    if (floor < datum.least() || ceiling > datum.most()) {
      return Optional.of(
          "give heights from %d to %d %s, not %d to %d"
              .formatted(datum.least(), datum.most(), datum.unit(), floor, ceiling));
    }
    if (floor >= ceiling) {
      return Optional.of(
          "give a ceiling above the floor, not %d %s over %d"
              .formatted(ceiling, datum.unit(), floor));
    }
    return Optional.empty();
  }

  /**
   * How this band stands to {@code other}. Bands of one datum compare exactly. Between datums no
   * conversion exists without the weather, so one band is widened by the margin, up and down, and
   * the result says so.
   *
   * @param datumMarginFeet 0 to {@value #DATUM_MARGIN_MAX_FEET}; the terms' figure, used only where
   *     the datums differ
   */
  public HeightComparison compare(HeightBand other, long datumMarginFeet) {
    requireMargin(datumMarginFeet);
    long widenedFeet = datum == other.datum ? 0 : datumMarginFeet;
    long gap =
        Math.max(
                other.datum.tenthsOfMm(other.floor) - datum.tenthsOfMm(ceiling),
                datum.tenthsOfMm(floor) - other.datum.tenthsOfMm(other.ceiling))
            - widenedFeet * TENTHS_OF_MM_PER_FOOT;
    return new HeightComparison(
        gap < 0, gap <= 0, Math.max(0, gap / TENTHS_OF_MM_PER_FOOT), datum != other.datum);
  }

  /**
   * Whether {@code other} lies wholly inside this band, ends included. Between datums this band is
   * first made smaller by the margin, at both ends: every doubt is no.
   *
   * @param datumMarginFeet as for {@link #compare}
   */
  public boolean holds(HeightBand other, long datumMarginFeet) {
    requireMargin(datumMarginFeet);
    long marginTenths = datum == other.datum ? 0 : datumMarginFeet * TENTHS_OF_MM_PER_FOOT;
    return other.datum.tenthsOfMm(other.floor) - datum.tenthsOfMm(floor) >= marginTenths
        && datum.tenthsOfMm(ceiling) - other.datum.tenthsOfMm(other.ceiling) >= marginTenths;
  }

  /**
   * By how many feet a height lies outside of this band, rounded up; 0 inside, ends included. In
   * one datum exact. Between datums the margin decides: what is outside even if the two differ by
   * all of it is outside, what is inside even then is inside, and of the rest nothing is known.
   *
   * @param height in the unit of its datum, one that {@link Datum} can write
   * @param datumMarginFeet as for {@link #compare}
   */
  public OptionalLong outsideFeet(Datum of, long height, long datumMarginFeet) {
    requireMargin(datumMarginFeet);
    long marginTenths = datum == of ? 0 : datumMarginFeet * TENTHS_OF_MM_PER_FOOT;
    long tenths = of.tenthsOfMm(height);
    long outside = Math.max(datum.tenthsOfMm(floor) - tenths, tenths - datum.tenthsOfMm(ceiling));
    if (outside > marginTenths) {
      return OptionalLong.of(Math.ceilDiv(outside - marginTenths, TENTHS_OF_MM_PER_FOOT));
    }
    return outside <= -marginTenths ? OptionalLong.of(0) : OptionalLong.empty();
  }

  private static void requireMargin(long datumMarginFeet) {
    if (datumMarginFeet < 0 || datumMarginFeet > DATUM_MARGIN_MAX_FEET) {
      throw new IllegalArgumentException(
          "give a margin between datums of 0 to "
              + DATUM_MARGIN_MAX_FEET
              + " ft, not "
              + datumMarginFeet);
    }
  }

  /** Whether the two share more than a level; touching does not count. */
  public boolean overlaps(HeightBand other, long datumMarginFeet) {
    return compare(other, datumMarginFeet).overlaps();
  }

  /** Whether the two share a level; touching counts. */
  public boolean meets(HeightBand other, long datumMarginFeet) {
    return compare(other, datumMarginFeet).meets();
  }

  /**
   * The height of {@code other} that a floor of that datum must be below for a band to overlap this
   * one. Whole units make the rounding exact: a whole number is below x when it is below ⌈x⌉.
   */
  long ceilingAs(Datum other, long datumMarginFeet) {
    return other == datum
        ? ceiling
        : Math.ceilDiv(
            datum.tenthsOfMm(ceiling) + datumMarginFeet * TENTHS_OF_MM_PER_FOOT,
            other.tenthsOfMm(1));
  }

  /** The height of {@code other} that a ceiling of that datum must be above; see above. */
  long floorAs(Datum other, long datumMarginFeet) {
    return other == datum
        ? floor
        : Math.floorDiv(
            datum.tenthsOfMm(floor) - datumMarginFeet * TENTHS_OF_MM_PER_FOOT, other.tenthsOfMm(1));
  }
}
