package hotline.node.outbox;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.record.merkle.Hash;
import hotline.record.signature.Signer;
import hotline.record.statement.Basis;
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
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs one chain of the routine lane, each statement after the one before, into the outbox.
 *
 * <p>Every start of a node begins a new chain. A node whose disk was restored from yesterday then
 * cannot sign a second statement in the place of one that it no longer knows. The chain opens, with
 * its BEGIN, when something is first said.
 */
public final class Speaker {
  private final LineId line;
  private final Mode mode;
  private final Signer signer;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Supplier<ChainBody.Begin> begin;
  private final Incarnation incarnation;
  private final String party;
  private final String node;

  /** The next sequence and what it links to; guarded by this. */
  private long sequence;

  private @Nullable StatementId previous;
  private long lastTimeUs;

  /**
   * A chain of {@code party}'s {@code node}.
   *
   * @param begin what a BEGIN says of the chains this node knows, asked for when it is needed
   */
  public Speaker(
      LineId line,
      String party,
      String node,
      Mode mode,
      Signer signer,
      Outbox outbox,
      InstantSource clock,
      SecureRandom random,
      Supplier<ChainBody.Begin> begin) {
    this.line = line;
    this.party = party;
    this.node = node;
    this.mode = mode;
    this.signer = signer;
    this.outbox = outbox;
    this.clock = clock;
    this.begin = begin;
    byte[] name = new byte[Incarnation.BYTES];
    random.nextBytes(name);
    this.incarnation = Incarnation.of(name);
  }

  /** What the signer had verified when it signed. */
  public record Standpoint(@Nullable Basis basis, @Nullable Hash terms) {
    /** Of one who knows nothing yet. */
    public static final Standpoint NONE = new Standpoint(null, null);
  }

  /**
   * Signs what {@code body} says and returns once it is on disk.
   *
   * @throws IOException if the disk fails; then it was not said
   */
  public Statement say(Body body, Standpoint from) throws IOException {
    Statement statement;
    long ticket;
    synchronized (this) {
      if (sequence == 0 && !(body instanceof ChainBody.Begin)) {
        // The BEGIN and what follows it go to disk together.
        long _ = outbox.put(sign(begin.get(), Standpoint.NONE));
      }
      statement = sign(body, from);
      ticket = outbox.put(statement);
    }
    outbox.awaitDurable(ticket);
    return statement;
  }

  /** Opens the chain if nothing was said in it yet; on disk when this returns. */
  public void begin() throws IOException {
    long ticket;
    synchronized (this) {
      if (sequence > 0) {
        return;
      }
      ticket = outbox.put(sign(begin.get(), Standpoint.NONE));
    }
    outbox.awaitDurable(ticket);
  }

  /**
   * Takes back a statement of this chain that is not in the record: a WITHDRAW with its sequence,
   * which counts if it is ordered first. The original is no longer sent.
   *
   * @return the WITHDRAW; null if the statement no longer waits or is not of this chain
   */
  public @Nullable Statement withdraw(StatementId id) throws IOException {
    Statement withdraw;
    long ticket;
    synchronized (this) {
      Statement original = outbox.waiting(id).orElse(null);
      if (original == null || !original.header().chain().equals(chain())) {
        return null;
      }
      Header header = original.header();
      withdraw =
          signed(new ChainBody.Withdraw(id), header.sequence(), header.previous(), Standpoint.NONE);
      boolean _ = outbox.settle(id);
      ticket = outbox.put(withdraw);
    }
    outbox.awaitDurable(ticket);
    return withdraw;
  }

  private Statement sign(Body body, Standpoint from) {
    Statement statement = signed(body, sequence, previous, from);
    sequence++;
    previous = statement.id();
    return statement;
  }

  private Statement signed(Body body, long place, @Nullable StatementId after, Standpoint from) {
    lastTimeUs = Math.max(lastTimeUs, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    Header header =
        new Header(
            line,
            chain(),
            place,
            after,
            from.basis(),
            from.terms(),
            mode,
            body.kind().code(),
            lastTimeUs);
    return Statements.sign(signer, header, body.content());
  }

  /** The chain that this speaker signs. */
  public Chain chain() {
    return new Chain(party, node, incarnation, Lane.ROUTINE);
  }
}
