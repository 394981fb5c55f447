package hotline.node.order;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.Listen;
import hotline.testkit.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftGroupIdProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.StateMachineLogEntryProto;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a machine that does not lead confirms is in its log, however the leader cuts what it sends:
 * it sends again, with what came meanwhile, before it has an answer.
 */
class ConfirmedEntriesTest {
  /** So many that they are still being written when the next are there. */
  private static final int ENTRIES = 1_000;

  private static final int MORE = 5;
  private static final long TERM = 1;

  /** Nobody is asked for a vote there. */
  private static final String NOWHERE = "127.0.0.1:1";

  private final RaftPeer self = peer("self");
  private final RaftPeer leader = peer("leader");
  private long calls;

  @Test
  void whatIsSentAgainWithMoreIsWrittenBeforeItIsConfirmed(@TempDir Path folder) throws Exception {
    try (RaftServer server = server(folder)) {
      server.start();
      List<CompletableFuture<AppendEntriesReplyProto>> answers = new ArrayList<>();
      for (int more = 0; more <= MORE; more++) {
        answers.add(server.appendEntriesAsync(entries(ENTRIES + more)));
      }
      for (int more = 0; more <= MORE; more++) {
        AppendEntriesReplyProto answer = answers.get(more).join();
        assertThat(answer.getResult()).isEqualTo(AppendResult.SUCCESS);
        assertThat(answer.getMatchIndex()).isEqualTo(ENTRIES + more - 1);
      }
      assertThat(server.getDivision(RatisSequencer.GROUP).getRaftLog().getNextIndex())
          .isEqualTo(ENTRIES + MORE);
    }
  }

  private RaftServer server(Path folder) throws IOException {
    Listen listen = new Listen("127.0.0.1", FreePort.next());
    return RaftServer.newBuilder()
        .setServerId(self.getId())
        .setGroup(RaftGroup.valueOf(RatisSequencer.GROUP, self, leader))
        .setStateMachine(new BaseStateMachine())
        .setProperties(RatisSettings.group(folder, RatisSequencer.SNAPSHOT_EVERY, listen))
        .setOption(StartupOption.FORMAT)
        .build();
  }

  private static RaftPeer peer(String name) {
    return RaftPeer.newBuilder().setId(name).setAddress(NOWHERE).build();
  }

  /** So many from the first on, none of them known to be committed. */
  private AppendEntriesRequestProto entries(int count) {
    AppendEntriesRequestProto.Builder request =
        AppendEntriesRequestProto.newBuilder()
            .setServerRequest(
                RaftRpcRequestProto.newBuilder()
                    .setRequestorId(leader.getId().toByteString())
                    .setReplyId(self.getId().toByteString())
                    .setRaftGroupId(
                        RaftGroupIdProto.newBuilder().setId(RatisSequencer.GROUP.toByteString()))
                    .setCallId(calls++))
            .setLeaderTerm(TERM)
            .setLeaderCommit(-1);
    for (int i = 0; i < count; i++) {
      request.addEntries(
          LogEntryProto.newBuilder()
              .setTerm(TERM)
              .setIndex(i)
              .setStateMachineLogEntry(
                  StateMachineLogEntryProto.newBuilder()
                      .setLogData(ByteString.copyFromUtf8("entry " + i))));
    }
    return request.build();
  }
}
