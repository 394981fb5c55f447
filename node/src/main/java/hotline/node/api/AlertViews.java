package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API shows of an alert of live traffic, beyond its row in the list. */
public final class AlertViews {
  private AlertViews() {}

  /**
   * One alert with all that is known of it.
   *
   * @param at the time of the traffic that this is as of
   * @param approach how near they come if both go straight on; null: one is not predicted from now
   * @param first as its track is now; null: it was forgotten
   * @param firstPlace where that is, against the nearest reference point
   * @param advice what each side could be asked for, best first; for the officer, who asks by
   *     message or voice, never an order to a pilot
   * @param warning what a WARNING of it would say, exactly; null: nobody can be told where
   * @param life what happened, oldest first
   */
  public record Detail(
      TrafficViews.Alert alert,
      Instant at,
      @Nullable Approach approach,
      TrafficViews.@Nullable Track first,
      @Nullable String firstPlace,
      TrafficViews.@Nullable Track second,
      @Nullable String secondPlace,
      List<Advice> advice,
      @Nullable Draft warning,
      List<Event> life) {}

  /** The nearest that they will be, as predicted straight on. */
  public record Approach(Instant at, long horizontalMm, int verticalFt) {}

  /**
   * A manoeuvre that could be asked for, and what it would lead to.
   *
   * @param aircraft the track that it is asked of
   * @param words as one would ask: {@code TURN LEFT 30°, TRACK 330}
   * @param effect {@code SOLVES}, {@code SHORTENS} the loss, or {@code NONE}
   * @param aircraftMet others that it would then lose separation with
   * @param notices those that it would then enter
   * @param possibleNotices those of others of which only coarse cells are known here, and which it
   *     may enter
   */
  public record Advice(
      String aircraft,
      String words,
      String effect,
      List<String> aircraftMet,
      List<String> notices,
      List<String> possibleNotices) {
    /** Whether it does only what it is asked for. */
    public boolean onlyHelps() {
      return effect.equals("SOLVES")
          && aircraftMet.isEmpty()
          && notices.isEmpty()
          && possibleNotices.isEmpty();
    }
  }

  /** A WARNING as it would be sent. */
  public record Draft(String text, String position, String place, String floor, String ceiling) {}

  /** Something that happened to it. */
  public record Event(Instant at, String words) {}

  /**
   * How many alerts there were, over restarts.
   *
   * @param since when the oldest that is counted was raised
   * @param lost in which separation was lost
   * @param unaccepted that nobody has accepted yet
   */
  public record Counts(
      @Nullable Instant since,
      long raised,
      long lost,
      long nuisance,
      long lastHour,
      long lastTenMinutes,
      long unaccepted) {}
}
