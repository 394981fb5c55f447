package hotline.airspace;

/** Whether footprints meet; the bound and its reasons are at {@link Footprint#ERROR_BOUND_MM}. */
final class Intersection {
  private Intersection() {}

  static boolean of(Footprint a, Footprint b) {
    return switch (a) {
      case Circle circle ->
          switch (b) {
            case Circle other -> circles(circle, other);
            case Outline outline -> circleAndOutline(circle, outline);
          };
      case Outline outline ->
          switch (b) {
            case Circle circle -> circleAndOutline(circle, outline);
            case Outline other -> outlines(outline, other);
          };
    };
  }

  static boolean contains(Footprint footprint, Position position) {
    return switch (footprint) {
      case Circle circle -> within(circle.centre(), position, circle.radiusM() + Edge.TOUCH_M);
      case Outline outline -> reaches(outline.ring(), position, Edge.TOUCH_M);
    };
  }

  private static boolean circles(Circle a, Circle b) {
    return within(a.centre(), b.centre(), a.radiusM() + b.radiusM() + Edge.TOUCH_M);
  }

  private static boolean within(Position a, Position b, double limitM) {
    double angle = Vec.of(a).angle(Vec.of(b));
    if (angle * Ellipsoid.RADIUS_LEAST_M > limitM) {
      return false;
    }
    return angle * Ellipsoid.RADIUS_MOST_M <= limitM || Separation.distanceM(a, b) <= limitM;
  }

  private static boolean circleAndOutline(Circle circle, Outline outline) {
    return reaches(outline.ring(), circle.centre(), circle.radiusM() + Edge.TOUCH_M);
  }

  /** Whether the ring or its inside is within {@code limitM} of {@code position}. */
  private static boolean reaches(Ring ring, Position position, double limitM) {
    Vec place = Vec.of(position);
    double apart = place.angle(ring.middle()) - ring.capRadians();
    if (apart * Ellipsoid.RADIUS_LEAST_M > limitM) {
      return false;
    }
    Sides sides = new Sides(ring);
    return sides.anyWithin(limitM, place, position) || sides.enclose(place);
  }

  private static boolean outlines(Outline a, Outline b) {
    Ring ringA = a.ring();
    Ring ringB = b.ring();
    double apart = ringA.middle().angle(ringB.middle()) - ringA.capRadians() - ringB.capRadians();
    if (apart * Ellipsoid.RADIUS_LEAST_M > Edge.TOUCH_M) {
      return false;
    }
    Sides sidesA = new Sides(ringA);
    Sides sidesB = new Sides(ringB);
    for (int i = 0; i < ringA.size(); i++) {
      for (int j = 0; j < ringB.size(); j++) {
        if (sidesA.touch(i, sidesB, j)) {
          return true;
        }
      }
    }
    // No line meets the other, so one holds all of the other or nothing of it.
    return sidesA.enclose(ringB.vertex(0)) || sidesB.enclose(ringA.vertex(0));
  }
}
