package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThinThreadTest {
  @TempDir Path folder;

  @Test
  void fromSignedTermsToAConfirmedStatementOfEither() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      Said said =
          TwoNodes.expectDone(
              line.south()
                  .send(
                      new Requests.Message(
                          "TEXT", List.of(), "hello", "en", null, null, null, List.of(), null)));
      assertThat(said.index()).isNotNull();
      long index = Objects.requireNonNull(said.index());
      line.until(() -> line.south().line().record().confirmedSize() > index, "confirmed in south");
      line.until(() -> line.north().line().record().confirmedSize() > index, "confirmed in north");
      String id = Objects.requireNonNull(said.id());
      line.until(
          () ->
              line.south()
                  .message(id)
                  .filter(each -> each.delivery().delivered() != null)
                  .isPresent(),
          "delivered");
      Views.RecordState north = line.north().line().record();
      line.until(
          () -> line.south().line().record().size() >= north.size(), "south as far as north");
      assertThat(line.north().prove(id)).isPresent();
      assertThat(line.south().prove(id)).isPresent();
    }
  }
}
