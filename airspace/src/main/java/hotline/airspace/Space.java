package hotline.airspace;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;

/**
 * Boxes around cells on the unit sphere: one around all, then one around each.
 *
 * <p>A cell lies within half its diagonal of its centre, and no S2 cell's diagonal is longer than
 * 2.44 / 2^level (the figure of S2's quadratic projection); a chord is shorter than its angle.
 */
final class Space {
  private static final double HALF_DIAGONAL = 1.23;
  private static final int HALF = Boxes.SPACE / 2;

  /** The level of the cell that stands for the middle: 8 km, about the size of a notice. */
  private static final int MIDDLE_LEVEL = 10;

  private final float[] bounds;

  private Space(float[] bounds) {
    this.bounds = bounds;
  }

  static Space of(Cells cells) {
    float[] bounds = new float[Boxes.SPACE * (1 + cells.count())];
    for (int k = 0; k < HALF; k++) {
      bounds[k] = Float.POSITIVE_INFINITY;
      bounds[HALF + k] = Float.NEGATIVE_INFINITY;
    }
    for (int i = 0; i < cells.count(); i++) {
      S2Point centre = new S2CellId(cells.id(i)).toPoint();
      double reach = Math.scalb(HALF_DIAGONAL, -CellIds.level(cells.id(i)));
      int place = Boxes.SPACE * (1 + i);
      for (int k = 0; k < HALF; k++) {
        float least = Math.nextDown((float) (centre.get(k) - reach));
        float most = Math.nextUp((float) (centre.get(k) + reach));
        bounds[place + k] = least;
        bounds[place + HALF + k] = most;
        bounds[k] = Math.min(bounds[k], least);
        bounds[HALF + k] = Math.max(bounds[HALF + k], most);
      }
    }
    return new Space(bounds);
  }

  /** Copies the box around all cells. */
  void copyTo(float[] space, int at) {
    System.arraycopy(bounds, 0, space, at, Boxes.SPACE);
  }

  /** The number of a cell about the middle, along the Hilbert curve; near ones are near. */
  int middle() {
    S2Point middle =
        new S2Point(
            (double) bounds[0] + bounds[HALF],
            (double) bounds[1] + bounds[HALF + 1],
            (double) bounds[2] + bounds[HALF + 2]);
    // A box around the whole globe has its middle at the centre, in no direction; any will do.
    long id = middle.norm2() == 0 ? S2CellId.begin(0).id() : S2CellId.fromPoint(middle).id();
    return (int) CellIds.ordinal(id, MIDDLE_LEVEL);
  }

  /** Whether a box shares a point with the box of a cell. */
  boolean reaches(float[] space, int at) {
    if (!overlap(0, space, at)) {
      return false;
    }
    for (int place = Boxes.SPACE; place < bounds.length; place += Boxes.SPACE) {
      if (overlap(place, space, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean overlap(int place, float[] space, int at) {
    return bounds[place] <= space[at + 3]
        && bounds[place + 3] >= space[at]
        && bounds[place + 1] <= space[at + 4]
        && bounds[place + 4] >= space[at + 1]
        && bounds[place + 2] <= space[at + 5]
        && bounds[place + 5] >= space[at + 2];
  }
}
