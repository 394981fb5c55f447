package hotline.traffic.watch;

import hotline.traffic.report.Place;
import java.util.Arrays;

/**
 * The rows of one aircraft in the order of time. Quantities that are not known are NaN; the doubles
 * stay inside this package.
 */
public final class Flight {
  private static final int ADDRESS_DIGITS = 6;

  private final String name;
  private final long[] timesUs;
  private final long[] latNanodegrees;
  private final long[] lngNanodegrees;
  private final double[][] known;

  private Flight(Builder from) {
    name = from.name;
    timesUs = Arrays.copyOf(from.timesUs, from.size);
    latNanodegrees = Arrays.copyOf(from.lat, from.size);
    lngNanodegrees = Arrays.copyOf(from.lng, from.size);
    known = Arrays.copyOf(from.known, from.size);
  }

  /** The transponder address, with {@code -HH} where hours were folded. */
  public String name() {
    return name;
  }

  /**
   * Whether both are of one party, whose controllers keep them apart: they are of one hour. In a
   * recording that is not folded all are.
   */
  boolean sameParty(Flight other) {
    return name.substring(ADDRESS_DIGITS).equals(other.name.substring(ADDRESS_DIGITS));
  }

  /** How many rows. */
  public int size() {
    return timesUs.length;
  }

  /** When a row is of, µs since 1970 UTC. */
  public long timeUs(int row) {
    return timesUs[row];
  }

  double latDegrees(int row) {
    return latNanodegrees[row] * 1e-9;
  }

  double lngDegrees(int row) {
    return lngNanodegrees[row] * 1e-9;
  }

  /** Whether a row has the place of the row before it to the last digit. */
  private boolean samePlaceAsBefore(int row) {
    return row > 0
        && latNanodegrees[row] == latNanodegrees[row - 1]
        && lngNanodegrees[row] == lngNanodegrees[row - 1];
  }

  /** A row as it is heard. */
  Tracker.Sight sight(int row) {
    return new Tracker.Sight(
        timesUs[row],
        latDegrees(row),
        lngDegrees(row),
        samePlaceAsBefore(row),
        known[row][0],
        known[row][1],
        known[row][2],
        known[row][3],
        Double.NaN);
  }

  /** Pressure height, feet. */
  double heightFt(int row) {
    return known[row][0];
  }

  /** A flight while it is read. */
  static final class Builder {
    private final String name;
    private long[] timesUs = new long[64];
    private long[] lat = new long[64];
    private long[] lng = new long[64];
    private double[][] known = new double[64][];
    private int size;

    Builder(String name) {
      this.name = name;
    }

    /** Appends a row; false: not later than the one before. */
    boolean add(long timeUs, Place place, double heightFt, double[] motion) {
      if (size > 0 && timeUs <= timesUs[size - 1]) {
        return false;
      }
      if (size == timesUs.length) {
        timesUs = Arrays.copyOf(timesUs, 2 * size);
        lat = Arrays.copyOf(lat, 2 * size);
        lng = Arrays.copyOf(lng, 2 * size);
        known = Arrays.copyOf(known, 2 * size);
      }
      timesUs[size] = timeUs;
      lat[size] = place.latNanodegrees();
      lng[size] = place.lngNanodegrees();
      known[size++] = new double[] {heightFt, motion[0], motion[1], motion[2]};
      return true;
    }

    Flight build() {
      return new Flight(this);
    }
  }
}
