package hotline.node.order;

import hotline.node.Listen;
import hotline.testkit.FreePort;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftGroupIdProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.StateMachineLogEntryProto;
import org.apache.ratis.proto.RaftProtos.TermIndexProto;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;

/** A machine of a group of two that does not lead; the test is the other one, which does. */
final class Led implements Closeable {
  static final long TERM = 1;

  /** Nobody is asked for a vote there. */
  private static final String NOWHERE = "127.0.0.1:1";

  private static final RaftPeer SELF = peer("self");
  private static final RaftPeer LEADER = peer("leader");

  private final RaftServer server;
  private final AtomicLong calls = new AtomicLong();

  /** On the log in {@code folder}, or on a new one; started. */
  Led(Path folder, RatisMachine machine) throws IOException {
    Listen listen = new Listen("127.0.0.1", FreePort.next());
    server =
        RaftServer.newBuilder()
            .setServerId(SELF.getId())
            .setGroup(RaftGroup.valueOf(RatisSequencer.GROUP, SELF, LEADER))
            .setStateMachine(machine)
            .setProperties(RatisSettings.group(folder, RatisSequencer.SNAPSHOT_EVERY, listen))
            .setOption(
                RatisSequencer.existsIn(folder) ? StartupOption.RECOVER : StartupOption.FORMAT)
            .build();
    server.start();
  }

  private static RaftPeer peer(String name) {
    return RaftPeer.newBuilder().setId(name).setAddress(NOWHERE).build();
  }

  /** The leader sends so many entries, none of them known to be committed. */
  CompletableFuture<AppendEntriesReplyProto> append(long first, int count) throws IOException {
    AppendEntriesRequestProto.Builder request =
        AppendEntriesRequestProto.newBuilder()
            .setServerRequest(
                RaftRpcRequestProto.newBuilder()
                    .setRequestorId(LEADER.getId().toByteString())
                    .setReplyId(SELF.getId().toByteString())
                    .setRaftGroupId(
                        RaftGroupIdProto.newBuilder().setId(RatisSequencer.GROUP.toByteString()))
                    .setCallId(calls.incrementAndGet()))
            .setLeaderTerm(TERM)
            .setLeaderCommit(-1);
    if (first > 0) {
      request.setPreviousLog(TermIndexProto.newBuilder().setTerm(TERM).setIndex(first - 1));
    }
    for (int i = 0; i < count; i++) {
      request.addEntries(
          LogEntryProto.newBuilder()
              .setTerm(TERM)
              .setIndex(first + i)
              .setStateMachineLogEntry(
                  StateMachineLogEntryProto.newBuilder()
                      .setLogData(ByteString.copyFromUtf8("entry " + (first + i)))));
    }
    return server.appendEntriesAsync(request.build());
  }

  /** The index of the entry that its log would take next. */
  long nextIndex() throws IOException {
    return server.getDivision(RatisSequencer.GROUP).getRaftLog().getNextIndex();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
