package hotline.traffic;

import hotline.traffic.report.Rejects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A recording as tracks, and what of it was left out.
 *
 * @param tracks by aircraft, then by time; an aircraft has one track for each unbroken stretch
 * @param rejects how many rows were left out, for each reason that occurred
 */
public record RecordedTraffic(List<RecordedTrack> tracks, Map<Reject, Long> rejects) {
  /**
   * The longest gap that is interpolated: one minute. Recordings have a row every 10 s or better,
   * so five lost in a row are bridged. In a minute an airliner flies some 15 km; a turn begun and
   * ended inside it at a standard rate (3° a second) can put it half of that off the straight way,
   * more than any separation, so across more nothing may be claimed.
   */
  public static final long GAP_LIMIT_US = 60_000_000;

  /** The most rows that are read; more are counted as {@link Reject#TOO_MANY}. */
  public static final int ROWS_LIMIT = 1_000_000;

  /** Why a row was left out. */
  public enum Reject {
    /** The first line does not begin with the six columns asked for: nothing was read. */
    HEADER,
    /** Not six or more columns, or a column that is not what it should be. */
    MALFORMED,
    /** A latitude or longitude beyond the globe. */
    OFF_THE_GLOBE,
    /** The height is not known. */
    NO_HEIGHT,
    /** A height that no altimeter in use reports truly: below −2,000 ft or above 100,000 ft. */
    IMPOSSIBLE_HEIGHT,
    /** Not later than the row before it of the same aircraft. */
    NOT_LATER,
    /** Beyond {@link #ROWS_LIMIT}. */
    TOO_MANY
  }

  /** Keeps unmodifiable copies, the rejects in the order of their enum. */
  public RecordedTraffic {
    tracks = List.copyOf(tracks);
    Map<Reject, Long> ordered = new EnumMap<>(Reject.class);
    ordered.putAll(rejects);
    rejects = Collections.unmodifiableMap(ordered);
  }

  /**
   * Reads a recording. Total: whatever the text, tracks come back and the rest is counted.
   *
   * @param csv a heading that begins {@code time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft}
   *     (further columns are not read), then one row for each aircraft and instant, of each
   *     aircraft in the order of time; lines end with LF or CRLF
   */
  public static RecordedTraffic read(String csv) {
    Rejects<Reject> rejects = new Rejects<>(Reject.class);
    SortedMap<String, Building> aircraft = new TreeMap<>();
    int rows = 0;
    boolean headed = false;
    for (String line : (Iterable<String>) csv.lines()::iterator) {
      if (!headed) {
        headed = Row.isHeading(line);
        if (!headed) {
          break;
        }
      } else if (rows == ROWS_LIMIT) {
        rejects.add(Reject.TOO_MANY);
      } else {
        rows++;
        add(line, aircraft).ifPresent(rejects::add);
      }
    }
    if (!headed) {
      rejects.add(Reject.HEADER);
    }
    List<RecordedTrack> tracks = new ArrayList<>();
    aircraft.forEach((address, building) -> building.finish(address, tracks));
    return new RecordedTraffic(tracks, rejects.counts());
  }

  /** The tracks cut to {@code fromUs ≤ time < untilUs}. */
  public List<RecordedTrack> during(long fromUs, long untilUs) {
    return tracks.stream().flatMap(track -> track.during(fromUs, untilUs).stream()).toList();
  }

  private static Optional<Reject> add(String line, SortedMap<String, Building> aircraft) {
    return switch (Row.parse(line)) {
      case Row.Bad(Reject reason) -> Optional.of(reason);
      case Row.Good row -> {
        Building building = aircraft.computeIfAbsent(row.aircraft(), any -> new Building());
        yield building.add(row) ? Optional.empty() : Optional.of(Reject.NOT_LATER);
      }
    };
  }

  /** The tracks of one aircraft while they are read. */
  private static final class Building {
    private final List<RecordedTrack> done = new ArrayList<>();
    private final List<TrackPoint> points = new ArrayList<>();
    private String callsign = "";

    /** Appends the row, after a split where the gap is too long; false: not later. */
    boolean add(Row.Good row) {
      if (!points.isEmpty()) {
        long gapUs = row.point().timeUs() - points.getLast().timeUs();
        if (gapUs <= 0) {
          return false;
        }
        if (gapUs > GAP_LIMIT_US) {
          close(row.aircraft());
        }
      }
      if (callsign.isEmpty()) {
        callsign = row.callsign();
      }
      points.add(row.point());
      return true;
    }

    void finish(String address, List<RecordedTrack> into) {
      if (!points.isEmpty()) {
        close(address);
      }
      into.addAll(done);
    }

    private void close(String address) {
      done.add(new RecordedTrack(address, callsign, points));
      points.clear();
      callsign = "";
    }
  }
}
