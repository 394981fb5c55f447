package hotline.traffic.watch;

import hotline.traffic.Minima;
import hotline.traffic.separation.Cylinder;
import hotline.traffic.separation.CylinderDetection;
import hotline.traffic.separation.RelativeState;
import java.util.Optional;

/** The baseline: both go straight on as their last report says, through the closed form. */
record StraightPredictor(Cylinder cylinder, double reachM, int lookAheadS) implements Predictor {
  private static final double METRES_PER_FOOT = 0.3048;

  /** No two aircraft close faster than this. */
  private static final double CLOSING_MPS = 700;

  StraightPredictor(Minima minima, int lookAheadS) {
    this(
        new Cylinder(minima.horizontalMm() / 1000.0, minima.verticalFt() * METRES_PER_FOOT),
        minima.horizontalMm() / 1000.0 + CLOSING_MPS * lookAheadS,
        lookAheadS);
  }

  @Override
  public Optional<Prediction> predict(
      Snapshot one, Snapshot other, boolean sameParty, boolean standing) {
    double[] apart = one.from(other);
    if (Math.hypot(apart[0], apart[1]) > reachM) {
      return Optional.empty();
    }
    RelativeState state =
        new RelativeState(
            apart[0],
            apart[1],
            (one.heightFt() - other.heightFt()) * METRES_PER_FOOT,
            one.eastMps() - other.eastMps(),
            one.northMps() - other.northMps(),
            (one.climbFps() - other.climbFps()) * METRES_PER_FOOT);
    return CylinderDetection.within(state, cylinder, lookAheadS)
        .map(loss -> new Prediction(loss.fromS(), Cause.STRAIGHT));
  }
}
