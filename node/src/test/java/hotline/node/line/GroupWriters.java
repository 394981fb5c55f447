package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.Promise;
import hotline.node.keys.PartyKeys;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.statement.Chain;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hand in statements of North's root at whichever machine answers, each in a chain of its own,
 * until told to stop; and know afterwards what was promised.
 */
final class GroupWriters {
  private static final int WRITERS = 2;

  /** Between two statements, or two tries of one: the cores are for the machines. */
  private static final long PACE_NS = 10_000_000;

  /** One of so many is handed in a second time: it must get the place that it has. */
  private static final int TWICE_EVERY = 7;

  private final HostGroup host;
  private final HttpPeerTransport way;
  private final PartyKeys keys;
  private final LineId line;
  private final List<Thread> threads = new ArrayList<>();

  /** By statement, its place as it was promised. */
  private final Map<String, Long> places = new ConcurrentHashMap<>();

  /** What must not be. */
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private volatile boolean stopped;

  GroupWriters(HostGroup host, HttpPeerTransport way) throws IOException {
    this.host = host;
    this.way = way;
    this.keys = host.northKeys();
    this.line = host.line();
  }

  void start() {
    for (int i = 0; i < WRITERS; i++) {
      threads.add(Thread.ofVirtual().start(this::write));
    }
  }

  /** How many are promised a place. */
  int size() {
    return places.size();
  }

  /** Waits for so many more. */
  void more(int answers) {
    int before = size();
    host.until(() -> size() >= before + answers, "answers");
  }

  void stop() throws InterruptedException {
    stopped = true;
    for (Thread each : threads) {
      each.join();
    }
  }

  private void write() {
    Chain chain = KillableHost.chain(new SecureRandom());
    @Nullable StatementId previous = null;
    for (long sequence = 0; !stopped; sequence++) {
      Statement next = KillableHost.statement(keys, line, chain, sequence, previous);
      while (!stopped && !isTaken(way, next)) {
        LockSupport.parkNanos(PACE_NS);
      }
      LockSupport.parkNanos(PACE_NS);
      if (sequence % TWICE_EVERY == 0) {
        boolean _ = isTaken(way, next);
      }
      previous = next.id();
    }
  }

  private boolean isTaken(HttpPeerTransport to, Statement statement) {
    try {
      Answer answer = to.post(HostGroup.NORTH, Call.STATEMENTS, statement.bytes());
      if (answer.status() == 200) {
        promised(statement, answer.body());
      } else if (answer.status() < 500 && answer.status() != 429) {
        wrong.add(answer.status() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.status() == 200;
    } catch (IOException again) {
      // Whether it has a place is not known: the same bytes again.
      return false;
    }
  }

  private void promised(Statement statement, byte[] body) {
    if (Document.parse(body) instanceof Decoded.Value<Document>(Document document)
        && document.signedBy(keys.log().publicKey())
        && Promise.decode(document.payload()) instanceof Decoded.Value<Promise>(Promise promise)
        && promise.leaf().equals(Merkle.leaf(statement.bytes()))) {
      Long before = places.putIfAbsent(statement.id().toString(), promise.index());
      if (before != null && before != promise.index()) {
        wrong.add(statement.id() + " is promised " + before + " and " + promise.index());
      }
    } else {
      wrong.add("no promise for " + statement.id());
    }
  }

  /** A statement that is handed in at one machine alone. */
  Pinned pinned(String machine) throws IOException {
    Statement statement =
        KillableHost.statement(keys, line, KillableHost.chain(new SecureRandom()), 0, null);
    return new Pinned(statement, host.transport(machine));
  }

  /** See {@link #pinned}. */
  final class Pinned implements AutoCloseable {
    private final Statement statement;
    private final HttpPeerTransport there;

    private Pinned(Statement statement, HttpPeerTransport there) {
      this.statement = statement;
      this.there = there;
    }

    boolean isTaken() {
      return GroupWriters.this.isTaken(there, statement);
    }

    @Override
    public void close() {
      there.close();
    }
  }

  /** All that was promised is where it was promised, once, at South and at each machine. */
  void check(List<String> machines) {
    long needed = 1 + places.values().stream().mapToLong(Long::longValue).max().orElse(-1);
    host.until(
        () -> host.south().api().line().record().size() >= needed,
        "South has all that was promised");
    List<String> recorded = KillableHost.recorded(host.south());
    assertThat(recorded).doesNotHaveDuplicates();
    places.forEach((id, index) -> assertThat(recorded.get(index.intValue())).isEqualTo(id));
    assertThat(wrong).isEmpty();
    for (String each : machines) {
      host.until(() -> host.published(each) >= recorded.size(), each + " has all");
    }
  }
}
