package hotline.cli.demo;

import hotline.airspace.Circle;
import hotline.airspace.Outline;
import hotline.line.disclosure.ExactVolume;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A volume as the play's own checks see it: what a node shows of it, and geometry of their own.
 *
 * <p>Outlines are compared in a gnomonic projection centred between them, in which geodesics are
 * straight to a millimetre at these sizes. Nearer to touching than {@link #DOUBT_M} this says so
 * rather than guess.
 *
 * @param corners latitude and longitude in degrees, in turn
 */
@SuppressWarnings("ArrayRecordComponent") // compared by sameFootprint, never by equals
record PlainVolume(
    double[] corners, String datum, long floor, long ceiling, long startUs, long endUs) {
  /** How near to touching is left open, in metres. */
  static final double DOUBT_M = 2;

  private static final GeometryFactory PLANE = new GeometryFactory();
  private static final int CIRCLE_CORNERS = 720;
  private static final double NANO = 1e-9;

  /** Whether two volumes overlap. */
  enum Overlap {
    /** They are apart. */
    NO,
    /** They touch, or nearly. */
    DOUBTFUL,
    /** They overlap. */
    YES
  }

  static PlainVolume of(Views.Volume volume) {
    List<Long> outline = volume.outlineLatLngNanodegrees();
    double[] corners = outline.stream().mapToDouble(each -> each * NANO).toArray();
    Long radiusMm = volume.radiusMm();
    if (radiusMm != null) {
      corners = circle(corners[0], corners[1], radiusMm / 1_000.0);
    }
    return new PlainVolume(
        corners,
        volume.band().datum(),
        volume.band().floor(),
        volume.band().ceiling(),
        micros(volume.start()),
        micros(volume.end()));
  }

  static PlainVolume of(ExactVolume exact) {
    double[] corners =
        switch (exact.volume().footprint()) {
          case Circle circle ->
              circle(
                  circle.centre().latNanodegrees() * NANO,
                  circle.centre().lngNanodegrees() * NANO,
                  circle.radiusMm() / 1_000.0);
          case Outline outline ->
              outline.vertices().stream()
                  .flatMapToDouble(each ->
                      DoubleStream.of(each.latNanodegrees() * NANO, each.lngNanodegrees() * NANO))
                  .toArray();
        };
    return new PlainVolume(
        corners,
        exact.volume().heights().datum().name(),
        exact.volume().heights().floor(),
        exact.volume().heights().ceiling(),
        exact.volume().times().startUs(),
        exact.volume().times().endUs());
  }

  static List<PlainVolume> of(Views.Notice notice) {
    return notice.volumes().stream().map(PlainVolume::of).toList();
  }

  private static double[] circle(double lat, double lng, double radiusM) {
    double[] corners = new double[2 * CIRCLE_CORNERS];
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      var corner = Geodesic.WGS84.Direct(lat, lng, 360.0 * i / CIRCLE_CORNERS, radiusM);
      corners[2 * i] = corner.lat2;
      corners[2 * i + 1] = corner.lon2;
    }
    return corners;
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  /** The same volume, later and higher. */
  PlainVolume shifted(long laterUs, long higher) {
    return new PlainVolume(
        corners, datum, floor + higher, ceiling + higher, startUs + laterUs, endUs + laterUs);
  }

  /** Whether all but time and height is the same. */
  boolean sameFootprint(PlainVolume other) {
    return Arrays.equals(corners, other.corners) && datum.equals(other.datum);
  }

  /** Whether this volume and {@code other} overlap in time, height and space. */
  Overlap overlap(PlainVolume other) {
    if (!datum.equals(other.datum)) {
      return Overlap.DOUBTFUL;
    }
    boolean timesMeet = startUs < other.endUs && other.startUs < endUs;
    boolean heightsMeet = floor < other.ceiling && other.floor < ceiling;
    if (!timesMeet || !heightsMeet || far(other)) {
      return Overlap.NO;
    }
    double lat = (corners[0] + other.corners[0]) / 2;
    double lng = (corners[1] + other.corners[1]) / 2;
    Geometry one = plane(lat, lng);
    Geometry two = other.plane(lat, lng);
    if (one.distance(two) > DOUBT_M) {
      return Overlap.NO;
    }
    return one.buffer(-DOUBT_M).intersects(two) ? Overlap.YES : Overlap.DOUBTFUL;
  }

  /** Whether a point is inside the outline, drawn on a plane of degrees: for points well inside. */
  boolean contains(double lat, double lng) {
    boolean inside = false;
    int count = corners.length / 2;
    for (int i = 0, j = count - 1; i < count; j = i++) {
      double latI = corners[2 * i];
      double latJ = corners[2 * j];
      double lngI = corners[2 * i + 1];
      double lngJ = corners[2 * j + 1];
      if (latI > lat != latJ > lat && lng < (lngJ - lngI) * (lat - latI) / (latJ - latI) + lngI) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Whether the boxes of latitude and longitude, a little widened, are apart. */
  private boolean far(PlainVolume other) {
    double slack = 0.02;
    for (int axis = 0; axis < 2; axis++) {
      if (end(axis, 1) + slack < other.end(axis, -1)
          || other.end(axis, 1) + slack < end(axis, -1)) {
        return true;
      }
    }
    return false;
  }

  private double end(int axis, int sign) {
    double end = sign * corners[axis];
    for (int i = axis; i < corners.length; i += 2) {
      end = Math.max(end, sign * corners[i]);
    }
    return sign * end;
  }

  private Geometry plane(double lat, double lng) {
    Gnomonic gnomonic = new Gnomonic(Geodesic.WGS84);
    int count = corners.length / 2;
    Coordinate[] ring = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      GnomonicData at = gnomonic.Forward(lat, lng, corners[2 * i], corners[2 * i + 1]);
      ring[i] = new Coordinate(at.x, at.y);
    }
    ring[count] = ring[0];
    return PLANE.createPolygon(ring);
  }
}
