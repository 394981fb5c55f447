package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.Views;
import hotline.node.api.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A watch changes hands with what is open; nothing is tried out meanwhile. */
class HandoverTest {
  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  private Pages.Answer ask(String method, String path, Map<String, List<String>> form) {
    return console.page(
        new Pages.Request(
            method, path, Map.of(), form, new byte[0], "token", Map.of(), Visitor.ANYBODY));
  }

  private String page(String path) {
    return new String(ask("GET", path, Map.of()).body(), StandardCharsets.UTF_8);
  }

  private Pages.Answer takes(Map<String, List<String>> form) {
    return ask("POST", "/act/watch/ops/take", form);
  }

  @Test
  void whatIsOpenGoesWithIt() {
    line.put(SampleMessages.stop());
    Views.Message query =
        Samples.message(95, "QUERY", "north", Samples.NOW.minusSeconds(30), 2, "Yours?");
    line.put(SampleMessages.replyBy(query, Samples.NOW.plusSeconds(60)));
    line.troubles.add(new Views.Trouble(Samples.NOW, "line-check-south", "Not proven."));
    assertThat(page("/watch"))
        .contains("STOP from South, not accepted", "own QUERY, no reply, due", "conflict C-")
        .contains("line check missed: Not proven.")
        .containsPattern("name=\"open\" value=\"[0-9a-f]{64}\"");
  }

  @Test
  void whoeverTakesItSaysThatItWasRead() {
    String stop = SampleMessages.stop().id();
    var handed = Map.of("to", List.of("B. Lindqvist"), "open", List.of(stop));
    assertThat(page("/watch")).doesNotContain("name=\"read\"");
    assertThat(ask("POST", "/act/watch/ops/handover", handed).status()).isEqualTo(303);
    assertThat(page("/watch"))
        .contains("name=\"read\"", "Handed over with 1 open item", "not taken yet");
    Pages.Answer no = takes(Map.of("officer", List.of("B. Lindqvist")));
    assertThat(no.status()).isEqualTo(422);
    assertThat(new String(no.body(), StandardCharsets.UTF_8)).contains("open-items-not-read");
    assertThat(line.calls).noneMatch(call -> call.startsWith("take"));
    var read = Map.of("officer", List.of("B. Lindqvist"), "read", List.of("yes"));
    assertThat(takes(read).status()).isEqualTo(303);
    assertThat(page("/watch")).doesNotContain("name=\"read\"");
  }

  @Test
  void noSoundIsTriedOutWhileItIsOpen() {
    assertThat(page("/")).doesNotContain("data-held");
    ask("POST", "/act/watch/ops/handover", Map.of("to", List.of("B. Lindqvist")));
    assertThat(page("/")).contains("data-held=\"No test: a watch is being handed over\"");
    takes(Map.of("officer", List.of("B. Lindqvist"), "read", List.of("yes")));
    assertThat(page("/")).doesNotContain("data-held");
  }
}
