package hotline.cli.demo;

import hotline.cli.print.Table;
import java.util.ArrayList;
import java.util.List;

/** Two texts beside each other, each in a column of its own: neither is mixed into the other. */
final class SideBySide {
  private static final int WIDTH = 46;

  private SideBySide() {}

  /** A table of two headed columns; each paragraph begins a line of its own. */
  static Table of(String left, List<String> lefts, String right, List<String> rights) {
    Table table = new Table(left, right);
    List<String> ones = lines(lefts);
    List<String> others = lines(rights);
    for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
      table.row(at(ones, i), at(others, i));
    }
    return table;
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "";
  }

  /** Paragraphs as lines of at most {@link #WIDTH} characters, unless a word is longer. */
  private static List<String> lines(List<String> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
