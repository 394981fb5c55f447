package hotline.cli.demo;

import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;

/** The whole record as a side's node explains it. */
final class WholeRecord {
  private static final int PAGE = 1_000;

  private WholeRecord() {}

  static List<Views.Entry> entries(Side side) {
    List<Views.Entry> all = new ArrayList<>();
    List<Views.Entry> page = side.line().entries(0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = page.size() < PAGE ? List.of() : side.line().entries(all.size(), PAGE);
    }
    return all;
  }
}
