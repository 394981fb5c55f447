package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two officers, each with a browser before the node of one party, and all between them real. */
class TwoDesksTest {
  @TempDir Path temp;
  private TwoParties line;
  private Playwright playwright;
  private Browser browser;
  private Desk north;
  private Desk south;

  @BeforeEach
  void sitDown() throws Exception {
    line = new TwoParties(temp).start().agree();
    playwright = Desk.playwright();
    browser = Desk.launch(playwright);
    north = Desk.at(browser, line.north);
    south = Desk.at(browser, line.south);
    for (Desk each : new Desk[] {north, south}) {
      takesTheWatch(each, each == north ? "Ivanova" : "Okafor");
      each.go("/status").types("words", "We are here.").presses("State: in force");
    }
    for (Desk each : new Desk[] {north, south}) {
      each.go("/");
      assertThat(each.all("header .party .lamp:not(.unknown)").count()).isLessThanOrEqualTo(2);
      each.page()
          .waitForCondition(() -> each.all("header .party:has-text('In force')").count() == 2);
    }
  }

  @AfterEach
  void standUp() throws Exception {
    try {
      assertThat(north.complaints()).isEmpty();
      assertThat(south.complaints()).isEmpty();
    } finally {
      browser.close();
      playwright.close();
      line.close();
    }
  }

  private static void takesTheWatch(Desk desk, String officer) {
    done("watch take duty", officer, "--data", desk.data());
  }

  private static void declares(Desk desk, String call, String outline) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(20, ChronoUnit.MINUTES);
    desk.go("/notices/new")
        .types("label", call)
        .types("outline", outline)
        .types("radius", "5 NM")
        .types("floor", "FL100")
        .types("ceiling", "FL120")
        .types("start", start.toString())
        .types("end", start.plus(30, ChronoUnit.MINUTES).toString())
        .presses("Declare");
    desk.reads("#table", "patrol");
  }

  @Test
  void declareConflictAmend() {
    declares(north, "NORTH 1", "N 47 00.0 E 009 30.0");
    declares(south, "SOUTH 1", "N 47 02.0 E 009 31.0");
    north.go("/").reads("#table", "C-");
    south.go("/").reads("#table", "C-");
    JsonNode conflict = await(line.south, "conflict list", all -> !all.isEmpty()).get(0);
    south
        .go("/notices/" + conflict.get("ownEntity").asString())
        .presses("Find the nearest shift")
        .presses("Move it");
    for (Path each : new Path[] {line.north, line.south}) {
      await(
          each,
          "conflict list --all",
          all -> all.valueStream().allMatch(one -> one.get("state").asString().equals("CLEARED")));
    }
    north.go("/").reads("#ht-count", "0 conflicts");
    south.go("/").reads("#ht-count", "0 conflicts");
  }

  @Test
  void stopIsAcceptedAndAnswered() {
    north.go("/");
    south.go("/");
    south.page().locator("#sound").click();
    south.page().locator(".frame[data-sound=on]").waitFor();
    north.key("F8");
    south.reads("#alarm-list .alarm[data-state=unaccepted]", "STOP");
    south.page().locator(".frame[data-sound=sounding]").waitFor();
    // Whoever can write while it sounds is not sent away from what is being written.
    south.key("F2");
    south.page().waitForURL("**/messages/**");
    south.page().locator(".frame[data-sound=on]").waitFor();
    north.reads("main", "Okafor");
    south.page().locator("input[value=WILCO]").check();
    south.presses("Send answer").reads("main", "WILCO");
    north.reads("main", "WILCO");
  }

  @Test
  void suspendOfferAccept() {
    south.go("/status").types("words", "After what happened today.").presses("Suspend");
    north
        .go("/")
        .page()
        .waitForCondition(() -> north.all("header .party:has-text('Suspended')").count() == 1);
    // What is urgent goes all the same.
    north.key("F9");
    south.go("/").reads("#alarm-list .alarm[data-state=unaccepted]", "DISTRESS");
    south.key("F2").page().waitForURL("**/messages/**");
    south.go("/status");
    south
        .page()
        .locator("form:has(button:has-text('Offer to restore')) textarea[name=words]")
        .fill("We come back if both say so.");
    south.presses("Offer to restore");
    north.go("/status").reads("main", "We come back if both say so.");
    north.page().locator("main button:text-is('Accept')").last().click();
    for (Desk each : new Desk[] {north, south}) {
      each.go("/")
          .page()
          .waitForCondition(() -> each.all("header .party:has-text('Suspended')").count() == 0);
    }
  }

  @Test
  void aNodeThatIsGoneIsSeenAtBothEnds() throws Exception {
    north.go("/");
    south.go("/");
    line.stop(line.south);
    south.page().locator(".frame[data-stale]").waitFor();
    assertThat(south.text("#age")).startsWith("STALE");
    north.key("F8");
    north.reads("main", "STOP");
    assertThat(json(line.north, "message list").get(0).get("delivery").get("delivered").isNull())
        .isTrue();
    var _ = line.start(line.south);
    await(line.north, "message list", all -> !all.get(0).get("delivery").get("delivered").isNull());
    south.complaints(); // the browser itself notes that the stream broke
    north.complaints();
  }

  @Test
  void withoutScriptsAndWithHostileWords() throws Exception {
    String evil = "<img src=x onerror=\"document.title='pwned'\">\u202etext \ud83d";
    try (Desk plain = Desk.withoutScripts(browser, line.south)) {
      plain.go("/").page().locator(".urgent .stop").click();
      north.go("/").reads("#alarm-list .alarm[data-state=unaccepted]", "STOP");
      north.key("F2").page().waitForURL("**/messages/**");
      plain.go("/messages/new?kind=WARNING").types("text", evil).presses("Send");
      north.go("/").reads("#alarm-list .alarm[data-state=unaccepted]", "WARNING");
      assertThat(north.all("main img").count()).isZero();
      assertThat(north.page().title()).doesNotContain("pwned");
      assertThat(north.page().content()).contains("\u27e6U+202E\u27e7");
      north.key("F2").page().waitForURL("**/messages/**");
      plain.go("/");
      assertThat(plain.text("#thread")).contains("accepted");
    }
  }

  @Test
  void theReadersLanguageRunsItsOwnWay() {
    south.go("/watch").page().locator("select[name=language]").selectOption("ar");
    south.presses("Use it here");
    north.go("/").key("F8");
    south.go("/").reads("#alarm-list .alarm", "STOP");
    assertThat(south.all("#alarm-list [lang=ar], #thread [lang=ar]").count()).isPositive();
    assertThat(south.all("#thread [dir=rtl]").count()).isPositive();
    // Before the original, which stays.
    assertThat(south.text("#thread")).contains("STOP");
  }
}
