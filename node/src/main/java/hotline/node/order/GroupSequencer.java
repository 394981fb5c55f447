package hotline.node.order;

import hotline.node.Listen;
import hotline.node.order.NotOrdered.Why;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.apache.ratis.server.DivisionInfo;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine of the group that is the host's sequencer. An entry is answered when a majority of
 * the machines has it on disk; any machine takes entries, and brings them to the one that leads.
 * Only what is handed in where the leader is keeps the order of its thread.
 */
public final class GroupSequencer implements Sequencer {
  private static final Logger LOG = LoggerFactory.getLogger(GroupSequencer.class);

  /** How many entries lie between two snapshots, as long as nobody says otherwise. */
  public static final long SNAPSHOT_EVERY = RatisSequencer.SNAPSHOT_EVERY;

  /** After that, whoever handed an entry in does so again: under the same id it counts once. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

  private final Path folder;
  private final OrderedMachine machine;
  private final Member member;
  private final long snapshotEvery;
  private final LongSupplier nanoTime;
  private final ClientId self = ClientId.randomId();
  private final AtomicLong calls = new AtomicLong();
  private final Semaphore underWay = new Semaphore(RatisSettings.UNDER_WAY_MAX);
  private Watch watch = Watch.NOBODY;

  private final StayingIn stayingIn = new StayingIn(this::openAgain);

  /** Null while stopped. Written under this. */
  private volatile @Nullable Running running;

  /** Whether it was started, and not stopped since. Guarded by this. */
  private boolean wanted;

  /** Whether it ever was. Guarded by this. */
  private boolean begun;

  /** {@code nanoTime} says for how long it is held up. */
  GroupSequencer(
      Path folder,
      OrderedMachine machine,
      Member member,
      long snapshotEvery,
      LongSupplier nanoTime) {
    this.folder = folder;
    this.machine = machine;
    this.member = member;
    this.snapshotEvery = snapshotEvery;
    this.nanoTime = nanoTime;
  }

  /**
   * On the log in {@code folder}, or on a new one; not started.
   *
   * @param snapshotEvery entries between two snapshots, below which the log is purged; at least 1
   */
  public static GroupSequencer of(
      Path folder, OrderedMachine machine, Member member, long snapshotEvery) {
    return new GroupSequencer(folder, machine, member, snapshotEvery, System::nanoTime);
  }

  /** What Ratis tells of the group here; another one after it was opened again. */
  Optional<GroupMachine> adapter() {
    return Optional.ofNullable(running).map(Running::adapter);
  }

  @Override
  public boolean watch(Watch watching) {
    watch = watching;
    return true;
  }

  @Override
  public synchronized void start() throws IOException {
    open();
    wanted = true;
    if (!begun) {
      begun = true;
      stayingIn.start();
    }
  }

  private synchronized boolean openAgain() throws IOException {
    Running now = running;
    boolean isIn = now != null && !now.isClosed() && !now.adapter().isStuck();
    if (!wanted || isIn || (now != null && now.adapter().broken() != null)) {
      return false;
    }
    shut();
    open();
    return true;
  }

  private void open() throws IOException {
    if (running != null) {
      return;
    }
    requireFree(member.listen());
    Files.createDirectories(folder);
    RaftProperties properties = RatisSettings.group(folder, snapshotEvery, member.listen());
    GroupMachine adapter =
        new GroupMachine(machine, this::leave, watch, there -> way(List.of(there)), nanoTime);
    RaftServer server =
        RaftServer.newBuilder()
            .setServerId(member.peer().getId())
            .setGroup(
                member.founds()
                    ? RaftGroup.valueOf(RatisSequencer.GROUP, member.peer())
                    : RaftGroup.valueOf(RatisSequencer.GROUP))
            .setStateMachine(adapter)
            .setProperties(properties)
            .setParameters(member.tls().parameters())
            .setOption(
                RatisSequencer.existsIn(folder) ? StartupOption.RECOVER : StartupOption.FORMAT)
            .build();
    try {
      server.start();
      running = new Running(server, adapter, Executors.newVirtualThreadPerTaskExecutor());
    } catch (IOException | RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /** Ratis ends the process if it cannot listen; asked before, a person is told what to do. */
  private static void requireFree(Listen listen) throws IOException {
    try (ServerSocket door = new ServerSocket()) {
      door.bind(new InetSocketAddress(listen.host(), listen.port()));
    } catch (IOException taken) {
      throw new IOException(
          "machine-listen: cannot listen on "
              + Member.address(listen)
              + " ("
              + taken.getMessage()
              + "). Give an address of this machine, and a port that nothing else uses.",
          taken);
    }
  }

  /** A machine that cannot write its log or apply it must not lead, nor vote for what it lost. */
  private void leave() {
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              try {
                stop();
              } catch (IOException failed) {
                LOG.atError().setCause(failed).log("the group was not left cleanly");
              }
            });
  }

  @Override
  public CompletableFuture<byte[]> submit(byte[] entry, @Nullable Object known) {
    Running now = running;
    if (now == null || now.adapter().broken() != null) {
      return refused(Why.STOPPED, "The sequencer is stopped.");
    }
    if (!underWay.tryAcquire()) {
      return refused(Why.BUSY, "Too many statements are under way. Try again in a moment.");
    }
    CompletableFuture<RaftClientReply> reply =
        now.info().map(DivisionInfo::isLeader).orElse(false)
            ? here(now, entry, known)
            : elsewhere(now, entry);
    return reply
        .orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((_, _) -> underWay.release())
        .handle(GroupSequencer::answer);
  }

