package hotline.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pictures of docs/console, of two nodes that run: each main page, light and dark; the watch on
 * a telephone; a STOP that nobody has accepted; and a page that has lost its node.
 */
public final class Pictures {
  private static final int WIDTH = 1_440;
  private static final int HEIGHT = 900;
  private static final int PHONE_WIDTH = 390;
  private static final int PATIENCE_MS = 30_000;

  /** Time for the map's data and fonts. */
  private static final int SETTLED_MS = 2_500;

  private static final Map<String, String> PAGES = pages();

  private final Browser browser;
  private final Path folder;

  private Pictures(Browser browser, Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("watch", "/");
    pages.put("traffic", "/traffic");
    pages.put("notice", "/notices/new");
    pages.put("message", "/messages/new");
    pages.put("status", "/status");
    pages.put("terms", "/terms");
    pages.put("incidents", "/incidents");
    pages.put("breaches", "/breaches");
    pages.put("group", "/group");
    pages.put("third", "/third");
    pages.put("record", "/record");
    pages.put("keys", "/keys");
    pages.put("posts", "/watch");
    pages.put("stick", "/stick");
    pages.put("paper", "/paper");
    pages.put("replay", "/replay");
    return pages;
  }

  /**
   * {@code Pictures FOLDER NORTH SOUTH}: where the pictures go, and the one-time links that two
   * nodes of one line print ({@code hotline up}, {@code hotline link}).
   */
  public static void main(String[] args) {
    try (Playwright playwright = Screens.playwright();
        Browser browser = Screens.launch(playwright)) {
      Pictures pictures = new Pictures(browser, Path.of(args[0]));
      BrowserContext north = pictures.door(args[1]);
      BrowserContext south = pictures.door(args[2]);
      String at = at(args[1]);
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        PAGES.forEach((name, path) -> pictures.take(north, at + path, name, scheme));
      }
      pictures.phone(north, at);
      pictures.stop(north, at, south, at(args[2]));
    }
  }

  private static String at(String link) {
    return link.substring(0, link.indexOf('/', link.indexOf("//") + 2));
  }

  /** A browser that has come in by a link. */
  private BrowserContext door(String link) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
    context.setDefaultTimeout(PATIENCE_MS);
    try (Page page = context.newPage()) {
      page.navigate(link);
    }
    return context;
  }

  private void take(BrowserContext context, String address, String name, ColorScheme scheme) {
    try (Page page = context.newPage()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.navigate(address);
      shoot(page, name + (scheme == ColorScheme.LIGHT ? "-light" : "-dark"));
    }
  }

  private void phone(BrowserContext context, String at) {
    try (Page page = context.newPage()) {
      page.setViewportSize(PHONE_WIDTH, HEIGHT);
      page.navigate(at + "/");
      shoot(page, "watch-phone");
    }
  }

  /** One side presses STOP; both sides' pages, before anybody has accepted it. */
  private void stop(BrowserContext from, String at, BrowserContext to, String other) {
    try (Page pressed = from.newPage();
        Page told = to.newPage()) {
      told.navigate(other + "/");
      pressed.navigate(at + "/");
      pressed.keyboard().press("F8");
      shoot(pressed, "stop-sent-light");
      shoot(told, "stop-light");
      told.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      shoot(told, "stop-dark");
    }
  }

  private void shoot(Page page, String name) {
    page.waitForTimeout(SETTLED_MS);
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    System.out.println(name);
  }
}
