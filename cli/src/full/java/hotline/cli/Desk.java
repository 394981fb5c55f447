package hotline.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A party's browser before its own node: what its officer presses, types and reads. */
final class Desk implements AutoCloseable {
  private final Path data;
  private final String address;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Desk(Browser browser, Path data, boolean scripts) throws Exception {
    this.data = data;
    this.address = "http://" + TwoParties.address(data).replaceFirst("^https?://", "");
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(1_440, 900));
    this.page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(TwoParties.json(data, "page").asString());
  }

  /** The system's Chromium; nothing is downloaded. */
  static Browser launch(Playwright playwright) {
    Path chromium =
        Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no Chromium: install it or set CHROMIUM"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Opened by the one-time link. */
  static Desk at(Browser browser, Path data) throws Exception {
    return new Desk(browser, data, true);
  }

  /** The same, of a browser that runs no scripts. */
  static Desk withoutScripts(Browser browser, Path data) throws Exception {
    return new Desk(browser, data, false);
  }

  Path data() {
    return data;
  }

  Page page() {
    return page;
  }

  Desk go(String path) {
    page.navigate(address + path);
    return this;
  }

  /** Waits until this is somewhere in a part of the page. */
  Desk reads(String where, String words) {
    page.locator(where, new Page.LocatorOptions().setHasText(words)).first().waitFor();
    return this;
  }

  Desk types(String name, String words) {
    page.locator("main [name=" + name + "]").first().fill(words);
    return this;
  }

  Desk presses(String button) {
    page.locator("main button:has-text('" + button + "')").first().click();
    return this;
  }

  Desk key(String key) {
    page.keyboard().press(key);
    return this;
  }

  String text(String where) {
    return page.locator(where).first().innerText();
  }

  Locator all(String where) {
    return page.locator(where);
  }

  /** What the browser complained of so far; read, it is forgotten. */
  List<String> complaints() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  @Override
  public void close() {
    context.close();
  }
}
