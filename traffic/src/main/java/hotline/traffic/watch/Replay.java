package hotline.traffic.watch;

import hotline.traffic.Minima;
import java.util.List;
import java.util.SortedMap;

/**
 * The whole watch over a recording.
 *
 * @param flights how many
 * @param rows how many rows they have
 * @param losses what was lost, by its beginning
 * @param alerts what was warned of, by when
 * @param score how good that was
 * @param baseline how good straight-line prediction would have been
 * @param hours from the first to the last instant
 */
public record Replay(
    int flights,
    long rows,
    List<PairLoss> losses,
    List<Alert> alerts,
    Score score,
    Score baseline,
    double hours) {
  private static final double HOUR_US = 3.6e9;

  /** Keeps unmodifiable copies. */
  public Replay {
    losses = List.copyOf(losses);
    alerts = List.copyOf(alerts);
  }

  /**
   * What is watched for.
   *
   * @param minima how near aircraft may come
   * @param lookAheadS how far ahead is predicted, 10 s to 600 s
   * @param aboveFt only aircraft strictly above this pressure height are looked at
   * @param declared whether the watch knows what each flight has declared, which is taken to be the
   *     way that it flies, up to {@link FoldedDeclarations#OFF_S} s early or late; straight-line
   *     prediction never does
   */
  public record Settings(Minima minima, int lookAheadS, int aboveFt, boolean declared) {
    /** Refuses what is no look-ahead. */
    public Settings {
      if (lookAheadS < 10 || lookAheadS > 600) {
        throw new IllegalArgumentException("a look-ahead is 10 s to 600 s, not " + lookAheadS);
      }
    }
  }

  /** Runs it. */
  public static Replay of(Recording recording, Settings settings) {
    List<Flight> flights = recording.flights();
    SortedMap<Long, List<Instants.Heard>> instants = Instants.of(flights);
    List<PairLoss> losses =
        ActualLosses.in(flights, instants, settings.minima(), settings.aboveFt());
    List<Alert> alerts = alerts(Predictor.Kind.WAYS, flights, instants, settings);
    List<Alert> straight = alerts(Predictor.Kind.STRAIGHT, flights, instants, settings);
    return new Replay(
        flights.size(),
        flights.stream().mapToLong(Flight::size).sum(),
        losses,
        alerts,
        Score.of(losses, alerts, settings.lookAheadS()),
        Score.of(losses, straight, settings.lookAheadS()),
        instants.isEmpty() ? 0 : (instants.lastKey() - instants.firstKey()) / HOUR_US);
  }

  private static List<Alert> alerts(
      Predictor.Kind kind,
      List<Flight> flights,
      SortedMap<Long, List<Instants.Heard>> instants,
      Settings settings) {
    return Alerts.in(
        flights,
        settings.declared() && kind == Predictor.Kind.WAYS
            ? FoldedDeclarations.of(flights)
            : List.of(),
        instants,
        Predictor.of(kind, settings.minima(), settings.lookAheadS()),
        settings.minima(),
        settings.aboveFt(),
        settings.lookAheadS());
  }
}
