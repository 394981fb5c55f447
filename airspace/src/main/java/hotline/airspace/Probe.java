package hotline.airspace;

/** A query as the shelves of one datum see it; before, after, above and below are strict. */
final class Probe {
  private final Space space;
  final long afterUs;
  final long beforeUs;
  final long above;
  final long below;

  Probe(Extent query, Space space, Datum datum, long datumMarginFeet) {
    this.space = space;
    this.afterUs = query.times().startUs();
    this.beforeUs = query.times().endUs();
    this.above = query.heights().floorAs(datum, datumMarginFeet);
    this.below = query.heights().ceilingAs(datum, datumMarginFeet);
  }

  boolean reaches(float[] boxes, int at) {
    return space.reaches(boxes, at);
  }
}
