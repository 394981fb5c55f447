package hotline.traffic;

import hotline.traffic.RecordedTraffic.Reject;
import hotline.traffic.report.Place;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of a recording: read strictly, or the reason why not. */
sealed interface Row {
  /** A row that holds. */
  record Good(String aircraft, String callsign, TrackPoint point) implements Row {}

  /** A row that is left out. */
  record Bad(Reject reason) implements Row {}

  /** Longer lines are not looked at; the widest row of the known recordings has 90 characters. */
  int LINE_LIMIT = 512;

  int LOWEST_FT = -2_000;
  int HIGHEST_FT = 100_000;

  String HEADING = "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft";

  /** At most nine decimals: 10⁻⁹ degree is exact, and no number can be long. */
  Pattern COLUMNS =
      Pattern.compile(
          "(\\d{1,11}),([0-9a-f]{6}),([A-Z0-9]{0,8}),"
              + "(-?\\d{1,3}(?:\\.\\d{1,9})?),(-?\\d{1,3}(?:\\.\\d{1,9})?),(-?\\d{1,6})?(?:,.*)?");

  static boolean isHeading(String line) {
    return line.length() <= LINE_LIMIT && (line.equals(HEADING) || line.startsWith(HEADING + ","));
  }

  static Row parse(String line) {
    if (line.length() > LINE_LIMIT) {
      return new Bad(Reject.MALFORMED);
    }
    Matcher columns = COLUMNS.matcher(line);
    if (!columns.matches()) {
      return new Bad(Reject.MALFORMED);
    }
    long lat = nanodegrees(columns.group(4));
    long lng = nanodegrees(columns.group(5));
    if (!Place.onTheGlobe(lat, lng)) {
      return new Bad(Reject.OFF_THE_GLOBE);
    }
    String height = columns.group(6);
    if (height == null) {
      return new Bad(Reject.NO_HEIGHT);
    }
    int heightFt = Integer.parseInt(height);
    if (heightFt < LOWEST_FT || heightFt > HIGHEST_FT) {
      return new Bad(Reject.IMPOSSIBLE_HEIGHT);
    }
    long timeUs = Long.parseLong(columns.group(1)) * 1_000_000;
    return new Good(columns.group(2), columns.group(3), new TrackPoint(timeUs, lat, lng, heightFt));
  }

  private static long nanodegrees(String degrees) {
    return new BigDecimal(degrees).movePointRight(9).longValueExact();
  }
}
