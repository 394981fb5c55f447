package hotline.airspace;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;

/**
 * The search for a place of a footprint that lies outside cells that are said to hold it.
 *
 * <p>What is found convicts whoever said so, so nothing doubtful counts: a place is the centre of a
 * cell, down to level {@value Cells#LEVEL_MAX}, that is outside and whose centre the footprint
 * contains. Centres lie hundreds of metres from any border of those cells, far beyond what two
 * machines could see differently. A sliver that holds no such centre is not found.
 */
final class Spill {
  /** A bound on the work that a hostile footprint can ask for; beyond it nothing is claimed. */
  private static final int VISITS_MAX = 20_000;

  private final Cells cells;
  private final Footprint footprint;
  private final Region region;
  private int visits;

  Spill(Cells cells, Footprint footprint) {
    this.cells = cells;
    this.footprint = footprint;
    this.region = new Region(footprint);
  }

  boolean isSeen() {
    for (int face = 0; face < 6; face++) {
      if (isSeenIn(S2CellId.fromFace(face))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSeenIn(S2CellId id) {
    if (cells.containsId(id.id()) || visits++ >= VISITS_MAX) {
      return false;
    }
    if (!region.mayIntersect(new S2Cell(id))) {
      return false;
    }
    if (!cells.meets(Cells.of(id.id())) && footprint.contains(centre(id))) {
      return true;
    }
    if (id.level() == Cells.LEVEL_MAX) {
      return false;
    }
    for (int child = 0; child < 4; child++) {
      if (isSeenIn(id.child(child))) {
        return true;
      }
    }
    return false;
  }

  private static Position centre(S2CellId id) {
    S2LatLng centre = id.toLatLng();
    return Position.ofDegrees(centre.latDegrees(), centre.lngDegrees());
  }
}
