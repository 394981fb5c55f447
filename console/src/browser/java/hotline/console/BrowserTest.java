package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import hotline.node.web.LineServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A line of samples, served, and the system's Chromium before it; nothing is downloaded. */
abstract class BrowserTest {
  private static Playwright playwright;
  private static Browser browser;

  @TempDir Path folder;
  FakeLine line;
  LineServer server;
  final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void launch() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  @AfterAll
  static void quit() {
    browser.close();
    playwright.close();
  }

  private static Path chromium() {
    return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Chromium: install it or set CHROMIUM"));
  }

  @BeforeEach
  void serve() throws Exception {
    line = new FakeLine();
    line.put(SampleMessages.stop());
    line.put(Samples.offer());
    server = ShowPages.serve(line, folder, 0);
  }

  @AfterEach
  void noPageComplained() {
    server.close();
    assertThat(complaints).isEmpty();
  }

  /** A browser that has opened the page by its one-time link. */
  Page open(boolean scripts, ColorScheme colours) {
    Page page = fresh(scripts, colours);
    page.navigate(server.pageLink());
    return page;
  }

  /** A browser that has opened nothing yet. */
  Page fresh(boolean scripts, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours)
                .setViewportSize(1440, 900));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      // A browser complains of every answer that is a refusal.
      boolean refused = message.text().matches("(?s).*status of (401|403|404) .*");
      if (message.type().equals("error") && !refused) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  void go(Page page, String path) {
    page.navigate("http://127.0.0.1:" + server.port() + path);
  }

  static void isForEveryone(Page page, String what) {
    var serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .toList();
    assertThat(serious).as(what).isEmpty();
  }
}
