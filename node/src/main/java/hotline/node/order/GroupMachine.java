package hotline.node.order;

import hotline.node.order.OrderedMachine.Mark;
import hotline.node.order.OrderedMachine.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerProto;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/*
 * A question that begins with MARK is answered here, with a byte 1, the term, the index and the
 * state of the last snapshot, or a byte 0; every other is the machine's.
 */
/**
 * The machine of one of a group: lets in entries only if it may, tells who leads, and brings a
 * machine that is behind the log to where another one is.
 */
final class GroupMachine extends RatisMachine {
  private static final Logger LOG = LoggerFactory.getLogger(GroupMachine.class);
  private static final byte[] MARK = "mark".getBytes(StandardCharsets.US_ASCII);
  private static final byte THERE = 1;

  /** How long the tiles that were fetched may take to be published here. */
  private static final Duration DURABLE_WITHIN = Duration.ofSeconds(60);

  /** So soon the leader says again that its log begins later, and Ratis takes over what came. */
  private static final long TAKEN_OVER_WITHIN_NS = Duration.ofSeconds(15).toNanos();

  private final Sequencer.Watch watch;
  private final Ways ways;
  private final LongSupplier nanoTime;

  /**
   * When it caught up by tiles, by {@link #nanoTime}, while Ratis has not taken that over; or 0.
   */
  private volatile long caughtUpNs;

  /** Whether an entry of a leader that lives was seen. Used by the thread that applies alone. */
  private boolean sawOrdering;

  /** Makes ways to other machines. */
  interface Ways {
    /** To this machine, or to whichever leads. */
    Way to(RaftPeer machine);
  }

  /** A way to another machine, to be closed. */
  interface Way extends OrderedMachine.Asking, AutoCloseable {
    @Override
    void close();
  }

  GroupMachine(
      OrderedMachine machine,
      Runnable onBroken,
      Sequencer.Watch watch,
      Ways ways,
      LongSupplier nanoTime) {
    super(machine, onBroken);
    this.watch = watch;
    this.ways = ways;
    this.nanoTime = nanoTime;
  }

  @Override
  public void reinitialize() throws IOException {
    super.reinitialize();
    caughtUpNs = 0;
  }

  /**
   * Whether this machine caught up by tiles and Ratis goes on as if it had not. It does so where
   * the leader found meanwhile that its log goes back far enough: the leader sends entries, and
   * this machine's Ratis refuses them because it waits to be told once more that tiles are needed.
   * What was fetched counts when the log is opened again.
   */
  boolean isStuck() {
    long sinceNs = caughtUpNs;
    return sinceNs != 0 && nanoTime.getAsLong() - sinceNs > TAKEN_OVER_WITHIN_NS;
  }

  @Override
  public TransactionContext startTransaction(RaftClientRequest request) {
    TransactionContext transaction = super.startTransaction(request);
    if (!watch.mayOrder()) {
      transaction.setException(new IOException("this machine may not order yet"));
    }
    return transaction;
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    if (!sawOrdering && isOfLivingLeader(transaction.getLogEntry())) {
      sawOrdering = true;
      watch.ordering();
    }
    return super.applyTransaction(transaction);
  }

  /** Entries of the present term were ordered by the leader who is there now. */
  private boolean isOfLivingLeader(LogEntryProto entry) {
    RaftServer server = getServer().getNow(null);
    if (server == null) {
      return false;
    }
    try {
      DivisionInfo now = server.getDivision(getGroupId()).getInfo();
      return now.getLeaderId() != null && now.getCurrentTerm() == entry.getTerm();
    } catch (IOException closing) {
      return false;
    }
  }

  @Override
  public void notifyLeaderReady() {
    watch.leading(true);
  }

  @Override
  public void notifyLeaderChanged(RaftGroupMemberId self, @Nullable RaftPeerId leader) {
    if (!self.getPeerId().equals(leader)) {
      watch.leading(false);
    }
  }

  @Override
  public CompletableFuture<Message> query(Message request) {
    byte[] question = request.getContent().toByteArray();
    try {
      byte[] answer = Arrays.equals(question, MARK) ? mark(latest()) : machine.tell(question);
      return CompletableFuture.completedFuture(Message.valueOf(ByteString.copyFrom(answer)));
    } catch (IOException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private static byte[] mark(@Nullable Mark mark) {
    if (mark == null) {
      return new byte[1];
    }
    return ByteBuffer.allocate(1 + 2 * Long.BYTES + mark.state().length)
        .put(THERE)
        .putLong(mark.position().term())
        .putLong(mark.position().index())
        .put(mark.state())
        .array();
  }

  private static @Nullable Mark mark(byte[] answer) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(answer);
    if (in.remaining() < 1 || in.get() != THERE) {
      return null;
    }
    if (in.remaining() < 2 * Long.BYTES) {
      throw new IOException("the leader's mark is none");
    }
    Position position = new Position(in.getLong(), in.getLong());
    byte[] state = new byte[in.remaining()];
    in.get(state);
    return new Mark(position, state);
  }

  /** The log here ends before the leader's begins. Ratis asks again until this has succeeded. */
  @Override
  @SuppressWarnings("NullAway") // Null tells Ratis that there is no snapshot, and none is needed.
  public CompletableFuture<TermIndex> notifyInstallSnapshotFromLeader(
      RoleInfoProto role, TermIndex first) {
    RaftPeerProto leader = role.getFollowerInfo().getLeaderInfo().getId();
    RaftPeer there =
        RaftPeer.newBuilder()
            .setId(RaftPeerId.valueOf(leader.getId()))
            .setAddress(leader.getAddress())
            .build();
    CompletableFuture<TermIndex> installed = new CompletableFuture<>();
    Thread _ =
        Thread.ofPlatform()
            .name("catch up")
            .daemon()
            .start(() -> {
              try {
                TermIndex place = catchUp(there, first.getIndex());
                if (place != null) {
                  // 0 says that there is nothing to take over.
                  caughtUpNs = nanoTime.getAsLong() | 1;
                }
                installed.complete(place);
              } catch (IOException | RuntimeException failed) {
                LOG.atWarn()
                    .addKeyValue("leader", there.getAddress())
                    .setCause(failed)
                    .log("this machine has not caught up; it is tried again");
                installed.completeExceptionally(new CompletionException(failed));
              }
            });
    return installed;
  }

  private @Nullable TermIndex catchUp(RaftPeer leader, long first) throws IOException {
    try (Way way = ways.to(leader)) {
      Mark mark = mark(way.ask(MARK));
      if (mark == null && first <= 0) {
        // Its log goes back to the first entry: the log itself brings them.
        return null;
      }
      long index = mark == null ? -1 : mark.position().index();
      if (mark == null || index + 1 < first) {
        throw new IOException("the leader's snapshot ends before its log begins");
      }
      machine.catchUp(mark, way);
      long deadlineNs = System.nanoTime() + DURABLE_WITHIN.toNanos();
      while (machine.durable().position().index() < index) {
        if (System.nanoTime() - deadlineNs > 0) {
          throw new IOException("what was fetched cannot be written");
        }
        LockSupport.parkNanos(1_000_000);
      }
      long taken = takeSnapshot();
      Mark own = latest();
      if (own == null || taken < index) {
        throw new IOException("no snapshot could be made of what was fetched");
      }
      LOG.atInfo().addKeyValue("index", own.position().index()).log("caught up by tiles");
      return TermIndex.valueOf(own.position().term(), own.position().index());
    }
  }
}
