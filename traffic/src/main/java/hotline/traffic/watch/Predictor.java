package hotline.traffic.watch;

import hotline.traffic.Minima;
import java.util.Optional;

/** Says whether two aircraft are about to lose separation. */
sealed interface Predictor permits StraightPredictor, WayPredictor {
  /**
   * A loss that is predicted.
   *
   * @param inS seconds until it begins, not negative
   * @param cause which way of going on leads there
   */
  record Prediction(double inS, Cause cause) {}

  /**
   * Looks at a pair.
   *
   * @param sameParty whether one party's controllers keep the two apart
   * @param standing whether an alert stands for it: it is held more easily than it is raised
   */
  Optional<Prediction> predict(Snapshot one, Snapshot other, boolean sameParty, boolean standing);

  /** One of a kind, for these minima and look-ahead. */
  static Predictor of(Kind kind, Minima minima, int lookAheadS) {
    return switch (kind) {
      case STRAIGHT -> new StraightPredictor(minima, lookAheadS);
      case WAYS -> new WayPredictor(minima, lookAheadS, Tuning.STANDARD);
    };
  }

  /** The kinds of predictors. */
  enum Kind {
    /** Straight on, as reported: the baseline. */
    STRAIGHT,
    /** Several ways to go on, each with a weight. */
    WAYS
  }
}
