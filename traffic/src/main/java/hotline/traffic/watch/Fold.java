package hotline.traffic.watch;

/**
 * Which hours of a recording are laid over each other, counted from its first row.
 *
 * <p>Recorded traffic is kept apart by its controllers. Hours laid over each other are many flights
 * that were really flown, of parties that do not coordinate. An aircraft of another hour is another
 * aircraft, named {@code icao24-HH}.
 */
public enum Fold {
  /** None: the recording as it is. */
  NONE,
  /** All hours. */
  ALL,
  /** The hours 0, 2, 4 …: predictors are tuned on these. */
  EVEN,
  /** The hours 1, 3, 5 …: what predictors reach is reported on these. */
  ODD;

  boolean takes(long hour) {
    return switch (this) {
      case NONE, ALL -> true;
      case EVEN -> hour % 2 == 0;
      case ODD -> hour % 2 == 1;
    };
  }
}
