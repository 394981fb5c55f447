package hotline.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The watch in a browser that has nothing of it yet, and what each page weighs over the wire.
 *
 * <p>Usable: the page stands and its keys work (its scripts have run). Drawn: the map has its land.
 */
final class ScreenFirst {
  private static final int TIMES = 9;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/traffic",
          "/status",
          "/terms",
          "/terms/draft",
          "/notices/new",
          "/notices/import",
          "/messages/new",
          "/incidents",
          "/breaches",
          "/third",
          "/record",
          "/paper",
          "/watch",
          "/replay",
          "/group");
  private static final String TIMED =
      """
      () => {
        const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
        const page = performance.getEntriesByType("navigation")[0];
        return { usable: page.domContentLoadedEventEnd, files: all.length,
                 bytes: all.reduce((sum, one) => sum + (one.name.includes(".json") && !one.name.includes("world") ? 0 : one.transferSize), 0) };
      }\
      """;

  private final LoopbackLine line;
  private final Browser browser;

  ScreenFirst(LoopbackLine line, Browser browser) {
    this.line = line;
    this.browser = browser;
  }

  void run() {
    List<Double> usable = new ArrayList<>();
    List<Double> drawn = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long beganNs = System.nanoTime();
      Page page = Screens.open(line, browser, LoopbackLine.NORTH);
      page.locator("#chart[data-land=drawn]").waitFor();
      drawn.add((System.nanoTime() - beganNs) / 1e6);
      usable.add(number(page, "usable"));
      page.context().close();
    }
    System.out.printf(
        "first page cold, median of %d (longest): usable %,.0f (%,.0f) ms, map drawn %,.0f (%,.0f) ms%n",
        TIMES, median(usable), usable.getLast(), median(drawn), drawn.getLast());
    for (String path : PAGES) {
      weigh(path);
    }
  }

  /** Each in a browser of its own: what one page needs, with nothing kept of another. */
  private void weigh(String path) {
    Page door = Screens.open(line, browser, LoopbackLine.NORTH);
    var kept = door.context().storageState();
    door.context().close();
    try (var context =
        browser.newContext(
            new Browser.NewContextOptions().setStorageState(kept).setViewportSize(1_440, 900))) {
      Page page = context.newPage();
      page.navigate(line.northAddress() + path);
      if (path.equals("/")) {
        page.locator("#chart[data-land=drawn]").waitFor();
      }
      page.waitForTimeout(500); // fonts come after the page
      System.out.printf(
          "weight of %-16s %5.0f KiB in %.0f files%n",
          path, number(page, "bytes") / 1024, number(page, "files"));
    }
  }

  private static double number(Page page, String name) {
    Map<?, ?> timed = (Map<?, ?>) page.evaluate(TIMED);
    return timed.get(name) instanceof Number found ? found.doubleValue() : Double.NaN;
  }

  private static double median(List<Double> some) {
    some.sort(null);
    return some.get(some.size() / 2);
  }
}
