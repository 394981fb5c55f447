package hotline.node.desk;

import hotline.airspace.Position;
import hotline.airspace.typed.TypedPosition;
import hotline.line.terms.Terms;
import hotline.node.alert.AlertConfig;
import hotline.node.api.AlertViews;
import hotline.traffic.report.Place;
import hotline.traffic.track.Track;
import hotline.traffic.watch.Advice;
import hotline.traffic.watch.Approach;
import hotline.traffic.watch.Situation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert in the words that an officer asks with, and that another party is warned with. */
final class AlertWords {
  private static final double MM_PER_NM = 1_852_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AlertWords() {}

  /** A manoeuvre as one would ask for it. */
  static String manoeuvre(Advice advice) {
    return switch (advice.manoeuvre()) {
      case TURN_LEFT -> "TURN LEFT 30°, TRACK " + degrees(advice.trackDegrees());
      case TURN_RIGHT -> "TURN RIGHT 30°, TRACK " + degrees(advice.trackDegrees());
      case CLIMB -> "CLIMB TO " + level(advice.levelFt());
      case DESCEND -> "DESCEND TO " + level(advice.levelFt());
      case STOP_CLIMB_OR_DESCENT -> "LEVEL OFF AT " + level(advice.levelFt());
      case MAINTAIN -> "MAINTAIN";
    };
  }

  private static String degrees(int degrees) {
    return String.format(Locale.ROOT, "%03d", degrees);
  }

  /** A pressure height as people say it. */
  static String level(int feet) {
    int hundreds = Math.floorDiv(feet + 50, 100);
    return hundreds < 0 ? feet + " ft STD" : String.format(Locale.ROOT, "FL%03d", hundreds);
  }

  static Instant instant(long us) {
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
  }

  static String apart(long mm, int feet) {
    return String.format(Locale.ROOT, "%.1f NM and %d ft", mm / MM_PER_NM, feet);
  }

  /**
   * What another party would be warned with; empty if neither place is known. The place is that
   * between both.
   */
  static Optional<AlertViews.Draft> warning(
      Situation situation,
      Optional<Approach> approach,
      @Nullable Track one,
      @Nullable Track other,
      Optional<Terms> terms,
      AlertConfig config) {
    Place first = one == null ? null : one.place();
    Place second = other == null ? null : other.place();
    if (one == null || other == null || first == null || second == null) {
      return Optional.empty();
    }
    Position from = SideEffects.position(first);
    Position to = SideEffects.position(second);
    long apart = from.distanceMm(to);
    Position middle =
        apart == 0 ? from : from.toward(from.initialBearingMillidegrees(to), apart / 2);
    String what =
        situation.state() == Situation.State.CURRENT
            ? "Separation is lost between two aircraft since " + time(situation.beginsUs())
            : "Two aircraft are predicted to lose separation at " + time(situation.beginsUs());
    String nearest =
        approach
            .map(near ->
                ". Going straight on they are nearest at "
                    + time(near.atUs())
                    + ": "
                    + apart(near.horizontalMm(), near.verticalFt()))
            .orElse("");
    Integer low = least(one.pressureFt(), other.pressureFt(), true);
    Integer high = least(one.pressureFt(), other.pressureFt(), false);
    int floor = low == null ? 0 : Math.max(0, Math.floorDiv(low, 100) * 100 - 100);
    int ceiling =
        high == null ? 66_000 : Math.max(floor + 200, Math.ceilDiv(high, 100) * 100 + 100);
    return Optional.of(
        new AlertViews.Draft(
            what
                + nearest
                + ". "
                + one(one, first, terms, config)
                + "; "
                + one(other, second, terms, config)
                + ". Is one yours? Say what it will do.",
            TypedPosition.write(middle),
            Places.place(middle, terms).text(),
            String.format(Locale.ROOT, "FL%03d", floor / 100),
            String.format(Locale.ROOT, "FL%03d", ceiling / 100)));
  }

  private static @Nullable Integer least(
      @Nullable Integer one, @Nullable Integer other, boolean lower) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return lower ? Math.min(one, other) : Math.max(one, other);
  }

  private static String time(long us) {
    return TIME.format(instant(us));
  }

  private static String one(Track track, Place place, Optional<Terms> terms, AlertConfig config) {
    Integer feet = track.pressureFt();
    Integer direction = track.trackMillidegrees();
    Integer knots = track.speedMilliknots();
    return (config.callsigns() && track.callsign() != null ? track.callsign() + " " : "one ")
        + Places.place(SideEffects.position(place), terms).text()
        + (feet == null ? "" : " " + level(feet))
        + (direction == null
            ? ""
            : " track " + degrees(Math.floorMod((direction + 500) / 1_000 - 1, 360) + 1))
        + (knots == null ? "" : " " + (knots + 500) / 1_000 + " kt");
  }
}
