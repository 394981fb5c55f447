package hotline.airspace;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2LatLngRect;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Region;
import java.util.ArrayList;
import java.util.List;

/**
 * A footprint as S2's covering algorithm asks about it: on the sphere of normals, with every doubt
 * resolved outward. Sides are cut until their sway is below {@link #SWAY_ENOUGH}; each is then an
 * arc with that sway, {@link #PAD} wide at least, which swallows the rounding of S2's chord angles
 * (0.2 m at worst: they square).
 */
final class Region implements S2Region {
  /** One metre, in radians. */
  private static final double PAD = 1 / Ellipsoid.RADIUS_LEAST_M;

  /** Ten metres, in radians: far below the finest cell. */
  private static final double SWAY_ENOUGH = 10 / Ellipsoid.RADIUS_LEAST_M;

  private final Shape shape;

  Region(Footprint footprint) {
    shape =
        switch (footprint) {
          case Circle circle -> new Disc(circle);
          case Outline outline -> new Patch(outline.ring());
        };
  }

  @Override
  public S2Cap getCapBound() {
    return S2Cap.fromAxisAngle(shape.middle(), S1Angle.radians(shape.radius()));
  }

  @Override
  public S2LatLngRect getRectBound() {
    return getCapBound().getRectBound();
  }

  @Override
  public boolean contains(S2Cell cell) {
    return shape.contains(cell);
  }

  @Override
  public boolean contains(S2Point point) {
    throw new UnsupportedOperationException("a covering is asked of cells only");
  }

  @Override
  public boolean mayIntersect(S2Cell cell) {
    return shape.mayIntersect(cell);
  }

  private static S2Point point(Vec vec) {
    return new S2Point(vec.x(), vec.y(), vec.z());
  }

  private static Vec vec(S2Point point) {
    return new Vec(point.getX(), point.getY(), point.getZ());
  }

  private sealed interface Shape {
    S2Point middle();

    /** Of a cap about the middle that holds the shape and its pad, in radians. */
    double radius();

    /** Certainly holds the cell. */
    boolean contains(S2Cell cell);

    /** Cannot be shown to keep a pad's width off the cell. */
    boolean mayIntersect(S2Cell cell);
  }

  private static final class Disc implements Shape {
    private final S2Point middle;
    private final double inner;
    private final double outer;

    Disc(Circle circle) {
      middle = point(Vec.of(circle.centre()));
      inner = circle.radiusM() / Ellipsoid.RADIUS_MOST_M - PAD;
      outer = circle.radiusM() / Ellipsoid.RADIUS_LEAST_M + PAD;
    }

    @Override
    public S2Point middle() {
      return middle;
    }

    @Override
    public double radius() {
      return outer;
    }

    @Override
    public boolean contains(S2Cell cell) {
      return cell.getMaxDistance(middle).toAngle().radians() <= inner;
    }

    @Override
    public boolean mayIntersect(S2Cell cell) {
      return cell.getDistance(middle).toAngle().radians() <= outer;
    }
  }

  private static final class Patch implements Shape {
    private final Ring ring;
    private final Sides sides;
    private final List<Edge> pieces = new ArrayList<>();

    Patch(Ring ring) {
      this.ring = ring;
      this.sides = new Sides(ring);
      for (int side = 0; side < ring.size(); side++) {
        cut(sides.edge(side));
      }
    }

    private void cut(Edge edge) {
      if (edge.sway() <= SWAY_ENOUGH) {
        pieces.add(edge);
      } else {
        cut(edge.first());
        cut(edge.second());
      }
    }

    @Override
    public S2Point middle() {
      return point(ring.middle());
    }

    @Override
    public double radius() {
      return ring.capRadians() + PAD;
    }

    @Override
    public boolean contains(S2Cell cell) {
      return !borderMayIntersect(cell) && sides.enclose(vec(cell.getCenter()));
    }

    @Override
    public boolean mayIntersect(S2Cell cell) {
      return borderMayIntersect(cell) || sides.enclose(vec(cell.getCenter()));
    }

    private boolean borderMayIntersect(S2Cell cell) {
      Vec centre = vec(cell.getCenter());
      double far = 0;
      for (int i = 0; i < 4; i++) {
        far = Math.max(far, centre.chord(vec(cell.getVertex(i))));
      }
      for (Edge piece : pieces) {
        // Balls first; a chord is never longer than its angle.
        if (piece.middle().chord(centre) - piece.reach() - far <= PAD
            && cell.getDistanceToEdge(point(piece.from()), point(piece.to())).toAngle().radians()
                <= piece.sway() + PAD) {
          return true;
        }
      }
      return false;
    }
  }
}
