package hotline.line.sheet;

import hotline.airspace.Cells;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.typed.Typed;
import hotline.airspace.typed.TypedHeight;
import hotline.line.terms.AgreedLine;
import hotline.line.terms.Area;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.TermsWords;
import hotline.line.terms.Zone;
import hotline.line.terms.ZoneMinima;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Zones, points, the area and agreed lines of a sheet. */
final class PlaceText {
  static final String ZONE = "NAME = TITLE = CORNER; CORNER; CORNER… = 3 NM = 1000 ft";
  static final String POINT = "NAME = TITLE = POSITION";
  static final String LINE =
      "NAME = TITLE = line or corridor = POINT; POINT… = width 5 NM = FL100 to FL200"
          + " = left PARTY = right PARTY = ahead 30 min";

  /** Cells of some 20 km: what people agree on is no finer. */
  private static final int CELL_LEVEL = 9;

  private static final int ZONE_CELLS_MAX = 64;

  private PlaceText() {}

  static String write(Zone zone) {
    ZoneMinima own = zone.minima();
    return zone.zone()
        + " = "
        + zone.title()
        + " = "
        + positions(zone.outline())
        + (own == null
            ? ""
            : " = "
                + TermsWords.distance(own.horizontalMm())
                + " = "
                + Text.feet(own.verticalFt()));
  }

  /** The cells stay as they are where the outline does. */
  static Zone zone(String text, List<Zone> before) {
    String[] parts = Text.parts(text, 3, "a zone as " + ZONE);
    boolean ownMinima = parts.length == 5;
    if (!ownMinima && parts.length != 3) {
      throw new IllegalArgumentException("Write a zone as " + ZONE + ".");
    }
    ZoneMinima minima =
        ownMinima ? new ZoneMinima(Text.distance(parts[3]), Text.feet(parts[4])) : null;
    List<Position> outline = positions(parts[2]);
    Cells cells =
        before.stream()
            .filter(zone -> zone.outline().equals(outline))
            .findFirst()
            .map(Zone::cells)
            .orElseGet(() -> cells(outline, ZONE_CELLS_MAX));
    return new Zone(Text.name(parts[0]), Text.title(parts[1]), cells, outline, minima);
  }

  static String write(ReferencePoint point) {
    return point.name() + " = " + point.title() + " = " + Text.position(point.position());
  }

  static ReferencePoint point(String text) {
    String[] parts = Text.parts(text, 3, "a reference point as " + POINT);
    String position = last(parts, 3, "a reference point as " + POINT);
    return new ReferencePoint(Text.name(parts[0]), Text.title(parts[1]), Text.position(position));
  }

  static List<String> write(Optional<Area> area) {
    return area.map(known -> known.outline().stream().map(Text::position).toList())
        .orElse(List.of());
  }

  static Optional<Area> area(List<Position> outline) {
    return outline.isEmpty()
        ? Optional.empty()
        : Optional.of(new Area(cells(outline, Zone.CELLS_MAX), outline));
  }

  private static Cells cells(List<Position> outline, int cellsMax) {
    return Cells.covering(new Outline(outline), CELL_LEVEL, cellsMax);
  }

  static String write(AgreedLine line) {
    List<String> parts = new ArrayList<>();
    parts.add(line.name());
    parts.add(line.title());
    parts.add(line.sort().words());
    parts.add(positions(line.points()));
    if (line.widthMm() > 0) {
      parts.add("width " + TermsWords.distance(line.widthMm()));
    }
    line.band()
        .ifPresent(band ->
            parts.add(
                TypedHeight.write(band.datum(), band.floor())
                    + " to "
                    + TypedHeight.write(band.datum(), band.ceiling())));
    line.left().ifPresent(party -> parts.add("left " + party));
    line.right().ifPresent(party -> parts.add("right " + party));
    parts.add("ahead " + TermsWords.duration(line.crossingLeadUs()));
    return String.join(" = ", parts);
  }

  static AgreedLine line(String text) {
    String[] parts = Text.parts(text, 4, "a line as " + LINE);
    AgreedLine.Sort sort =
        Arrays.stream(AgreedLine.Sort.values())
            .filter(each -> each.words().equals(parts[2]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Say line or corridor."));
    long widthMm = 0;
    long leadUs = 0;
    Optional<HeightBand> band = Optional.empty();
    Optional<String> left = Optional.empty();
    Optional<String> right = Optional.empty();
    for (String part : Arrays.asList(parts).subList(4, parts.length)) {
      String[] words = part.split(" ", 2);
      String rest = words.length == 2 ? words[1].strip() : "";
      switch (words[0]) {
        case "width" -> widthMm = Text.distance(rest);
        case "ahead" -> leadUs = Text.duration(rest);
        case "left" -> left = Optional.of(Text.name(rest));
        case "right" -> right = Optional.of(Text.name(rest));
        default -> band = Optional.of(band(part));
      }
    }
    List<Position> points = positions(parts[3]);
    return new AgreedLine(
        Text.name(parts[0]),
        Text.title(parts[1]),
        sort,
        points,
        widthMm,
        band,
        left,
        right,
        leadUs);
  }

  private static HeightBand band(String text) {
    String[] ends = text.split(" to ", -1);
    if (ends.length == 2
        && TypedHeight.read(ends[0]) instanceof Typed.Value<TypedHeight.Height>(var floor)
        && TypedHeight.read(ends[1]) instanceof Typed.Value<TypedHeight.Height>(var ceiling)
        && floor.datum() == ceiling.datum()) {
      return new HeightBand(floor.datum(), floor.value(), ceiling.value());
    }
    throw new IllegalArgumentException(
        "“"
            + text
            + "” is none of: width 5 NM, FL100 to FL200 (or 300 m W84 to 900 m W84), left PARTY,"
            + " right PARTY, ahead 30 min.");
  }

  private static String last(String[] parts, int count, String form) {
    if (parts.length != count) {
      throw new IllegalArgumentException("Write " + form + ".");
    }
    return parts[count - 1];
  }

  private static String positions(List<Position> all) {
    return all.stream().map(Text::position).collect(Collectors.joining("; "));
  }

  private static List<Position> positions(String text) {
    return Arrays.stream(text.split(";", -1)).map(Text::position).toList();
  }
}
