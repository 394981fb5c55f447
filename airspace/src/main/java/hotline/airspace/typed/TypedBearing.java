package hotline.airspace.typed;

import hotline.airspace.Position;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Positions by true bearing and distance from a named point, in either order: {@code 124° 11.0 NM
 * from ZUE}, {@code 11 NM at 124 from ZUE}. A bearing has three digits, 000 to 360; a magnetic one
 * is refused. The geodesic on the ellipsoid decides.
 */
public final class TypedBearing {
  private static final String BEARING = "(\\d{3})\\s*°?(?:\\s*(TRUE|MAG(?:NETIC)?|[TM](?![A-Z])))?";
  private static final String DISTANCE = "([\\d.,]{1,14}\\s*(?:NM|KM|M|FT))";
  private static final Pattern FIRST_BEARING =
      Pattern.compile(BEARING + "[\\s,]+" + DISTANCE + "\\s+(?:FROM|OF)\\s+(.+)");
  private static final Pattern FIRST_DISTANCE =
      Pattern.compile(DISTANCE + "[\\s,]+(?:AT\\s+|ON\\s+)?" + BEARING + "\\s+(?:FROM|OF)\\s+(.+)");
  private static final Pattern LIKE = Pattern.compile(".*\\s(?:FROM|OF)\\s.*");
  private static final int CIRCLE = 360;
  private static final long DISTANCE_MAX_MM = 1_852_000_000L;
  private static final String HELP =
      "Give a true bearing of three digits and a distance from a reference point of the terms:"
          + " 124 11.0 NM from ZUE.";

  private TypedBearing() {}

  /** Whether a text speaks of a distance from something. */
  public static boolean looksLike(String text) {
    return LIKE.matcher(Typed.plain(text)).matches();
  }

  /**
   * Reads a position.
   *
   * @param points by the names that may be typed, in any case of letters
   */
  public static Typed<Position> read(String text, Map<String, Position> points) {
    String plain = Typed.plain(text);
    Matcher bearing = FIRST_BEARING.matcher(plain);
    if (bearing.matches()) {
      return place(bearing.group(1), bearing.group(2), bearing.group(3), bearing.group(4), points);
    }
    Matcher distance = FIRST_DISTANCE.matcher(plain);
    return distance.matches()
        ? place(distance.group(2), distance.group(3), distance.group(1), distance.group(4), points)
        : new Typed.Wrong<>(HELP);
  }

  private static Typed<Position> place(
      String bearing,
      @org.jspecify.annotations.Nullable String north,
      String distance,
      String name,
      Map<String, Position> points) {
    int degrees = Integer.parseInt(bearing);
    if (north != null && north.startsWith("M")) {
      return new Typed.Wrong<>("Give the bearing against true north, not magnetic north.");
    }
    if (degrees > CIRCLE) {
      return new Typed.Wrong<>("A bearing goes from 000 to 360.");
    }
    Optional<Position> from = named(name, points);
    if (from.isEmpty()) {
      return new Typed.Wrong<>(
          points.isEmpty()
              ? "The terms name no reference point: give the position itself."
              : "There is no reference point of that name; there is "
                  + String.join(", ", new TreeMap<>(points).keySet().stream().limit(8).toList())
                  + ".");
    }
    return TypedDistance.read(distance)
        .then(mm ->
            mm > DISTANCE_MAX_MM
                ? new Typed.Wrong<>("Give a distance of at most 1,000 NM.")
                : new Typed.Value<>(from.get().toward(degrees % CIRCLE * 1_000L, mm)));
  }

  private static Optional<Position> named(String name, Map<String, Position> points) {
    return points.keySet().stream()
        .filter(each -> each.toUpperCase(Locale.ROOT).equals(name.strip()))
        .sorted()
        .map(each -> Objects.requireNonNull(points.get(each)))
        .findFirst();
  }
}
