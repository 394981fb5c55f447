package hotline.airspace.conformance;

import hotline.airspace.Volume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one aircraft keeps to its notice while sightings come.
 *
 * <p>It is outside from when it is farther out than the tolerance, and inside again from when it is
 * in a volume: between the two what held before goes on to hold, so that jitter of less than the
 * tolerance changes nothing. What is first seen in between is outside. While nothing can be said of
 * the height it is neither, and how long it has been outside goes on to count until it is seen
 * inside.
 *
 * <p>It is leaving when it is inside and would be farther out than the tolerance within {@link
 * #AHEAD_S} if it went straight on, or if it were there still when the last volume ends; told once
 * that has held for {@link #CONFIRM_US} or is nearer than {@link #AT_ONCE_S}, and for {@link
 * #HELD_US} after it held last. Not thread-safe.
 */
public final class Conformance {
  /** How far ahead it is moved on straight: beyond that turns and climbs decide. */
  public static final int AHEAD_S = 60;

  private static final int AT_ONCE_S = 10;
  private static final int STEP_S = 5;
  private static final long CONFIRM_US = 3_000_000;
  private static final long HELD_US = 5_000_000;
  private static final long NEVER = Long.MIN_VALUE / 2;

  private @Nullable Boolean outside;
  private long outsideSinceUs;
  private long leavingSinceUs = NEVER;
  private long leavingLastUs = NEVER;
  private int leavesInS;
  private boolean told;

  /** What is said of an aircraft. */
  public sealed interface Verdict {
    /**
     * It is in a volume, or was last and is within the tolerance of one.
     *
     * @param fit as it is seen now
     */
    record Inside(Fit fit) implements Verdict {}

    /**
     * It is inside, and will not be.
     *
     * @param inS seconds until it is farther out than the tolerance, 1 to {@link #AHEAD_S}
     */
    record Leaving(Fit fit, int inS) implements Verdict {}

    /**
     * It is outside.
     *
     * @param sinceUs since when
     */
    record Outside(Fit.Outside fit, long sinceUs) implements Verdict {}

    /**
     * Nothing can be said of its height, and that is what it takes.
     *
     * @param outsideSinceUs since when it was outside when it was known last; null: it was inside,
     *     or never known
     */
    record NoHeight(@Nullable Long outsideSinceUs) implements Verdict {}
  }

  /**
   * Takes a sighting, later than the one before.
   *
   * @param volumes of the notice in its newest version, at least one
   */
  public Verdict hear(
      Sighting sighting, List<Volume> volumes, Tolerance tolerance, long datumMarginFeet) {
    return switch (Fit.of(sighting, volumes, tolerance, datumMarginFeet)) {
      case Fit.NoHeight _ -> {
        forgetLeaving();
        yield new Verdict.NoHeight(isOutside() ? outsideSinceUs : null);
      }
      case Fit.Outside fit -> {
        if (!isOutside() && (fit.beyond() || outside == null)) {
          outside = true;
          outsideSinceUs = sighting.timeUs();
        }
        if (isOutside()) {
          forgetLeaving();
          yield new Verdict.Outside(fit, outsideSinceUs);
        }
        yield inside(fit, sighting, volumes, tolerance, datumMarginFeet);
      }
      case Fit.Inside fit -> {
        outside = false;
        yield inside(fit, sighting, volumes, tolerance, datumMarginFeet);
      }
    };
  }

  private boolean isOutside() {
    return Boolean.TRUE.equals(outside);
  }

  private void forgetLeaving() {
    leavingSinceUs = NEVER;
    leavingLastUs = NEVER;
    told = false;
  }

  private Verdict inside(
      Fit fit, Sighting now, List<Volume> volumes, Tolerance tolerance, long datumMarginFeet) {
    int inS = leavesInS(now, volumes, tolerance, datumMarginFeet);
    long nowUs = now.timeUs();
    if (inS > 0) {
      leavingSinceUs = nowUs - leavingLastUs > HELD_US ? nowUs : leavingSinceUs;
      leavingLastUs = nowUs;
      leavesInS = inS;
      told |= inS <= AT_ONCE_S || nowUs - leavingSinceUs >= CONFIRM_US;
    } else if (nowUs - leavingLastUs > HELD_US) {
      forgetLeaving();
    }
    return told ? new Verdict.Leaving(fit, leavesInS) : new Verdict.Inside(fit);
  }

  /**
   * In how many whole seconds it is farther out than the tolerance if it goes straight on; 0: not
   * within {@link #AHEAD_S}. A way out and in again within {@link #STEP_S} is passed over.
   */
  private static int leavesInS(
      Sighting now, List<Volume> volumes, Tolerance tolerance, long datumMarginFeet) {
    if (now.motion() == null) {
      return 0;
    }
    for (int seconds = STEP_S; seconds <= AHEAD_S; seconds += STEP_S) {
      if (isBeyond(now.moved(seconds), volumes, tolerance, datumMarginFeet)) {
        int first = seconds;
        while (first > seconds - STEP_S + 1
            && isBeyond(now.moved(first - 1), volumes, tolerance, datumMarginFeet)) {
          first--;
        }
        return first;
      }
    }
    return 0;
  }

  private static boolean isBeyond(
      Sighting there, List<Volume> volumes, Tolerance tolerance, long datumMarginFeet) {
    return Fit.of(there, volumes, tolerance, datumMarginFeet) instanceof Fit.Outside fit
        && fit.beyond();
  }
}
