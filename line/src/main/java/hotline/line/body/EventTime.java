package hotline.line.body;

import hotline.record.cbor.Fields;
import hotline.record.statement.Header;

/**
 * When something happened, or will, as its author says: apart from when that was said. µs since
 * 1970 UTC, both ends included.
 */
public record EventTime(long fromUs, long toUs) {
  /** Refuses an end before the beginning, and times that no statement can carry. */
  public EventTime {
    if (fromUs < 0 || fromUs > toUs || toUs > Header.TIME_US_MAX) {
      throw new IllegalArgumentException("an event does not end before it begins");
    }
  }

  /** Reads two times that stand under keys in a row. */
  static EventTime read(Fields at, long from) {
    return new EventTime(
        at.integer(from, 0, Header.TIME_US_MAX), at.integer(from + 1, 0, Header.TIME_US_MAX));
  }
}
