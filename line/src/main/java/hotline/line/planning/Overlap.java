package hotline.line.planning;

import hotline.airspace.ClosestApproach;
import hotline.airspace.FlightPath;
import hotline.airspace.HeightBand;
import hotline.airspace.Minima;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Separation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The overlapping volumes of two notices, gathered into one conflict. */
final class Overlap {
  private final NoticeVolumes own;
  private final NoticeVolumes other;
  private final Minima minima;
  private final List<Pair> pairs = new ArrayList<>();

  Overlap(NoticeVolumes own, NoticeVolumes other, Separation separation) {
    this.own = own;
    this.other = other;
    minima =
        new Minima(separation.horizontalMm(), separation.verticalFt(), separation.datumMarginFt());
  }

  private record Pair(Volume own, Volume other) {
    long startUs() {
      return Math.max(own.times().startUs(), other.times().startUs());
    }

    long endUs() {
      return Math.min(own.times().endUs(), other.times().endUs());
    }

    /** The common heights; of volumes in two datums, the own ones. */
    HeightBand heights() {
      HeightBand mine = own.heights();
      HeightBand theirs = other.heights();
      return mine.datum() != theirs.datum()
          ? mine
          : new HeightBand(
              mine.datum(),
              Math.max(mine.floor(), theirs.floor()),
              Math.min(mine.ceiling(), theirs.ceiling()));
    }

    boolean datumsDiffer() {
      return own.heights().datum() != other.heights().datum();
    }

    boolean hold(Position position) {
      return own.footprint().contains(position) && other.footprint().contains(position);
    }
  }

  void add(Volume mine, Volume theirs) {
    pairs.add(new Pair(mine, theirs));
  }

  Conflict conflict() {
    pairs.sort(Comparator.comparingLong(Pair::startUs).thenComparingLong(Pair::endUs));
    Pair first = pairs.getFirst();
    HeightBand heights = first.heights();
    for (Pair pair : pairs) {
      heights = hull(heights, pair.heights());
    }
    ClosestApproach closest = closest().orElse(null);
    return new Conflict(
        own.notice(),
        other.notice(),
        new TimeInterval(
            first.startUs(), pairs.stream().mapToLong(Pair::endUs).max().orElseThrow()),
        heights,
        pairs.stream().anyMatch(Pair::datumsDiffer),
        Optional.ofNullable(closest)
            .flatMap(this::between)
            .orElseGet(() -> CommonPlace.of(first.own().footprint(), first.other().footprint())),
        closest);
  }

  /** Both bands; of two datums (one notice may have volumes in both), the first. */
  private static HeightBand hull(HeightBand one, HeightBand two) {
    return one.datum() != two.datum()
        ? one
        : new HeightBand(
            one.datum(),
            Math.min(one.floor(), two.floor()),
            Math.max(one.ceiling(), two.ceiling()));
  }

  /** Half-way between the two at their closest, if volumes that overlap hold it. */
  private Optional<Position> between(ClosestApproach closest) {
    Position a = closest.positionOfA();
    Position b = closest.positionOfB();
    Position middle = a.toward(a.initialBearingMillidegrees(b), a.distanceMm(b) / 2);
    return pairs.stream().anyMatch(pair -> pair.hold(middle))
        ? Optional.of(middle)
        : Optional.empty();
  }

  /** The closest of all pieces of path, measured against the minima; the earliest of several. */
  private Optional<ClosestApproach> closest() {
    return pieces(own)
        .flatMap(mine ->
            pieces(other)
                .map(theirs -> FlightPath.closestApproach(mine, theirs, minima))
                .flatMap(Optional::stream))
        .min(Comparator.comparingDouble(this::measure).thenComparingLong(ClosestApproach::timeUs));
  }

  private static Stream<FlightPath> pieces(NoticeVolumes notice) {
    return notice.volumes().stream().map(ExactVolume::path).filter(Objects::nonNull);
  }

  private double measure(ClosestApproach approach) {
    return Math.max(
        (double) approach.horizontalMm() / minima.horizontalMm(),
        (double) approach.verticalFeet() / minima.verticalFeet());
  }
}
