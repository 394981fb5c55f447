package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A notice is checked before it is sent: as it is typed, and by a button without scripts. */
class CheckBrowserTest extends BrowserTest {
  private Page form(boolean scripts, ColorScheme colours) {
    Page page = fresh(scripts, colours);
    page.navigate(server.pageLink());
    go(page, "/notices/new");
    return page;
  }

  private static void fill(Page page) {
    page.locator("textarea[name=outline]").fill("N 47 30.0 E 008 20.0");
    page.locator("input[name=radius]").fill("5 NM");
    page.locator("input[name=floor]").fill("FL180");
    page.locator("input[name=ceiling]").fill("FL200");
    page.locator("input[name=start]").fill("14:07Z");
    page.locator("input[name=end]").fill("14:50Z");
  }

  @Test
  void whatIsTypedIsCheckedAndTheFocusStays() {
    Page page = form(true, ColorScheme.DARK);
    fill(page);
    page.locator("#seen").waitFor();
    assertThat(page.locator("#check-said").innerText()).contains("1 conflict, 1 possible", "late");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("end");
    assertThat(line.calls).noneMatch(call -> call.startsWith("declare"));
    isForEveryone(page, "check");
  }

  @Test
  void withoutScriptsAButtonChecksAndEverythingStaysFilledIn() {
    Page page = form(false, ColorScheme.LIGHT);
    fill(page);
    page.locator("button[value=draft]").click();
    assertThat(page.locator("#seen").isVisible()).isTrue();
    assertThat(page.locator("input[name=ceiling]").inputValue()).isEqualTo("FL200");
    assertThat(page.locator("textarea[name=outline]").inputValue()).contains("N 47 30.0");
    assertThat(line.calls).noneMatch(call -> call.startsWith("declare"));
  }
}
