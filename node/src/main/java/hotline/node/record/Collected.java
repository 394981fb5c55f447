package hotline.node.record;

import hotline.node.peer.PeerEndpoints;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.tiles.LogException;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cosignatures that a host has of the others, and what they confirm. Safe for many threads. */
final class Collected {
  /** What a question of another machine of the group begins with, for a note with a receipt. */
  static final String CONFIRMED = "confirmed/";

  private final LocalRecord record;
  private final Keyring keys;
  private final Confirmations confirmations;
  private final InstantSource clock;

  /** The largest size that each party has cosigned, by log. Guarded by this. */
  private final Map<PeerEndpoints.Log, Map<String, Long>> cosigned = new HashMap<>();

  /** The largest size of the record that each witness has cosigned. Guarded by this. */
  private final Map<String, Long> witnessed = new HashMap<>();

  /** The newest checkpoint of each log with all the cosignatures of a receipt. Guarded by this. */
  private final Map<PeerEndpoints.Log, Note> confirmedNotes = new HashMap<>();

  Collected(LocalRecord record, Keyring keys, Confirmations confirmations, InstantSource clock) {
    this.record = record;
    this.keys = keys;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /** The party has cosigned this checkpoint with this line, checked. */
  synchronized void cosigned(String party, PeerEndpoints.Log log, Note note, NoteSignature line) {
    long size = Checkpoint.of(note).size();
    if (keys.counts(party)) {
      cosigned.computeIfAbsent(log, _ -> new HashMap<>()).merge(party, size, Math::max);
    } else if (!keys.isParty(party) && log == PeerEndpoints.Log.RECORD) {
      witnessed.merge(party, size, Math::max);
    }
    LogStore store = log == PeerEndpoints.Log.RECORD ? record.entries() : record.outcomes();
    attach(store, note, line)
        .ifPresent(whole -> {
          if (keys.counted(whole) >= keys.cosignersNeeded()) {
            confirmedNotes.put(log, whole);
          }
        });
    confirmations.confirm(
        Math.min(agreed(PeerEndpoints.Log.RECORD), agreed(PeerEndpoints.Log.OUTCOMES)),
        clock.instant());
  }

  /** Shows the cosignature beside the checkpoint, if that is still the newest. */
  private static Optional<Note> attach(LogStore store, Note note, NoteSignature line) {
    Note now = store.published().orElse(note);
    if (!now.text().equals(note.text())) {
      return Optional.of(note.with(line));
    }
    if (now.signatures().stream().anyMatch(has -> has.name().equals(line.name()))) {
      return Optional.of(now);
    }
    try {
      store.publish(now.with(line).bytes());
    } catch (LogException _) {
      // A newer one was published meanwhile.
    } catch (IOException failed) {
      return Optional.empty();
    }
    return Optional.of(now.with(line));
  }

  /** The largest size that enough parties have cosigned. */
  private long agreed(PeerEndpoints.Log log) {
    List<Long> sizes =
        cosigned.getOrDefault(log, Map.of()).values().stream().sorted().toList().reversed();
    int needed = keys.cosignersNeeded();
    return sizes.size() < needed ? 0 : sizes.get(needed - 1);
  }

  /** The largest size of the record that a witness has cosigned since this node started. */
  synchronized Optional<Long> witnessed(String witness) {
    return Optional.ofNullable(witnessed.get(witness));
  }

  /** The newest checkpoint of a log with all the cosignatures of a receipt. */
  synchronized Optional<Note> confirmedNote(PeerEndpoints.Log log) {
    return Optional.ofNullable(confirmedNotes.get(log));
  }

  /** What another machine of the group is told of it. */
  Optional<byte[]> tell(String question) {
    for (PeerEndpoints.Log log : PeerEndpoints.Log.values()) {
      if (question.equals(question(log))) {
        return confirmedNote(log).map(Note::bytes);
      }
    }
    return Optional.empty();
  }

  /** What another machine of the group asks for it. */
  static String question(PeerEndpoints.Log log) {
    return CONFIRMED + log.name().toLowerCase(Locale.ROOT);
  }
}
