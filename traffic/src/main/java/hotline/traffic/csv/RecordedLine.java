package hotline.traffic.csv;

import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of a recording: an aircraft at an instant. Columns as {@link #HEADING} names them, then
 * {@code on_ground} (0 or 1) and {@code squawk} if the recording has them; empty is not known.
 */
public sealed interface RecordedLine {
  /** How a recording begins. */
  String HEADING =
      "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
          + "vertical_rate_fpm";

  /** Longer lines are not looked at. */
  int LENGTH_LIMIT = 512;

  /** What the line says. */
  record Row(TargetReport report) implements RecordedLine {}

  /** A line that is not used. */
  record Rejected(Reject reason) implements RecordedLine {}

  /** Why a line is not used. */
  enum Reject {
    /** Longer than any line of a recording. */
    TOO_LONG,
    /** Not as many columns as it should have, or a column that is not what it should be. */
    MALFORMED,
    /** A latitude or longitude beyond the globe. */
    IMPOSSIBLE
  }

  /** What columns may hold, in their order. */
  List<Pattern> COLUMNS =
      List.of(
          Pattern.compile("\\d{1,11}(?:\\.\\d{1,6})?"),
          Pattern.compile("[0-9a-f]{6}"),
          Pattern.compile("[A-Za-z0-9 ]{0,8}"),
          Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,12})?"),
          Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,12})?"),
          Pattern.compile("(?:-?\\d{1,6}(?:\\.\\d{1,9})?)?"),
          Pattern.compile("(?:\\d{1,5}(?:\\.\\d{1,9})?)?"),
          Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,9})?)?"),
          Pattern.compile("(?:-?\\d{1,6}(?:\\.\\d{1,9})?)?"),
          Pattern.compile("[01]?"),
          Pattern.compile("(?:[0-7]{4})?"));

  /** How many columns there are at least. */
  int COLUMNS_MIN = 9;

  /** Reads one line, without its end. Total. */
  static RecordedLine parse(String line) {
    if (line.length() > LENGTH_LIMIT) {
      return new Rejected(Reject.TOO_LONG);
    }
    String[] columns = line.split(",", -1);
    if (columns.length < COLUMNS_MIN || columns.length > COLUMNS.size()) {
      return new Rejected(Reject.MALFORMED);
    }
    for (int i = 0; i < columns.length; i++) {
      if (!COLUMNS.get(i).matcher(columns[i]).matches()) {
        return new Rejected(Reject.MALFORMED);
      }
    }
    long lat = nanodegrees(columns[3]);
    long lng = nanodegrees(columns[4]);
    return Place.onTheGlobe(lat, lng)
        ? new Row(report(columns, new Place(lat, lng)))
        : new Rejected(Reject.IMPOSSIBLE);
  }

  private static TargetReport report(String[] columns, Place place) {
    TargetReport.Builder report =
        new TargetReport.Builder(new BigDecimal(columns[0]).movePointRight(6).longValueExact())
            .aircraft(Integer.parseInt(columns[1], 16))
            .callsign(columns[2].strip().toUpperCase(Locale.ROOT))
            .place(place);
    if (!columns[5].isEmpty()) {
      report.pressureFt(whole(columns[5]));
    }
    if (!columns[6].isEmpty()) {
      report.speedKnots(Double.parseDouble(columns[6]));
    }
    if (!columns[7].isEmpty()) {
      report.trackDegrees(Double.parseDouble(columns[7]));
    }
    if (!columns[8].isEmpty()) {
      report.climbFpm(whole(columns[8]));
    }
    if (columns.length > 9 && !columns[9].isEmpty()) {
      report.onGround(columns[9].equals("1"));
    }
    if (columns.length > 10 && !columns[10].isEmpty()) {
      report.squawk(Integer.parseInt(columns[10], 8));
    }
    return report.build();
  }

  private static int whole(String number) {
    return (int) Math.round(Double.parseDouble(number));
  }

  private static long nanodegrees(String degrees) {
    return new BigDecimal(degrees)
        .movePointRight(9)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }
}
