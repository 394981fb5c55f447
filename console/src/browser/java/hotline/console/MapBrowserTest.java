package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The map in a browser without WebGL: drawn, steered by keys, measured, filtered, and in its place.
 */
class MapBrowserTest extends BrowserTest {
  private Page watch(ColorScheme colours) {
    Page page = open(true, colours);
    page.locator("#chart[data-land=drawn][data-drawn]").waitFor();
    return page;
  }

  @Test
  void theMapIsForEveryoneAndAsksNobodyElse() {
    List<String> asked = new ArrayList<>();
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      Page page = open(true, colours);
      page.onRequest(request -> asked.add(request.url()));
      go(page, "/");
      page.locator("#chart[data-land=drawn][data-drawn]").waitFor();
      isForEveryone(page, "map " + colours);
      assertThat(page.locator("#map-still").isVisible()).isFalse();
      page.context().close();
    }
    assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith("http://127.0.0.1:"));
  }

  @Test
  void theKeysMoveTheMapAndNameWhatIsAtTheCross() {
    Page page = watch(ColorScheme.DARK);
    assertThat(page.locator("#map-count").innerText()).isEqualTo("5 of 5 notices drawn");
    page.locator("[data-tool=in]").focus();
    page.keyboard().press("Enter");
    page.locator("#chart").focus();
    page.keyboard().press("Enter");
    String first = page.locator("#map-said").innerText();
    assertThat(first).matches("(?s)N \\d\\d° \\d\\d\\.\\d′ E \\d{3}° \\d\\d\\.\\d′: .*");
    page.keyboard().press("ArrowUp");
    page.waitForFunction(
        "first => { const chart = document.getElementById('chart');"
            + " chart.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));"
            + " return document.getElementById('map-said').innerText !== first; }",
        first);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("chart");
  }

  @Test
  void twoPointsAreMeasuredInBothUnits() {
    Page page = watch(ColorScheme.LIGHT);
    page.locator("[data-tool=measure]").click();
    assertThat(page.locator("[data-tool=measure]").getAttribute("aria-pressed")).isEqualTo("true");
    var box = page.locator("#chart").boundingBox();
    page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    page.mouse().click(box.x + box.width / 2 + 120, box.y + box.height / 2);
    assertThat(page.locator("#map-said").innerText())
        .matches("\\d+\\.\\d NM \\(\\d+\\.\\d km\\) at 0[89]\\d° true to N .*");
    page.locator("[data-tool=rings]").click();
    assertThat(page.locator("#map-said").innerText())
        .matches("Range rings of \\d+, \\d+, \\d+, \\d+ NM round N .*");
    page.locator("[data-tool=clear]").click();
    assertThat(page.locator("[data-tool=measure]").getAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void heightAndTimeLeaveOutWhatIsNotThere() {
    Page page = watch(ColorScheme.DARK);
    page.locator("#map-filter input[name=low]").fill("270");
    assertThat(page.locator("#map-filter output[data-for=low]").innerText()).isEqualTo("FL270");
    assertThat(page.locator("#map-count").innerText()).isEqualTo("1 of 5 notices drawn");
    page.locator("#map-filter input[name=low]").fill("0");
    page.locator("#map-filter input[name=when]").fill("5");
    assertThat(page.locator("#map-filter output[data-for=when]").innerText()).isEqualTo("14:22Z");
    assertThat(page.locator("#map-count").innerText()).isEqualTo("3 of 5 notices drawn");
  }

  /** Drawn anew every second; when the node is gone nothing of it looks live. */
  @Test
  void theAircraftOfTheFeedsAreDrawnAtTheirHeights() {
    Page page = watch(ColorScheme.DARK);
    page.locator("#chart[data-tracked='1']").waitFor();
    page.locator("#map-filter input[name=low]").fill("390");
    page.locator("#chart[data-tracked='0']").waitFor();
    page.locator("#map-filter input[name=low]").fill("370");
    page.locator("#chart[data-tracked='1']").waitFor();
    page.locator("#map-filter input[name=when]").fill("5");
    page.locator("#chart[data-tracked='0']").waitFor();
  }

  @Test
  void nothingOfTheMapStandsOverTheAlarms() {
    for (List<Integer> size : List.of(List.of(1440, 900), List.of(720, 450), List.of(390, 844))) {
      Page page = watch(ColorScheme.DARK);
      page.setViewportSize(size.get(0), size.get(1));
      page.locator("#chart").scrollIntoViewIfNeeded();
      page.locator("[data-tool=rings]").click();
      page.locator("#chart").focus();
      assertThat(
              page.evaluate(
                  "() => { const box = document.getElementById('alarms').getBoundingClientRect();"
                      + " const over = document.elementFromPoint(box.x + box.width / 2,"
                      + " Math.max(box.y, 0) + Math.min(box.height, 40) / 2);"
                      + " return !!over.closest('#alarms'); }"))
          .as("at " + size)
          .isEqualTo(true);
      page.context().close();
    }
  }

  @Test
  void everyModeHasItsFrameItsWordAndItsColour() {
    List<Object> frames = new ArrayList<>();
    for (String mode : List.of("LIVE", "EXERCISE", "TEST")) {
      line.mode = mode;
      Page page = watch(ColorScheme.LIGHT);
      assertThat(page.locator(".mode").first().innerText()).isEqualTo(mode);
      frames.add(
          page.locator(".frame")
              .evaluate(
                  "e => getComputedStyle(e).borderTopStyle + getComputedStyle(e).borderTopWidth"));
      assertThat(page.locator("tbody tr:has(td.m)").count())
          .isEqualTo(page.locator("#table tbody tr").count());
      assertThat(page.locator(".alarm .row-mode").count())
          .isEqualTo(page.locator(".alarm").count());
      isForEveryone(page, mode);
      page.context().close();
    }
    assertThat(frames).doesNotHaveDuplicates();
  }

  @Test
  void withoutScriptsTheDrawingStaysAndIsFiltered() {
    Page page = open(false, ColorScheme.LIGHT);
    assertThat(page.locator("#map-still svg").isVisible()).isTrue();
    assertThat(page.locator("#chart").isVisible()).isFalse();
    page.locator("#map-filter input[name=low]").fill("270");
    page.locator("#map-filter button").click();
    assertThat(page.locator("#map-count").innerText()).startsWith("1 of 5 notices drawn");
  }
}
