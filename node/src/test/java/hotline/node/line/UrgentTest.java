package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrgentTest {
  private static final Requests.Message STOP =
      new Requests.Message("STOP", List.of(), null, null, null, null, null, List.of(), null);

  @TempDir Path folder;

  @Test
  void withTheSequencerStoppedItGoesStraightAndIsRecordedOnceLater() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      TwoNodes.expectDone(line.north().sequencer(false));
      assertThat(line.north().line().record().sequencer()).isEqualTo("STOPPED");
      line.until(
          () -> line.south().line().record().sequencer().equals("UNREACHED"), "seen by south");
      String id = send(line.south());
      line.until(() -> message(line.north(), id).isPresent(), "alarm at north");
      Views.Message alarm = message(line.north(), id).orElseThrow();
      assertThat(alarm.alarm()).isEqualTo("UNACCEPTED");
      assertThat(alarm.index()).isNull();
      assertThat(alarm.way()).isEqualTo("DIRECT");
      TwoNodes.expectDone(line.north().displayed(id, "duty"));
      TwoNodes.expectDone(line.north().accept(id, "duty", "Lt Smith"));
      TwoNodes.expectDone(line.north().answer(new Requests.Answer(id, "WILCO", null)));
      line.until(
          () ->
              message(line.south(), id)
                  .filter(each -> each.delivery().answered() != null)
                  .isPresent(),
          "answered at south, without the record");
      assertThat(message(line.south(), id).orElseThrow().delivery().acceptedBy())
          .contains("Lt Smith");

      TwoNodes.expectDone(line.north().sequencer(true));
      line.until(() -> hasIndex(line.north(), id) && hasIndex(line.south(), id), "recorded");
      line.until(() -> line.south().line().outbox().waiting() == 0, "nothing waits in south");
      assertThat(
              line.north().entries(0, 1000).stream()
                  .filter(each -> each.kind().equals("STOP"))
                  .toList())
          .hasSize(1);
      assertThat(message(line.north(), id).orElseThrow().way()).isEqualTo("BOTH");
    }
  }

  @Test
  void worksBeforeThereAreTermsAndIsNotRaisedAgainByARestart() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start()) {
      String id = send(line.south());
      line.until(() -> message(line.north(), id).isPresent(), "alarm at north");
      TwoNodes.expectDone(line.north().accept(id, "duty", "Lt Smith"));
      line.stop(TwoNodes.NORTH);
      line.start(TwoNodes.NORTH);
      assertThat(message(line.north(), id).orElseThrow().alarm()).isEqualTo("ACCEPTED");
      assertThat(line.north().line().unacceptedAlarms()).isEqualTo(0);
    }
  }

  @Test
  void anOldOneThatComesLateIsShownAndDoesNotAlarm() throws Exception {
    try (TwoNodes line = new TwoNodes(folder).start().agree()) {
      line.cut.put(TwoNodes.NORTH, true);
      String id = send(line.south());
      line.skipMinutes(11);
      line.cut.clear();
      line.until(() -> message(line.north(), id).isPresent(), "it comes at last");
      Views.Message late = message(line.north(), id).orElseThrow();
      assertThat(late.late()).isTrue();
      assertThat(late.alarm()).isEqualTo("NONE");
      assertThat(line.north().line().unacceptedAlarms()).isEqualTo(0);
    }
  }

  private static String send(LineApi from) {
    Said said = TwoNodes.expectDone(from.send(STOP));
    return Objects.requireNonNull(said.id());
  }

  private static Optional<Views.Message> message(LineApi api, String id) {
    return api.message(id);
  }

  private static boolean hasIndex(LineApi api, String id) {
    return message(api, id).filter(each -> each.index() != null).isPresent();
  }
}
