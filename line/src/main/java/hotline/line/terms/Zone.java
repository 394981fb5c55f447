package hotline.line.terms;

import hotline.airspace.Cells;
import hotline.airspace.Position;
import hotline.line.body.Shapes;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the globe that the parties gave a name.
 *
 * @param title for people
 * @param cells what it is: these count
 * @param outline for drawing only
 * @param minima how far apart aircraft are kept in it; null: as everywhere
 */
public record Zone(
    String zone, String title, Cells cells, List<Position> outline, @Nullable ZoneMinima minima) {
  /** The most cells of one zone. */
  public static final int CELLS_MAX = 256;

  /** The most corners of an outline. */
  public static final int OUTLINE_MAX = 64;

  static final int OUTLINE_MIN = 3;
  private static final int SIZE = 4;
  private static final int SIZE_WITH_MINIMA = 5;

  /** With the minima of everywhere. */
  public Zone(String zone, String title, Cells cells, List<Position> outline) {
    this(zone, title, cells, outline, null);
  }

  /** Refuses a zone that cannot be drawn. */
  public Zone {
    outline = List.copyOf(outline);
    Terms.require(!title.isBlank(), "a zone has a title");
    Terms.require(
        outline.size() >= OUTLINE_MIN && outline.size() <= OUTLINE_MAX,
        "the outline of a zone has 3 to 64 corners");
    Terms.require(cells.count() <= CELLS_MAX, "a zone has at most 256 cells");
  }

  static Zone read(Field field) {
    return field.tuple(
        SIZE,
        SIZE_WITH_MINIMA,
        at ->
            new Zone(
                at.name(0),
                at.text(1, Terms.TITLE_MAX),
                Shapes.cells(at.at(2), CELLS_MAX),
                at.list(3, OUTLINE_MIN, OUTLINE_MAX, Shapes::position),
                at.has(SIZE) ? ZoneMinima.read(at.at(SIZE)) : null));
  }

  CborArray encoded() {
    CborArray.Builder all =
        CborArray.builder()
            .add(zone)
            .add(title)
            .add(Shapes.encode(cells))
            .add(CborArray.of(outline, Shapes::encode));
    return (minima == null ? all : all.add(minima.encoded())).build();
  }
}
