package hotline.record.witness;

import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.NoteSigner;
import hotline.record.note.Parsed;
import hotline.record.note.VerifierKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Cosigns a checkpoint if, and only if, it continues the last one it cosigned of the same log (C2SP
 * tlog-witness, main of 2026-07-22, read strictly).
 *
 * <p>One call at a time: comparing, storing and answering are one step. The cosignature is made
 * first, kept with the state, and leaves only after the store says that both are durable.
 */
public final class Witness {
  /** The logs a witness knows. A log may have several keys in turn, one for each epoch. */
  @FunctionalInterface
  public interface KnownLogs {
    /** The keys that may sign checkpoints of this origin; empty for an unknown log. */
    List<VerifierKey> keysOf(String origin);
  }

  private final NoteSigner signer;
  private final KnownLogs logs;
  private final WitnessStore store;

  /** Cosigns with {@code signer}, a key of type 04 that is used for nothing else. */
  public Witness(NoteSigner signer, KnownLogs logs, WitnessStore store) {
    if (signer.verifierKey().type() != VerifierKey.Type.COSIGNATURE) {
      throw new IllegalArgumentException("a witness signs with a cosigner's key");
    }
    this.signer = signer;
    this.logs = logs;
    this.store = store;
  }

  /** The key that others check its cosignatures with. */
  public VerifierKey verifierKey() {
    return signer.verifierKey();
  }

  /**
   * Answers one {@code add-checkpoint}.
   *
   * @param body the request's body, at most {@link AddCheckpointRequest#BYTES_MAX} bytes of it
   * @param unixSeconds the witness's clock
   * @throws IOException if its own state cannot be read or made durable: no cosignature has left,
   *     and the same request may be made again
   */
  public synchronized WitnessReply addCheckpoint(byte[] body, long unixSeconds) throws IOException {
    return switch (AddCheckpointRequest.parse(body)) {
      case Parsed.Refused<AddCheckpointRequest> refused ->
          WitnessReply.refused(400, refused.sentence());
      case Parsed.Good<AddCheckpointRequest> good -> recognise(good.value(), unixSeconds);
    };
  }

  /** The state of an origin: what the reading side serves. */
  public synchronized Optional<WitnessState> state(String origin) throws IOException {
    return store.load(origin);
  }

  /** Is it a checkpoint of a log we know, signed by it? */
  private WitnessReply recognise(AddCheckpointRequest request, long unixSeconds)
      throws IOException {
    Note note = request.note();
    Parsed<Checkpoint> checkpoint = Checkpoint.parse(note.text());
    if (checkpoint instanceof Parsed.Refused<Checkpoint> refused
        && !refused.code().equals(Checkpoint.EMPTY_ROOT)) {
      return WitnessReply.refused(400, refused.sentence());
    }
    String origin = note.text().substring(0, note.text().indexOf('\n'));
    List<VerifierKey> keys = logs.keysOf(origin);
    if (keys.isEmpty()) {
      return WitnessReply.refused(404, "this witness does not know the log");
    }
    Parsed<List<VerifierKey>> signers = note.verify(keys);
    return switch (signers) {
      case Parsed.Refused<List<VerifierKey>> refused ->
          WitnessReply.refused(403, refused.sentence());
      case Parsed.Good<List<VerifierKey>> good ->
          switch (checkpoint) {
            case Parsed.Refused<Checkpoint> emptyRoot ->
                WitnessReply.refused(422, emptyRoot.sentence());
            case Parsed.Good<Checkpoint> read ->
                compare(request, read.value(), signed(note, good.value()), unixSeconds);
          };
    };
  }

  /** The note with the log's own lines only: what strangers added is not kept. */
  private static Note signed(Note note, List<VerifierKey> signers) {
    return new Note(
        note.text(),
        note.signatures().stream()
            .filter(line -> signers.stream().anyMatch(key -> key.signed(line)))
            .toList());
  }

  /** Does it continue what we hold? */
  private WitnessReply compare(
      AddCheckpointRequest request, Checkpoint next, Note signed, long unixSeconds)
      throws IOException {
    if (request.oldSize() > next.size()) {
      return WitnessReply.refused(400, "the old size is larger than the checkpoint's");
    }
    Optional<WitnessState> held = store.load(next.origin());
    long heldSize = held.map(state -> state.checkpoint().size()).orElse(0L);
    if (request.oldSize() != heldSize) {
      return WitnessReply.conflict(heldSize);
    }
    Hash heldRoot = held.map(state -> state.checkpoint().root()).orElse(Merkle.EMPTY_ROOT);
    if (!MerkleProofs.verifyConsistency(
        heldSize, heldRoot, next.size(), next.root(), request.proof())) {
      return WitnessReply.refused(422, "the checkpoint is not shown to continue the one held");
    }
    return cosign(next, signed, heldSize, unixSeconds);
  }

  private WitnessReply cosign(Checkpoint next, Note signed, long heldSize, long unixSeconds)
      throws IOException {
    NoteSignature line = signer.cosign(signed.text(), unixSeconds);
    WitnessState state = new WitnessState(next, signed.with(line));
    if (!store.replace(next.origin(), heldSize, state)) {
      long now = store.load(next.origin()).map(other -> other.checkpoint().size()).orElse(0L);
      return WitnessReply.conflict(now);
    }
    return WitnessReply.cosigned(line);
  }
}
