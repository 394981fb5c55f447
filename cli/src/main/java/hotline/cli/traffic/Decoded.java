package hotline.cli.traffic;

import hotline.traffic.asterix.Asterix;
import hotline.traffic.modes.BeastStream;
import hotline.traffic.modes.ModeS;
import hotline.traffic.modes.ModeSReports;
import hotline.traffic.modes.TurnReport;
import hotline.traffic.pcap.Capture;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import hotline.traffic.sbs.SbsLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file of wire bytes says, as lines of a table.
 *
 * @param heading the columns
 * @param rows one for each report, or frame
 * @param rejects what was not used, by reason
 */
record Decoded(String heading, List<String> rows, Map<String, Long> rejects) {
  private static final String REPORT =
      "track_number,time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
          + "vertical_rate_fpm,geo_alt_ft,on_ground,squawk,cleared_alt_ft";
  private static final String FRAME =
      "type,mlat_12mhz,signal,frame_hex,df,icao24,typecode,altitude_ft,callsign,ground_speed_kt,"
          + "track_deg,vertical_rate_fpm,crc_ok,lat_deg,lon_deg,squawk";

  /** Data blocks of one category: of the datagrams of a capture, or one after the other. */
  static Decoded asterix(byte[] file, int category) {
    List<String> rows = new ArrayList<>();
    Map<String, Long> rejects = new TreeMap<>();
    List<Capture.Datagram> datagrams = List.of(new Capture.Datagram(0, 0, file));
    if (Capture.isCapture(file)) {
      Capture capture = Capture.read(file);
      capture.rejects().forEach((reason, count) -> rejects.put(reason.name(), count));
      datagrams = capture.datagrams();
    }
    for (Capture.Datagram datagram : datagrams) {
      Asterix decoded = Asterix.decode(datagram.payload(), datagram.timeUs(), category);
      decoded.reports().forEach(report -> rows.add(row(report)));
      decoded.rejects().forEach((reason, count) -> rejects.merge(reason.name(), count, Long::sum));
    }
    return new Decoded(REPORT, rows, rejects);
  }

  /** Lines of the BaseStation format. */
  static Decoded sbs(byte[] file) {
    List<String> rows = new ArrayList<>();
    Map<String, Long> rejects = new TreeMap<>();
    new String(file, StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> {
          switch (SbsLine.parse(line)) {
            case SbsLine.Message(TargetReport report) -> rows.add(row(report));
            case SbsLine.Rejected(SbsLine.Reject reason) ->
                rejects.merge(reason.name(), 1L, Long::sum);
          }
        });
    return new Decoded(REPORT, rows, rejects);
  }

  /** A Beast stream, frame by frame. */
  static Decoded beast(byte[] file) {
    List<String> rows = new ArrayList<>();
    Map<String, Long> rejects = new TreeMap<>();
    BeastStream stream = new BeastStream();
    ModeSReports reports = new ModeSReports();
    for (BeastStream.Frame frame : stream.add(file)) {
      switch (ModeS.read(frame.bytes())) {
        case ModeS.Read(ModeS message) ->
            rows.add(row(frame, message, reports.report(message, frame.timeUs())));
        case ModeS.Rejected(ModeS.Reject reason) -> rejects.merge(reason.name(), 1L, Long::sum);
      }
    }
    if (stream.skipped() > 0) {
      rejects.put("SKIPPED_BYTES", stream.skipped());
    }
    return new Decoded(FRAME, rows, rejects);
  }

  /** The whole table. */
  String csv() {
    StringBuilder csv = new StringBuilder(heading).append('\n');
    rows.forEach(row -> csv.append(row).append('\n'));
    return csv.toString();
  }

  private static String row(TargetReport report) {
    Place place = report.place();
    return String.join(
        ",",
        text(report.trackNumber()),
        scaled(report.timeUs(), 6),
        text(report.aircraft()),
        text(report.callsign()),
        place == null ? "" : scaled(place.latNanodegrees(), 9),
        place == null ? "" : scaled(place.lngNanodegrees(), 9),
        text(report.pressureFt()),
        scaled(report.speedMilliknots()),
        scaled(report.trackMillidegrees()),
        text(report.climbFpm()),
        text(report.geometricFt()),
        report.onGround() == null ? "" : report.onGround() ? "1" : "0",
        text(report.squawk()),
        text(report.clearedFt()));
  }

  /** A frame with what it alone says; its place may need the one before. */
  private static String row(BeastStream.Frame frame, ModeS message, Optional<TargetReport> heard) {
    Place place = heard.map(TargetReport::place).orElse(null);
    Said said = Said.of(message);
    return String.join(
        ",",
        String.valueOf(frame.type()),
        String.valueOf(frame.counter()),
        String.valueOf(frame.signal()),
        HexFormat.of().formatHex(frame.bytes()),
        String.valueOf(message.format()),
        TargetReport.hex(message.aircraft()),
        message.typeCode() < 0 ? "" : String.valueOf(message.typeCode()),
        said.height(),
        said.callsign(),
        said.knots(),
        said.track(),
        said.climb(),
        message.format() == 17 || message.format() == 18 ? "True" : "",
        place == null ? "" : scaled(place.latNanodegrees(), 9),
        place == null ? "" : scaled(place.lngNanodegrees(), 9),
        said.squawk());
  }

  /** The columns of one frame. */
  private record Said(
      String height, String callsign, String knots, String track, String climb, String squawk) {
    static Said of(ModeS message) {
      Said own = of(message.content());
      return switch (message.answer()) {
        case ModeS.Identification(String callsign) ->
            new Said(own.height, callsign, "", "", "", own.squawk);
        case TurnReport turn ->
            new Said(
                own.height,
                "",
                String.valueOf(turn.knots()),
                String.valueOf(turn.trackDegrees()),
                "",
                own.squawk);
        case null, default -> own;
      };
    }

    private static Said of(ModeS.Content content) {
      return switch (content) {
        case ModeS.Height(@Nullable Integer feet) -> new Said(text(feet), "", "", "", "", "");
        case ModeS.Airborne air -> new Said(text(air.heightFt()), "", "", "", "", "");
        case ModeS.Identification(String callsign) -> new Said("", callsign, "", "", "", "");
        case ModeS.Squawk(int code) -> new Said("", "", "", "", "", TargetReport.octal(code));
        case ModeS.Velocity v ->
            new Said("", "", real(v.knots()), real(v.trackDegrees()), text(v.climbFpm()), "");
        default -> new Said("", "", "", "", "", "");
      };
    }
  }

  private static String real(double value) {
    return Double.isNaN(value) ? "" : String.valueOf(value);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String scaled(@Nullable Integer thousandths) {
    return thousandths == null ? "" : scaled(thousandths, 3);
  }

  private static String scaled(long value, int digits) {
    return BigDecimal.valueOf(value, digits).stripTrailingZeros().toPlainString();
  }
}
