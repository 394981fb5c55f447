package hotline.traffic.watch;

import hotline.traffic.report.Place;
import hotline.traffic.report.Rejects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Recorded traffic, aircraft by aircraft.
 *
 * @param flights by name
 * @param rejects rows that were not used, by reason
 */
public record Recording(List<Flight> flights, Map<Reject, Long> rejects) {
  /** More rows than this are counted as {@link Reject#TOO_MANY}. */
  public static final int ROWS_LIMIT = 5_000_000;

  private static final int LINE_LIMIT = 512;
  private static final long HOUR_US = 3_600_000_000L;
  private static final String HEADING =
      "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
          + "vertical_rate_fpm";

  private static final Pattern TIME = Pattern.compile("\\d{1,11}(?:\\.\\d{1,6})?");
  private static final Pattern AIRCRAFT = Pattern.compile("[0-9a-f]{6}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(?:\\.\\d{1,9})?");

  /** Why a row was not used. */
  public enum Reject {
    /** The heading is not that of a recording: nothing was read. */
    HEADER,
    /** Not as many columns as it should have, or a column that is not what it should be. */
    MALFORMED,
    /** A latitude or longitude beyond the globe. */
    OFF_THE_GLOBE,
    /** On the ground. */
    ON_GROUND,
    /** Not later than the row before it of the same aircraft. */
    NOT_LATER,
    /** Beyond {@link #ROWS_LIMIT}. */
    TOO_MANY
  }

  /** Keeps unmodifiable copies. */
  public Recording {
    flights = List.copyOf(flights);
    rejects = Map.copyOf(rejects);
  }

  /**
   * Reads a recording. Total: rows come back as flights, or are counted.
   *
   * @param csv a heading that begins {@code
   *     time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,vertical_rate_fpm};
   *     where {@code on_ground} follows, rows with 1 there are left out; then a row for each
   *     aircraft and instant, of each aircraft in the order of time; what is not known is empty
   * @param fold whether the hours since the first row's are laid over each other
   */
  public static Recording read(String csv, Fold fold) {
    Rejects<Reject> rejects = new Rejects<>(Reject.class);
    SortedMap<String, Flight.Builder> flights = new TreeMap<>();
    boolean headed = false;
    boolean groundColumn = false;
    int rows = 0;
    long firstUs = -1;
    for (String line : (Iterable<String>) csv.lines()::iterator) {
      if (!headed) {
        headed = line.equals(HEADING) || line.startsWith(HEADING + ",");
        groundColumn = line.startsWith(HEADING + ",on_ground");
        if (!headed) {
          break;
        }
        continue;
      }
      if (rows == ROWS_LIMIT) {
        rejects.add(Reject.TOO_MANY);
        continue;
      }
      rows++;
      List<String> columns = Arrays.asList(line.split(",", -1));
      if (line.length() > LINE_LIMIT || !wellFormed(columns)) {
        rejects.add(Reject.MALFORMED);
        continue;
      }
      long timeUs = new BigDecimal(columns.get(0)).movePointRight(6).longValueExact();
      if (firstUs < 0) {
        firstUs = timeUs;
      }
      long hour = Math.floorDiv(timeUs - firstUs, HOUR_US);
      if (!fold.takes(hour)) {
        continue;
      }
      String name = columns.get(1);
      if (fold != Fold.NONE) {
        name += "-%02d".formatted(hour);
        timeUs -= hour * HOUR_US;
      }
      if (groundColumn && columns.size() > 9 && "1".equals(columns.get(9))) {
        rejects.add(Reject.ON_GROUND);
        continue;
      }
      add(flights, name, timeUs, columns, rejects);
    }
    if (!headed) {
      rejects.add(Reject.HEADER);
    }
    List<Flight> all = new ArrayList<>();
    flights.values().forEach(each -> all.add(each.build()));
    return new Recording(all, rejects.counts());
  }

  private static void add(
      SortedMap<String, Flight.Builder> flights,
      String name,
      long timeUs,
      List<String> columns,
      Rejects<Reject> rejects) {
    long lat = nanodegrees(columns.get(3));
    long lng = nanodegrees(columns.get(4));
    if (!Place.onTheGlobe(lat, lng)) {
      rejects.add(Reject.OFF_THE_GLOBE);
    } else if (!flights
        .computeIfAbsent(name, Flight.Builder::new)
        .add(
            timeUs,
            new Place(lat, lng),
            real(columns.get(5)),
            new double[] {real(columns.get(6)), real(columns.get(7)), real(columns.get(8))})) {
      rejects.add(Reject.NOT_LATER);
    }
  }

  private static boolean wellFormed(List<String> columns) {
    if (columns.size() < 9
        || !TIME.matcher(columns.get(0)).matches()
        || !AIRCRAFT.matcher(columns.get(1)).matches()) {
      return false;
    }
    for (int i = 3; i < 9; i++) {
      boolean empty = i > 4 && columns.get(i).isEmpty();
      if (!empty && !NUMBER.matcher(columns.get(i)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static double real(String number) {
    return number.isEmpty() ? Double.NaN : Double.parseDouble(number);
  }

  private static long nanodegrees(String degrees) {
    return new BigDecimal(degrees).movePointRight(9).longValueExact();
  }
}
