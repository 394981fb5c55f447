package hotline.traffic.readsb;

import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One aircraft of the file while it is read. */
final class Entry {
  private static final Pattern ADDRESS = Pattern.compile("~?[0-9a-fA-F]{6}");
  private static final Pattern FLIGHT = Pattern.compile("[A-Za-z0-9]{0,8} *");
  private static final Pattern SQUAWK = Pattern.compile("[0-7]{4}");

  /** No file is older than a day. */
  private static final double SECONDS_MAX = 86_400;

  private @Nullable String hex;
  private String flight = "";
  private @Nullable String squawk;
  private boolean ground;
  private double pressureFt = Double.NaN;
  private double geometricFt = Double.NaN;
  private double selectedFt = Double.NaN;
  private double knots = Double.NaN;
  private double track = Double.NaN;
  private double pressureFpm = Double.NaN;
  private double lat = Double.NaN;
  private double lng = Double.NaN;
  private double seenS = Double.NaN;
  private double seenPlaceS = Double.NaN;
  private boolean bad;

  private Entry() {}

  /** The aircraft whose object has begun, read to its end; null if something of it is bad. */
  static @Nullable Entry read(JsonParser json) {
    Entry entry = new Entry();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      entry.take(name, value, json);
      json.skipChildren();
    }
    boolean half = Double.isNaN(entry.lat) != Double.isNaN(entry.lng);
    return entry.bad || half || entry.hex == null || Double.isNaN(entry.seenS) ? null : entry;
  }

  private void take(String name, JsonToken value, JsonParser json) {
    switch (name) {
      case "hex" -> hex = text(value, json, ADDRESS);
      case "flight" -> {
        String text = text(value, json, FLIGHT);
        flight = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
      }
      case "squawk" -> squawk = text(value, json, SQUAWK);
      case "alt_baro" -> {
        ground = value == JsonToken.VALUE_STRING && "ground".equals(json.getString());
        pressureFt = ground ? Double.NaN : number(value, json, 200_000);
      }
      case "alt_geom" -> geometricFt = number(value, json, 200_000);
      case "nav_altitude_mcp" -> selectedFt = number(value, json, 200_000);
      case "gs" -> knots = number(value, json, 10_000);
      case "track" -> track = number(value, json, 360);
      case "baro_rate" -> pressureFpm = number(value, json, 100_000);
      case "lat" -> lat = number(value, json, 90);
      case "lon" -> lng = number(value, json, 180);
      case "seen" -> seenS = number(value, json, SECONDS_MAX);
      case "seen_pos" -> seenPlaceS = number(value, json, SECONDS_MAX);
      default -> {}
    }
  }

  private @Nullable String text(JsonToken value, JsonParser json, Pattern wanted) {
    String text = value == JsonToken.VALUE_STRING ? json.getString() : "";
    if (value == JsonToken.VALUE_STRING && wanted.matcher(text).matches()) {
      return text;
    }
    bad = true;
    return null;
  }

  /** A number from {@code −most} to {@code most}; anything else makes the aircraft bad. */
  private double number(JsonToken value, JsonParser json, double most) {
    boolean isNumber = value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT;
    double number = isNumber ? json.getDoubleValue() : Double.NaN;
    if (Math.abs(number) <= most) {
      return number;
    }
    bad = true;
    return Double.NaN;
  }

  /** Whether its address is none of a transponder. */
  boolean isMadeUp() {
    return hex == null || hex.startsWith("~");
  }

  TargetReport report(long receivedUs) {
    boolean placed = !Double.isNaN(lat);
    double agoS = placed && !Double.isNaN(seenPlaceS) ? seenPlaceS : seenS;
    TargetReport.Builder report =
        new TargetReport.Builder(receivedUs - Math.round(Math.max(0, agoS) * 1e6))
            .aircraft(hex == null ? 0 : Integer.parseInt(hex, 16))
            .callsign(flight);
    if (squawk != null) {
      report.squawk(Integer.parseInt(squawk, 8));
    }
    if (placed) {
      report.place(new Place(Math.round(lat * 1e9), Math.round(lng * 1e9)));
      report.onGround(ground);
    } else if (ground) {
      report.onGround(true);
    }
    if (!Double.isNaN(knots)) {
      report.speedKnots(Math.abs(knots));
    }
    if (!Double.isNaN(track)) {
      report.trackDegrees(track);
    }
    if (!Double.isNaN(selectedFt)) {
      report.clearedFt((int) Math.round(selectedFt));
    }
    return report
        .pressureFt(whole(pressureFt))
        .geometricFt(whole(geometricFt))
        .climbFpm(whole(pressureFpm))
        .build();
  }

  private static @Nullable Integer whole(double value) {
    return Double.isNaN(value) ? null : (int) Math.round(value);
  }
}
