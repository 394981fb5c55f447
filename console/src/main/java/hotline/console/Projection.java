package hotline.console;

import java.util.List;

/**
 * Plate carrée true at its middle latitude, for a drawing of fixed size. For looking only: its
 * doubles decide nothing. Longitudes are unrolled round the middle, so that the antimeridian is no
 * edge.
 */
final class Projection {
  private static final double MARGIN = 0.08;
  private static final double DEGREES_MIN = 0.1;
  private static final double NANO = 1e-9;

  private final int width;
  private final int height;
  private final double lat0;
  private final double lng0;
  private final double scale;
  private final double shrink;

  private Projection(int width, int height, double lat0, double lng0, double scale, double shrink) {
    this.width = width;
    this.height = height;
    this.lat0 = lat0;
    this.lng0 = lng0;
    this.scale = scale;
    this.shrink = shrink;
  }

  /**
   * A projection that shows all points, given as latitude and longitude pairs in 10⁻⁹ degree.
   *
   * @param width of the drawing, in its own units
   */
  static Projection of(int width, int height, List<Long> latLng) {
    if (latLng.isEmpty()) {
      return new Projection(width, height, 0, 0, 3, 1);
    }
    double first = latLng.get(1) * NANO;
    double south = 90;
    double north = -90;
    double west = 0;
    double east = 0;
    for (int i = 0; i + 1 < latLng.size(); i += 2) {
      double lat = latLng.get(i) * NANO;
      double lng = unrolled(latLng.get(i + 1) * NANO - first);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
      west = Math.min(west, lng);
      east = Math.max(east, lng);
    }
    double lat0 = (south + north) / 2;
    double shrink = Math.max(0.05, Math.cos(Math.toRadians(lat0)));
    double tall = Math.max(DEGREES_MIN, north - south);
    double wide = Math.max(DEGREES_MIN, (east - west) * shrink);
    double scale = Math.min(height / tall, width / wide) / (1 + 2 * MARGIN);
    return new Projection(width, height, lat0, first + (west + east) / 2, scale, shrink);
  }

  private static double unrolled(double degrees) {
    return degrees - 360 * Math.rint(degrees / 360);
  }

  long x(long lngNanodegrees) {
    return x(lngNanodegrees * NANO);
  }

  long y(long latNanodegrees) {
    return y(latNanodegrees * NANO);
  }

  long x(double lng) {
    return Math.round(width / 2.0 + unrolled(lng - lng0) * shrink * scale);
  }

  long y(double lat) {
    return Math.round(height / 2.0 - (lat - lat0) * scale);
  }

  /** Drawing units of a distance. */
  long length(double metres) {
    return Math.round(metres / 111_195 * scale);
  }

  double southEdge() {
    return lat0 - height / 2.0 / scale;
  }

  double northEdge() {
    return lat0 + height / 2.0 / scale;
  }

  double westEdge() {
    return lng0 - width / 2.0 / scale / shrink;
  }

  double eastEdge() {
    return lng0 + width / 2.0 / scale / shrink;
  }

  /** A step of whole minutes that puts about five lines across {@code degrees}. */
  static int stepMinutes(double degrees) {
    for (int step : new int[] {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200}) {
      if (degrees * 60 / step <= 7) {
        return step;
      }
    }
    return 1_800;
  }
}
