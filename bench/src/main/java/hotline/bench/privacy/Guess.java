package hotline.bench.privacy;

import hotline.airspace.Extent;
import hotline.airspace.Position;
import hotline.bench.privacy.Plane.Patch;
import hotline.bench.privacy.Plane.Spot;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What an adversary makes of one notice: a way through the middles of its extents, and through the
 * middle of what one has in common with the next at the time at which it hands over. Before the
 * first and after the last it goes on as far as it came. It knows the terms: by how much volumes
 * are buffered, and to what extents are rounded.
 */
final class Guess {
  /** A flight that is not inside of a notice is not its flight; looked at every half minute. */
  private static final long LOOK_US = 30_000_000;

  private final List<Extent> extents;
  private final List<Knot> knots = new ArrayList<>();

  private record Knot(double timeUs, Spot spot) {}

  /** Of the extents in the record; {@code lostUs} is what is lost at either end on average. */
  Guess(List<Extent> extents, double lostUs) {
    this.extents =
        extents.stream().sorted(Comparator.comparingLong(each -> each.times().startUs())).toList();
    List<Knot> inner = new ArrayList<>();
    for (int i = 0; i < this.extents.size(); i++) {
      Extent one = this.extents.get(i);
      inner.add(new Knot(mid(one), Plane.patch(one.cells().ids()).middle()));
      if (i + 1 < this.extents.size()) {
        Extent next = this.extents.get(i + 1);
        double handover = (one.times().endUs() + next.times().startUs()) / 2.0;
        inner.add(new Knot(handover, common(one, next)));
      }
    }
    inner.sort(Comparator.comparingDouble(Knot::timeUs));
    double startUs = this.extents.getFirst().times().startUs() + lostUs;
    double endUs =
        this.extents.stream().mapToLong(each -> each.times().endUs()).max().orElseThrow() - lostUs;
    Knot first = inner.getFirst();
    Knot last = inner.getLast();
    if (inner.size() > 1) {
      knots.add(beyond(inner.get(1), first, startUs));
      knots.addAll(inner);
      knots.add(beyond(inner.get(inner.size() - 2), last, endUs));
    } else {
      knots.addAll(inner);
    }
  }

  private static Knot beyond(Knot from, Knot over, double timeUs) {
    Spot step = over.spot().minus(from.spot());
    double part = (timeUs - over.timeUs()) / (over.timeUs() - from.timeUs());
    return new Knot(timeUs, over.spot().plus(step, Math.clamp(part, 0, 1)));
  }

  private static double mid(Extent extent) {
    return (extent.times().startUs() + extent.times().endUs()) / 2.0;
  }

  private static Spot common(Extent one, Extent next) {
    LongStream both =
        Arrays.stream(one.cells().ids())
            .filter(id -> Arrays.stream(next.cells().ids()).anyMatch(other -> other == id));
    long[] shared = both.toArray();
    Patch here = Plane.patch(one.cells().ids());
    Patch there = Plane.patch(next.cells().ids());
    return shared.length > 0 ? Plane.patch(shared).middle() : here.middle().mid(there.middle());
  }

  /** Where it guesses the aircraft to be. */
  Spot at(long timeUs) {
    Knot before = knots.getFirst();
    for (Knot next : knots) {
      if (next.timeUs() >= timeUs) {
        double part =
            next.timeUs() == before.timeUs()
                ? 0
                : (timeUs - before.timeUs()) / (next.timeUs() - before.timeUs());
        return before.spot().plus(next.spot().minus(before.spot()), Math.clamp(part, 0, 1));
      }
      before = next;
    }
    return before.spot();
  }

  /** How far a place is from the whole way that it guesses, in km. */
  double aside(Spot spot) {
    double least = spot.distance(knots.getFirst().spot());
    for (int i = 1; i < knots.size(); i++) {
      least = Math.min(least, spot.distance(knots.get(i - 1).spot(), knots.get(i).spot()));
    }
    return least;
  }

  /** How far off the middle of the heights is, of the extents that run then, in ft. */
  double heightError(TrackPoint point) {
    long floor = Long.MAX_VALUE;
    long ceiling = Long.MIN_VALUE;
    for (Extent each : running(point.timeUs())) {
      floor = Math.min(floor, each.heights().floor());
      ceiling = Math.max(ceiling, each.heights().ceiling());
    }
    return Math.abs(point.heightFt() - (floor + ceiling) / 2.0);
  }

  /** All of the plane that the aircraft may be over then, in km². */
  double area(long timeUs) {
    return running(timeUs).stream()
        .mapToDouble(each -> Plane.patch(each.cells().ids()).area())
        .sum();
  }

  private List<Extent> running(long timeUs) {
    return extents.stream()
        .filter(each -> each.times().startUs() <= timeUs && timeUs < each.times().endUs())
        .toList();
  }

  long startUs() {
    return extents.getFirst().times().startUs();
  }

  long endUs() {
    return extents.stream().mapToLong(each -> each.times().endUs()).max().orElseThrow();
  }

  /** Whether a flight can be the one of this notice: it begins and ends with it, and is inside. */
  boolean fits(RecordedTrack track, long slackUs) {
    if (track.startUs() < startUs()
        || track.endUs() > endUs()
        || track.startUs() - startUs() > slackUs
        || endUs() - track.endUs() > slackUs) {
      return false;
    }
    long next = Long.MIN_VALUE;
    for (TrackPoint point : track.points()) {
      if (point.timeUs() >= next) {
        next = point.timeUs() + LOOK_US;
        if (!inside(point)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean inside(TrackPoint point) {
    return running(point.timeUs()).stream()
        .anyMatch(each ->
            each.heights().floor() <= point.heightFt()
                && point.heightFt() <= each.heights().ceiling()
                && each.cells()
                    .contains(new Position(point.latNanodegrees(), point.lngNanodegrees())));
  }
}
