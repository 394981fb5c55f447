package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line as the node knew it: what had not come is not there, and nothing can be said. */
class ReplayTest {
  private static final String AT = "?at=2026-11-22T14:00:00Z";

  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/status",
        "/terms",
        "/notices/N-0412",
        "/notices/S-0287",
        "/incidents",
        "/incidents/I-KQWM",
        "/breaches",
        "/group",
        "/group/W-TRBD",
        "/third"
      })
  void thePageOfThenHasNoWayToSayAnything(String address) {
    line.put(Samples.offer());
    screen.standsByItself(address + AT);
    String page = screen.html(address + AT);
    String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    assertThat(main).doesNotContain("method=\"post\"", "/notices/new", "/messages/new", "/amend");
    assertThat(page)
        .contains("As North’s node knew it at ", "14:00:00Z", "41 entries")
        .contains("Nothing can be said from here.", "name=\"do\" value=\"STOP\"")
        .doesNotContain("http-equiv");
  }

  @Test
  void aMessageOfThenCannotBeAnsweredThere() {
    line.put(SampleMessages.stop());
    String address = "/messages/" + Samples.id(94) + "?at=2026-11-22T14:02:25Z";
    String page = screen.html(address);
    String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    assertThat(main).contains("STOP from South").doesNotContain("<form", "<button");
    assertThat(screen.get("/messages/" + Samples.id(94) + AT).status()).isEqualTo(404);
  }

  @Test
  void whatCameLaterIsNotThere() {
    String now = screen.html("/");
    String then = screen.html("/" + AT);
    String thread = then.substring(then.indexOf("<main"), then.indexOf("</main>"));
    assertThat(now).contains("Transit of four is early");
    assertThat(thread)
        .doesNotContain("Transit of four is early")
        .contains("/messages/" + Samples.id(85) + AT, "/notices/" + Samples.entity(412) + AT);
  }

  @Test
  void lookingBackPutsNothingOnAScreen() {
    line.put(SampleMessages.stop());
    screen.get("/?at=2026-11-22T14:02:25Z").afterSent().run();
    assertThat(line.calls).isEmpty();
  }

  @Test
  void theBarAndTheAlarmsStayThoseOfNow() {
    line.put(SampleMessages.stop());
    String page = screen.html("/" + AT);
    assertThat(page.substring(0, page.indexOf("id=\"replay\"")))
        .contains("14:02:31Z", "2 unaccepted", "STOP");
  }

  @Test
  void beforeTheFirstEntryTheLineIsEmpty() {
    assertThat(screen.html("/status?at=2026-10-01T00:00:00Z")).doesNotContain("id=\"p-south\"");
  }

  @ParameterizedTest
  @CsvSource({
    "13:50Z, 2026-11-22T13:50:00Z",
    "13:50:07, 2026-11-22T13:50:07Z",
    "2026-11-21 21:17:31Z, 2026-11-21T21:17:31Z",
    "2026-11-21T21:17Z, 2026-11-21T21:17:00Z",
    "2026-11-22T13:52:31.250Z, 2026-11-22T13:52:31Z"
  })
  void anInstantIsReadAsPeopleTypeIt(String typed, String instant) {
    assertThat(Moment.read(typed, Samples.NOW)).contains(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "25:00Z",
        "2026-02-30T10:00Z",
        "+999999999-01-01T00:00Z",
        "1e9",
        "13"
      })
  void anythingElseIsAskedAgain(String typed) {
    assertThat(Moment.read(typed, Samples.NOW)).isEqualTo(Optional.empty());
    Pages.Answer answer = screen.get("/?at=" + typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(screen.text(answer)).contains("instant-malformed", "value=\"" + typed + "\"");
  }

  @Test
  void pagesThatKnowOnlyThePresentAreNotReplayed() {
    for (String address : List.of("/watch", "/record", "/messages/new", "/notices/N-0412/amend")) {
      assertThat(screen.get(address + AT).status()).as(address).isEqualTo(404);
    }
    screen.standsByItself("/replay");
  }
}
