package hotline.console;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;

/**
 * The outlines a node knows of a notice: its exact volumes, else its coarse cells. For looking
 * only: a circle is a polygon on a sphere, within 0.6 % of its radius.
 */
final class Outlines {
  private static final int CIRCLE_CORNERS = 24;
  private static final int CELLS_MAX = 64;
  private static final double METRES_PER_DEGREE = 111_195;

  private Outlines() {}

  /** Latitudes and longitudes by turns, in 10⁻⁹ degree; at most 64 cells. */
  static List<List<Long>> of(Views.Notice notice) {
    List<List<Long>> outlines = new ArrayList<>();
    for (Views.Volume volume : notice.volumes()) {
      List<Long> outline = volume.outlineLatLngNanodegrees();
      if (volume.radiusMm() != null && outline.size() >= 2) {
        outlines.add(circle(outline.get(0), outline.get(1), volume.radiusMm()));
      } else if (outline.size() >= 6) {
        outlines.add(outline);
      }
    }
    if (outlines.isEmpty()) {
      notice.cellTokens().stream().limit(CELLS_MAX).forEach(token -> outlines.add(cell(token)));
      outlines.removeIf(List::isEmpty);
    }
    return outlines;
  }

  private static List<Long> circle(long lat, long lng, long radiusMm) {
    List<Long> corners = new ArrayList<>();
    double radius = radiusMm / 1_000.0 / METRES_PER_DEGREE;
    double wider = radius / Math.max(0.01, Math.cos(Math.toRadians(lat * 1e-9)));
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      double angle = 2 * Math.PI * i / CIRCLE_CORNERS;
      corners.add(lat + Math.round(radius * StrictMath.cos(angle) * 1e9));
      corners.add(lng + Math.round(wider * StrictMath.sin(angle) * 1e9));
    }
    return corners;
  }

  private static List<Long> cell(String token) {
    S2CellId id = S2CellId.fromToken(token);
    List<Long> corners = new ArrayList<>();
    if (!id.isValid()) {
      return corners;
    }
    S2Cell cell = new S2Cell(id);
    for (int i = 0; i < 4; i++) {
      S2LatLng corner = new S2LatLng(cell.getVertex(i));
      corners.add(Math.round(corner.latDegrees() * 1e9));
      corners.add(Math.round(corner.lngDegrees() * 1e9));
    }
    return corners;
  }
}
