package hotline.airspace.typed;

import hotline.airspace.Datum;
import hotline.airspace.PathPoint;
import hotline.airspace.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point of a flight's path on one line, time, position and height: {@code 2026-11-22T14:02:00Z
 * 47.5 N 8.33 E FL310}.
 */
public final class TypedPathPoint {
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\S+Z(?:[A-Z]{3}\\d{2})?)\\s+(.+?)\\s+(FL\\s*\\d+|-?[\\d.,]+\\s*(?:FT|M)\\s+(?:STD|W84))");

  private TypedPathPoint() {}

  /** A point and the datum of its height. */
  public record Point(PathPoint point, Datum datum) {}

  /** Reads a line; {@code nowUs} as in {@link TypedTime#read}. */
  public static Typed<Point> read(String line, long nowUs) {
    Matcher parts = PARTS.matcher(Typed.plain(line));
    if (!parts.matches()) {
      return new Typed.Wrong<>(
          "Give each point of a path as time, position, height: 14:02Z 47.5 N 8.33 E FL310.");
    }
    return TypedTime.read(parts.group(1), nowUs)
        .then(time ->
            TypedPosition.read(parts.group(2))
                .then(position ->
                    TypedHeight.read(parts.group(3))
                        .then(height ->
                            new Typed.Value<>(
                                new Point(
                                    new PathPoint(time, position, height.value()),
                                    height.datum())))));
  }

  /** The line that reads back as exactly this. */
  public static String write(long timeUs, Position position, Datum datum, long height) {
    return TypedTime.write(timeUs)
        + " "
        + TypedPosition.write(position)
        + " "
        + TypedHeight.write(datum, height);
  }
}
