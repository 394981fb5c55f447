package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that nobody proved for longer than the terms say is told of until somebody does. */
class LineCheckTest {
  @TempDir private Path folder;

  private static boolean isMissed(LineApi node, String party) {
    return node.line().troubles().stream()
        .map(Views.Trouble::code)
        .anyMatch(("line-check-" + party)::equals);
  }

  @Test
  void aMissedLineCheckIsToldOfUntilOneIsAnswered() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      int minutes = (int) (line.terms().times().lineCheckEveryUs() / 60_000_000);
      assertThat(isMissed(line.north(), TwoNodes.SOUTH)).isFalse();
      line.skipMinutes(minutes + 1);
      assertThat(isMissed(line.north(), TwoNodes.SOUTH)).isTrue();
      assertThat(isMissed(line.south(), TwoNodes.NORTH)).isTrue();
      String check =
          Objects.requireNonNull(
              TwoNodes.expectDone(
                      line.north()
                          .send(
                              new Requests.Message(
                                  "LINE-CHECK",
                                  List.of(),
                                  null,
                                  null,
                                  null,
                                  null,
                                  null,
                                  List.of(),
                                  null)))
                  .id());
      line.until(() -> line.south().message(check).isPresent(), "it is there");
      assertThat(isMissed(line.north(), TwoNodes.SOUTH)).as("sent is not proven").isTrue();
      TwoNodes.expectDone(line.south().answer(new Requests.Answer(check, "ROGER", null)));
      line.until(() -> !isMissed(line.north(), TwoNodes.SOUTH), "proven");
    }
  }
}
