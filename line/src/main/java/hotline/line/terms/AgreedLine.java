package hotline.line.terms;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.body.Coded;
import hotline.line.body.Shapes;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line that is crossed only with notice, or a corridor that is flown along. Nothing is refused by
 * it: officers and pages go by it.
 *
 * @param title for people
 * @param points from its beginning to its end
 * @param widthMm across, at most 200 km; 0 only for a line
 * @param band the heights it is for; empty: all
 * @param left the party whose side is on the left when going from the first point to the last
 * @param right the party whose side is on the right
 * @param crossingLeadUs how long ahead a crossing is declared
 */
public record AgreedLine(
    String name,
    String title,
    Sort sort,
    List<Position> points,
    long widthMm,
    Optional<HeightBand> band,
    Optional<String> left,
    Optional<String> right,
    long crossingLeadUs) {
  /** The most points of one line. */
  public static final int POINTS_MAX = 64;

  private static final int POINTS_MIN = 2;
  private static final long WIDTH_MAX_MM = 200_000_000;
  private static final long LEAD_MAX_US = 7 * 86_400_000_000L;
  private static final int SIZE = 8;

  /** What it is. */
  public enum Sort implements Coded {
    LINE(0, "line"),
    CORRIDOR(1, "corridor");

    private final int code;
    private final String words;

    Sort(int code, String words) {
      this.code = code;
      this.words = words;
    }

    @Override
    public int code() {
      return code;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }

  /** Refuses a line that cannot be drawn or followed. */
  public AgreedLine {
    points = List.copyOf(points);
    Terms.require(!title.isBlank(), "a " + sort.words() + " has a title");
    Terms.requireRange(points.size(), POINTS_MIN, POINTS_MAX, "the number of points of " + name);
    Terms.require(hasLegs(points), "the points of " + name + " follow one another, none twice");
    Terms.requireRange(widthMm, 0, WIDTH_MAX_MM, "the width of " + name + " in mm");
    Terms.require(sort == Sort.LINE || widthMm > 0, "corridor " + name + " has a width");
    Terms.requireRange(crossingLeadUs, 0, LEAD_MAX_US, "the lead time of " + name + " in us");
    Terms.require(
        left.isEmpty() || !left.equals(right), "the sides of " + name + " are of two parties");
  }

  private static boolean hasLegs(List<Position> points) {
    return IntStream.range(1, points.size())
        .noneMatch(i -> points.get(i).equals(points.get(i - 1)));
  }

  /** The parties that have a side. */
  Stream<String> sides() {
    return Stream.concat(left.stream(), right.stream());
  }

  static AgreedLine read(Field field) {
    return field.tuple(SIZE, AgreedLine::read);
  }

  private static AgreedLine read(Fields at) {
    Sides sides = at.tuple(6, 2, Sides::read);
    return new AgreedLine(
        at.name(0),
        at.text(1, Terms.TITLE_MAX),
        Coded.read(at.at(2), Sort.values()),
        at.list(3, POINTS_MIN, POINTS_MAX, Shapes::position),
        Terms.number(at.at(4)),
        at.nullable(5, Shapes::band),
        sides.left(),
        sides.right(),
        Terms.number(at.at(7)));
  }

  private record Sides(Optional<String> left, Optional<String> right) {
    private static Sides read(Fields at) {
      return new Sides(at.nullable(0, Field::name), at.nullable(1, Field::name));
    }
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(name)
        .add(title)
        .add(sort.code())
        .add(CborArray.of(points, Shapes::encode))
        .add(widthMm)
        .addOrNull(band, Shapes::encode)
        .add(
            CborArray.builder()
                .addOrNull(left, CborValue::of)
                .addOrNull(right, CborValue::of)
                .build())
        .add(crossingLeadUs)
        .build();
  }
}
