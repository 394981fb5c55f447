package hotline.cli.demo;

import hotline.traffic.Loss;
import hotline.traffic.LossSearch;
import hotline.traffic.Minima;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The two recorded hours over each other, as a receiver would tell them: a line an aircraft and
 * second. The rows are 10 s apart; between them places and heights are laid evenly, and speed,
 * track and rate of climb are those from row to row. Addresses are the play's own, since an
 * aircraft may have flown in both hours.
 */
final class Sky {
  /** As the node watches for: 800 ft, because levels 1,000 ft apart are reported with jitter. */
  static final Minima MINIMA = new Minima(9_260_000, 800);

  private static final long HOUR_US = 3_600_000_000L;
  private static final long ROW_US = 10_000_000;
  private static final int NORTH = 0x100000;
  private static final int SOUTH = 0x200000;

  /** Losses that begin so long after the beginning are those that can be foreseen in it. */
  private static final long SOON_US = 62_000_000;

  private static final long LATE_US = 80_000_000;
  private static final double METRES_PER_DEGREE = 111_132;
  private static final double KNOTS_PER_MPS = 3600 / 1852.0;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final List<RecordedTrack> north;
  private final List<RecordedTrack> south;
  private final List<Loss> losses;

  /** With the folded hour beginning at 0 µs since 1970. */
  Sky(Recording recording) {
    north = recording.tracks(Names.NORTH, Instant.EPOCH);
    south = recording.tracks(Names.SOUTH, Instant.EPOCH);
    losses = LossSearch.continuous(north, south, MINIMA);
  }

  static String north(int track) {
    return Integer.toHexString(NORTH + track);
  }

  static String south(int track) {
    return Integer.toHexString(SOUTH + track);
  }

  /** The pairs that do lose separation in the recording. */
  List<Loss> losses() {
    return losses;
  }

  /** The second of the hour after which most losses begin that can be foreseen from there. */
  long bestUs() {
    long best = 0;
    long most = -1;
    for (long fromUs = 0; fromUs < HOUR_US - 2 * LATE_US; fromUs += ROW_US) {
      long begin = fromUs;
      long count =
          losses.stream()
              .map(Loss::fromUs)
              .filter(at -> at > begin + SOON_US && at < begin + LATE_US)
              .count();
      if (count > most) {
        most = count;
        best = fromUs;
      }
    }
    return best;
  }

  /** What the receiver hears at this time of the hour, told as of {@code now}. */
  String lines(long atUs, Instant now) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < north.size(); i++) {
      line(north.get(i), NORTH + i, atUs, now, lines);
    }
    for (int i = 0; i < south.size(); i++) {
      line(south.get(i), SOUTH + i, atUs, now, lines);
    }
    return lines.toString();
  }

  private static void line(
      RecordedTrack track, int address, long atUs, Instant now, StringBuilder into) {
    Optional<TrackPoint> at = track.at(atUs);
    if (at.isEmpty() || track.endUs() - track.startUs() < ROW_US) {
      return;
    }
    long from = Math.clamp(atUs - ROW_US / 2, track.startUs(), track.endUs() - ROW_US);
    TrackPoint before = track.at(from).orElseThrow();
    TrackPoint after = track.at(from + ROW_US).orElseThrow();
    double seconds = ROW_US / 1e6;
    double north =
        (after.latNanodegrees() - before.latNanodegrees()) * 1e-9 * METRES_PER_DEGREE / seconds;
    double east =
        (after.lngNanodegrees() - before.lngNanodegrees())
            * 1e-9
            * METRES_PER_DEGREE
            * Math.cos(Math.toRadians(before.latNanodegrees() * 1e-9))
            / seconds;
    double climb = (after.heightFt() - before.heightFt()) * 60 / seconds;
    String time = DAY.format(now);
    into.append(
        String.format(
            Locale.ROOT,
            "MSG,3,1,1,%06X,1,%s,%s,%s,%d,%.1f,%.1f,%.6f,%.6f,%.0f,,0,0,0,0\r\n",
            address,
            time,
            time,
            track.callsign(),
            at.get().heightFt(),
            Math.hypot(north, east) * KNOTS_PER_MPS,
            (Math.toDegrees(Math.atan2(east, north)) + 360) % 360,
            at.get().latNanodegrees() * 1e-9,
            at.get().lngNanodegrees() * 1e-9,
            climb));
  }
}
