package hotline.traffic.modes;

import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports from the frames of one receiver.
 *
 * <p>An address that is laid over a parity is believed only when an aircraft has said it itself
 * within the last minute. A geometric height never stands for a pressure height. Not thread-safe;
 * at most {@link #AIRCRAFT_LIMIT} aircraft are remembered, who has been silent longest is forgotten
 * first.
 */
public final class ModeSReports {
  /** More than any receiver hears at once. */
  public static final int AIRCRAFT_LIMIT = 10_000;

  private static final long KNOWN_US = 60_000_000;

  private final LinkedHashMap<Integer, Known> aircraft = new LinkedHashMap<>(64, 0.75f, true);

  private static final class Known {
    private final CompactPosition position = new CompactPosition();
    private long saidUs;
  }

  /**
   * What a message adds; empty where it says nothing that a report has room for.
   *
   * @param timeUs when it was received
   */
  public Optional<TargetReport> report(ModeS message, long timeUs) {
    boolean saidItself =
        message.format() == 11 || (message.format() >= 17 && message.format() <= 18);
    Known known = aircraft.get(message.aircraft());
    if (!saidItself && (known == null || Math.abs(timeUs - known.saidUs) > KNOWN_US)) {
      return Optional.empty();
    }
    if (known == null) {
      known = new Known();
      if (aircraft.size() == AIRCRAFT_LIMIT) {
        aircraft.pollFirstEntry();
      }
      aircraft.put(message.aircraft(), known);
    }
    if (saidItself) {
      known.saidUs = timeUs;
    }
    TargetReport.Builder report = new TargetReport.Builder(timeUs).aircraft(message.aircraft());
    ModeS.Content answer = message.answer();
    boolean answered = answer != null && fill(report, answer, known, timeUs);
    return fill(report, message.content(), known, timeUs) || answered
        ? Optional.of(report.build())
        : Optional.empty();
  }

  private static boolean fill(
      TargetReport.Builder report, ModeS.Content content, Known known, long timeUs) {
    return switch (content) {
      case ModeS.Other _ -> false;
      case ModeS.Height(@Nullable Integer feet) -> {
        report.pressureFt(feet);
        yield feet != null;
      }
      case ModeS.Squawk(int code) -> {
        report.squawk(code);
        yield true;
      }
      case ModeS.Identification(String callsign) -> {
        report.callsign(callsign);
        yield !callsign.isEmpty();
      }
      case TurnReport turn -> {
        report.motion(turn.knots(), turn.trackDegrees());
        yield true;
      }
      case ModeS.Airborne air -> {
        Place place = known.position.airborne(air.position(), timeUs);
        report.place(place).onGround(false);
        if (air.geometric()) {
          report.geometricFt(air.heightFt());
        } else {
          report.pressureFt(air.heightFt());
        }
        yield true;
      }
      case ModeS.Surface ground -> {
        report.place(known.position.surface(ground.position(), timeUs)).onGround(true);
        Integer track = ground.trackMillidegrees();
        if (track != null) {
          report.trackDegrees(track / 1000.0);
        }
        yield true;
      }
      case ModeS.Velocity velocity -> {
        if (!Double.isNaN(velocity.knots())) {
          report.speedKnots(velocity.knots());
        }
        if (!Double.isNaN(velocity.trackDegrees())) {
          report.trackDegrees(velocity.trackDegrees());
        }
        report.climbFpm(velocity.climbFpm());
        yield true;
      }
    };
  }
}
