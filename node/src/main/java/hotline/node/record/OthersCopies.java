package hotline.node.record;

import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.Optional;

/**
 * Holds what the other parties' copies show under this host's signature against what it has itself.
 * Only its own signature convinces: a party that merely claims to hold more could stop it at will.
 */
final class OthersCopies {
  private final LocalRecord record;
  private final Keyring keys;
  private final PeerTransport transport;

  /** What a copy shows. */
  sealed interface Finding {
    /** All that it has of this host's, the host has. */
    record Known() implements Finding {}

    /**
     * This host has signed what it does not have.
     *
     * @param size how many entries of {@code log} it has signed
     * @param own how many it has
     * @param another whether it has other ones in their place
     */
    record Lost(Log log, long size, long own, boolean another) implements Finding {}
  }

  OthersCopies(LocalRecord record, Keyring keys, PeerTransport transport) {
    this.record = record;
    this.keys = keys;
    this.transport = transport;
  }

  /**
   * Looks at both logs of one party's copy.
   *
   * @return empty if what it shows is not signed by this host: then it says nothing
   * @throws IOException if it cannot be reached, or this node's own copy cannot be read
   */
  Optional<Finding> look(String party) throws IOException {
    Optional<Finding> entries = look(party, Log.RECORD, record.entries(), keys.log());
    return entries.isPresent() && entries.get() instanceof Finding.Known
        ? look(party, Log.OUTCOMES, record.outcomes(), keys.outcomes())
        : entries;
  }

  private Optional<Finding> look(String party, Log log, LogStore own, VerifierKey key)
      throws IOException {
    Optional<Parsed<SignedCheckpoint>> shown = new PeerLog(transport, party, log).checkpoint(key);
    if (shown.isEmpty()) {
      return Optional.of(new Finding.Known());
    }
    if (!(shown.get() instanceof Parsed.Good<SignedCheckpoint>(SignedCheckpoint signed))) {
      return Optional.empty();
    }
    long size = signed.checkpoint().size();
    long has = own.publishedSize();
    if (size > has) {
      return Optional.of(new Finding.Lost(log, size, has, false));
    }
    boolean same = own.rootAt(size).equals(signed.checkpoint().root());
    return Optional.of(same ? new Finding.Known() : new Finding.Lost(log, size, has, true));
  }
}
