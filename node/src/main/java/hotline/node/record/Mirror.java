package hotline.node.record;

import hotline.line.Verified;
import hotline.line.accusation.Wrong;
import hotline.line.key.Revocation;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.record.merkle.Hash;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.proof.TlogProof;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Chain;
import hotline.record.statement.RoutineHead;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings this party's copy to a checkpoint of the host, entry by entry, each checked. One thread at
 * a time. An entry that should never have been sequenced, or outcomes that these rules do not give,
 * stop it for good: the evidence is kept, and a person decides.
 */
final class Mirror {
  private static final int BATCH = 256;

  /** How long the outcomes' checkpoint may wait for the entries'. */
  private static final Duration FOLLOW_WITHIN = Duration.ofSeconds(1);

  private final LocalRecord record;
  private final Keyring keys;
  private final PeerTransport transport;
  private final Troubles troubles;
  private final Pace pace;
  private final Evidence evidence;
  private final Promises promises;
  private final Forks forks;

  private volatile @Nullable String stopped;

  /** The host did something provably wrong, or this copy cannot follow. */
  static final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
      super(sentence);
    }
  }

  Mirror(
      LocalRecord record,
      Keyring keys,
      PeerTransport transport,
      Troubles troubles,
      Pace pace,
      Evidence evidence,
      Promises promises) {
    this.promises = promises;
    this.forks = new Forks(evidence);
    this.record = record;
    this.keys = keys;
    this.transport = transport;
    this.troubles = troubles;
    this.pace = pace;
    this.evidence = evidence;
  }

  /** Why it stopped for good; empty while it follows. */
  Optional<String> stopped() {
    return Optional.ofNullable(stopped);
  }

  /**
   * Applies what the checkpoint adds; durable, but not published, when this returns.
   *
   * @throws Refusal if it must not be followed
   * @throws IOException if the host or the disk did not do; try again
   */
  synchronized void follow(Checkpoint checkpoint, Note note) throws IOException {
    refuseIfStopped();
    record.mend();
    if (record.size() > checkpoint.size()) {
      // Applied on a larger checkpoint that was not cosigned in the end: it was as good as this.
      requireRoot(checkpoint);
      return;
    }
    try {
      VerifiedLog log =
          VerifiedLog.open(
              new PeerLog(transport, keys.host(), PeerEndpoints.Log.RECORD), checkpoint);
      while (record.size() < checkpoint.size()) {
        for (List<byte[]> batch = log.entries(record.size(), BATCH);
            !batch.isEmpty();
            batch = List.of()) {
          applyAll(batch, note, log);
        }
      }
      requireRoot(checkpoint);
    } catch (LogDamage damage) {
      throw new IOException("the host's files do not fit its checkpoint: " + damage.getMessage());
    } catch (UncheckedIOException disk) {
      throw new IOException("this node's own record: " + disk.getMessage(), disk);
    }
    long _ = record.entries().sync();
    long _ = record.outcomes().sync();
    record.flush();
    promises.hold(keys.host(), checkpoint, note, record.entries());
  }

  /** Signatures are checked side by side, then the entries are applied in order. */
  private void applyAll(List<byte[]> batch, Note note, VerifiedLog log) throws IOException {
    List<Optional<Checked>> known =
        IntStream.range(0, batch.size()).parallel().mapToObj(i -> verify(batch.get(i))).toList();
    for (int i = 0; i < batch.size(); i++) {
      long index = record.size();
      Applied applied = record.apply(batch.get(i), known.get(i).orElse(null));
      switch (applied) {
        case Applied.Recorded _ -> {}
        case Applied.Duplicate(long first) ->
            throw forged(index, log, note, "it stands at " + first + " already");
        case Applied.Refused(String code, String sentence) ->
            throw forged(index, log, note, code + ": " + sentence);
      }
    }
  }

  private Optional<Checked> verify(byte[] entry) {
    if (!(Statements.parse(entry) instanceof Statement statement)) {
      return Optional.empty();
    }
    Optional<PublicKey> key = keys.key(statement).filter(statement::signedBy);
    return key.map(signer -> new Checked(statement, new Verified(statement.id(), signer)));
  }

  private void requireRoot(Checkpoint checkpoint) throws IOException {
    if (!record.entries().rootAt(checkpoint.size()).equals(checkpoint.root())) {
      record.takeBack();
      throw new IOException("the entries do not give the checkpoint's root; read again");
    }
  }

  private Refusal forged(long index, VerifiedLog log, Note note, String why) throws IOException {
    byte[] entry = log.entry(index);
    byte[] proof = proof(index, log, note);
    String name = "entry-" + index;
    Map<String, byte[]> parts = new TreeMap<>(Map.of("entry", entry, "proof", proof));
    OptionalLong before = before(entry);
    if (!addRevocation(parts, entry, log, note) && before.isPresent()) {
      parts.put("before", log.entry(before.getAsLong()));
      parts.put("before-proof", proof(before.getAsLong(), log, note));
    }
    byte[] text = (name + ": " + why + "\n").getBytes(StandardCharsets.UTF_8);
    String kept =
        evidence.keep(
            Wrong.FORGED_ENTRY,
            keys.host(),
            parts,
            Map.of(name, entry, name + ".tlog-proof", proof, "why.txt", text));
    Refusal refusal =
        stop(
            "forged-entry",
            "The host "
                + keys.host()
                + " has put an entry into the record that should never have been sequenced (entry "
                + index
                + "; "
                + why
                + "). This node no longer follows it and cosigns nothing. Call the other post. The"
                + " evidence is in "
                + kept
                + ".");
    record.takeBack();
    return refusal;
  }

  /** What shows that the key of an entry had been revoked, as far as the host has signed that. */
  private boolean addRevocation(Map<String, byte[]> parts, byte[] entry, VerifiedLog log, Note note)
      throws IOException {
    Optional<Revocation> gone =
        Statements.parse(entry) instanceof Statement statement
            ? record.read(state ->
                state.keys().revoked(statement.header().chain().party(), statement.keyId()))
            : Optional.empty();
    Optional<Note> outcomes = record.outcomes().published();
    long size = record.outcomes().publishedSize();
    if (gone.isEmpty() || outcomes.isEmpty() || gone.get().index() >= size) {
      return false;
    }
    long index = gone.get().index();
    List<Hash> path = record.outcomes().inclusion(index, size);
    parts.put("revocation", log.entry(index));
    parts.put("revocation-proof", proof(index, log, note));
    parts.put("outcome", record.outcomes().entry(index));
    parts.put("outcome-proof", TlogProof.of(index, path, outcomes.get()).bytes());
    return true;
  }

  private static byte[] proof(long index, VerifiedLog log, Note note) throws IOException {
    return TlogProof.of(index, log.inclusion(index, log.size()), note).bytes();
  }

  /** What an entry out of its chain contradicts: itself, or the last one of that chain. */
  private OptionalLong before(byte[] entry) {
    if (!(Statements.parse(entry) instanceof Statement statement)) {
      return OptionalLong.empty();
    }
    Chain chain = statement.header().chain();
    OptionalLong same = record.indexOf(statement.id());
    boolean signed = keys.key(statement).filter(statement::signedBy).isPresent();
    if (same.isPresent() || !signed) {
      return same;
    }
    return record
        .read(state -> state.heads().routine(chain).map(RoutineHead::id))
        .map(record::indexOf)
        .orElse(OptionalLong.empty());
  }

  /**
   * Whether the outcomes that this node computed have this checkpoint's root.
   *
   * @throws Refusal if they do not
   * @throws IOException if the entries have not come that far
   */
  void agree(Checkpoint checkpoint, Note note) throws IOException {
    refuseIfStopped();
    awaitSize(checkpoint.size());
    Hash own = record.outcomesRoot(checkpoint.size());
    if (!own.equals(checkpoint.root())) {
      String text = "outcomes of " + checkpoint.size() + " entries: computed " + own.hex() + "\n";
      String kept =
          evidence.keep(
              Wrong.WRONG_OUTCOMES,
              keys.host(),
              Map.of("shown", note.bytes()),
              Map.of("checkpoint", note.bytes(), "why.txt", text.getBytes(StandardCharsets.UTF_8)));
      throw stop(
          "outcome-root",
          "The host "
              + keys.host()
              + " and this node disagree on what the entries mean (outcomes of "
              + checkpoint.size()
              + " entries). This node cosigns nothing more. Compare program versions by voice. The"
              + " evidence is in "
              + kept
              + ".");
    }
    long _ = record.outcomes().sync();
  }

  private void awaitSize(long size) throws IOException {
    long deadlineNs = pace.nanoTime() + pace.patience(FOLLOW_WITHIN).toNanos();
    while (record.size() < size) {
      if (pace.nanoTime() >= deadlineNs) {
        throw new IOException("the entries have not come that far; ask again");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void refuseIfStopped() throws Refusal {
    String why = stopped;
    if (why != null) {
      throw new Refusal(why);
    }
  }

  /**
   * Stops for good if the host has signed another history than this copy's.
   *
   * @param own the copy of the log that the checkpoint is of
   * @param source where the tiles of that checkpoint are to be had; believed in nothing
   */
  void refuseFork(SignedCheckpoint shown, LogStore own, TileSource source) throws IOException {
    refuseIfStopped();
    String where = forks.compare(shown, own, source, keys.host()).orElse(null);
    if (where != null) {
      throw stop(
          "two-histories",
          "The host "
              + keys.host()
              + " has signed two histories: the one of "
              + shown.checkpoint().size()
              + " entries that is shown now is not the one it showed before. This node no longer"
              + " follows it and cosigns nothing. Call the other post. The evidence is in "
              + where
              + ".");
    }
  }

  /** What stopped it before the last start stops it still: only a person decides otherwise. */
  void stopAgain(Path evidence) {
    Refusal _ =
        stop(
            "evidence-stands",
            "There is evidence that the host "
                + keys.host()
                + " did wrong, from before this start: "
                + evidence
                + ". This node does not follow it and cosigns nothing. Call the other post. When it"
                + " is settled, move that folder elsewhere and start the node again.");
  }

  private Refusal stop(String code, String sentence) {
    stopped = sentence;
    troubles.raise(code, sentence);
    return new Refusal(sentence);
  }
}
