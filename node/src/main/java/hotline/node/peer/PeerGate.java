package hotline.node.peer;

import hotline.line.disclosure.Document;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.cbor.Decoded;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What the certificate of a caller adds to bodies that authenticate themselves: none but a party
 * asks for details in its own name, and no party takes up more than its share. Statements and
 * checkpoints may be brought by anyone: who signed them is all that counts. Safe for many threads.
 */
public final class PeerGate {
  /** Calls of one party under way at once. */
  static final int AT_ONCE = 32;

  /** The urgent ones, counted apart: nothing routine may keep them out. */
  static final int URGENT_AT_ONCE = 8;

  private final Map<String, Semaphore> routine = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> urgent = new ConcurrentHashMap<>();

  /** Takes a call of {@code party} in, or says that there are too many. */
  public Optional<Pass> enter(String party, boolean isUrgent) {
    Semaphore free =
        isUrgent
            ? urgent.computeIfAbsent(party, _ -> new Semaphore(URGENT_AT_ONCE))
            : routine.computeIfAbsent(party, _ -> new Semaphore(AT_ONCE));
    return free.tryAcquire() ? Optional.of(free::release) : Optional.empty();
  }

  /** A call that was let in, until it is closed. */
  @FunctionalInterface
  public interface Pass extends AutoCloseable {
    @Override
    void close();
  }

  /** Why this party may not make that call; empty if it may. */
  public Optional<Answer> refuse(String party, Call call, byte[] body) {
    return switch (call) {
      case STATEMENTS, URGENT, ADD_CHECKPOINT -> Optional.empty();
      case DETAILS ->
          Document.parse(body) instanceof Decoded.Value<Document>(Document document)
                  && !document.header().from().equals(party)
              ? Optional.of(
                  PeerAnswers.problem(
                      403, "not-the-asker", "Another party signed this request for details."))
              : Optional.empty();
    };
  }
}
