package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.PasswordHash;
import hotline.node.api.Role;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People sign in, start a watch, send a STOP; and what others are not shown. */
class OfficerBrowserTest extends BrowserTest {
  private static final String PASSWORD = "correct horse battery";

  @BeforeEach
  void people() throws IOException {
    PasswordHash hash = PasswordHash.of(PASSWORD, new SecureRandom());
    Accounts accounts = Accounts.in(folder);
    accounts.add(new Account("anna", "Anna & <b>Co", Role.OFFICER, hash, null, false));
    accounts.add(new Account("vera", "Vera", Role.VIEWER, hash, null, false));
  }

  private void signIn(Page page, String name, String password) {
    go(page, "/sign-in");
    page.fill("input[name=name]", name);
    page.fill("input[name=password]", password);
    page.click("text=Sign in >> nth=-1");
  }

  @Test
  void aWatchIsStartedAndAStopSentWithoutScriptsAndWith() {
    for (boolean scripts : List.of(false, true)) {
      Page page = fresh(scripts, ColorScheme.DARK);
      go(page, "/");
      assertThat(page.locator("input[name=password]").count()).isEqualTo(1);
      signIn(page, "anna", "wrong and long enough");
      assertThat(page.textContent("main")).contains("Name, password or code is wrong");
      signIn(page, "anna", PASSWORD);
      assertThat(page.url()).endsWith("/watch");
      assertThat(page.textContent("#who")).contains("Anna & <b>Co", "officer");
      if (scripts) {
        isForEveryone(page, "/watch, signed in");
        page.click("[data-sound-test]");
        assertThat(page.evaluate("!!document.querySelector('.frame').dataset.sound"))
            .isEqualTo(true);
      }
      page.check("input[name=sound][value=yes]");
      page.click("text=Take the watch here");
      assertThat(line.calls).anyMatch(call -> call.contains("Anna & <b>Co"));
      page.click(".urgent .stop");
      assertThat(page.textContent("h1")).contains("STOP sent");
      page.context().close();
    }
  }

  @Test
  void theSignInIsForEveryoneAndFitsATelephone() {
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      Page page = fresh(true, colours);
      go(page, "/sign-in");
      isForEveryone(page, "/sign-in " + colours);
      page.setViewportSize(320, 640);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      page.context().close();
    }
  }

  @Test
  void aViewerSeesAndSendsNothing() {
    Page page = fresh(true, ColorScheme.LIGHT);
    signIn(page, "vera", PASSWORD);
    go(page, "/");
    assertThat(page.locator(".urgent").count()).isZero();
    assertThat(page.locator("form.accept").count()).isZero();
    assertThat(page.locator(".alarm").count()).as("what alarms is shown").isPositive();
    isForEveryone(page, "/, a viewer");
    page.keyboard().press("F8");
    assertThat(line.calls).noneMatch(call -> call.startsWith("send"));
  }
}
