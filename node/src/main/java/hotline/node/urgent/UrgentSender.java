package hotline.node.urgent;

import hotline.node.Backoff;
import hotline.node.Loop;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings urgent statements to one peer, at once and again until it has them. One thread. */
final class UrgentSender implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(UrgentSender.class);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration WORTH_SENDING = Duration.ofHours(24);

  private final String peer;
  private final UrgentStore store;
  private final PeerTransport transport;
  private final InstantSource clock;
  private final Runnable changed;
  private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
  private final Loop loop;

  /** Refused for good; asked again after a restart only. Used by the loop's thread alone. */
  private final Set<StatementId> refused = new HashSet<>();

  UrgentSender(
      String peer,
      UrgentStore store,
      PeerTransport transport,
      InstantSource clock,
      Runnable changed) {
    this.peer = peer;
    this.store = store;
    this.transport = transport;
    this.clock = clock;
    this.changed = changed;
    this.loop = new Loop("urgent to " + peer, this::round);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  private Duration round() {
    for (Statement each : store.notReached(peer, clock.instant().minus(WORTH_SENDING))) {
      if (loop.isClosed() || refused.contains(each.id())) {
        continue;
      }
      try {
        if (!send(each)) {
          return backoff.failed();
        }
        backoff.succeeded();
      } catch (IOException unreached) {
        return backoff.failed();
      }
    }
    return IDLE;
  }

  /** Whether the next may follow at once. */
  private boolean send(Statement statement) throws IOException {
    PeerEndpoints.Answer answer =
        transport.post(peer, PeerEndpoints.Call.URGENT, statement.bytes());
    return switch (answer.status()) {
      case 200, 204 -> {
        store.reached(statement.id(), peer);
        changed.run();
        yield true;
      }
      case 400, 403, 413, 422 -> {
        // Keys may differ for a while: what is not yet in force there is worth another try.
        boolean forGood = !PeerAnswers.code(answer).equals("signature");
        if (forGood) {
          refused.add(statement.id());
        }
        LOG.atWarn()
            .addKeyValue("peer", peer)
            .addKeyValue("id", statement.id())
            .addKeyValue("code", PeerAnswers.code(answer))
            .log("an urgent statement was refused: {}", PeerAnswers.sentence(answer));
        yield forGood;
      }
      default -> false;
    };
  }

  @Override
  public void close() {
    loop.close();
  }
}
