package hotline.line.terms;

import hotline.airspace.Cells;
import hotline.airspace.Position;
import hotline.line.body.Shapes;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import java.util.List;

/**
 * Where the arrangement holds: a notice has all its cells inside.
 *
 * @param cells what it is: these count
 * @param outline for drawing only
 */
public record Area(Cells cells, List<Position> outline) {
  private static final int SIZE = 2;

  /** Refuses an area that cannot be drawn. */
  public Area {
    outline = List.copyOf(outline);
    Terms.require(
        outline.size() >= Zone.OUTLINE_MIN && outline.size() <= Zone.OUTLINE_MAX,
        "the outline of the area has 3 to 64 corners");
    Terms.require(cells.count() <= Zone.CELLS_MAX, "the area has at most 256 cells");
  }

  static Area read(Field field) {
    return field.tuple(
        SIZE,
        at ->
            new Area(
                Shapes.cells(at.at(0), Zone.CELLS_MAX),
                at.list(1, Zone.OUTLINE_MIN, Zone.OUTLINE_MAX, Shapes::position)));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(Shapes.encode(cells))
        .add(CborArray.of(outline, Shapes::encode))
        .build();
  }
}
