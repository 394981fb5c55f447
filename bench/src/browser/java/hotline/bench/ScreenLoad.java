package hotline.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * South's screens with 2,000 notices and 5,000 tracks at 1 Hz: how long a key waits for the page
 * (until its handler, and until the frame after it), and what the page holds after a collection.
 */
final class ScreenLoad {
  private static final long BETWEEN_MS = 120;
  private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(15);
  private static final String NOTES =
      """
      window.waited = []; window.painted = [];
      document.addEventListener("keydown", (event) => {
        window.waited.push(performance.now() - event.timeStamp);
        requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp); channel.port2.postMessage(0); });
      }, true);
      """;

  private final LoopbackLine line;
  private final Browser browser;
  private final ScreenSky sky;

  ScreenLoad(LoopbackLine line, Browser browser, ScreenSky sky) {
    this.line = line;
    this.browser = browser;
    this.sky = sky;
  }

  void run(int notices, int tracks, int minutes) {
    declare(notices);
    sky.start();
    LineApi south = line.node(LoopbackLine.SOUTH).api();
    LoopbackLine.await(() -> south.sky().live() >= tracks * 99L / 100);
    System.out.printf(
        "%,d notices, %,d live tracks at 1 Hz%n", south.notices(false).size(), south.sky().live());
    for (String path : List.of("/", "/traffic")) {
      screen(path, minutes);
    }
  }

  /** Half of them each party's, 12 NM apart, all live now or soon. */
  private void declare(int notices) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(10, ChronoUnit.MINUTES);
    for (int i = 0; i < notices; i++) {
      String party = i % 2 == 0 ? LoopbackLine.NORTH : LoopbackLine.SOUTH;
      int row = i / 50;
      double lat = 40 + row * 0.25;
      double lng = i % 50 * 0.5;
      LoopbackLine.require(
          line.node(party)
              .api()
              .declare(
                  new Requests.Declare(
                      null,
                      "transit",
                      "F" + i,
                      List.of(
                          new Requests.Volume(
                              List.of(position(lat, lng)),
                              "3 NM",
                              "FL100",
                              "FL120",
                              start.toString(),
                              start.plus(2, ChronoUnit.HOURS).toString(),
                              null)),
                      null)));
    }
    LineApi south = line.node(LoopbackLine.SOUTH).api();
    LoopbackLine.await(() -> south.notices(false).size() >= notices);
  }

  private static String position(double lat, double lng) {
    return String.format(
        java.util.Locale.ROOT,
        "N %02d %04.1f E %03d %04.1f",
        (int) lat,
        lat % 1 * 60,
        (int) lng,
        lng % 1 * 60);
  }

  private void screen(String path, int minutes) {
    Page page = Screens.open(line, browser, LoopbackLine.SOUTH, NOTES);
    page.navigate(line.address(LoopbackLine.SOUTH) + path);
    if (path.equals("/")) {
      page.locator("#chart[data-tracked]").waitFor();
    }
    CDPSession session = page.context().newCDPSession(page);
    session.send("HeapProfiler.enable");
    page.waitForTimeout(10_000); // what comes with the first looks
    page.evaluate("() => { waited.length = painted.length = 0; }");
    look(page, session, path, "begin");
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    long next = System.nanoTime() + LOOK_NS * minutes;
    while (System.nanoTime() < end) {
      page.keyboard().press("Shift");
      page.waitForTimeout(BETWEEN_MS);
      if (System.nanoTime() >= next) {
        look(page, session, path, "later");
        next += LOOK_NS * minutes;
      }
    }
    look(page, session, path, "end");
    print(path + ": key to its handler", page, "waited");
    print(path + ": key to the next frame", page, "painted");
    page.context().close();
  }

  private static void look(Page page, CDPSession session, String path, String when) {
    session.send("HeapProfiler.collectGarbage");
    JsonObject heap = session.send("Runtime.getHeapUsage");
    JsonObject nodes = session.send("Memory.getDOMCounters");
    System.out.printf(
        "%-10s %-6s heap %6.1f MiB, %,d nodes, %,d listeners; page %,d KiB of HTML%n",
        path,
        when,
        heap.get("usedSize").getAsDouble() / (1 << 20),
        nodes.get("nodes").getAsLong(),
        nodes.get("jsEventListeners").getAsLong(),
        page.content().length() >> 10);
  }

  private static void print(String what, Page page, String name) {
    List<?> ms = (List<?>) page.evaluate("() => window." + name);
    long[] ns =
        ms.stream().mapToLong(each -> (long) (((Number) each).doubleValue() * 1e6)).toArray();
    Percentiles times = new Percentiles(ns);
    System.out.printf(
        "%-44s p50 %,6.0f ms, p99 %,6.0f ms (%d times)%n",
        what, times.p50Ms(), times.p99Ms(), ns.length);
  }
}