  private CompletableFuture<RaftClientReply> here(
      Running now, byte[] entry, @Nullable Object known) {
    long call = calls.incrementAndGet();
    if (known != null) {
      now.adapter().learn(call, known);
    }
    RaftClientRequest request =
        RaftClientRequest.newBuilder()
            .setClientId(self)
            .setServerId(now.server().getId())
            .setGroupId(RatisSequencer.GROUP)
            .setCallId(call)
            .setMessage(Message.valueOf(ByteString.copyFrom(entry)))
            .setType(RaftClientRequest.writeRequestType())
            .build();
    CompletableFuture<RaftClientReply> reply;
    try {
      reply = now.server().submitClientRequestAsync(request);
    } catch (IOException | RuntimeException failed) {
      reply = CompletableFuture.failedFuture(failed);
    }
    return reply
        .whenComplete((_, _) -> now.adapter().forget(call))
        .thenCompose(said ->
            // Who was cut off from the others knows none that leads; whoever asked finds one
            // sooner.
            said.getException() instanceof NotLeaderException another
                    && another.getSuggestedLeader() != null
                ? elsewhere(now, entry)
                : CompletableFuture.completedFuture(said));
  }

  private CompletableFuture<RaftClientReply> elsewhere(Running now, byte[] entry) {
    Message message = Message.valueOf(ByteString.copyFrom(entry));
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return now.client(this).send(message);
          } catch (IOException failed) {
            throw new CompletionException(failed);
          }
        },
        now.threads());
  }

  private static byte[] answer(@Nullable RaftClientReply reply, @Nullable Throwable failure) {
    if (reply != null && reply.isSuccess()) {
      return reply.getMessage().getContent().toByteArray();
    }
    throw new CompletionException(
        new NotOrdered(
            Why.UNKNOWN,
            "No machine of the host has answered in time. The statement is sent again.",
            reply == null ? failure : reply.getException()));
  }

  private static CompletableFuture<byte[]> refused(Why why, String sentence) {
    return CompletableFuture.failedFuture(new NotOrdered(why, sentence, null));
  }

  @Override
  public boolean isRunning() {
    Running now = running;
    return now != null
        && now.adapter().broken() == null
        && now.info().map(info -> info.getLeaderId() != null).orElse(false);
  }

  @Override
  public boolean isLeading() {
    Running now = running;
    return now != null
        && now.adapter().broken() == null
        && now.info().map(DivisionInfo::isLeaderReady).orElse(false);
  }

  @Override
  public byte[] ask(byte[] question) throws IOException {
    Running now = running;
    if (now == null) {
      throw new IOException("the sequencer is stopped");
    }
    return now.client(this).ask(question);
  }

  @Override
  public synchronized void stop() throws IOException {
    wanted = false;
    shut();
  }

  private void shut() throws IOException {
    Running now = running;
    running = null;
    if (now != null) {
      watch.leading(false);
      now.close();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    stayingIn.close();
  }

  private ToMachine way(List<RaftPeer> peers) {
    return new ToMachine(
        peers,
        RatisSettings.group(folder, snapshotEvery, member.listen()),
        member.tls().parameters());
  }

  /** What runs, from a start to a stop. */
  private static final class Running {
    private final RaftServer server;
    private final GroupMachine adapter;
    private final ExecutorService threads;

    /** To the machines of the group as it was when this was made. Guarded by this. */
    private @Nullable ToMachine client;

    Running(RaftServer server, GroupMachine adapter, ExecutorService threads) {
      this.server = server;
      this.adapter = adapter;
      this.threads = threads;
    }

    RaftServer server() {
      return server;
    }

    GroupMachine adapter() {
      return adapter;
    }

    ExecutorService threads() {
      return threads;
    }

    Optional<DivisionInfo> info() {
      try {
        return Optional.of(server.getDivision(RatisSequencer.GROUP).getInfo());
      } catch (IOException closing) {
        return Optional.empty();
      }
    }

    /** Whether Ratis has closed it by itself. */
    boolean isClosed() {
      return info().filter(info -> !info.isAlive()).isPresent();
    }

    /** A way to whichever machine leads; made anew when the group is another. */
    synchronized ToMachine client(GroupSequencer of) throws IOException {
      List<RaftPeer> peers =
          server.getDivision(RatisSequencer.GROUP).getRaftConf().getCurrentPeers().stream()
              .sorted(Comparator.comparing(peer -> peer.getId().toString()))
              .toList();
      if (peers.isEmpty()) {
        throw new IOException("this machine is not in the group yet");
      }
      ToMachine now = client;
      if (now != null && now.peers().equals(peers)) {
        return now;
      }
      ToMachine next = of.way(peers);
      client = next;
      if (now != null) {
        now.close();
      }
      return next;
    }

    void close() throws IOException {
      threads.shutdownNow();
      synchronized (this) {
        if (client != null) {
          client.close();
        }
      }
      server.close();
    }
  }
}
