package hotline.bench;

import hotline.line.Kind;
import hotline.line.body.ChainBody;
import hotline.line.body.TermsBody;
import hotline.node.HostMachine;
import hotline.node.Node;
import hotline.node.NodeConfig;
import hotline.node.NodeConfigFile;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A host of three machines, each a process, whose leader is killed again and again while a client
 * hands in one statement after the other: how long the longest of its calls took, how often it was
 * refused, and whether all that it was promised is in the follower's record.
 */
final class FailOver {
  private static final int ROUNDS = 10;
  private static final long BETWEEN_NS = TimeUnit.SECONDS.toNanos(3);

  private FailOver() {}

  /** One machine of the host, as long as its input stays open. */
  static final class Machine {
    private Machine() {}

    /** The data folder. */
    public static void main(String[] arguments) throws IOException {
      Path data = Path.of(arguments[0]);
      NodeConfig config = NodeConfigFile.in(data).complete(data);
      AutoCloseable _ =
          config.node().equals(GroupOfThree.DESK) ? Node.start(config) : HostMachine.start(config);
      System.out.println("READY");
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
      Runtime.getRuntime().halt(0);
    }
  }

  /** How many rounds; 10 if it is not said. */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    Path folder = Files.createTempDirectory("hotline-fail-over");
    try (GroupOfThree host = new GroupOfThree(folder);
        HttpPeerTransport way = host.way()) {
      host.startAll();
      Client client = new Client(way, host.keys(), host.line());
      Thread writing = Thread.ofPlatform().start(client);
      List<Long> longest = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        LockSupport.parkNanos(BETWEEN_NS);
        String leader = host.leader();
        client.longestNs = 0;
        long before = client.taken;
        host.kill(leader);
        while (client.taken < before + 100) {
          LockSupport.parkNanos(1_000_000);
        }
        longest.add(client.longestNs);
        System.out.printf(
            "round %d: %s killed, longest call %d ms%n",
            round + 1, leader, client.longestNs / 1_000_000);
        host.start(leader);
      }
      client.stopped = true;
      writing.join();
      Percentiles all = new Percentiles(longest.stream().mapToLong(each -> each).toArray());
      System.out.printf("fail-over: median %.0f ms, longest %.0f ms%n", all.p50Ms(), all.p99Ms());
      System.out.printf("taken %d, refused or unanswered %d%n", client.taken, client.tries.get());
      System.out.printf("lost %d%n", host.missing(client.ids));
    }
  }

  /** Hands in, one after the other, each again until it is taken. */
  private static final class Client implements Runnable {
    private final HttpPeerTransport way;
    private final PartyKeys keys;
    private final LineId line;
    final List<String> ids = new ArrayList<>();
    volatile boolean stopped;
    volatile long longestNs;
    volatile long taken;
    final AtomicLong tries = new AtomicLong();

    Client(HttpPeerTransport way, PartyKeys keys, LineId line) {
      this.way = way;
      this.keys = keys;
      this.line = line;
    }

    @Override
    public void run() {
      SecureRandom random = new SecureRandom();
      Chain chain =
          new Chain(
              "north", "root", new Incarnation(random.nextLong(), random.nextLong()), Lane.ROUTINE);
      StatementId previous = null;
      for (int i = 0; !stopped; i++) {
        Statement next = statement(chain, i, previous);
        long beganNs = System.nanoTime();
        while (!stopped && !isTaken(next)) {
          long _ = tries.incrementAndGet();
          LockSupport.parkNanos(1_000_000);
        }
        longestNs = Math.max(longestNs, System.nanoTime() - beganNs);
        previous = next.id();
      }
    }

    private boolean isTaken(Statement statement) {
      try {
        if (way.post("north", Call.STATEMENTS, statement.bytes()).status() != 200) {
          return false;
        }
      } catch (IOException unanswered) {
        return false;
      }
      ids.add(statement.id().toString());
      taken = ids.size();
      return true;
    }

    private Statement statement(Chain chain, int sequence, @Nullable StatementId previous) {
      boolean begins = sequence == 0;
      Header header =
          new Header(
              line,
              chain,
              sequence,
              previous,
              null,
              null,
              Mode.TEST,
              (begins ? Kind.BEGIN : Kind.TERMS_REFUSE).code(),
              1_000_000L + sequence);
      return Statements.sign(
          keys.root(),
          header,
          begins
              ? new ChainBody.Begin(List.of(), Optional.empty()).content()
              : new TermsBody.Refuse(Merkle.EMPTY_ROOT, "no").content());
    }
  }
}
