package hotline.cli.demo;

import hotline.airspace.Position;
import hotline.airspace.typed.TypedPosition;
import hotline.cli.print.Plain;
import hotline.node.api.Views;
import hotline.traffic.Loss;
import hotline.traffic.LossSearch;
import hotline.traffic.Minima;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;

/**
 * The closest pass of a flight of North and a flight of South inside the minima: found in the
 * recorded tracks, flown as amended, by looking at every pair, and measured by the minima.
 *
 * @param conflict of their notices, as North's node has it
 */
record NearPass(Flight north, Flight south, Loss loss, Views.Conflict conflict) {
  /** What {@link LossSearch#continuous} may be off by. */
  private static final long TOLERANCE_MM = 35_000;

  private static final double DEGREES = 1e-9;

  /** The closest of all whose notices both stand. */
  static NearPass closest(Stage stage) {
    List<Flight> north = List.copyOf(stage.flights(stage.north()).values());
    List<Flight> south = List.copyOf(stage.flights(stage.south()).values());
    Map<AllPairs.Pair, Views.Conflict> conflicts = new HashMap<>();
    for (Views.Conflict each : stage.north().line().conflicts(false)) {
      conflicts.put(stage.pair(stage.north(), each), each);
    }
    Minima minima = ConflictsChapter.minima(stage);
    return LossSearch.continuous(
            ConflictsChapter.tracks(north), ConflictsChapter.tracks(south), minima)
        .stream()
        .sorted(Comparator.comparingDouble(loss -> inMinima(loss, minima)))
        .flatMap(loss -> {
          Flight one = north.get(loss.first());
          Flight other = south.get(loss.second());
          Views.Conflict conflict = conflicts.get(new AllPairs.Pair(one.entity(), other.entity()));
          return conflict == null
              ? Stream.<NearPass>empty()
              : Stream.of(new NearPass(one, other, loss, conflict));
        })
        .findFirst()
        .orElseThrow(() -> new Failed("No two flights come inside the minima."));
  }

  /** How close a pass is, in minima: the larger of the two parts. */
  private static double inMinima(Loss loss, Minima minima) {
    return Math.max(
        (double) loss.horizontalMm() / minima.horizontalMm(),
        (double) Math.abs(loss.verticalFt()) / minima.verticalFt());
  }

  /** Whether the tracks are so far apart then, measured along the ellipsoid. */
  boolean measuresSo() {
    TrackPoint other = south.asAmended().at(loss.closestUs()).orElseThrow();
    double metres =
        Geodesic.WGS84.Inverse(
                place().latNanodegrees() * DEGREES,
                place().lngNanodegrees() * DEGREES,
                other.latNanodegrees() * DEGREES,
                other.lngNanodegrees() * DEGREES)
            .s12;
    long feet = Math.abs((long) place().heightFt() - other.heightFt());
    return Math.abs(metres * 1_000 - loss.horizontalMm()) <= TOLERANCE_MM
        && Math.abs(feet - Math.abs(loss.verticalFt())) <= 1;
  }

  /** When they were closest. */
  Instant at() {
    return Instant.EPOCH.plus(loss.closestUs(), ChronoUnit.MICROS);
  }

  /** From when they were inside the minima, in whole seconds. */
  Instant from() {
    return Instant.EPOCH.plus(loss.fromUs(), ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Until when they were inside the minima, in whole seconds. */
  Instant until() {
    return Instant.EPOCH
        .plus(loss.untilUs(), ChronoUnit.MICROS)
        .truncatedTo(ChronoUnit.SECONDS)
        .plusSeconds(1);
  }

  /** How far they were apart then, across and in height. */
  String apart() {
    return Plain.nauticalMiles(loss.horizontalMm())
        + " and "
        + Plain.feet(Math.abs(loss.verticalFt()));
  }

  /** Where North's flight was then. */
  TrackPoint place() {
    return track().at(loss.closestUs()).orElseThrow();
  }

  /** The same, as a person types it. */
  String placeAsTyped() {
    return TypedPosition.write(new Position(place().latNanodegrees(), place().lngNanodegrees()));
  }

  /** North's track, as flown. */
  RecordedTrack track() {
    return north.asAmended();
  }

  String northReference() {
    return conflict.ownReference();
  }

  String southReference() {
    return conflict.otherReference();
  }
}
