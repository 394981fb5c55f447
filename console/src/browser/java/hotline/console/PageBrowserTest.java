package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import hotline.node.api.Views;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in the system's Chromium, with scripts and without; nothing is downloaded. */
class PageBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/", "/status", "/terms", "/record", "/watch", "/paper", "/notices/new", "/messages/new",
          "/notices/N-0412", "/notices/S-0288", "/messages/" + Samples.id(94),
          "/messages/" + Samples.id(89), "/messages/" + Samples.id(85), "/nowhere",
          "/incidents", "/incidents/I-KQWM", "/group", "/group/W-TRBD", "/breaches", "/third",
          "/replay", "/?at=14:00Z", "/status?at=14:00Z", "/messages/" + Samples.id(91) + "?at=14:00Z");

  private static Playwright playwright;
  private static Browser browser;

  @TempDir Path folder;
  private FakeLine line;
  private LineServer server;
  private final List<String> complaints = new ArrayList<>();

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
  private Page open(boolean scripts, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours)
                .setViewportSize(1440, 900));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean missing = message.text().contains("404");
          if (message.type().equals("error") && !missing) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(server.pageLink());
    return page;
  }

  private void go(Page page, String path) {
    page.navigate("http://127.0.0.1:" + server.port() + path);
  }

  @Test
  void everyPageIsForEveryone() {
    ShowPages.stage(line, "suspended");
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      Page page = open(true, colours);
      for (String path : colours == ColorScheme.DARK ? PAGES : PAGES.subList(0, 4)) {
        go(page, path);
        var serious =
            new AxeBuilder(page)
                .analyze().getViolations().stream()
                    .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .map(rule -> rule.getId() + " " + rule.getNodes())
                    .toList();
        assertThat(serious).as("%s %s", path, colours).isEmpty();
      }
      page.context().close();
    }
  }

  @Test
  void noPageIsWiderThanASmallTelephone() {
    ShowPages.stage(line, "suspended");
    Page page = open(false, ColorScheme.LIGHT);
    page.setViewportSize(320, 640);
    for (String path : PAGES) {
      go(page, path);
      page.locator("summary").all().forEach(Locator::click);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(320);
    }
  }

  @Test
  void aPageWithEveryFormUnfoldedIsForEveryone() {
    Page page = open(false, ColorScheme.DARK);
    for (String path : List.of("/incidents", "/incidents/I-KQWM", "/group/W-TRBD", "/breaches", "/status")) {
      go(page, path);
      page.locator("summary").all().forEach(Locator::click);
      page.locator("details[open] input, details[open] textarea, details[open] select")
          .all()
          .forEach(field ->
              assertThat(field.evaluate("e => e.type === 'hidden' || e.labels.length > 0 || !!e.ariaLabel"))
                  .as(path)
                  .isEqualTo(true));
    }
  }

  @Test
  void aQuarrelIsCarriedOnWithoutScriptsByKeysAlone() {
    Page page = open(false, ColorScheme.LIGHT);
    go(page, "/incidents/I-KQWM");
    Locator row = page.locator("#e-" + Samples.id(230));
    row.locator("summary").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowDown");
    assertThat(row.locator("input[value=DISPUTES]").isChecked()).isTrue();
    page.keyboard().press("Tab");
    page.keyboard().type("the time base is off");
    page.keyboard().press("Enter");
    assertThat(page.locator("#told").innerText()).contains("Recorded; not confirmed yet.");
    assertThat(line.calls)
        .contains(
            "assess Assess[item=" + Samples.id(230) + ", word=DISPUTES, reason=the time base is off]");
    assertThat(page.url()).contains("/incidents/I-KQWM");

    go(page, "/?at=14:00Z");
    assertThat(page.locator("#replay").innerText()).contains("Nothing can be said from here.");
    page.locator("a:has-text('− 10 min')").click();
    assertThat(page.locator("#replay").innerText()).contains("13:50:00Z");
    page.locator("a:has-text('Back to now')").click();
    assertThat(page.locator("#replay").count()).isZero();
  }

  @Test
  void urgentTargetsAreLargeAndAtTheirPlaceOnEveryPage() {
    Page page = open(true, ColorScheme.DARK);
    go(page, "/");
    var place = page.locator(".urgent .stop").boundingBox();
    assertThat(place.height).isGreaterThanOrEqualTo(44);
    assertThat(page.locator("form.accept button").first().boundingBox().height)
        .isGreaterThanOrEqualTo(44);
    for (String path : List.of("/status", "/record", "/notices/new", "/messages/" + Samples.id(94))) {
      go(page, path);
      var now = page.locator(".urgent .stop").boundingBox();
      assertThat(List.of(now.x, now.y)).as(path).isEqualTo(List.of(place.x, place.y));
    }
  }

  @Test
  void aKeyStopsAndAKeyAccepts() {
    Page page = open(true, ColorScheme.DARK);
    page.keyboard().press("F2");
    page.waitForURL("**/messages/**");
    assertThat(line.calls).contains("accept " + Samples.id(94) + " ops M. Okafor");
    page.keyboard().press("F8");
    page.waitForURL(
        address -> address.contains("/messages/") && !address.contains(Samples.id(94)));
    assertThat(line.calls).anyMatch(call -> call.startsWith("send Message[kind=STOP"));
  }

  @Test
  void whatComesIsDrawnWithoutReloadingAndWritingIsLeftAlone() {
    Page page = open(true, ColorScheme.DARK);
    go(page, "/messages/new");
    page.locator("textarea[name=text]").fill("half a sentence");
    Views.Message warning = Samples.message(60, "WARNING", "south", Samples.NOW, 4, "Missile test now.");
    line.put(warning);
    page.locator("#alarm-sum", new Page.LocatorOptions().setHasText("3 unaccepted")).waitFor();
    assertThat(page.locator("textarea[name=text]").inputValue()).isEqualTo("half a sentence");
    assertThat(page.locator("textarea[name=text]").evaluate("e => e === document.activeElement"))
        .isEqualTo(true);
  }

  @Test
  void aLostNodeIsSeen() {
    Page page = open(true, ColorScheme.DARK);
    page.locator("#age").waitFor();
    server.close();
    page.locator(".frame[data-stale]").waitFor();
    assertThat(page.locator("#age").innerText()).startsWith("STALE");
    complaints.clear(); // the browser itself notes that the stream broke
  }

  @Test
  void everythingWorksWithoutScripts() {
    Page page = open(false, ColorScheme.LIGHT);
    page.locator(".urgent .stop").click();
    assertThat(page.locator("#told").innerText()).contains("Recorded; not confirmed yet.");
    go(page, "/messages/" + Samples.id(94));
    page.locator(".stopbox button").click();
    assertThat(page.locator(".stopbox").innerText()).contains("Accepted by M. Okafor");
    page.locator("input[value=WILCO]").check();
    page.locator("input[name=text]").fill("turning north");
    page.locator("button:has-text('Send answer')").click();
    assertThat(page.locator(".stopbox").innerText()).contains("Answered: WILCO");

    go(page, "/notices/new");
    page.locator("textarea[name=outline]").fill("N 47 30.0 E 008 20.0");
    page.locator("input[name=radius]").fill("5 NM");
    for (String name : List.of("floor", "ceiling", "start", "end")) {
      page.locator("input[name=" + name + "]").fill("FL100");
    }
    page.locator("button:has-text('Declare')").click();
    assertThat(page.locator("#table").innerText()).contains("N-0417");

    go(page, "/status");
    page.locator("button:text-is('Accept')").last().click();
    assertThat(line.calls).anyMatch(call -> call.startsWith("offer-accept " + Samples.id(99)));
    page.locator("textarea[name=words]").last().fill("We offer to come back.");
    page.locator("button:has-text('Offer to restore')").click();
    assertThat(page.locator("main").innerText()).contains("We offer to come back.");
    page.locator("textarea[name=words]").first().fill("After an incident.");
    page.locator("button:has-text('Suspend')").first().click();
    assertThat(page.locator("main").innerText()).contains("Suspended", "After an incident.");
  }

  @Test
  void hostileTextIsShownAndDoesNothing() {
    String evil = "<img src=x onerror=\"document.title='pwned'\"><b>bold</b>\u202etext";
    line.put(Samples.message(61, "WARNING", "south", Samples.NOW, 4, evil));
    line.set("south", "SUSPENDED", null, evil);
    Page page = open(true, ColorScheme.DARK);
    for (String path : List.of("/", "/status", "/messages/" + Samples.id(61), "/paper/" + Samples.id(61))) {
      go(page, path);
      assertThat(page.locator("img").count()).isZero();
      assertThat(page.title()).doesNotContain("pwned");
      assertThat(page.content()).contains("⟦U+202E⟧");
    }
  }

  @Test
  void thePolicyOfThePageHolds() {
    Page page = open(true, ColorScheme.DARK);
    Object blocked =
        page.evaluate(
            """
            () => new Promise((done) => {
              document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
              const script = document.createElement("script");
              script.textContent = "document.title = 'ran'";
              document.head.append(script);
            })""");
    assertThat(blocked).isEqualTo("script-src-elem");
    assertThat(page.title()).isEqualTo("Watch · Hotline");
    complaints.clear(); // the browser notes what it blocked
  }
}
