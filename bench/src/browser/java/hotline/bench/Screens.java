package hotline.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import hotline.console.Console;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.TrafficConfig;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an officer waits for: two real nodes on loopback, and the system's Chromium before each, all
 * on this machine. First page cold and page weights; from a key press to the alarm on the other
 * side, drawn and sounding; input delay and memory with 5,000 tracks and 2,000 notices.
 */
public final class Screens {
  private static final int NOTICES = 2_000;
  private static final int TRACKS = 5_000;

  private Screens() {}

  /**
   * {@code Screens [first] [alarm] [load] [--stops N] [--minutes N]}; without a word, all three.
   */
  public static void main(String[] args) throws IOException {
    List<String> words = Arrays.asList(args);
    int stops = number(words, "--stops", 100);
    int minutes = number(words, "--minutes", 2);
    boolean all = Stream.of("first", "alarm", "load").noneMatch(words::contains);
    Path folder = Files.createTempDirectory("hotline-screens");
    int port = LoopbackLine.freePort();
    try (LoopbackLine line =
            LoopbackLine.open(folder.resolve("line"), Console::new, traffic(port));
        Playwright playwright = playwright();
        Browser browser = launch(playwright)) {
      take(line);
      if (all || words.contains("first")) {
        new ScreenFirst(line, browser).run();
      }
      if (all || words.contains("alarm")) {
        new ScreenAlarm(line, browser).run(stops);
      }
      if (all || words.contains("load")) {
        try (DatagramSocket socket = new DatagramSocket();
            ScreenSky sky = new ScreenSky(new Cat062Sender(socket, port), TRACKS)) {
          new ScreenLoad(line, browser, sky).run(NOTICES, TRACKS, minutes);
        }
      }
    } finally {
      Load.delete(folder);
    }
  }

  private static int number(List<String> words, String flag, int standard) {
    int at = words.indexOf(flag);
    return at < 0 ? standard : Integer.parseInt(words.get(at + 1));
  }

  private static TrafficConfig traffic(int port) {
    FeedConfig feed =
        new FeedConfig("radar", FeedConfig.Kind.CAT062, "127.0.0.1:" + port, null, 1, true);
    return new TrafficConfig(
        List.of(feed),
        TrafficConfig.STANDARD,
        TrafficConfig.STANDARD_JITTER_FT,
        TrafficConfig.STANDARD_S,
        ConformanceConfig.STANDARD);
  }

  private static void take(LoopbackLine line) {
    for (String party : List.of(LoopbackLine.NORTH, LoopbackLine.SOUTH)) {
      LoopbackLine.require(line.node(party).api().takeWatch("duty", "Officer"));
      LoopbackLine.require(
          line.node(party)
              .api()
              .status(
                  new hotline.node.api.Requests.Status(
                      "IN_FORCE", null, null, "We are here.", null)));
    }
  }

  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser launch(Playwright playwright) {
    Path chromium =
        Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no Chromium: install it or set CHROMIUM"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--enable-precise-memory-info")));
  }

  /** A browser's first page before a party's node, by a one-time link; nothing is cached. */
  static Page open(LoopbackLine line, Browser browser, String party, String... scripts) {
    var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1_440, 900));
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    for (String script : scripts) {
      page.addInitScript(script);
    }
    page.navigate(line.node(party).pageLink());
    return page;
  }
}
