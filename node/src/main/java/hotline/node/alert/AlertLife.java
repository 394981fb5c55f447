package hotline.node.alert;

import hotline.traffic.watch.Situation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert, and what people have done about it.
 *
 * @param number of this alert at this node, never used again
 * @param situation as the watch saw it last
 * @param wasCurrent whether separation was lost at some time of its life
 * @param accepted who accepted it and when; null: nobody has, or it became worse since
 * @param nuisance who said that it was a nuisance, and when
 */
public record AlertLife(
    long number,
    Situation situation,
    boolean wasCurrent,
    @Nullable Mark accepted,
    @Nullable Mark nuisance,
    @Nullable Warned warned) {
  /** Somebody did something. */
  public record Mark(Instant at, String by) {}

  /**
   * The other parties were warned.
   *
   * @param message the id of the WARNING
   * @param automatic whether the node did so by itself
   */
  public record Warned(Instant at, String by, String message, boolean automatic) {}

  /** What it asks of a person. */
  public enum Alarm {
    /** It stands and nobody has accepted it: it sounds. */
    UNACCEPTED,
    /** It is past and nobody has accepted it: it is shown until somebody does, without a sound. */
    RETURNED,
    /** Somebody has seen it. */
    ACCEPTED
  }

  /** What it asks of a person now. */
  public Alarm alarm() {
    if (accepted != null) {
      return Alarm.ACCEPTED;
    }
    return situation.state() == Situation.State.PAST ? Alarm.RETURNED : Alarm.UNACCEPTED;
  }

  /** As the watch sees it now. It gets worse once: when separation is lost it sounds again. */
  public AlertLife seen(Situation now) {
    boolean worse = !wasCurrent && now.state() == Situation.State.CURRENT;
    return new AlertLife(
        number,
        now,
        wasCurrent || worse,
        worse && nuisance == null ? null : accepted,
        nuisance,
        warned);
  }

  AlertLife accept(Mark by) {
    return accepted != null
        ? this
        : new AlertLife(number, situation, wasCurrent, by, nuisance, warned);
  }

  /** Marked, or the mark taken back with null; whoever marks it has seen it. */
  AlertLife nuisance(Mark by, boolean marked) {
    return new AlertLife(
        number,
        situation,
        wasCurrent,
        accepted == null ? by : accepted,
        marked ? by : null,
        warned);
  }

  AlertLife warned(Warned by) {
    return new AlertLife(number, situation, wasCurrent, accepted, nuisance, by);
  }
}
