package hotline.line.statistics;

import java.time.LocalDate;

/**
 * A week of ISO 8601 in UTC: Monday to Sunday.
 *
 * @param number from 0 for that of 1 January 1970; {@link #OUTSIDE} is none
 */
public record Week(int number) implements Comparable<Week> {
  /** Stands for all weeks that a line does not reckon with: a clock was wrong, or a claim was. */
  public static final Week OUTSIDE = new Week(-1);

  private static final long DAY_US = 86_400_000_000L;
  private static final int DAYS = 7;

  /** 1 January 1970 was a Thursday. */
  private static final int DAYS_BEFORE = 3;

  /** The week of a time, µs since 1970 UTC, from 0. */
  public static Week of(long timeUs) {
    return new Week((int) ((timeUs / DAY_US + DAYS_BEFORE) / DAYS));
  }

  /** When it begins; of the first week, which began before 1970, 1970. */
  public long startUs() {
    return Math.max(0, ((long) number * DAYS - DAYS_BEFORE) * DAY_US);
  }

  /** When the next one begins. */
  public long endUs() {
    return ((number + 1L) * DAYS - DAYS_BEFORE) * DAY_US;
  }

  @Override
  public int compareTo(Week other) {
    return Integer.compare(number, other.number);
  }

  /** As ISO 8601 writes it, {@code 2026-W47}; {@code outside} for none. */
  @Override
  public String toString() {
    if (equals(OUTSIDE)) {
      return "outside";
    }
    // The year of a week is that of its Thursday.
    LocalDate thursday = LocalDate.ofEpochDay((long) number * DAYS);
    return "%04d-W%02d".formatted(thursday.getYear(), (thursday.getDayOfYear() - 1) / DAYS + 1);
  }
}
