package hotline.node.record;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.record.merkle.Hash;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogDamage;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import hotline.record.witness.AddCheckpointRequest;
import hotline.record.witness.WitnessState;
import hotline.record.witness.WitnessStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fetches a checkpoint that the host does not bring, because it does not know this node's address
 * or cannot reach it, and makes the witness call in the host's place. Used by one thread.
 */
final class Pull {
  private final PeerTransport transport;
  private final WitnessStore held;
  private final ForkCheck forks;
  private final Consumer<byte[]> witness;

  /** What the host had at the last look; whatever it brings itself takes less than that. */
  private long seen;

  /** Stops at another history than the copy's. */
  interface ForkCheck {
    void look(SignedCheckpoint shown, LogStore own, TileSource source) throws IOException;
  }

  /** {@code witness} takes the call, as from the host. */
  Pull(PeerTransport transport, WitnessStore held, ForkCheck forks, Consumer<byte[]> witness) {
    this.transport = transport;
    this.held = held;
    this.forks = forks;
    this.witness = witness;
  }

  /**
   * Looks at one log of the host; fetches what it had at the look before and has not brought.
   *
   * @return what it shows, if that is signed by it
   */
  Optional<SignedCheckpoint> look(
      String host, PeerEndpoints.Log log, VerifierKey key, LogStore copy) throws IOException {
    PeerLog source = new PeerLog(transport, host, log);
    Optional<SignedCheckpoint> found = source.checkpoint(key).flatMap(Parsed::asOptional);
    if (found.isEmpty()) {
      return found;
    }
    SignedCheckpoint shown = found.get();
    long size = shown.checkpoint().size();
    if (size <= copy.publishedSize()) {
      forks.look(shown, copy, source);
    }
    long own =
        held.load(key.name()).map(WitnessState::checkpoint).map(each -> each.size()).orElse(0L);
    boolean notBrought = own < seen && own < size;
    seen = size;
    if (notBrought) {
      fetch(source, shown, key, own);
    }
    return found;
  }

  private void fetch(PeerLog source, SignedCheckpoint shown, VerifierKey key, long own)
      throws IOException {
    try {
      List<Hash> proof =
          own == 0
              ? List.of()
              : VerifiedLog.open(source, shown.checkpoint())
                  .consistency(own, shown.checkpoint().size());
      Note note = new Note(shown.note().text(), List.of(shown.note().lineOf(key).orElseThrow()));
      witness.accept(new AddCheckpointRequest(own, proof, note).bytes());
    } catch (LogDamage damage) {
      throw new IOException("the host's files do not fit its checkpoint", damage);
    }
  }
}
