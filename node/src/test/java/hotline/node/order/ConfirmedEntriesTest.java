package hotline.node.order;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.order.OrderedMachine.Mark;
import hotline.node.order.OrderedMachine.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine that does not lead confirms is in its log, and it can go on from anywhere. */
class ConfirmedEntriesTest {
  /** So many that they are still being written when the next are there. */
  private static final int ENTRIES = 1_000;

  private static final int MORE = 5;

  @TempDir Path folder;

  private static RatisMachine adapter(OrderedMachine machine) {
    return new RatisMachine(machine, () -> {});
  }

  /** A leader sends again, with what came meanwhile, before it has an answer. */
  @Test
  void whatIsSentAgainWithMoreIsWrittenBeforeItIsConfirmed() throws Exception {
    try (Led led = new Led(folder, adapter(new ListMachine()))) {
      List<CompletableFuture<AppendEntriesReplyProto>> answers = new ArrayList<>();
      for (int more = 0; more <= MORE; more++) {
        answers.add(led.append(0, ENTRIES + more));
      }
      for (int more = 0; more <= MORE; more++) {
        AppendEntriesReplyProto answer = answers.get(more).join();
        assertThat(answer.getResult()).isEqualTo(AppendResult.SUCCESS);
        assertThat(answer.getMatchIndex()).isEqualTo(ENTRIES + more - 1);
      }
      assertThat(led.nextIndex()).isEqualTo(ENTRIES + MORE);
    }
  }

  /** It caught up by tiles, and ended before Ratis had heard of it. */
  @Test
  void aLogThatEndsBelowTheSnapshotGoesOnBehindIt() throws Exception {
    ListMachine machine = new ListMachine();
    RatisMachine adapter = adapter(machine);
    try (Led led = new Led(folder, adapter)) {
      assertThat(led.append(0, 10).join().getResult()).isEqualTo(AppendResult.SUCCESS);
      machine.restore(new Mark(new Position(Led.TERM, 20), new byte[0]));
      assertThat(adapter.takeSnapshot()).isEqualTo(20);
    }
    for (int from = 21; from < 24; from++) {
      ListMachine after = new ListMachine();
      try (Led led = new Led(folder, adapter(after))) {
        assertThat(after.applied().index()).isEqualTo(20);
        AppendEntriesReplyProto answer = led.append(from, 1).join();
        assertThat(answer.getResult()).isEqualTo(AppendResult.SUCCESS);
        assertThat(led.nextIndex()).isEqualTo(from + 1);
      }
    }
  }

  /** What lies above the snapshot stays, whatever lies below it. */
  @Test
  void aLogThatGoesOnAboveTheSnapshotStays() throws Exception {
    ListMachine machine = new ListMachine();
    RatisMachine adapter = adapter(machine);
    try (Led led = new Led(folder, adapter)) {
      assertThat(led.append(0, 10).join().getResult()).isEqualTo(AppendResult.SUCCESS);
      machine.restore(new Mark(new Position(Led.TERM, 8), new byte[0]));
      assertThat(adapter.takeSnapshot()).isEqualTo(8);
    }
    try (Led led = new Led(folder, adapter(new ListMachine()))) {
      assertThat(led.nextIndex()).isEqualTo(10);
      assertThat(led.append(10, 1).join().getResult()).isEqualTo(AppendResult.SUCCESS);
    }
  }
}
