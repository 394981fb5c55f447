package hotline.airspace;

/** What a height is counted from, and in which whole unit. The two are never mixed silently. */
public enum Datum {
  /** Millimetres above the W84 ellipsoid. */
  W84(-2_000_000L, 150_000_000L, 10, "mm W84"),

  /** Whole feet on the standard pressure setting, 1013.25 hPa (FL 350 is 35,000). */
  STANDARD_PRESSURE(-6_000L, 500_000L, 3_048, "ft STD");

  /** The lowest height that can be written, in this datum's unit. */
  private final long least;

  private final long most;
  private final long tenthsOfMmPerUnit;
  private final String unit;

  Datum(long least, long most, long tenthsOfMmPerUnit, String unit) {
    this.least = least;
    this.most = most;
    this.tenthsOfMmPerUnit = tenthsOfMmPerUnit;
    this.unit = unit;
  }

  /** The lowest height that can be written: 2,000 m below the ellipsoid, or −6,000 ft. */
  public long least() {
    return least;
  }

  /** The greatest height that can be written: 150 km, or 500,000 ft. */
  public long most() {
    return most;
  }

  /** The unit as it is printed: {@code mm W84} or {@code ft STD}. */
  public String unit() {
    return unit;
  }

  /** A foot is 304.8 mm exactly, so tenths of a millimetre hold both units without rounding. */
  long tenthsOfMm(long height) {
    return Math.multiplyExact(height, tenthsOfMmPerUnit);
  }
}
