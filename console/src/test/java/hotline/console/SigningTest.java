package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.KeyApi;
import hotline.node.api.Pages;
import hotline.node.api.Role;
import hotline.node.api.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every page says whether its officer signs too, and if not, why. */
class SigningTest {
  private static final byte[] KEY = new byte[33];
  private static final String HEX = HexFormat.of().formatHex(KEY);
  private static final String KEPT = Base64.getUrlEncoder().withoutPadding().encodeToString(KEY);
  private static final Visitor ANNA = Visitor.of("Anna", Role.OFFICER, false);

  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  private String page(String path, Visitor visitor, String kept) {
    Map<String, String> session = kept.isEmpty() ? Map.of() : Map.of("key", kept);
    Pages.Request request =
        new Pages.Request("GET", path, Map.of(), Map.of(), new byte[0], "token", session, visitor);
    return new String(console.page(request).body(), StandardCharsets.UTF_8);
  }

  private void enrolled(String officer, boolean counts, boolean recorded) {
    line.keys.clear();
    line.keys.add(
        new KeyApi.Key(
            "north", true, "officer", null, officer, "12ab", HEX, counts, 3L, null, recorded, null,
            null, false));
  }

  @Test
  void whySomebodyDoesNotSignIsSaidOnEveryPage() {
    for (String path : List.of("/", "/status", "/messages/new", "/terms", "/watch")) {
      assertThat(page(path, Visitor.ANYBODY, "")).contains("signs alone: nobody is signed in");
      assertThat(page(path, ANNA, "")).contains("signs alone: no key of yours", "Scripts are off");
      assertThat(page(path, Visitor.of("Anna", Role.OFFICER, true), KEPT))
          .contains("signs alone: your sign-in is over");
    }
  }

  @Test
  void aKeyGoesFromUnknownToAskedToOwnToRevoked() {
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"unknown\"");
    line.requests.add(new KeyApi.KeyRequest("Anna", "12ab", HEX, Samples.NOW));
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"asked\"", "waits to be enrolled");
    enrolled("Anna", true, false);
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"asked\"", "not in the record yet");
    enrolled("Anna", true, true);
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"own\"", "You sign too", "12ab");
    enrolled("Anna", false, true);
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"revoked\"", "was revoked");
    enrolled("Boris", true, true);
    assertThat(page("/", ANNA, KEPT)).contains("data-state=\"unknown\"", "not enrolled as yours");
  }

  @Test
  void thePaneShowsTheKeyToCompareAndMakesOne() {
    assertThat(page("/watch", ANNA, "")).contains("data-make-key", "Make a key on this computer");
    assertThat(page("/watch", ANNA, KEPT)).contains(HEX, "Make another key");
    assertThat(page("/watch", Visitor.ANYBODY, "")).doesNotContain("data-make-key");
    assertThat(page("/watch", ANNA, "not base64 \u202e<b>")).doesNotContain("\u202e<b>");
  }

  private Pages.Answer asks(Visitor visitor, String key) {
    return console.page(
        new Pages.Request(
            "POST",
            "/act/key",
            Map.of(),
            Map.of("key", List.of(key)),
            new byte[0],
            "token",
            Map.of(),
            visitor));
  }

  @Test
  void onlyAPersonAsksForAKeyAndAKnownOneIsJustKept() {
    assertThat(asks(Visitor.ANYBODY, KEPT).status()).isEqualTo(422);
    assertThat(asks(Visitor.of("Anna", Role.OFFICER, true), KEPT).status()).isEqualTo(422);
    assertThat(line.calls).isEmpty();
    assertThat(asks(ANNA, KEPT).keep()).as("refused by the node").isEmpty();
    assertThat(line.calls).containsExactly("askForKey Anna " + HEX);
    enrolled("Anna", true, true);
    assertThat(asks(ANNA, KEPT).keep()).isEqualTo(Map.of("key", KEPT));
    assertThat(line.calls).hasSize(1);
    assertThat(asks(ANNA, "").status()).isEqualTo(422);
  }
}
