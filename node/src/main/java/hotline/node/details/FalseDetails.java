package hotline.node.details;

import hotline.line.accusation.Wrong;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Document;
import hotline.line.notice.Notice;
import hotline.node.record.Enrolments;
import hotline.node.record.Evidence;
import hotline.node.record.Keyring;
import hotline.node.record.LocalRecord;
import hotline.record.cbor.Decoded;
import hotline.record.note.Note;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes accusations of answers that contradict the record. One convicts only beside trees that the
 * accused party has signed itself, so one that comes before them waits. Safe for use by many
 * threads.
 */
final class FalseDetails {
  /** Of so many notices in one run, once of each: one convicts, and who lies can lie for ever. */
  private static final int NOTICES_MAX = 16;

  private final Evidence evidence;
  private final LocalRecord record;
  private final Keyring keys;
  private final Set<NoticeRef> notices = new HashSet<>();
  private final Deque<Lie> waiting = new ArrayDeque<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Lie(String party, Notice notice, byte[] answer) {}

  FalseDetails(Evidence evidence, LocalRecord record, Keyring keys) {
    this.evidence = evidence;
    this.record = record;
    this.keys = keys;
  }

  /** A party's signed answer opens something else than it committed to in this notice. */
  synchronized void found(String party, NoticeRef ref, byte[] answer) {
    record
        .read(state -> state.notices().live(ref.entity()))
        .filter(notice -> notice.version() == ref.version())
        .filter(_ -> notices.size() < NOTICES_MAX && notices.add(ref))
        .ifPresent(notice -> waiting.add(new Lie(party, notice, answer.clone())));
    boolean _ = accuse();
  }

  /** Tries again; whether one still waits for a signature of who is accused. */
  synchronized boolean accuse() {
    evidence.keepAll();
    waiting.removeIf(this::accuse);
    return !waiting.isEmpty();
  }

  private boolean accuse(Lie lie) {
    try {
      long index = lie.notice().index();
      Optional<byte[]> place = proof(record.entries(), index, lie.party());
      Optional<byte[]> result = proof(record.outcomes(), index, lie.party());
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

  /** Under the newest tree here, if the party has signed it and it reaches so far. */
  private Optional<byte[]> proof(LogStore log, long index, String party) throws IOException {
    Note note = log.published().orElse(null);
    long size = log.publishedSize();
    boolean signed =
        party.equals(keys.host())
            || (note != null
                && keys.cosigner(party)
                    .map(VerifierKey::name)
                    .filter(name ->
                        note.signatures().stream().anyMatch(line -> line.name().equals(name)))
                    .isPresent());
    return note == null || !signed || index >= size
        ? Optional.empty()
        : Optional.of(TlogProof.of(index, log.inclusion(index, size), note).bytes());
  }
}
