package hotline.traffic.search;

import hotline.traffic.Minima;
import java.util.ArrayList;
import java.util.List;

/**
 * Every pair of aircraft that straight motion brings inside the minima within a look-ahead.
 *
 * <p>The look-ahead is cut into slices. Two aircraft that are inside the minima at some time of a
 * slice are, at its middle, at most D and the ways of both in half a slice apart, and in height at
 * most H and the same. So the places at the middle are laid into squares of that reach, and only
 * neighbours are looked at. The squares lie in a plane square to the mean direction of all
 * aircraft: such a projection never makes a distance longer, so none is lost, wherever on the globe
 * they are. What is found is judged in closed form, and told in the slice in which it begins: once.
 *
 * <p>For a given density the cost grows with the number of aircraft. Not thread-safe.
 */
public final class ConflictSearch {
  /** A shorter slice has smaller squares, but there are more of them to fill. */
  private static final double SLICE_S = 25;

  private static final int SQUARES_PER_MOVER = 4;

  /** Columns of what is compared, in the plane of the squares. */
  private static final int NEAR_X = 0;

  private static final int NEAR_Y = 1;
  private static final int NEAR_FEET = 2;
  private static final int NEAR_VX = 3;
  private static final int NEAR_VY = 4;
  private static final int NEAR_COLUMNS = 5;

  /** What is found costs room, too. */
  private static final int LOOKS_PER_FOUND = 20;

  private final double horizontalM;
  private final double verticalFt;
  private final double lookAheadS;
  private long looksLeft;

  /**
   * A search.
   *
   * @param minima how near aircraft may come
   * @param lookAheadS seconds, 1 to 3,600
   */
  public ConflictSearch(Minima minima, int lookAheadS) {
    if (lookAheadS < 1 || lookAheadS > 3_600) {
      throw new IllegalArgumentException("not a look-ahead: " + lookAheadS + " s");
    }
    horizontalM = minima.horizontalMm() / 1000.0;
    verticalFt = minima.verticalFt();
    this.lookAheadS = lookAheadS;
  }

  /**
   * A pair that is, or will be, inside the minima.
   *
   * @param first number of the one that was added first
   * @param second number of the other
   * @param fromS when it begins, 0 if it has
   * @param untilS when it ends, at most the look-ahead
   */
  public record Found(int first, int second, double fromS, double untilS) {}

  /** What was found, and whether all was looked at. */
  public record Result(List<Found> found, boolean isWhole) {
    /** Keeps an unmodifiable copy. */
    public Result {
      found = List.copyOf(found);
    }
  }

  /** The pairs, by no order that means anything but always the same. */
  public List<Found> search(Movers movers) {
    return search(movers, Long.MAX_VALUE).found();
  }

  /**
   * The same, giving up after so many looks at a pair: aircraft can be invented, as many and as
   * near to each other as a liar likes.
   */
  public Result search(Movers movers, long looksMax) {
    looksLeft = looksMax;
    List<Found> found = new ArrayList<>();
    if (movers.size() > 1) {
      Plane plane = new Plane(movers);
      int slices = (int) Math.ceil(lookAheadS / SLICE_S);
      for (int slice = 0; slice < slices; slice++) {
        plane.search(slice * lookAheadS / slices, (slice + 1) * lookAheadS / slices, found);
      }
    }
    return new Result(found, looksLeft > 0);
  }

