package hotline.traffic.watch;

import hotline.traffic.watch.Predictor.Prediction;

/**
 * A pair whose loss is, or was lately, predicted.
 *
 * <p>A prediction is confirmed before it is raised: it must have held for {@link #CONFIRM_US} or at
 * two updates, if updates come more seldom than that; a loss that is nearer than {@link #AT_ONCE_S}
 * is raised at once. It is one alert as long as the prediction holds, gaps of up to {@link
 * PairLoss#GAP_US} included.
 */
final class Standing {
  private static final long CONFIRM_US = 3_000_000;
  private static final double AT_ONCE_S = 30;

  private final long sinceUs;
  private long firstUs = -1;
  private long lastUs;
  private long predictedUs;
  private Cause cause = Cause.STRAIGHT;

  /** Nothing is raised yet. */
  Standing(long sinceUs) {
    this.sinceUs = sinceUs;
    lastUs = sinceUs;
  }

  /**
   * Takes a prediction.
   *
   * @param updateUs when all pairs were looked at before
   */
  void hear(Prediction predicted, long timeUs, long updateUs) {
    lastUs = timeUs;
    boolean confirmed =
        timeUs - sinceUs >= CONFIRM_US
            || timeUs - updateUs >= CONFIRM_US
            || predicted.inS() <= AT_ONCE_S;
    if (!isRaised() && confirmed) {
      raise(timeUs, timeUs + Math.round(predicted.inS() * 1e6), predicted.cause());
    }
  }

  /** Raises it, for a loss that begins at {@code beginsUs}. */
  void raise(long timeUs, long beginsUs, Cause why) {
    firstUs = timeUs;
    lastUs = timeUs;
    predictedUs = beginsUs;
    cause = why;
  }

  /** It stands at this time. */
  void hold(long timeUs) {
    lastUs = timeUs;
  }

  boolean isRaised() {
    return firstUs >= 0;
  }

  /** Whether what is predicted now belongs to another alert. */
  boolean isOver(long timeUs) {
    return timeUs - lastUs > PairLoss.GAP_US;
  }

  /** When it was raised, −1 if it was not. */
  long firstUs() {
    return firstUs;
  }

  /** When the prediction last held. */
  long lastUs() {
    return lastUs;
  }

  /** When the loss was to begin, as predicted when it was raised. */
  long predictedUs() {
    return predictedUs;
  }

  Cause cause() {
    return cause;
  }
}
