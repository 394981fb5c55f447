package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.KeyApi;
import hotline.node.api.Pages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody sees whose keys count, from which entry on, and until which. */
class KeysPageTest {
  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  @BeforeEach
  void noKeys() {
    line.keys.clear();
  }

  private String page(String path) {
    Pages.Answer answer =
        console.page(new Pages.Request("GET", path, Map.of(), Map.of(), "token", Map.of()));
    assertThat(answer.status()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The row that the key has on the page. */
  private String row(String id) {
    String page = page("/keys");
    int at = page.indexOf(">" + id + "<");
    assertThat(at).as(id).isPositive();
    return page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
  }

  private void key(
      String purpose,
      String id,
      @Nullable String officer,
      @Nullable Long enrolled,
      @Nullable Long revoked,
      @Nullable String reason) {
    boolean said = enrolled != null || reason != null || purpose.equals("officer");
    line.keys.add(
        new KeyApi.Key(
            "north",
            true,
            purpose,
            purpose.equals("node") ? "a" : null,
            officer,
            id,
            "01" + id,
            reason == null,
            enrolled,
            revoked,
            true,
            said ? Samples.NOW : null,
            reason,
            id.equals("aa02")));
  }

  @Test
  void aKeySaysFromWhichEntryOnAndUntilWhich() {
    key("root", "aa01", null, null, null, null);
    key("node", "aa02", null, 17L, null, null);
    key("node", "aa03", null, null, 19L, "stolen");
    key("officer", "aa04", "Anna", 20L, 31L, "lost telephone");
    key("officer", "aa05", "Boris", null, null, null);
    key("node", "aa06", null, null, null, "burgled");

    assertThat(row("aa01")).contains("root", "the terms", ">yes<").doesNotContain("revoked");
    assertThat(row("aa02"))
        .contains("this node signs with it", "href=\"/record?from=17\"", "entry 17", ">yes<");
    assertThat(row("aa03"))
        .contains("the terms", "revoked at", "href=\"/record?from=19\"", "stolen", "no");
    assertThat(row("aa04")).contains("Anna", "entry 20", "entry 31", "lost telephone");
    assertThat(row("aa05")).contains("Boris", "not recorded yet");
    assertThat(row("aa06")).contains("revoked, not recorded yet", "burgled");
    assertThat(page("/keys")).contains("Keys of North", "3 of 6 count", "Keys of South");
  }

  @Test
  void nothingIsToBePressedThereAndTheRecordLeadsThere() {
    key("node", "aa02", null, 17L, null, null);
    String page = page("/keys");
    String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    assertThat(main).doesNotContain("<form", "<button", "<input");
    assertThat(page("/record")).contains("href=\"/keys\"");
  }

  @Test
  void whatAPartyCallsItsOfficersIsInert() {
    key("officer", "aa04", "</td><img src=x>\u202e", 20L, 31L, "</td><img src=y>\u202e");
    assertThat(page("/keys")).doesNotContain("<img", "\u202e");
  }
}
