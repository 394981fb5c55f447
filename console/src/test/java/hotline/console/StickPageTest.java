package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.StickApi;
import hotline.node.api.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is carried by stick: saved from the page, brought in by it, and shown as such. */
class StickPageTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  private static StickApi.Item item(int number, String became, String sentence) {
    return new StickApi.Item(
        number, "ab", "TEXT", "south", Samples.at("12:00:00"), became, "code", sentence);
  }

  private static byte[] bytes() {
    return "hotline stick 1\n".getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whatWaitsIsSavedAsAFile() {
    screen.standsByItself("/stick");
    assertThat(screen.text(screen.get("/stick")))
        .contains("2 signed here and not confirmed by all others", "download=\"north-1.stick\"");
    Pages.Answer file = screen.get("/stick/north-1.stick");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.mediaType()).isEqualTo("application/octet-stream");
    assertThat(file.body()).isEqualTo(new byte[] {'s'});
    for (String none : List.of("north-2.stick", "north-0.stick", "x", "north-1234.stick")) {
      assertThat(screen.get("/stick/" + none).status()).as(none).isEqualTo(404);
    }
    assertThat(screen.text(screen.get("/paper"))).contains("href=\"/stick\"");
  }

  @Test
  void aFileThatWasChangedIsRefusedInOneSentence() {
    Pages.Answer answer = screen.upload("/act/stick", bytes());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(screen.text(answer)).contains("Refused", "The file is not as it was written.");
    assertThat(screen.post("/act/stick", "x=y").status()).isEqualTo(422);
  }

  @Test
  void whatWasRefusedIsNamedWithItsLine() {
    line.brought =
        new StickApi.Brought.Taken(
            "south",
            Samples.at("12:00:00"),
            1,
            2,
            List.of(item(6, "TAKEN", ""), item(7, "REFUSED", "No <key> signed it.")));
    assertThat(screen.text(screen.upload("/act/stick", bytes())))
        .contains("1 new", "1 refused", "part 1 of 2", "Line 7, TEXT: No &lt;key&gt; signed it.");
  }

  @Test
  void whatCameIsShownInert() {
    line.broughtByStick.add(
        new StickApi.Arrived(
            "ab",
            "TEXT",
            "south",
            Samples.at("12:00:00"),
            Samples.at("13:00:00"),
            "</td><img src=x>\u202e",
            null));
    assertThat(screen.text(screen.get("/stick")))
        .contains("&lt;/td&gt;&lt;img src=x&gt;", "not yet")
        .doesNotContain("<img src=x>");
  }

  /** A message that was passed by voice shows both times, on its page and on paper. */
  @Test
  void whatWasEnteredLaterShowsBothTimes() {
    Views.Message now = Samples.message(99, "WARNING", "south", Samples.at("13:30:00"), 7, "w");
    line.put(
        new Views.Message(
            now.id(),
            now.kind(),
            now.urgent(),
            now.from(),
            now.own(),
            now.to(),
            now.signed(),
            now.replyBy(),
            now.text(),
            now.language(),
            now.place(),
            now.band(),
            now.notices(),
            now.delivery(),
            now.answers(),
            now.alarm(),
            now.late(),
            "STICK",
            now.mode(),
            now.index(),
            now.by(),
            Samples.at("12:02:03")));
    assertThat(screen.text(screen.get("/messages/" + now.id())))
        .contains("Entered later", "12:02:03Z", "13:30:00Z", "Came by stick.");
    assertThat(screen.text(screen.get("/paper/" + now.id())))
        .contains("12:02:03Z, entered later: ", "It was said at 12:02:03Z and entered later.");
    screen.post("/act/messages", "kind=TEXT&text=w&passed=1402Z");
    assertThat(line.calls.getLast()).contains("passed=1402Z");
  }
}