  /** The same by looking at every pair: the yardstick. */
  public List<Found> exhaustive(Movers movers) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < movers.size(); i++) {
      for (int j = i + 1; j < movers.size(); j++) {
        judge(movers, i, j, 0, Double.POSITIVE_INFINITY, found);
      }
    }
    return found;
  }

  /** Adds the pair if it loses separation, beginning in {@code fromS ≤ t < untilS}. */
  private void judge(
      Movers movers, int first, int second, double fromS, double untilS, List<Found> found) {
    double square = 0;
    double closing = 0;
    double apart = -horizontalM * horizontalM;
    for (int axis = Movers.X; axis <= Movers.Z; axis++) {
      double way = movers.get(second, axis + Movers.VX) - movers.get(first, axis + Movers.VX);
      double now = movers.get(second, axis) - movers.get(first, axis);
      square += way * way;
      closing += way * now;
      apart += now * now;
    }
    double inS = 0;
    double outS = lookAheadS;
    if (square > 0) {
      double discriminant = closing * closing - square * apart;
      if (discriminant <= 0) {
        return;
      }
      // The root of the larger magnitude first, the other by their product: nothing cancels.
      double q = -(closing + Math.copySign(Math.sqrt(discriminant), closing));
      inS = Math.max(inS, Math.min(q / square, apart / q));
      outS = Math.min(outS, Math.max(q / square, apart / q));
    } else if (apart >= 0) {
      return;
    }
    double climb = movers.get(second, Movers.CLIMB) - movers.get(first, Movers.CLIMB);
    double above = movers.get(second, Movers.FEET) - movers.get(first, Movers.FEET);
    if (climb != 0) {
      double one = (-verticalFt - above) / climb;
      double other = (verticalFt - above) / climb;
      inS = Math.max(inS, Math.min(one, other));
      outS = Math.min(outS, Math.max(one, other));
    } else if (Math.abs(above) >= verticalFt) {
      return;
    }
    if (inS < outS && inS >= fromS && inS < untilS) {
      found.add(new Found(first, second, inS, outS));
    }
  }

  /** The movers in the plane of the squares. */
  private final class Plane {
    private final Movers movers;
    private final int size;
    private final double[] x;
    private final double[] y;
    private final double[] vx;
    private final double[] vy;
    private final double[] feet;
    private final double[] climb;
    private final double[] atX;
    private final double[] atY;
    private final double[] atFeet;
    private final int[] square;

    /** The movers by square. */
    private final int[] order;

    /** Their places, heights and ways in that order: what is compared lies together in memory. */
    private final double[] near;

    private final double fastestMps;
    private final double steepestFps;

    Plane(Movers movers) {
      this.movers = movers;
      size = movers.size();
      x = new double[size];
      y = new double[size];
      vx = new double[size];
      vy = new double[size];
      feet = new double[size];
      climb = new double[size];
      atX = new double[size];
      atY = new double[size];
      atFeet = new double[size];
      square = new int[size];
      order = new int[size];
      near = new double[NEAR_COLUMNS * size];
      double[][] axes = axes(movers);
      double fastest = 0;
      double steepest = 0;
      for (int i = 0; i < size; i++) {
        x[i] = dot(axes[0], i, Movers.X);
        y[i] = dot(axes[1], i, Movers.X);
        vx[i] = dot(axes[0], i, Movers.VX);
        vy[i] = dot(axes[1], i, Movers.VX);
        feet[i] = movers.get(i, Movers.FEET);
        climb[i] = movers.get(i, Movers.CLIMB);
        fastest = Math.max(fastest, vx[i] * vx[i] + vy[i] * vy[i]);
        steepest = Math.max(steepest, Math.abs(climb[i]));
      }
      fastestMps = Math.sqrt(fastest);
      steepestFps = steepest;
    }

    private double dot(double[] axis, int mover, int column) {
      return axis[0] * movers.get(mover, column)
          + axis[1] * movers.get(mover, column + 1)
          + axis[2] * movers.get(mover, column + 2);
    }

    /** Looks at the pairs that may begin to lose separation in a slice. */
    void search(double fromS, double untilS, List<Found> found) {
      double middle = (fromS + untilS) / 2;
      double half = (untilS - fromS) / 2;
      // A millimetre and a thousandth of a foot more than all rounding.
      double reach = horizontalM + 2 * fastestMps * half + 0.001;
      double reachFt = verticalFt + 2 * steepestFps * half + 0.001;
      double leastX = Double.POSITIVE_INFINITY;
      double leastY = Double.POSITIVE_INFINITY;
      double mostX = Double.NEGATIVE_INFINITY;
      double mostY = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        atX[i] = x[i] + vx[i] * middle;
        atY[i] = y[i] + vy[i] * middle;
        atFeet[i] = feet[i] + climb[i] * middle;
        leastX = Math.min(leastX, atX[i]);
        leastY = Math.min(leastY, atY[i]);
        mostX = Math.max(mostX, atX[i]);
        mostY = Math.max(mostY, atY[i]);
      }
      // Few aircraft far apart: larger squares, so that there are not more of them than is useful.
      double area = (mostX - leastX) * (mostY - leastY);
      double side = Math.max(reach, Math.sqrt(area / ((double) SQUARES_PER_MOVER * size)));
      side = Math.max(side, Math.max(mostX - leastX, mostY - leastY) / (SQUARES_PER_MOVER * size));
      int columns = 1 + (int) ((mostX - leastX) / side);
      int rows = 1 + (int) ((mostY - leastY) / side);
      int[] starts = fill(leastX, leastY, side, columns, rows);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int here = row * columns + column;
          if (starts[here] == starts[here + 1]) {
            continue;
          }
          // Its own square and the next in the row; the three beside it in the next row.
          int after = Math.min(column + 1, columns - 1);
          pairs(starts, here, here, row * columns + after, reach, reachFt, fromS, untilS, found);
          if (row + 1 < rows) {
            int first = (row + 1) * columns + Math.max(column - 1, 0);
            int last = (row + 1) * columns + after;
            pairs(starts, here, first, last, reach, reachFt, fromS, untilS, found);
          }
        }
      }
    }

    /** Sorts the movers by square; where each square begins, and behind the last its end. */
    private int[] fill(double leastX, double leastY, double side, int columns, int rows) {
      int[] starts = new int[columns * rows + 2];
      for (int i = 0; i < size; i++) {
        int column = Math.min(columns - 1, (int) ((atX[i] - leastX) / side));
        int row = Math.min(rows - 1, (int) ((atY[i] - leastY) / side));
        square[i] = row * columns + column;
        starts[square[i] + 2]++;
      }
      for (int i = 2; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      for (int i = 0; i < size; i++) {
        int place = starts[square[i] + 1]++;
        order[place] = i;
        near[5 * place + 0] = atX[i];
        near[NEAR_COLUMNS * place + NEAR_Y] = atY[i];
        near[NEAR_COLUMNS * place + NEAR_FEET] = atFeet[i];
        near[NEAR_COLUMNS * place + NEAR_VX] = vx[i];
        near[NEAR_COLUMNS * place + NEAR_VY] = vy[i];
      }
      return starts;
    }

    /** Pairs of a square with those from {@code first} to {@code last}, each pair once. */
    private void pairs(
        int[] starts,
        int here,
        int first,
        int last,
        double reach,
        double reachFt,
        double fromS,
        double untilS,
        List<Found> found) {
      double half = (untilS - fromS) / 2;
      double squared = reach * reach;
      // A millimetre more than all rounding.
      double inside = (horizontalM + 0.001) * (horizontalM + 0.001);
      for (int p = starts[here]; p < starts[here + 1]; p++) {
        double ownX = near[NEAR_COLUMNS * p + NEAR_X];
        double ownY = near[NEAR_COLUMNS * p + NEAR_Y];
        double ownFeet = near[NEAR_COLUMNS * p + NEAR_FEET];
        double ownVx = near[NEAR_COLUMNS * p + NEAR_VX];
        double ownVy = near[NEAR_COLUMNS * p + NEAR_VY];
        int end = starts[last + 1];
        int before = found.size();
        looksLeft -= end - (first == here ? p : starts[first]);
        if (looksLeft <= 0) {
          return;
        }
        for (int q = first == here ? p + 1 : starts[first]; q < end; q++) {
          double dx = ownX - near[NEAR_COLUMNS * q + NEAR_X];
          double dy = ownY - near[NEAR_COLUMNS * q + NEAR_Y];
          double apart = dx * dx + dy * dy;
          if (Math.abs(ownFeet - near[NEAR_COLUMNS * q + NEAR_FEET]) < reachFt && apart < squared) {
            double wayX = ownVx - near[NEAR_COLUMNS * q + NEAR_VX];
            double wayY = ownVy - near[NEAR_COLUMNS * q + NEAR_VY];
            double towards = Math.abs(dx * wayX + dy * wayY);
            if (nearest(apart, towards, wayX * wayX + wayY * wayY, half) < inside) {
              int one = order[p];
              int other = order[q];
              judge(movers, Math.min(one, other), Math.max(one, other), fromS, untilS, found);
            }
          }
        }
        looksLeft -= (long) LOOKS_PER_FOUND * (found.size() - before);
      }
    }
  }

  /**
   * The square of the least distance within half a slice of its middle, in the plane.
   *
   * @param apart that at the middle
   * @param towards how the distance changes there: the product of place and way, without its sign
   * @param way square of the relative speed
   */
  private static double nearest(double apart, double towards, double way, double half) {
    double most = way * half;
    if (towards > most) {
      return apart - half * (2 * towards - most);
    }
    return way == 0 ? apart : apart - towards * towards / way;
  }

  /** Two axes square to each other and to the mean direction of all movers. */
  private static double[][] axes(Movers movers) {
    double[] mean = new double[3];
    for (int i = 0; i < movers.size(); i++) {
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += movers.get(i, axis);
      }
    }
    double length = Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
    if (length < 1) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}};
    }
    for (int axis = 0; axis < 3; axis++) {
      mean[axis] /= length;
    }
    double[] help = Math.abs(mean[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
    double[] one = cross(help, mean);
    double size = Math.sqrt(one[0] * one[0] + one[1] * one[1] + one[2] * one[2]);
    for (int axis = 0; axis < 3; axis++) {
      one[axis] /= size;
    }
    return new double[][] {one, cross(mean, one)};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
