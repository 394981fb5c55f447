package hotline.node.record;

import hotline.line.Verified;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Nonce;
import hotline.line.disclosure.Promise;
import hotline.node.Times;
import hotline.node.order.NotOrdered;
import hotline.node.order.Sequencer;
import hotline.node.outbox.Submitter;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import hotline.record.statement.Malformed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Where statements are handed in at the host. Checks each signature in the caller's thread, so that
 * what reaches the sequencer is signed; the decision falls in order. Safe for use by many threads.
 */
public final class StatementDesk implements Submitter {
  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(2);

  private final LineId line;
  private final LocalRecord record;
  private final Keyring keys;
  private final Sequencer sequencer;
  private final String party;
  private final String node;
  private final Signer log;
  private final InstantSource clock;

  /** Hands in to {@code sequencer}; promises are signed with {@code log}. */
  public StatementDesk(
      LocalRecord record,
      Keyring keys,
      Sequencer sequencer,
      String party,
      String node,
      Signer log,
      InstantSource clock) {
    this.line = record.line();
    this.record = record;
    this.keys = keys;
    this.sequencer = sequencer;
    this.party = party;
    this.node = node;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Hands in one statement. The answer comes when it is durable, or refused.
   *
   * @return fails with {@link NotOrdered} if neither is known
   */
  public CompletableFuture<Answer> handIn(byte[] bytes) {
    return switch (Statements.parse(bytes)) {
      case Malformed(String code, String sentence) ->
          CompletableFuture.completedFuture(new Answer.Refused(code, sentence));
      case Statement statement -> handIn(statement);
    };
  }

  /** Hands in what was read already. */
  public CompletableFuture<Answer> handIn(Statement statement) {
    return order(statement).thenApply(StatementDesk::plain);
  }

  private static Answer plain(RecordMachine.Answer answer) {
    return switch (answer) {
      case RecordMachine.Answer.Placed(long index, Optional<Hash> _) -> new Answer.Placed(index);
      case RecordMachine.Answer.Refused(String code, String sentence) ->
          new Answer.Refused(code, sentence);
    };
  }

  /** The same, and what stands at the place that it was given, if it was given one now. */
  public CompletableFuture<RecordMachine.Answer> order(Statement statement) {
    byte[] bytes = statement.bytes();
    // The very bytes that are recorded need no key any more: it may have been replaced since.
    OptionalLong before = record.indexOf(statement.id());
    if (before.isPresent() && isEntry(before.getAsLong(), bytes)) {
      return placed(before.getAsLong());
    }
    if (!statement.header().line().equals(line)) {
      return refused("wrong-line", "This statement is of another line.");
    }
    Optional<PublicKey> key = keys.key(statement);
    if (key.isEmpty() && !sequencer.isLeading()) {
      return CompletableFuture.failedFuture(
          new NotOrdered(
              NotOrdered.Why.UNKNOWN,
              "This machine of the host may not have come as far as the key. Ask the one that leads.",
              null));
    }
    if (key.isEmpty()) {
      return keys.isRevoked(statement.header().chain().party(), statement.keyId())
          ? refused("key-revoked", "Its party has revoked the key that it names.")
          : refused(
              "unknown-key", "No key in force for this party and node has the name it gives.");
    }
    if (!statement.signedBy(key.get())) {
      return refused("bad-signature", "The signature does not hold.");
    }
    if (before.isPresent()) {
      return placed(before.getAsLong());
    }
    return sequencer
        .submit(bytes, new Checked(statement, new Verified(statement.id(), key.get())))
        .thenApply(RecordMachine::answer);
  }

  private boolean isEntry(long index, byte[] bytes) {
    try {
      return record.entries().leafHash(index).equals(Merkle.leaf(bytes));
    } catch (IOException unread) {
      return false;
    }
  }

  private static CompletableFuture<RecordMachine.Answer> placed(long index) {
    return CompletableFuture.completedFuture(
        new RecordMachine.Answer.Placed(index, Optional.empty()));
  }

  private static CompletableFuture<RecordMachine.Answer> refused(String code, String sentence) {
    return CompletableFuture.completedFuture(new RecordMachine.Answer.Refused(code, sentence));
  }

  @Override
  public Answer submit(byte[] statement) throws IOException {
    try {
      return handIn(statement).join();
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException(cause.getMessage(), cause);
    }
  }

  /** Where another machine of the group gave the place, this one may have to follow first. */
  private Hash leaf(long index) throws IOException {
    long deadlineNs = System.nanoTime() + APPLIED_WITHIN.toNanos();
    while (record.size() <= index) {
      if (System.nanoTime() - deadlineNs > 0) {
        throw new IOException("this machine has not come that far; send it again");
      }
      LockSupport.parkNanos(1_000_000);
    }
    return record.entries().leafHash(index);
  }

  /**
   * The host's signed word for an entry of the record: at one machine, the same bytes whenever it
   * is asked for. It names the leaf that the record has, never one made of what was handed in: a
   * statement can come again with another signature, and a promise of that would convict the host.
   *
   * @param to the party whose statement it is
   * @param known the leaf, if the machine that gave the place has told it
   * @throws IOException if the record cannot be read
   */
  public byte[] promise(String to, long index, Optional<Hash> known) throws IOException {
    Hash leaf = known.isPresent() ? known.get() : leaf(index);
    Instant missing = record.size() > index ? Instant.EPOCH : clock.instant();
    Promise promise =
        new Promise(
            keys.epoch(), index, leaf, Times.micros(record.receivedAt(index).orElse(missing)));
    byte[] nonce = Arrays.copyOf(Merkle.plain(promise.content().encode()).bytes(), Nonce.LENGTH);
    Document.Header header =
        new Document.Header(
            line, party, node, to, DocumentType.PROMISE, Nonce.of(nonce), promise.hostTimeUs());
    return Document.sign(log, header, promise.content()).bytes();
  }
}
