package hotline.traffic.asterix;

import hotline.traffic.report.Rejects;
import hotline.traffic.report.TargetReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a datagram of ASTERIX data blocks.
 *
 * @param reports in the order of the bytes
 * @param rejects what was not used, by reason
 */
public record Asterix(List<TargetReport> reports, Map<Reject, Long> rejects) {
  private static final int SYSTEM_TRACKS = 62;
  private static final int ADS_B = 21;
  private static final int HEADER = 3;
  private static final long DAY_US = 86_400_000_000L;

  /** Why a block or a record was not used. */
  public enum Reject {
    /** A block whose length is not that of its bytes; nothing after it is read. */
    BAD_LENGTH,
    /** A block of another category, or of one that was not asked for. */
    OTHER_CATEGORY,
    /** A record that does not fit into its block; the rest of the block is not read. */
    BROKEN_RECORD,
    /** A record with a position off the globe or a time of day beyond its day. */
    IMPOSSIBLE,
    /** A record without a time. */
    NO_TIME
  }

  /** Keeps unmodifiable copies. */
  public Asterix {
    reports = List.copyOf(reports);
    rejects = Map.copyOf(rejects);
  }

  /**
   * Decodes the blocks of one datagram. Total.
   *
   * @param receivedUs when it came, µs since 1970 UTC: a time of day is taken of the day that puts
   *     it nearest; 0 keeps the time of the day
   * @param only the category that is wanted, or 0 for any
   */
  public static Asterix decode(byte[] datagram, long receivedUs, int only) {
    Rejects<Reject> rejects = new Rejects<>(Reject.class);
    List<TargetReport> reports = new ArrayList<>();
    int at = 0;
    while (at < datagram.length) {
      int length = at + HEADER <= datagram.length ? (int) Item.unsigned(datagram, at + 1, 2) : 0;
      if (length <= HEADER || at + length > datagram.length) {
        rejects.add(Reject.BAD_LENGTH);
        break;
      }
      int number = datagram[at] & 0xff;
      Category category = only == 0 || only == number ? category(number) : null;
      if (category == null) {
        rejects.add(Reject.OTHER_CATEGORY);
      } else {
        block(category, datagram, at + HEADER, at + length, receivedUs, reports, rejects);
      }
      at += length;
    }
    return new Asterix(reports, rejects.counts());
  }

  private static @Nullable Category category(int number) {
    return switch (number) {
      case SYSTEM_TRACKS -> new Category062();
      case ADS_B -> new Category021();
      default -> null;
    };
  }

  private static void block(
      Category category,
      byte[] bytes,
      int from,
      int until,
      long receivedUs,
      List<TargetReport> reports,
      Rejects<Reject> rejects) {
    int at = from;
    while (at < until) {
      int[] places = new int[category.record().parts().size()];
      int end = category.record().walk(bytes, at, until, places);
      if (end == Layout.BROKEN) {
        rejects.add(Reject.BROKEN_RECORD);
        return;
      }
      at = end;
      int timeAt = category.timeAt(places);
      if (timeAt == 0) {
        rejects.add(Reject.NO_TIME);
        continue;
      }
      long ofDayUs = Math.round(Item.unsigned(bytes, timeAt, 3) * Category.TIME_STEP_US);
      TargetReport report =
          ofDayUs >= DAY_US ? null : category.read(bytes, places, dated(ofDayUs, receivedUs));
      if (report == null) {
        rejects.add(Reject.IMPOSSIBLE);
      } else {
        reports.add(report);
      }
    }
  }

  /** The time of day on the day that puts it within twelve hours of when it came. */
  private static long dated(long ofDayUs, long receivedUs) {
    if (receivedUs == 0) {
      return ofDayUs;
    }
    long sinceUs = Math.floorMod(ofDayUs - receivedUs, DAY_US);
    return receivedUs + (sinceUs >= DAY_US / 2 ? sinceUs - DAY_US : sinceUs);
  }
}
