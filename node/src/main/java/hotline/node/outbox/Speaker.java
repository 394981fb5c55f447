package hotline.node.outbox;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.node.store.FramedFile;
import hotline.record.merkle.Hash;
import hotline.record.signature.Signer;
import hotline.record.statement.Basis;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs one chain of the routine lane, each statement after the one before, into the outbox.
 *
 * <p>Every start of a node begins a new chain. A node whose disk was restored from yesterday then
 * cannot sign a second statement in the place of one that it no longer knows. The chain opens, with
 * its BEGIN, when something is first said. A chain that the disk has lost a statement of is left,
 * and a new one begun: nothing is ever signed twice for one place.
 */
public final class Speaker {
  private final LineId line;
  private final Mode mode;
  private final Signer signer;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Supplier<ChainBody.Begin> begin;
  private final SecureRandom random;
  private final String party;
  private final String node;

  /** The chain; guarded by this, as are its next sequence and what that links to. */
  private Incarnation incarnation;

  private long sequence;
  private @Nullable StatementId previous;

  /** Where the newest of the chain is in the outbox's file. */
  private FramedFile.@Nullable Ticket newest;

  /** Whether something was signed that the outbox did not take. */
  private boolean gap;

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
    this.random = random;
    this.incarnation = fresh();
  }

  private Incarnation fresh() {
    byte[] name = new byte[Incarnation.BYTES];
    random.nextBytes(name);
    return Incarnation.of(name);
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
    return say(_ -> body, from);
  }

  /**
   * As {@link #say(Body, Standpoint)}, for what speaks of the very time at which it is signed.
   *
   * @param body of that time, µs since 1970 UTC
   */
  public Statement say(LongFunction<? extends Body> body, Standpoint from) throws IOException {
    Statement statement;
    FramedFile.Ticket ticket;
    synchronized (this) {
      beginChain();
      long timeUs = nowUs();
      statement = sign(body.apply(timeUs), timeUs, null, from);
      ticket = keep(statement);
    }
    outbox.awaitDurable(ticket);
    return statement;
  }

  /**
   * As {@link #say(LongFunction, Standpoint)}, with an officer's signature inside, made over what
   * the body says of the officer's time.
   *
   * @return empty if by now it would say something else: then the officer has to sign that
   */
  public Optional<Statement> say(
      LongFunction<? extends Body> body, Officer officer, Standpoint from) throws IOException {
    Statement statement;
    FramedFile.Ticket ticket;
    synchronized (this) {
      beginChain();
      Body agreed = body.apply(officer.timeUs());
      long timeUs = Math.max(nowUs(), officer.timeUs());
      if (!body.apply(timeUs).content().equals(agreed.content())) {
        // What speaks of the time at which it is signed keeps the officer's, if that is not past.
        if (officer.timeUs() < lastTimeUs) {
          return Optional.empty();
        }
        timeUs = officer.timeUs();
      }
      statement = sign(agreed, timeUs, officer, from);
      ticket = keep(statement);
    }
    outbox.awaitDurable(ticket);
    return Optional.of(statement);
  }

  /** The time that a statement signed now would have, µs since 1970 UTC. */
  public synchronized long nowUs() {
    return Math.max(lastTimeUs, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
  }

  /** What an officer signs of it, if it is said here. */
  public Officer.Act act(Body body) {
    return new Officer.Act(body.kind().code(), mode, body.content());
  }

  /** The line that it speaks on. */
  public LineId line() {
    return line;
  }

  /** Opens the chain if nothing was said in it yet; on disk when this returns. */
  public void begin() throws IOException {
    FramedFile.Ticket ticket;
    synchronized (this) {
      leaveLostChain();
      if (sequence > 0) {
        return;
      }
      ticket = keep(signBegin());
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
    FramedFile.Ticket ticket;
    synchronized (this) {
      Statement original = outbox.waiting(id).orElse(null);
      if (original == null || !original.header().chain().equals(chain())) {
        return null;
      }
      withdraw = instead(original);
      ticket = outbox.replace(id, withdraw).orElse(null);
      if (ticket == null) {
        return null;
      }
    }
    outbox.awaitDurable(ticket);
    return withdraw;
  }

  /**
   * A statement of this chain was refused its place: nothing can link to it, so that what is said
   * next begins a new chain.
   */
  public synchronized void refused(Statement statement) {
    gap |= statement.header().chain().equals(chain());
  }

  private void beginChain() throws IOException {
    leaveLostChain();
    if (sequence == 0) {
      // The BEGIN and what follows it go to disk together.
      keep(signBegin());
    }
  }

  private Statement signBegin() {
    return sign(begin.get(), nowUs(), null, Standpoint.NONE);
  }

  private void leaveLostChain() {
    if (gap || (newest != null && outbox.isLost(newest))) {
      incarnation = fresh();
      sequence = 0;
      previous = null;
      newest = null;
      gap = false;
    }
  }

  private FramedFile.Ticket keep(Statement statement) throws IOException {
    gap = true;
    FramedFile.Ticket ticket =
        outbox
            .put(statement, newest)
            .orElseThrow(() -> new IOException("the disk failed meanwhile. Say it again."));
    newest = ticket;
    gap = false;
    return ticket;
  }

  /** Signs what is to be said next, at a time that is never before the one before. */
  private Statement sign(Body said, long timeUs, @Nullable Officer officer, Standpoint from) {
    lastTimeUs = timeUs;
    Header header =
        new Header(
            line,
            chain(),
            sequence,
            previous,
            from.basis(),
            from.terms(),
            mode,
            said.kind().code(),
            timeUs);
    Statement statement = Statements.sign(signer, header, said.content(), officer);
    // Never taken back, not even if this is lost: a place is signed once.
    sequence++;
    previous = statement.id();
    return statement;
  }

  /** With the time of what it takes back: what was signed after that would come too early else. */
  private Statement instead(Statement original) {
    ChainBody.Withdraw body = new ChainBody.Withdraw(original.id());
    Header before = original.header();
    return Statements.sign(
        signer,
        new Header(
            line,
            before.chain(),
            before.sequence(),
            before.previous(),
            null,
            null,
            before.mode(),
            body.kind().code(),
            before.timeUs()),
        body.content());
  }

  /** The chain that this speaker signs. */
  public synchronized Chain chain() {
    return new Chain(party, node, incarnation, Lane.ROUTINE);
  }
}
