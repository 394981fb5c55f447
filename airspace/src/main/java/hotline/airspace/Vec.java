package hotline.airspace;

/**
 * A vector in space, nearly always of length one: the ellipsoid's outward normal at a place, so
 * that geodetic latitude and longitude are its latitude and longitude on a unit sphere. No pole and
 * no antimeridian exist for it.
 */
record Vec(double x, double y, double z) {
  static Vec of(Position position) {
    return ofDegrees(position.latDegrees(), position.lngDegrees());
  }

  static Vec ofDegrees(double latDegrees, double lngDegrees) {
    double lat = Math.toRadians(latDegrees);
    double lng = Math.toRadians(lngDegrees);
    double cosLat = Math.cos(lat);
    return new Vec(cosLat * Math.cos(lng), cosLat * Math.sin(lng), Math.sin(lat));
  }

  Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  Vec times(double k) {
    return new Vec(k * x, k * y, k * z);
  }

  Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  double norm() {
    return Math.sqrt(dot(this));
  }

  /** The same direction with length one; the zero vector has none and gives NaN. */
  Vec unit() {
    return times(1 / norm());
  }

  double latDegrees() {
    return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
  }

  double lngDegrees() {
    return Math.toDegrees(Math.atan2(y, x));
  }

  /** The straight distance to {@code o}: two ends of a chord of the unit sphere. */
  double chord(Vec o) {
    double dx = x - o.x;
    double dy = y - o.y;
    double dz = z - o.z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** The angle to {@code o} in radians, exact also for the very near. */
  double angle(Vec o) {
    return arc(chord(o));
  }

  /** The angle under a chord of the unit sphere. */
  static double arc(double chord) {
    return 2 * Math.asin(Math.min(1, chord / 2));
  }
}
