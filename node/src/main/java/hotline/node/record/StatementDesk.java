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
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import hotline.record.statement.Malformed;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Where statements are handed in at the host. Checks each signature in the caller's thread, so that
 * what reaches the sequencer is signed; the decision falls in order. Safe for use by many threads.
 */
public final class StatementDesk implements Submitter {
  private final LineId line;
  private final LocalRecord record;
  private final Keyring keys;
  private final Sequencer sequencer;
  private final String party;
  private final String node;
  private final Signer log;

  /** Hands in to {@code sequencer}; promises are signed with {@code log}. */
  public StatementDesk(
      LineId line,
      LocalRecord record,
      Keyring keys,
      Sequencer sequencer,
      String party,
      String node,
      Signer log) {
    this.line = line;
    this.record = record;
    this.keys = keys;
    this.sequencer = sequencer;
    this.party = party;
    this.node = node;
    this.log = log;
  }

  /**
   * Hands in one statement. The answer comes when it is durable, or refused.
   *
   * @return fails with {@link NotOrdered} if neither is known
   */
  public CompletableFuture<Answer> handIn(byte[] bytes) {
    return switch (Statements.parse(bytes)) {
      case Malformed(String code, String sentence) -> refused(code, sentence);
      case Statement statement -> handIn(statement);
    };
  }

  /** Hands in what was read already. */
  public CompletableFuture<Answer> handIn(Statement statement) {
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
    if (key.isEmpty()) {
      return refused(
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
        .thenApply(answer ->
            switch (RecordMachine.answer(answer)) {
              case RecordMachine.Answer.Placed(long index) -> new Answer.Placed(index);
              case RecordMachine.Answer.Refused(String code, String sentence) ->
                  new Answer.Refused(code, sentence);
            });
  }

  private boolean isEntry(long index, byte[] bytes) {
    try {
      return record.entries().leafHash(index).equals(Merkle.leaf(bytes));
    } catch (IOException unread) {
      return false;
    }
  }

  private static CompletableFuture<Answer> placed(long index) {
    return CompletableFuture.completedFuture(new Answer.Placed(index));
  }

  private static CompletableFuture<Answer> refused(String code, String sentence) {
    return CompletableFuture.completedFuture(new Answer.Refused(code, sentence));
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

  /**
   * The host's signed word for an entry of the record: the same bytes whenever it is asked for. It
   * names the leaf that the record has, never one made of what was handed in: a statement can come
   * again with another signature, and a promise of that would convict the host.
   *
   * @param to the party whose statement it is
   * @throws IOException if the record cannot be read
   */
  public byte[] promise(String to, long index) throws IOException {
    Promise promise =
        new Promise(
            keys.epoch(),
            index,
            record.entries().leafHash(index),
            Times.micros(record.receivedAt(index).orElse(Instant.EPOCH)));
    byte[] nonce = Arrays.copyOf(Merkle.plain(promise.content().encode()).bytes(), Nonce.LENGTH);
    Document.Header header =
        new Document.Header(
            line, party, node, to, DocumentType.PROMISE, Nonce.of(nonce), promise.hostTimeUs());
    return Document.sign(log, header, promise.content()).bytes();
  }
}
