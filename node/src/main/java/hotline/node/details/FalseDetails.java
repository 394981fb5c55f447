package hotline.node.details;

import hotline.line.accusation.Wrong;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Document;
import hotline.line.notice.Notice;
import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.node.record.Enrolments;
import hotline.node.record.Evidence;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.record.cbor.Decoded;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes accusations of answers that contradict the record. One convicts only beside trees that the
 * accused party has signed itself. Its cosignatures of both logs are at its own copy, and at the
 * host, which asked for them; one that comes before them waits. Safe for use by many threads.
 */
final class FalseDetails {
  /** Of so many notices in one run, once of each: one convicts, and who lies can lie for ever. */
  private static final int NOTICES_MAX = 16;

  private final Evidence evidence;
  private final LocalRecord record;
  private final Keyring keys;
  private final PeerTransport transport;

  /** Guarded by this, as is what waits. */
  private final Set<NoticeRef> notices = new HashSet<>();

  private final Set<Lie> waiting = new LinkedHashSet<>();

  @SuppressWarnings("ArrayRecordComponent") // each is the one that was handed in
  private record Lie(String party, Notice notice, byte[] answer) {}

  /** The newest trees here that a party has signed. */
  private record Signed(Note entries, Note outcomes) {}

  FalseDetails(Evidence evidence, LocalRecord record, Keyring keys, PeerTransport transport) {
    this.evidence = evidence;
    this.record = record;
    this.keys = keys;
    this.transport = transport;
  }

  /** A party's signed answer opens something else than it committed to in this notice. */
  void found(String party, NoticeRef ref, byte[] answer) {
    Optional<Notice> notice =
        record
            .read(state -> state.notices().live(ref.entity()))
            .filter(live -> live.version() == ref.version());
    synchronized (this) {
      if (notice.isPresent() && notices.size() < NOTICES_MAX && notices.add(ref)) {
        waiting.add(new Lie(party, notice.get(), answer.clone()));
      }
    }
    boolean _ = accuseAll(this::here);
  }

  /**
   * Tries again, and asks others' nodes for what the accused have signed.
   *
   * @return whether one still waits for a signature of who is accused
   */
  boolean accuse() {
    evidence.keepAll();
    return accuseAll(party -> here(party).or(() -> elsewhere(party)));
  }

  private boolean accuseAll(Function<String, Optional<Signed>> trees) {
    List<Lie> lies;
    synchronized (this) {
      lies = List.copyOf(waiting);
    }
    Map<String, Optional<Signed>> signed = new HashMap<>();
    for (Lie lie : lies) {
      Optional<Signed> by = signed.computeIfAbsent(lie.party(), trees);
      if (by.isPresent() && accuse(lie, by.get())) {
        synchronized (this) {
          waiting.remove(lie);
        }
      }
    }
    synchronized (this) {
      return !waiting.isEmpty();
    }
  }

  private boolean accuse(Lie lie, Signed trees) {
    try {
      long index = lie.notice().index();
      Optional<byte[]> place = proof(record.entries(), index, trees.entries());
      Optional<byte[]> result = proof(record.outcomes(), index, trees.outcomes());
      if (place.isEmpty() || result.isEmpty()) {
        return false;
      }
      Map<String, byte[]> parts = new TreeMap<>();
      parts.put("answer", lie.answer());
      parts.put("notice", record.entries().entry(index));
      parts.put("notice-proof", place.get());
      parts.put("outcome", record.outcomes().entry(index));
      parts.put("outcome-proof", result.get());
      if (Document.parse(lie.answer()) instanceof Decoded.Value<Document>(Document document)) {
        Enrolments.addTo(parts, record, lie.party(), document.keyId());
      }
      String _ = evidence.keep(Wrong.FALSE_DETAILS, lie.party(), parts, Map.of());
      return true;
    } catch (IOException unread) {
      return false;
    }
  }

  private static Optional<byte[]> proof(LogStore log, long index, Note note) throws IOException {
    long size = Checkpoint.of(note).size();
    return index >= size
        ? Optional.empty()
        : Optional.of(TlogProof.of(index, log.inclusion(index, size), note).bytes());
  }

  /** As this node's own copy has them. */
  private Optional<Signed> here(String party) {
    return both(
        party,
        log ->
            store(log)
                .published()
                .flatMap(note -> SignedCheckpoint.open(note, key(log)).asOptional()));
  }

  /** As the party's own node shows them, or else the host's. */
  private Optional<Signed> elsewhere(String party) {
    return both(party, log -> shown(party, log, party).or(() -> shown(keys.host(), log, party)));
  }

  private Optional<Signed> both(String party, Function<Log, Optional<SignedCheckpoint>> source) {
    Optional<Note> entries = source.apply(Log.RECORD).flatMap(each -> signed(each, party));
    Optional<Note> outcomes = source.apply(Log.OUTCOMES).flatMap(each -> signed(each, party));
    return entries.isEmpty() || outcomes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signed(entries.get(), outcomes.get()));
  }

  /** What a node shows of a log, if it is of this copy's history and signed by the accused. */
  private Optional<SignedCheckpoint> shown(String at, Log log, String accused) {
    try {
      Optional<SignedCheckpoint> found =
          new PeerLog(transport, at, log).checkpoint(key(log)).flatMap(Parsed::asOptional);
      if (found.flatMap(each -> signed(each, accused)).isEmpty()) {
        return Optional.empty();
      }
      Checkpoint checkpoint = found.orElseThrow().checkpoint();
      LogStore own = store(log);
      return checkpoint.size() <= own.publishedSize()
              && own.rootAt(checkpoint.size()).equals(checkpoint.root())
          ? found
          : Optional.empty();
    } catch (IOException later) {
      return Optional.empty();
    }
  }

  /** The note, if the party has signed it: as the host, or as a cosigner. */
  private Optional<Note> signed(SignedCheckpoint tree, String party) {
    boolean signed =
        party.equals(keys.host())
            || keys.cosigner(party)
                .flatMap(key -> tree.cosignatures(List.of(key)).asOptional())
                .filter(lines -> !lines.isEmpty())
                .isPresent();
    return Optional.of(tree.note()).filter(_ -> signed);
  }

  private LogStore store(Log log) {
    return log == Log.RECORD ? record.entries() : record.outcomes();
  }

  private VerifierKey key(Log log) {
    return log == Log.RECORD ? keys.log() : keys.outcomes();
  }
}
