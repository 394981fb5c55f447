package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** What is drawn stands in the form as if it had been typed, and what is typed is drawn. */
class DrawBrowserTest extends BrowserTest {
  private Page form(ColorScheme colours) {
    Page page = fresh(true, colours);
    page.navigate(server.pageLink());
    go(page, "/notices/new");
    page.locator("#draw[data-land=drawn]").waitFor();
    return page;
  }

  private static void presses(Page page, double right, double down) {
    var box = page.locator("#draw").boundingBox();
    page.mouse().move(box.x + box.width * right, box.y + box.height * down);
    page.mouse().down();
    page.mouse().up();
  }

  /** Waits until the drawing is taken over: the map hears of the mouse in its own time. */
  private static void drawn(Page page, int corners) {
    page.waitForFunction(
        "corners => document.querySelector('textarea[name=outline]').value.split('\\n')"
            + ".filter(each => each.trim()).length === corners",
        corners);
  }

  private static String where(Page page) {
    return page.locator("textarea[name=outline]").inputValue();
  }

  @Test
  void aCircleFillsItsCentreAndItsRadius() {
    Page page = form(ColorScheme.DARK);
    isForEveryone(page, "draw");
    page.locator("#draw").scrollIntoViewIfNeeded();
    page.locator("[data-draw=circle]").click();
    presses(page, 0.5, 0.5);
    presses(page, 0.6, 0.5);
    drawn(page, 1);
    assertThat(where(page)).matches("[NS] \\d\\d \\d\\d\\.\\d\\d [EW] \\d{3} \\d\\d\\.\\d\\d");
    assertThat(page.locator("input[name=radius]").inputValue()).matches("\\d+\\.\\d NM");
    assertThat(page.locator("[data-draw=circle]").getAttribute("aria-pressed")).isEqualTo("false");
    page.locator("[data-draw=clear]").click();
    drawn(page, 0);
    assertThat(where(page)).isEmpty();
  }

  @Test
  void anOutlineFillsItsCornersAndTakesTheRadiusAway() {
    Page page = form(ColorScheme.LIGHT);
    page.locator("input[name=radius]").fill("5 NM");
    page.locator("#draw").scrollIntoViewIfNeeded();
    page.locator("[data-draw=outline]").click();
    presses(page, 0.4, 0.4);
    presses(page, 0.6, 0.4);
    presses(page, 0.6, 0.6);
    presses(page, 0.4, 0.4);
    drawn(page, 3);
    assertThat(where(page).lines()).hasSize(3);
    assertThat(page.locator("input[name=radius]").inputValue()).isEmpty();
    page.locator("textarea[name=outline]").fill("32T MT 49791 60945");
    assertThat(page.locator("#draw-said").innerText()).contains("count as they are typed");
  }

  @Test
  void withoutScriptsTheFormIsWholeAndOffersNoMap() {
    Page page = fresh(false, ColorScheme.LIGHT);
    page.navigate(server.pageLink());
    go(page, "/notices/new");
    assertThat(page.locator("#draw-pane").isVisible()).isFalse();
    assertThat(page.locator("textarea[name=outline]").isVisible()).isTrue();
  }
}
