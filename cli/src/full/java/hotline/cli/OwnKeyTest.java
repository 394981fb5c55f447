package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.has;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.PasswordHash;
import hotline.node.api.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An officer's own key: made in a real browser, enrolled by the root, used, revoked. */
class OwnKeyTest {
  private static final String PASSWORD = "correct horse battery";

  private static final String BOTH = "Signed by Ivanova and the node.";

  /** Nothing waits long for a machine that is busy: some may be the node's alone. */
  private static final int TRIES_MAX = 60;

  @TempDir Path temp;
  private TwoParties line;
  private Playwright playwright;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    line = new TwoParties(temp).start().agree();
    PasswordHash hash = PasswordHash.of(PASSWORD, new SecureRandom());
    Accounts.in(line.north)
        .add(new Account("ivanova", "Ivanova", Role.SUPERVISOR, hash, null, false));
    playwright = Desk.playwright();
    browser = Desk.launch(playwright);
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    playwright.close();
    line.close();
  }

  private static Desk signsIn(Desk desk) {
    desk.go("/sign-in").types("name", "ivanova").types("password", PASSWORD);
    desk.page().locator("main form button").last().click();
    desk.reads("#who", "Ivanova");
    return desk;
  }

  /** Does it until the browser was quick enough to sign; the page of the last time is shown. */
  private static void untilSigned(Desk north, Runnable act, String where, String signed) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      act.run();
      north.reads(where, "Signed by");
      if (north.text(where).contains(signed)) {
        return;
      }
      assertThat(north.text(where)).contains("Signed by the node alone");
    }
    throw new AssertionError("nothing was signed in time");
  }

  private static void stops(Desk north) {
    north.go("/").all("#signs[data-state=own]").waitFor();
    north.key("F8").page().waitForURL("**/messages/**");
  }

  private static void sends(Desk north) {
    north.go("/messages/new?kind=TEXT").all("#signs[data-state=own]").waitFor();
    north.types("text", "We turn north.").presses("Send");
    north.page().waitForURL("**/messages/*said=*");
  }

  private static void says(Desk north) {
    north.go("/status").all("#signs[data-state=own]").waitFor();
    north.types("words", "We are here.").presses("State: in force");
  }

  private static String message(Desk desk) {
    String address = desk.page().url();
    return address.replaceFirst(".*/messages/", "").replaceFirst("[?].*", "");
  }

  @Test
  void isMadeEnrolledUsedAndRevoked() throws Exception {
    try (Desk north = signsIn(Desk.at(browser, line.north));
        Desk south = Desk.at(browser, line.south)) {
      north.reads("#signs", "no key of yours on this computer");
      north.go("/watch").presses("Make a key on this computer");
      north.reads("#signs", "waits to be enrolled");
      JsonNode asked = await(line.north, "key requests", all -> !all.isEmpty()).get(0);
      assertThat(asked.get("officer").asString()).isEqualTo("Ivanova");
      Path root = line.north.resolve("keys/root.key");
      String key = asked.get("key").asString();
      done("key enrol --officer Ivanova --data", line.north, "--root", root, key);
      String id = asked.get("id").asString();
      for (Path each : new Path[] {line.north, line.south}) {
        await(each, "key list", all -> is(all, id, true));
      }
      assertThat(TwoParties.json(line.north, "key requests")).isEmpty();

      untilSigned(north, () -> stops(north), "main", BOTH);
      String stop = message(north);
      await(line.south, "message list", all -> has(all, "id", stop));
      south.go("/messages/" + stop).reads("main", BOTH);
      untilSigned(north, () -> sends(north), "main", BOTH);
      String text = message(north);
      await(line.south, "message list", all -> has(all, "id", text));
      south.go("/messages/" + text).reads("main", BOTH);
      south.reads("main", "We turn north.");
      untilSigned(north, () -> says(north), "#told", "Signed by you and the node.");

      done("key revoke --data", line.north, "--root", root, key, "--reason stolen");
      for (Path each : new Path[] {line.north, line.south}) {
        await(each, "key list", all -> is(all, id, false));
      }
      north.go("/").reads("#signs", "was revoked");
      north.key("F8").page().waitForURL("**/messages/**");
      assertThat(north.text("main")).contains("Signed by the node alone.");
      south.go("/").reads("body", "has revoked the key " + id + " of its officer Ivanova");
      south.go("/messages/" + text).reads("main", BOTH);
      assertThat(north.complaints()).isEmpty();
      assertThat(south.complaints()).isEmpty();
    }
  }

  private static boolean is(JsonNode keys, String id, boolean counts) {
    return keys.valueStream()
        .anyMatch(each ->
            each.get("id").asString().equals(id)
                && each.get("recorded").asBoolean()
                && each.get("counts").asBoolean() == counts);
  }

  @Test
  void withoutScriptsTheNodeSignsAloneAndSaysSo() throws Exception {
    try (Desk plain = signsIn(Desk.withoutScripts(browser, line.north))) {
      assertThat(plain.go("/watch").page().content())
          .contains("Scripts are off: the node signs alone.");
      plain.go("/").page().locator(".urgent .stop").click();
      plain.reads("main", "Signed by the node alone.");
    }
  }
}
