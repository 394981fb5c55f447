package hotline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns, two spaces apart; a column is as wide as its widest cell. */
public final class Table {
  private static final String GAP = "  ";

  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  public Table(String... headings) {
    this.columns = headings.length;
    rows.add(List.of(headings));
  }

  /** Adds a row; it must have as many cells as there are headings. */
  public Table row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells under " + columns + " headings");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Rows without the headings. */
  public int size() {
    return rows.size() - 1;
  }

  /** The lines, headings first, without trailing blanks. */
  public List<String> lines() {
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column).replace('\n', ' ');
      line.append(column == 0 ? "" : GAP)
          .append(cell)
          .repeat(' ', Math.max(0, widths[column] - width(cell)));
    }
    return line.toString().stripTrailing();
  }

  /** In characters as a terminal counts most of them. */
  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
