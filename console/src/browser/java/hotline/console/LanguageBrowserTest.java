package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/**
 * Messages in Russian and Arabic in a browser: read in their direction, levels and positions in
 * theirs.
 */
class LanguageBrowserTest extends BrowserTest {
  private Page reads(boolean scripts, String language) {
    Page page = open(scripts, ColorScheme.LIGHT);
    go(page, "/watch");
    page.locator("select[name=language]").selectOption(language);
    page.locator("button:has-text('Use it here')").click();
    assertThat(page.locator("#told").innerText()).contains("said in this language");
    return page;
  }

  @Test
  void arabicRunsRightToLeftAndItsPositionsDoNot() {
    for (boolean scripts : new boolean[] {false, true}) {
      Page page = reads(scripts, "ar");
      go(page, "/messages/" + Samples.id(91));
      Locator said = page.locator(".translation").first();
      assertThat(said.evaluate("e => getComputedStyle(e).direction")).isEqualTo("rtl");
      assertThat(said.innerText()).contains("تعارض", "ترجمة غير مراجعة", "unreviewed translation");
      // The first letter of the sentence stands right of its end; of a position it stands left.
      Locator position = said.locator("bdi:has-text('47°')").first();
      String ends =
          "e => { const at = (i) => { const r = document.createRange();"
              + " r.setStart(e.firstChild, i); r.setEnd(e.firstChild, i + 1);"
              + " return r.getBoundingClientRect().left; };"
              + " return at(0) < at(5); }";
      assertThat(position.innerText()).startsWith("47°21.0'N");
      assertThat(position.evaluate(ends)).isEqualTo(true);
      Locator sentence = said.locator("p").first();
      assertThat(
              sentence.evaluate(
                  "e => e.querySelector('b').getBoundingClientRect().left"
                      + " > e.getBoundingClientRect().left + e.clientWidth / 2"))
          .isEqualTo(true);
      page.context().close();
    }
  }

  @Test
  void eachLanguageIsForEveryone() {
    for (String language : new String[] {"ru", "ar"}) {
      Page page = reads(true, language);
      for (String path :
          new String[] {"/", "/messages/" + Samples.id(94), "/notices/N-0412", "/watch"}) {
        go(page, path);
        isForEveryone(page, path + " " + language);
      }
      page.setViewportSize(320, 640);
      go(page, "/messages/" + Samples.id(94));
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      page.context().close();
    }
  }
}
