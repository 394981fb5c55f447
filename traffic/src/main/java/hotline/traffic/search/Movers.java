package hotline.traffic.search;

import hotline.traffic.report.Ellipsoid;
import hotline.traffic.report.Place;
import java.util.Arrays;

/**
 * Many aircraft at one instant, as columns of numbers.
 *
 * <p>A place is the point of the W84 ellipsoid below the aircraft in the earth-centred frame;
 * motion is straight in that frame. Over 300 s at 300 m/s that rises 0.7 km above the curved earth;
 * for two aircraft that come within 5 NM of each other it changes their distance by less than 30 m.
 * Not thread-safe.
 */
public final class Movers {
  private int size;
  private double[] numbers;

  /** Columns in {@link #numbers}: place and velocity in metres, height and climb in feet. */
  static final int X = 0;

  static final int Y = 1;
  static final int Z = 2;
  static final int VX = 3;
  static final int VY = 4;
  static final int VZ = 5;
  static final int FEET = 6;
  static final int CLIMB = 7;
  static final int COLUMNS = 8;

  /** None yet, with room for so many. */
  public Movers(int room) {
    numbers = new double[COLUMNS * Math.max(1, room)];
  }

  /**
   * Adds an aircraft; its number is that of those before it.
   *
   * @param place where
   * @param heightFt pressure height
   * @param eastMps metres a second, finite, below 2,000
   * @param northMps the same to the north
   * @param climbFps feet a second, finite, below 1,000
   */
  public void add(Place place, double heightFt, double eastMps, double northMps, double climbFps) {
    if (!(Math.abs(eastMps) < 2_000 && Math.abs(northMps) < 2_000 && Math.abs(climbFps) < 1_000)) {
      throw new IllegalArgumentException("no aircraft moves so fast");
    }
    if (!(Math.abs(heightFt) < 1e6)) {
      throw new IllegalArgumentException("no aircraft is so high: " + heightFt + " ft");
    }
    int at = COLUMNS * size++;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    double lat = Math.toRadians(place.latNanodegrees() * 1e-9);
    double lng = Math.toRadians(place.lngNanodegrees() * 1e-9);
    Ellipsoid.put(place.latNanodegrees() * 1e-9, place.lngNanodegrees() * 1e-9, numbers, at);
    double inward = northMps * Math.sin(lat);
    numbers[at + VX] = -eastMps * Math.sin(lng) - inward * Math.cos(lng);
    numbers[at + VY] = eastMps * Math.cos(lng) - inward * Math.sin(lng);
    numbers[at + VZ] = northMps * Math.cos(lat);
    numbers[at + FEET] = heightFt;
    numbers[at + CLIMB] = climbFps;
  }

  /** How many. */
  public int size() {
    return size;
  }

  double get(int mover, int column) {
    return numbers[COLUMNS * mover + column];
  }
}
