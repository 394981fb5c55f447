package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * A file of notices in a browser, without scripts and with: read, looked at, declared by a person.
 */
class ImportBrowserTest extends BrowserTest {
  private static final byte[] FILE =
      ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
              + "{\"category\":\"rescue\",\"radius\":\"5 NM\",\"floor\":\"FL100\",\"ceiling\":\"FL120\","
              + "\"start\":\"+20min\",\"end\":\"+40min\"},"
              + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[8.5,47.5]}}]}")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void eachItemIsLookedAtInAWindowOfItsOwn() {
    for (boolean scripts : new boolean[] {false, true}) {
      Page page = open(scripts, ColorScheme.LIGHT);
      go(page, ImportPage.PAGE);
      page.locator("input[name=file]")
          .setInputFiles(new FilePayload("notices.geojson", "application/geo+json", FILE));
      page.locator("button:has-text('Read it')").click();
      assertThat(page.locator("#told").innerText()).contains("Items to look at, one by one: 1.");
      if (scripts) {
        isForEveryone(page, "items to look at");
      }
      Page look = page.waitForPopup(() -> page.locator("button:has-text('Look at it')").click());
      look.waitForLoadState();
      assertThat(look.locator("textarea[name=outline]").inputValue()).isEqualTo("47.5 N 8.5 E");
      assertThat(look.locator("input[name=floor]").inputValue()).isEqualTo("FL100");
      assertThat(line.calls.getLast()).startsWith("draft ");
      look.locator("button:has-text('Declare')").click();
      assertThat(line.calls.getLast()).startsWith("declare Declare[entity=null, category=rescue");
      page.context().close();
      complaints.removeIf(each -> each.contains("422")); // a form that comes back
    }
  }
}
