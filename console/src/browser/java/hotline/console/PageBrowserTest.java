package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.node.api.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages in a browser, with scripts and without. */
class PageBrowserTest extends BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/status",
          "/terms",
          "/record",
          "/keys",
          "/watch",
          "/paper",
          "/stick",
          "/notices/new",
          "/notices/import",
          "/messages/new",
          "/notices/N-0412",
          "/notices/S-0288",
          "/messages/" + Samples.id(94),
          "/messages/" + Samples.id(89),
          "/messages/" + Samples.id(85),
          "/nowhere",
          "/incidents",
          "/incidents/I-KQWM",
          "/group",
          "/group/W-TRBD",
          "/breaches",
          "/third",
          "/terms/draft",
          "/replay",
          "/incidents?at=14:00Z",
          "/incidents/I-KQWM?at=14:00Z",
          "/group?at=14:00Z",
          "/group/W-TRBD?at=14:00Z",
          "/breaches?at=14:00Z",
          "/third?at=14:00Z",
          "/terms?at=14:00Z",
          "/?at=14:00Z",
          "/status?at=14:00Z",
          "/messages/" + Samples.id(91) + "?at=14:00Z");

  @Test
  void everyPageIsForEveryone() {
    ShowPages.stage(line, "suspended");
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      Page page = open(true, colours);
      for (String path : colours == ColorScheme.DARK ? PAGES : PAGES.subList(0, 4)) {
        go(page, path);
        isForEveryone(page, path + " " + colours);
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
  void urgentTargetsAreLargeAndAtTheirPlaceOnEveryPage() {
    Page page = open(true, ColorScheme.DARK);
    go(page, "/");
    var place = page.locator(".urgent .stop").boundingBox();
    assertThat(place.height).isGreaterThanOrEqualTo(44);
    assertThat(page.locator("form.accept button").first().boundingBox().height)
        .isGreaterThanOrEqualTo(44);
    for (String path :
        List.of("/status", "/record", "/notices/new", "/messages/" + Samples.id(94))) {
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
    page.waitForURL(address -> address.contains("/messages/") && !address.contains(Samples.id(94)));
    assertThat(line.calls).anyMatch(call -> call.startsWith("send Message[kind=STOP"));
  }

  /** Silent until it is touched, and says so; then an alarm sounds until it is accepted. */
  @Test
  void anAlarmSoundsUntilAPersonAcceptsIt() {
    Page page = open(true, ColorScheme.DARK);
    page.locator(".frame[data-sound=off]").waitFor();
    assertThat(page.locator("#sound").innerText()).isEqualTo("Sound is OFF: press here");
    page.locator("#sound").click();
    page.locator(".frame[data-sound=sounding]").waitFor();
    assertThat(page.locator("#sound").innerText()).isEqualTo("Sounding");
    line.alarms().stream()
        .filter(AlarmStrip::unaccepted)
        .toList()
        .forEach(alarm -> line.accept(alarm.id(), "ops", "M. Okafor"));
    page.locator(".frame[data-sound=on]").waitFor();
    assertThat(page.locator("#sound").innerText()).isEqualTo("Sound on: test");
  }

  @Test
  void whatComesIsDrawnWithoutReloadingAndWritingIsLeftAlone() {
    Page page = open(true, ColorScheme.DARK);
    go(page, "/messages/new");
    page.locator("textarea[name=text]").fill("half a sentence");
    Views.Message warning =
        Samples.message(60, "WARNING", "south", Samples.NOW, 4, "Missile test now.");
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
    assertThat(page.locator("#age-words").innerText()).contains("no word from this node");
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
    for (String path :
        List.of("/", "/status", "/messages/" + Samples.id(61), "/paper/" + Samples.id(61))) {
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
            })\
            """);
    assertThat(blocked).isEqualTo("script-src-elem");
    assertThat(page.title()).endsWith("Watch · Hotline");
    complaints.clear(); // the browser notes what it blocked
  }
}
