package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of a quarrel in a browser, with scripts and without. */
class MatterBrowserTest extends BrowserTest {
  /** A line on which nothing has happened, and one on which the same pages are full. */
  @Test
  void everyMatterIsForEveryoneInEachState() {
    for (boolean empty : List.of(true, false)) {
      if (empty) {
        line.incidents.clear();
        line.breaches.clear();
        line.cases.clear();
        line.unattached.clear();
        line.thirdParties.clear();
        line.relays.clear();
      } else {
        line.incidents.add(SampleMatters.incident());
        line.breaches.addAll(SampleMatters.breaches());
        line.cases.add(SampleCases.file());
        line.thirdParties.addAll(SampleCases.thirdParties("by radio"));
        line.relays.addAll(SampleCases.relays("by radio"));
        line.endedTerms.add(SampleChannel.vetoed("Too thin."));
      }
      for (boolean scripts : List.of(true, false)) {
        Page page = open(scripts, ColorScheme.LIGHT);
        for (String path :
            List.of("/incidents", "/group", "/breaches", "/third", "/terms", "/replay")) {
          go(page, path);
          assertThat(page.locator("#main").count()).as(path).isEqualTo(1);
          if (scripts) { // the checker is a script itself
            isForEveryone(page, path + (empty ? " empty" : " full"));
          }
        }
        page.context().close();
      }
    }
  }

  @Test
  void termsAreDraftedClauseByClauseWithoutScripts() {
    for (boolean scripts : List.of(false, true)) {
      Page page = open(scripts, ColorScheme.LIGHT);
      go(page, "/terms");
      page.locator("a[href='/terms/draft']").click();
      page.locator("input[name=c-reply-by]").fill("soon");
      page.locator("button:has-text('Show what changes')").click();
      assertThat(page.locator(".clause.p2").innerText()).contains("Give a time: 30 s.");
      if (scripts) {
        isForEveryone(page, "a clause that cannot stand");
      }
      page.locator("input[name=c-reply-by]").fill("2 min");
      page.locator("button:has-text('Show what changes')").click();
      assertThat(page.locator("main").innerText()).contains("One clause changes.");
      if (scripts) {
        isForEveryone(page, "what changes");
      }
      page.locator("button:has-text('Sign and propose')").click();
      assertThat(page.locator("#told").innerText()).contains("Recorded; not confirmed yet.");
      assertThat(line.calls.getLast()).contains("hash=bead01");
      page.context().close();
      complaints.removeIf(each -> each.contains("422")); // a form that comes back
    }
  }

  @Test
  void aPageWithEveryFormUnfoldedIsForEveryone() {
    Page page = open(false, ColorScheme.DARK);
    for (String path :
        List.of("/incidents", "/incidents/I-KQWM", "/group/W-TRBD", "/breaches", "/status")) {
      go(page, path);
      page.locator("summary").all().forEach(Locator::click);
      page.locator("details[open] input, details[open] textarea, details[open] select")
          .all()
          .forEach(field ->
              assertThat(
                      field.evaluate(
                          "e => e.type === 'hidden' || e.labels.length > 0 || !!e.ariaLabel"))
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
            "assess Assess[item="
                + Samples.id(230)
                + ", word=DISPUTES, reason=the time base is off]");
    assertThat(page.url()).contains("/incidents/I-KQWM");

    go(page, "/?at=14:00Z");
    assertThat(page.locator("#replay").innerText()).contains("Nothing can be said from here.");
    page.locator("a:has-text('− 10 min')").click();
    assertThat(page.locator("#replay").innerText()).contains("13:50:00Z");
    page.locator("a:has-text('Back to now')").click();
    assertThat(page.locator("#replay").count()).isZero();
  }
}
