package hotline.line.planning;

import hotline.airspace.Datum;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Planning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One move of a whole notice that keeps its footprints: in height or in time, never in both. */
public sealed interface Shift {
  /**
   * Higher or lower.
   *
   * @param feet not 0; positive is up
   */
  record InHeight(long feet) implements Shift {
    private static final long TENTHS_OF_MM_PER_FOOT = 3_048;

    /** Refuses no move at all. */
    public InHeight {
      requireMove(feet);
    }

    /** The move in the datum's unit; on W84 rounded to the nearest millimetre. */
    long units(Datum datum) {
      return switch (datum) {
        case STANDARD_PRESSURE -> feet;
        case W84 -> Math.floorDiv(Math.multiplyExact(feet, TENTHS_OF_MM_PER_FOOT) + 5, 10L);
      };
    }
  }

  /**
   * Later or earlier.
   *
   * @param us not 0; positive is later
   */
  record InTime(long us) implements Shift {
    /** Refuses no move at all. */
    public InTime {
      requireMove(us);
    }
  }

  /**
   * All shifts that the terms allow, nearest first: by the number of steps, and within one number
   * up, down, later, earlier. A height is the smaller change for a flight than a time, so it is
   * tried first; the order is part of what makes a search repeatable, not a rule of the line.
   */
  static List<Shift> allowed(Planning rules) {
    long heights = rules.verticalLimitFt() / rules.verticalStepFt();
    long times = rules.timeLimitUs() / rules.timeStepUs();
    List<Shift> shifts = new ArrayList<>();
    for (long steps = 1; steps <= Math.max(heights, times); steps++) {
      if (steps <= heights) {
        shifts.add(new InHeight(steps * rules.verticalStepFt()));
        shifts.add(new InHeight(-steps * rules.verticalStepFt()));
      }
      if (steps <= times) {
        shifts.add(new InTime(steps * rules.timeStepUs()));
        shifts.add(new InTime(-steps * rules.timeStepUs()));
      }
    }
    return List.copyOf(shifts);
  }

  /**
   * The one allowed shift that leads from {@code before} to {@code after}, volume by volume; empty
   * if none does. What an amendment is checked with once both versions are opened.
   */
  static Optional<Shift> between(
      List<ExactVolume> before, List<ExactVolume> after, Planning rules) {
    return allowed(rules).stream()
        .filter(shift -> shift.apply(before).filter(after::equals).isPresent())
        .findFirst();
  }

  /** The volumes so moved, paths with them; empty if one would leave what can be written. */
  default Optional<List<ExactVolume>> apply(List<ExactVolume> volumes) {
    List<ExactVolume> moved = new ArrayList<>(volumes.size());
    for (ExactVolume volume : volumes) {
      Optional<ExactVolume> one = apply(volume);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      moved.add(one.get());
    }
    return Optional.of(List.copyOf(moved));
  }

  private Optional<ExactVolume> apply(ExactVolume exact) {
    return switch (this) {
      case InHeight height -> exact.moved(0, height.units(exact.volume().heights().datum()));
      case InTime(long us) -> exact.moved(us, 0);
    };
  }

  private static void requireMove(long by) {
    if (by == 0) {
      throw new IllegalArgumentException("a shift moves something");
    }
  }
}
