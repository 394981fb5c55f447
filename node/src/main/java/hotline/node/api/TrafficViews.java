package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API shows of live traffic. */
public final class TrafficViews {
  private TrafficViews() {}

  /**
   * A source of traffic and its health.
   *
   * @param kind {@code sbs beast cat062 cat021 aircraft-json csv pcap}
   * @param at where it comes from, as it is set
   * @param state {@code STOPPED CONNECTING RUNNING WAITING ENDED}: the fourth has failed and tries
   *     again soon, the last is a recording that is over
   * @param since when it was last started or stopped
   * @param silentMs how long ago the last report came; null if none did
   * @param reports since the node began
   * @param perSecond reports a second over the last ten
   * @param rejects what could not be used, by reason
   * @param dropped reports that came faster than they could be taken: the oldest went
   * @param offClock reports whose own time was wrong: they count as of when they came
   * @param trouble what failed last, while it is not reading
   */
  public record Feed(
      String name,
      String kind,
      String at,
      String state,
      Instant since,
      @Nullable Long silentMs,
      long reports,
      long perSecond,
      List<Count> rejects,
      long dropped,
      long offClock,
      @Nullable String trouble) {}

  /**
   * All traffic in numbers.
   *
   * @param at the time of the traffic; null before the first look
   * @param watched tracks that a loss can be predicted from: live, flying, with a pressure height
   * @param forgotten silent tracks that made room for others
   * @param refused reports of new aircraft for which there was no room
   * @param whole whether every pair was looked at
   */
  public record Sky(
      @Nullable Instant at,
      long live,
      long coasting,
      long lost,
      long watched,
      long forgotten,
      long refused,
      boolean whole) {}

  /**
   * One aircraft across all feeds. What moves is null when it was not said for 15 s.
   *
   * @param id transponder address, or {@code feed/number}
   * @param source the feed that the place is of
   * @param state {@code LIVE COASTING LOST}
   * @param ageMs since anything was heard of it
   * @param placeAgeMs since it was where it is shown
   * @param pressureFt height on 1013.25 hPa; never a geometric one
   * @param geometricFt height above the W84 ellipsoid
   * @param clearedFt cleared or selected level
   * @param leftOut places and heights that could not be true
   * @param repeated places that repeated the one before while it flew
   */
  public record Track(
      String id,
      @Nullable String callsign,
      @Nullable String squawk,
      String source,
      String state,
      long ageMs,
      @Nullable Long latNanodegrees,
      @Nullable Long lngNanodegrees,
      @Nullable Long placeAgeMs,
      @Nullable Integer pressureFt,
      @Nullable Integer geometricFt,
      @Nullable Integer clearedFt,
      @Nullable Integer speedKnots,
      @Nullable Integer trackDegrees,
      @Nullable Integer climbFpm,
      boolean onGround,
      int leftOut,
      int repeated) {}

  /**
   * Two aircraft too near to each other: one alert over its whole life.
   *
   * @param number of this alert at this node, over restarts
   * @param state {@code PREDICTED CURRENT PAST}
   * @param cause what leads there: {@code straight turn level-off intent}; {@code current}: it was
   *     not predicted
   * @param begins when the loss begins, as predicted last; when it began, once it has
   * @param closestMm the least horizontal distance while it stood
   * @param closestFt the difference in height at that moment
   * @param life what people did about it
   */
  public record Alert(
      long number,
      String state,
      Aircraft first,
      Aircraft second,
      String cause,
      Instant raised,
      Instant last,
      Instant begins,
      long closestMm,
      int closestFt,
      Life life) {}

  /**
   * What people did about an alert.
   *
   * @param alarm {@code UNACCEPTED}: it stands, nobody has accepted it, it sounds; {@code
   *     RETURNED}: it is past, nobody has accepted it; {@code ACCEPTED}
   * @param accepted when
   * @param nuisance when somebody said that it is one
   * @param warned when the other parties were sent a WARNING
   * @param warning that message's id
   * @param warningAccepted when a person at each of the others accepted it
   */
  public record Life(
      String alarm,
      @Nullable Instant accepted,
      @Nullable String acceptedBy,
      @Nullable Instant nuisance,
      @Nullable String nuisanceBy,
      @Nullable Instant warned,
      @Nullable String warnedBy,
      @Nullable String warning,
      @Nullable Instant warningAccepted,
      @Nullable String warningAcceptedBy) {}

  /**
   * One of the two.
   *
   * @param own whether it is this party's, by what is known of its own notices
   */
  public record Aircraft(
      String id, @Nullable String callsign, @Nullable Integer pressureFt, boolean own) {}

  /** How often something happened. */
  public record Count(String reason, long count) {}
}
