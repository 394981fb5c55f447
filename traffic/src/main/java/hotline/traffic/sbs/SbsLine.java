package hotline.traffic.sbs;

import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the BaseStation format: {@code MSG,type,…} with 22 columns
 * (http://woodair.net/sbs/Article/Barebones42_Socket_Data.htm).
 *
 * <p>The time is that of the message's generation, taken as UTC: receivers say local time unless
 * they are told otherwise. Heights are pressure heights.
 */
public sealed interface SbsLine {
  /** A message. */
  record Message(TargetReport report) implements SbsLine {}

  /** A line that is not used. */
  record Rejected(Reject reason) implements SbsLine {}

  /** Why a line is not used. */
  enum Reject {
    /** Longer than any line of the format. */
    TOO_LONG,
    /** Not {@code MSG}: selections, new aircraft, status, clicks. */
    NO_MESSAGE,
    /** A number of columns, or a column, that is not of the format. */
    MALFORMED,
    /** A place off the globe or a day that is none. */
    IMPOSSIBLE
  }

  /** Longer lines are not looked at. */
  int LENGTH_LIMIT = 256;

  /** Receivers differ in how they write numbers; none needs more than this. */
  String NUMBER = "(-?\\d{1,7}(?:\\.\\d{1,9})?)?";

  /** A flag: −1 (as BaseStation writes it) or 1 is set. */
  String FLAG = "(-1|0|1)?";

  /** The 22 columns, one group for each that is read. */
  Pattern COLUMNS =
      Pattern.compile(
          String.join(
              ",",
              "MSG,[1-8],\\d{0,9},\\d{0,9}",
              "([0-9A-Fa-f]{6}),\\d{0,9}",
              "(\\d{4})/(\\d{2})/(\\d{2}),(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,6}))?",
              "[0-9/]{0,10},[0-9:.]{0,15}",
              "([A-Za-z0-9 ]{0,8})",
              NUMBER,
              NUMBER,
              NUMBER,
              NUMBER,
              NUMBER,
              NUMBER,
              "([0-7]{4})?",
              FLAG,
              FLAG,
              FLAG,
              FLAG));

  /** Reads one line, without its end. Total. */
  static SbsLine parse(String line) {
    if (line.length() > LENGTH_LIMIT) {
      return new Rejected(Reject.TOO_LONG);
    }
    if (!line.startsWith("MSG,")) {
      return new Rejected(Reject.NO_MESSAGE);
    }
    Matcher columns = COLUMNS.matcher(line);
    if (!columns.matches()) {
      return new Rejected(Reject.MALFORMED);
    }
    try {
      return new Message(report(columns));
    } catch (DateTimeException | IllegalArgumentException impossible) {
      return new Rejected(Reject.IMPOSSIBLE);
    }
  }

  private static TargetReport report(Matcher columns) {
    LocalDate day = LocalDate.of(number(columns, 2), number(columns, 3), number(columns, 4));
    LocalTime time = LocalTime.of(number(columns, 5), number(columns, 6), number(columns, 7));
    String part = columns.group(8) == null ? "" : columns.group(8);
    long microseconds = Long.parseLong((part + "000000").substring(0, 6));
    TargetReport.Builder report =
        new TargetReport.Builder(day.toEpochSecond(time, ZoneOffset.UTC) * 1_000_000 + microseconds)
            .aircraft(Integer.parseInt(columns.group(1), 16))
            .callsign(columns.group(9).strip().toUpperCase(Locale.ROOT));
    if (columns.group(10) != null) {
      report.pressureFt((int) Math.round(Double.parseDouble(columns.group(10))));
    }
    if (columns.group(11) != null) {
      report.speedKnots(Double.parseDouble(columns.group(11)));
    }
    if (columns.group(12) != null) {
      report.trackDegrees(Double.parseDouble(columns.group(12)));
    }
    if (columns.group(13) != null && columns.group(14) != null) {
      report.place(new Place(nanodegrees(columns.group(13)), nanodegrees(columns.group(14))));
    }
    if (columns.group(15) != null) {
      report.climbFpm((int) Math.round(Double.parseDouble(columns.group(15))));
    }
    if (columns.group(16) != null) {
      report.squawk(Integer.parseInt(columns.group(16), 8));
    }
    String ground = columns.group(20);
    if (ground != null) {
      report.onGround(!"0".equals(ground));
    }
    return report.build();
  }

  private static int number(Matcher columns, int group) {
    return Integer.parseInt(columns.group(group));
  }

  private static long nanodegrees(String degrees) {
    return new BigDecimal(degrees).movePointRight(9).longValueExact();
  }
}
