package hotline.node.peer;

import hotline.line.disclosure.Document;
import hotline.node.RateLimit;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.record.cbor.Decoded;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

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

  /** What comes at once after a pause, in seconds of the rate. */
  static final int BURST_S = 10;

  /**
   * Tiles and checkpoints a second. Two files bring 256 entries, so this is room for 256,000 caught
   * up a second; a copy that is up to date reads some ten for each checkpoint.
   */
  static final int FILES_A_SECOND = 2_000;

  /** Each kind of call has a rate of its own: a flood of one keeps no other out. */
  private final Map<Call, RateLimit> rates = new EnumMap<>(Call.class);

  private final RateLimit files;
  private final Map<String, Semaphore> routine = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> urgent = new ConcurrentHashMap<>();

  /** By the system's time. */
  public PeerGate() {
    this(System::nanoTime);
  }

  PeerGate(LongSupplier nanoTime) {
    for (Call call : Call.values()) {
      rates.put(call, perSecond(aSecond(call), nanoTime));
    }
    this.files = perSecond(FILES_A_SECOND, nanoTime);
  }

  /**
   * How often one party may make a call, on average; ten seconds' worth of it may come at once.
   * Each is far above what a node that does no wrong needs, and what is refused it brings again.
   */
  static int aSecond(Call call) {
    return switch (call) {
      // As many writes as a line is made for, from one party alone.
      case STATEMENTS -> 2_000;
      // Twice the 600 a minute that each of ten parties may sign, all brought by one.
      case URGENT -> 200;
      // Both logs, with a new checkpoint each millisecond.
      case ADD_CHECKPOINT -> 2_000;
      // Each asks about up to 64 notices; how many of them are answered the terms say.
      case DETAILS -> 100;
    };
  }

  private static RateLimit perSecond(int calls, LongSupplier nanoTime) {
    return new RateLimit(calls * BURST_S, Duration.ofSeconds(BURST_S), nanoTime);
  }

  /**
   * Takes a call of {@code party} in, or says that there are too many.
   *
   * @param call empty if it reads a file
   */
  public Optional<Pass> enter(String party, Optional<Call> call) {
    RateLimit rate = call.map(rates::get).orElse(files);
    if (!rate.take(party)) {
      return Optional.empty();
    }
    Semaphore free =
        call.filter(Call.URGENT::equals).isPresent()
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
