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
import java.util.Locale;
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
  private final UrgentLane.Surroundings around;
  private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
  private final Loop loop;

  /** Refused for good; asked again after a restart only. Used by the loop's thread alone. */
  private final Set<StatementId> refused = new HashSet<>();

  UrgentSender(
      String peer,
      UrgentStore store,
      PeerTransport transport,
      InstantSource clock,
      UrgentLane.Surroundings around) {
    this.peer = peer;
    this.store = store;
    this.transport = transport;
    this.clock = clock;
    this.around = around;
    this.loop = around.pace().urgent("urgent to " + peer, this::round);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  /** What became of one try. */
  private enum Result {
    /** There, or refused for good. */
    DONE,
    /** To be tried again; what comes after it need not wait for that. */
    AGAIN,
    /** There is no way at present. */
    NO_WAY
  }

  private Duration round() {
    boolean again = false;
    for (Statement each : store.notReached(peer, clock.instant().minus(WORTH_SENDING))) {
      if (loop.isClosed() || refused.contains(each.id())) {
        continue;
      }
      switch (send(each)) {
        case DONE -> backoff.succeeded();
        case AGAIN -> again = true;
        case NO_WAY -> {
          return backoff.failed();
        }
      }
    }
    if (again) {
      return backoff.failed();
    }
    around.troubles().over(notKeptThere());
    return IDLE;
  }

  private String notKeptThere() {
    return "urgent-not-kept-by-" + peer.toLowerCase(Locale.ROOT);
  }

  private Result send(Statement statement) {
    PeerEndpoints.Answer answer;
    try {
      answer = transport.post(peer, PeerEndpoints.Call.URGENT, statement.bytes());
    } catch (IOException unreached) {
      return Result.NO_WAY;
    }
    String code = PeerAnswers.code(answer);
    return switch (answer.status()) {
      case 200, 204 -> {
        store.reached(statement.id(), peer);
        around.changed();
        yield Result.DONE;
      }
      case 400, 403, 413, 422 -> {
        LOG.atWarn()
            .addKeyValue("peer", peer)
            .addKeyValue("id", statement.id())
            .addKeyValue("code", code)
            .log("an urgent statement was refused: {}", PeerAnswers.sentence(answer));
        // Keys may differ for a while: what is not yet in force there is worth another try.
        if (code.equals("signature")) {
          yield Result.AGAIN;
        }
        refused.add(statement.id());
        yield Result.DONE;
      }
      case 503 -> {
        if (!code.equals(UrgentLane.NOT_KEPT)) {
          yield Result.NO_WAY;
        }
        around
            .troubles()
            .raise(
                notKeptThere(),
                peer
                    + "'s node has what we said in the urgent lane and shows it, but cannot write"
                    + " it to its disk. Call "
                    + peer
                    + " as well.");
        yield Result.AGAIN;
      }
      default -> Result.NO_WAY;
    };
  }

  @Override
  public void close() {
    loop.close();
  }
}
