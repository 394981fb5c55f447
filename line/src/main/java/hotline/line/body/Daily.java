package hotline.line.body;

import hotline.airspace.TimeInterval;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * A span of every UTC day; it may pass midnight.
 *
 * @param fromS seconds of the day, 0 to 86,399
 * @param toS seconds of the day, 1 to {@value #DAY_S}; below {@code fromS}: of the next day
 */
public record Daily(int fromS, int toS) {
  /** Seconds of a day, without leap seconds. */
  public static final int DAY_S = 86_400;

  private static final long SECOND_US = 1_000_000;
  private static final long DAY_US = DAY_S * SECOND_US;

  /** Refuses what lasts no time, and what has another way to be written. */
  public Daily {
    if (fromS < 0 || fromS >= DAY_S || toS < 1 || toS > DAY_S || fromS == toS) {
      throw new IllegalArgumentException(
          "times of day are from 0 to 86399 s and to 1 to 86400 s, and not the same");
    }
  }

  static Daily read(Field field) {
    return field.tuple(2, at -> new Daily(at.small(0, 0, DAY_S), at.small(1, 0, DAY_S)));
  }

  CborArray encoded() {
    return CborArray.builder().add(fromS).add(toS).build();
  }

  /** Whether it is all of every day. */
  public boolean isAllDay() {
    return toS - fromS == DAY_S;
  }

  /** Whether a time lies wholly in one such span; touching its ends counts as in it. */
  public boolean holds(TimeInterval times) {
    if (isAllDay()) {
      return true;
    }
    long lengthUs = Math.floorMod(toS - fromS, DAY_S) * SECOND_US;
    long afterUs = Math.floorMod(times.startUs() - fromS * SECOND_US, DAY_US);
    return times.endUs() - times.startUs() <= lengthUs - afterUs;
  }

  /** As people say it: {@code 22:00 to 06:00 UTC}. */
  public String words() {
    return clock(fromS) + " to " + clock(toS) + " UTC";
  }

  private static String clock(int second) {
    String minutes = "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    return second % 60 == 0 ? minutes : minutes + ":%02d".formatted(second % 60);
  }
}
