package hotline.node.order;

import hotline.node.order.OrderedMachine.Mark;
import hotline.node.order.OrderedMachine.Position;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.util.LifeCycle;
import org.apache.ratis.util.MD5FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * Hands what Ratis commits to an {@link OrderedMachine}. Ratis calls it from one thread, in order,
 * and again for entries above the last snapshot after a restart.
 */
class RatisMachine extends BaseStateMachine {
  final OrderedMachine machine;
  private final Runnable onBroken;
  private final SimpleStateMachineStorage storage = new SimpleStateMachineStorage();

  /** Set before the log is opened. */
  private volatile @Nullable DurableNames names;

  /** What submitters know of their entries, by call number; bounded by the entries under way. */
  private final Map<Long, Object> known = new ConcurrentHashMap<>();

  /** The first thing that went wrong; nothing is applied after it. */
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

  /** Over {@code machine}; {@code onBroken} is called when nothing more will be applied. */
  RatisMachine(OrderedMachine machine, Runnable onBroken) {
    this.machine = machine;
    this.onBroken = onBroken;
  }

  void learn(long call, Object what) {
    known.put(call, what);
  }

  void forget(long call) {
    known.remove(call);
  }

  /** What stopped it, if anything did. */
  @Nullable Throwable broken() {
    return broken.get();
  }

  @Override
  public void initialize(RaftServer server, RaftGroupId group, RaftStorage raftStorage)
      throws IOException {
    super.initialize(server, group, raftStorage);
    storage.init(raftStorage);
    names = new DurableNames(raftStorage.getStorageDir().getCurrentDir().toPath());
    getLifeCycle().startAndTransition(this::load, IOException.class);
    Mark covered = latest();
    if (covered != null) {
      CoveredLog.drop(raftStorage, covered.position().index(), server.getProperties());
    }
  }

  @Override
  public void pause() {
    if (getLifeCycleState() == LifeCycle.State.RUNNING) {
      getLifeCycle().transition(LifeCycle.State.PAUSING);
      getLifeCycle().transition(LifeCycle.State.PAUSED);
    }
  }

  @Override
  public void reinitialize() throws IOException {
    load();
    if (getLifeCycleState() == LifeCycle.State.PAUSED) {
      getLifeCycle().transition(LifeCycle.State.STARTING);
      getLifeCycle().transition(LifeCycle.State.RUNNING);
    }
  }

  private void load() throws IOException {
    SingleFileSnapshotInfo snapshot = storage.loadLatestSnapshot();
    if (snapshot == null) {
      return;
    }
    TermIndex place = snapshot.getTermIndex();
    setLastAppliedTermIndex(place);
    if (machine.applied().index() < place.getIndex()) {
      byte[] state = Files.readAllBytes(snapshot.getFile().getPath());
      machine.restore(new Mark(new Position(place.getTerm(), place.getIndex()), state));
    }
  }

  @Override
  public StateMachineStorage getStateMachineStorage() {
    return storage;
  }

  @Override
  public TransactionContext startTransaction(RaftClientRequest request) {
    Object what = known.remove(request.getCallId());
    return TransactionContext.newBuilder()
        .setStateMachine(this)
        .setClientRequest(request)
        .setStateMachineContext(what)
        .build();
  }

  @Override
  public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
    LogEntryProto entry = transaction.getLogEntry();
    Position position = new Position(entry.getTerm(), entry.getIndex());
    if (broken.get() != null) {
      return failure();
    }
    if (position.compareTo(machine.applied()) <= 0) {
      // Applied before the sequencer was stopped in this process; nobody waits for the answer.
      updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
      return CompletableFuture.completedFuture(Message.EMPTY);
    }
    try {
      byte[] leaf = entry.getStateMachineLogEntry().getLogData().toByteArray();
      byte[] answer = machine.apply(position, leaf, transaction.getStateMachineContext());
      updateLastAppliedTermIndex(entry.getTerm(), entry.getIndex());
      return CompletableFuture.completedFuture(Message.valueOf(ByteString.copyFrom(answer)));
    } catch (RuntimeException | Error wrong) {
      stop(wrong);
      return failure();
    }
  }

  /** The last snapshot as it lies on disk; null before the first. */
  final @Nullable Mark latest() throws IOException {
    SingleFileSnapshotInfo snapshot = storage.getLatestSnapshot();
    if (snapshot == null) {
      return null;
    }
    byte[] state = Files.readAllBytes(snapshot.getFile().getPath());
    return new Mark(new Position(snapshot.getTerm(), snapshot.getIndex()), state);
  }

  /** Called by the log before its entries up to {@code index} count as forced. */
  @Override
  public CompletableFuture<Void> flush(long index) {
    try {
      Objects.requireNonNull(names).force();
      return super.flush(index);
    } catch (IOException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private CompletableFuture<Message> failure() {
    return CompletableFuture.failedFuture(
        new IOException("nothing is applied after a failure", broken.get()));
  }

  @Override
  public void notifyLogFailed(Throwable cause, LogEntryProto failedEntry) {
    stop(cause);
  }

  /** Nothing is applied any more. */
  final void stop(Throwable cause) {
    if (broken.compareAndSet(null, cause)) {
      onBroken.run();
      machine.failed(cause);
    }
  }

  /** Ratis purges its log below what is returned here, and asks again later. */
  @Override
  public long takeSnapshot() throws IOException {
    if (broken.get() != null) {
      return -1;
    }
    Mark mark = machine.durable();
    long index = mark.position().index();
    SingleFileSnapshotInfo last = storage.getLatestSnapshot();
    if (index < 0 || (last != null && last.getIndex() >= index)) {
      return last == null ? -1 : last.getIndex();
    }
    File file = storage.getSnapshotFile(mark.position().term(), index);
    write(file.toPath(), mark.state());
    var digest = MD5FileUtil.computeAndSaveMd5ForFile(file);
    DurableNames.force(file.toPath().resolveSibling(""));
    storage.updateLatestSnapshot(
        new SingleFileSnapshotInfo(
            new FileInfo(file.toPath(), digest), mark.position().term(), index));
    return index;
  }

  /** Writes a file whole or not at all, name and all. */
  static void write(Path file, byte[] state) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(draft, state);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    DurableNames.force(file.resolveSibling(""));
  }
}
