package hotline.traffic.modes;

import hotline.traffic.report.Place;
import org.jspecify.annotations.Nullable;

/**
 * The places of one aircraft from its compact positions (CPR, DO-260B appendix A.1.7).
 *
 * <p>An even and an odd half that are at most ten seconds apart give a place anywhere on the globe;
 * after that each half gives one near the last place. A place that a local decoding puts farther
 * from the last than the aircraft can have flown is not believed, and the aircraft starts anew. On
 * the ground a place near by is needed: without one there is none.
 *
 * <p>Resolution: 5.1 m in the air, 1.25 m on the ground. Doubles: the arithmetic is that of the
 * standard; its own bins are wider than the rounding by nine orders. Not thread-safe.
 */
public final class CompactPosition {
  private static final int BINS = 1 << 17;
  private static final int ZONES = 15;
  private static final long PAIR_US = 10_000_000;
  private static final long KEEP_US = 180_000_000;

  /** Faster than this no aircraft flies: 1,000 m/s, and a kilometre for what is unknown. */
  private static final double DEGREES_PER_US = 1_000 / 111_195.0 / 1e6;

  private static final double SLACK_DEGREES = 1_000 / 111_195.0;

  /**
   * One message's part of a position.
   *
   * @param odd whether it is of the odd grid
   * @param lat 17 bits
   * @param lng 17 bits
   */
  public record Half(boolean odd, int lat, int lng) {}

  private record Seen(Half half, long timeUs, boolean surface) {}

  private @Nullable Seen even;
  private @Nullable Seen odd;
  private double lastLat = Double.NaN;
  private double lastLng = Double.NaN;
  private long lastUs;

  /** The place that a half in the air tells; null if it cannot be known yet. */
  public @Nullable Place airborne(Half half, long timeUs) {
    return place(half, timeUs, false);
  }

  /** The place that a half on the ground tells; null if it cannot be known yet. */
  public @Nullable Place surface(Half half, long timeUs) {
    return place(half, timeUs, true);
  }

  private @Nullable Place place(Half half, long timeUs, boolean surface) {
    Seen seen = new Seen(half, timeUs, surface);
    if (half.odd()) {
      odd = seen;
    } else {
      even = seen;
    }
    double[] found = null;
    if (!Double.isNaN(lastLat) && Math.abs(timeUs - lastUs) <= KEEP_US) {
      found = near(half, lastLat, lastLng, surface ? 90 : 360);
      if (!reachable(found, timeUs)) {
        forget(half.odd());
        found = null;
      }
    }
    if (found == null && !surface) {
      found = paired(half.odd());
    }
    if (found == null || !(Math.abs(found[0]) <= 90)) {
      return null;
    }
    lastLat = found[0];
    lastLng = found[1];
    lastUs = timeUs;
    return new Place(Math.round(found[0] * 1e9), Math.round(found[1] * 1e9));
  }

  private boolean reachable(double[] found, long timeUs) {
    double reach = SLACK_DEGREES + DEGREES_PER_US * Math.abs(timeUs - lastUs);
    double east = wrap(found[1] - lastLng) * Math.cos(Math.toRadians(found[0]));
    return Math.hypot(found[0] - lastLat, east) <= reach;
  }

  /** What was known is doubtful: only the half that has just come stays. */
  private void forget(boolean keepOdd) {
    lastLat = Double.NaN;
    if (keepOdd) {
      even = null;
    } else {
      odd = null;
    }
  }

  /** The place near a known one, within half a zone. */
  private static double[] near(Half half, double lat, double lng, double span) {
    double zoneLat = span / (4 * ZONES - (half.odd() ? 1 : 0));
    double partLat = (double) half.lat() / BINS;
    double j = Math.floor(lat / zoneLat) + Math.floor(0.5 + part(lat, zoneLat) - partLat);
    double newLat = zoneLat * (j + partLat);
    double zoneLng = span / Math.max(1, zones(newLat) - (half.odd() ? 1 : 0));
    double partLng = (double) half.lng() / BINS;
    double m = Math.floor(lng / zoneLng) + Math.floor(0.5 + part(lng, zoneLng) - partLng);
    return new double[] {newLat, wrap(zoneLng * (m + partLng))};
  }

  private static double part(double value, double zone) {
    return value / zone - Math.floor(value / zone);
  }

  /** The place anywhere that an even and an odd half in the air tell, of the newer; or null. */
  private double @Nullable [] paired(boolean newerIsOdd) {
    Seen one = even;
    Seen other = odd;
    if (one == null
        || other == null
        || one.surface()
        || other.surface()
        || Math.abs(one.timeUs() - other.timeUs()) > PAIR_US) {
      return null;
    }
    double evenLat = (double) one.half().lat() / BINS;
    double oddLat = (double) other.half().lat() / BINS;
    double j = Math.floor(59 * evenLat - 60 * oddLat + 0.5);
    double latOfEven = south(360.0 / 60 * (Math.floorMod((long) j, 60L) + evenLat));
    double latOfOdd = south(360.0 / 59 * (Math.floorMod((long) j, 59L) + oddLat));
    int zones = zones(latOfEven);
    if (zones != zones(latOfOdd)) {
      return null;
    }
    double evenLng = (double) one.half().lng() / BINS;
    double oddLng = (double) other.half().lng() / BINS;
    double m = Math.floor(evenLng * (zones - 1) - oddLng * zones + 0.5);
    int count = Math.max(1, zones - (newerIsOdd ? 1 : 0));
    double lng =
        360.0 / count * (Math.floorMod((long) m, (long) count) + (newerIsOdd ? oddLng : evenLng));
    return new double[] {newerIsOdd ? latOfOdd : latOfEven, wrap(lng)};
  }

  private static double south(double lat) {
    return lat >= 270 ? lat - 360 : lat;
  }

  private static double wrap(double lng) {
    return lng - 360 * Math.floor((lng + 180) / 360);
  }

  /** How many zones of longitude the even grid has at a latitude (NL). */
  static int zones(double lat) {
    double off = Math.abs(lat);
    if (off >= 87) {
      return off > 87 ? 1 : 2;
    }
    if (off == 0) {
      return 59;
    }
    double cos = Math.cos(Math.toRadians(off));
    double of = 1 - (1 - Math.cos(Math.PI / (2 * ZONES))) / (cos * cos);
    return (int) Math.floor(2 * Math.PI / Math.acos(of));
  }
}
