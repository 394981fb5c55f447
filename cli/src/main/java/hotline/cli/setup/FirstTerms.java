package hotline.cli.setup;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.typed.Typed;
import hotline.airspace.typed.TypedPosition;
import hotline.line.disclosure.PartyFile;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.line.terms.Zone;
import hotline.node.setup.LineFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The first terms of a line, with the default figures: what the parties begin their talks with. */
public final class FirstTerms {
  private static final int ZONE_CELL_LEVEL = 9;
  private static final int ZONE_CELLS_MAX = 64;

  private FirstTerms() {}

  /**
   * Terms 1.
   *
   * @param zones each {@code name=Title=position;position;position…}
   * @param points each {@code name=Title=position}
   * @throws IllegalArgumentException with one sentence about what cannot stand
   */
  public static Terms draft(
      String host,
      Collection<PartyFile> parties,
      List<String> categories,
      List<String> zones,
      List<String> points) {
    TreeMap<String, PartyTerms> sorted = new TreeMap<>();
    parties.forEach(file -> sorted.put(file.party(), LineFolder.terms(file)));
    return TermsDefaults.first(
        host,
        List.copyOf(sorted.values()),
        List.copyOf(categories),
        zones.stream().map(FirstTerms::zone).toList(),
        points.stream().map(FirstTerms::point).toList());
  }

  static Zone zone(String text) {
    String[] parts = parts(text, "a zone as name=Title=position;position;position");
    List<Position> outline = new ArrayList<>();
    for (String corner : parts[2].split(";", -1)) {
      outline.add(position(corner));
    }
    Cells cells = Cells.covering(new Outline(outline), ZONE_CELL_LEVEL, ZONE_CELLS_MAX);
    return new Zone(parts[0], parts[1], cells, outline);
  }

  static ReferencePoint point(String text) {
    String[] parts = parts(text, "a reference point as name=Title=position");
    return new ReferencePoint(parts[0], parts[1], position(parts[2]));
  }

  private static String[] parts(String text, String form) {
    String[] parts = text.split("=", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("Give " + form + ", not " + text + ".");
    }
    return parts;
  }

  private static Position position(String text) {
    return switch (TypedPosition.read(text)) {
      case Typed.Value<Position>(Position position) -> position;
      case Typed.Wrong<Position>(String sentence) -> throw new IllegalArgumentException(sentence);
    };
  }
}
