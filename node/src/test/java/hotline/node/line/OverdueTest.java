package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverdueTest {
  @TempDir Path folder;

  private static boolean isTold(LineApi node) {
    return node.line().troubles().stream()
        .map(Views.Trouble::code)
        .anyMatch("notice-taken-back"::equals);
  }

  @Test
  void aNoticeThatWaitsTooLongIsTakenBackAndTheRestGoesOn() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.cut.put(TwoNodes.NORTH, true);
      Said waits = line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 60));
      assertThat(waits.state()).isEqualTo(Said.State.QUEUED);
      Said text =
          line.south()
              .send(
                  new Requests.Message(
                      "TEXT", List.of(), "still here", "en", null, null, null, List.of(), null));
      assertThat(text.state()).isEqualTo(Said.State.QUEUED);
      assertThat(isTold(line.south())).isFalse();
      line.skipMinutes(2);
      line.until(() -> isTold(line.south()), "the officer is told");
      line.cut.clear();
      String sent = Objects.requireNonNull(text.id());
      line.until(() -> line.north().message(sent).isPresent(), "what was said after it is there");
      line.until(() -> line.south().line().outbox().waiting() == 0, "nothing waits");
      List<String> kinds =
          line.north().entries(0, 1000).stream()
              .filter(each -> each.party().equals(TwoNodes.SOUTH))
              .map(Views.Entry::kind)
              .toList();
      assertThat(kinds).contains("WITHDRAW").doesNotContain("NOTICE");
      assertThat(line.north().notices(true)).isEmpty();

      Said again = line.south().declare(line.circle("47.0 N 8.0 E", "5 NM", 10_000, 60));
      assertThat(again.done()).as(again.sentence()).isTrue();
      line.until(() -> !isTold(line.south()), "it is over");
      line.until(() -> line.north().notices(false).size() == 1, "declared again");
    }
  }
}
