package hotline.node.record;

import hotline.node.Troubles;
import hotline.node.order.RatisSequencer;
import hotline.node.order.Sequencer;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.NoteSigner;
import hotline.record.tiles.LogException;
import hotline.record.tiles.LogStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host's side of the record: the sequencer, the writer of checkpoints, and the cosignatures of
 * the others.
 */
public final class Host implements Closeable, Cosigning.Sink {
  private final LocalRecord record;
  private final Keyring keys;
  private final Troubles troubles;
  private final InstantSource clock;
  private final Confirmations confirmations;
  private final Runnable changed;
  private final RatisSequencer sequencer;
  private final Publisher publisher;
  private final List<Cosigning> cosigners = new ArrayList<>();

  /** The largest size that each party has cosigned, by log. Guarded by this. */
  private final Map<PeerEndpoints.Log, Map<String, Long>> cosigned = new HashMap<>();

  /** The newest checkpoint of each log with all the cosignatures of a receipt. Guarded by this. */
  private final Map<PeerEndpoints.Log, Note> confirmedNotes = new HashMap<>();

  /** What a host needs. */
  public record Parts(
      Path data,
      LocalRecord record,
      Keyring keys,
      NoteSigner log,
      NoteSigner outcomes,
      PeerTransport transport,
      Troubles troubles,
      InstantSource clock,
      Confirmations confirmations,
      Runnable changed) {}

  /**
   * Not started.
   *
   * @param others whose cosignatures are asked for: the other parties, and who may be a witness of
   *     the terms
   */
  public Host(Parts parts, List<String> others) {
    this.record = parts.record();
    this.keys = parts.keys();
    this.troubles = parts.troubles();
    this.clock = parts.clock();
    this.confirmations = parts.confirmations();
    this.changed = parts.changed();
    RecordMachine machine = new RecordMachine(record, this::failed);
    this.sequencer = RatisSequencer.of(parts.data().resolve("order"), machine);
    this.publisher =
        new Publisher(
            record,
            machine,
            parts.log(),
            parts.outcomes(),
            parts.troubles(),
            (_, _) -> published());
    for (String party : others) {
      cosigners.add(new Cosigning(party, record, () -> keys, parts.transport(), this, troubles));
    }
    record.onRecorded(_ -> publisher.grown());
  }

  /**
   * Starts the sequencer and brings the record to where it was.
   *
   * @throws IOException if what is on disk does not fit together; says what to do
   */
  public void start() throws IOException {
    try {
      sequencer.start();
    } catch (IOException | RuntimeException failed) {
      throw new IOException("The sequencer does not start: " + rootCause(failed), failed);
    }
    long promised = record.entries().publishedSize();
    if (record.size() < promised) {
      sequencer.stop();
      throw new IOException(
          "The sequencer's log in order/ ends at entry "
              + record.size()
              + ", but "
              + promised
              + " entries are published in record/. order/ was lost or comes from an older backup:"
              + " restore order/, record/ and outcomes/ from one and the same backup.");
    }
    keys.checkPublished();
    publisher.start();
    cosigners.forEach(Cosigning::start);
  }

  private static String rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** Where statements are handed in. */
  public Sequencer sequencer() {
    return sequencer;
  }

  private void failed(Throwable cause) {
    troubles.raise(
        "sequencer-failed",
        "The sequencer cannot go on ("
            + rootCause(cause)
            + "). What was answered is safe. Free space or replace the disk, then start it again.");
  }

  /** Starts the sequencer again after {@link #stopSequencer} or a failure. */
  public void startSequencer() throws IOException {
    sequencer.stop();
    record.mend();
    sequencer.start();
    troubles.over("sequencer-failed");
    changed.run();
  }

  /** Stops taking statements; the node goes on. */
  public void stopSequencer() throws IOException {
    sequencer.stop();
    changed.run();
  }

  private void published() {
    cosigners.forEach(Cosigning::wake);
    changed.run();
  }

  @Override
  public void cosigned(String party, PeerEndpoints.Log log, Note note, NoteSignature line) {
    long size = Checkpoint.of(note).size();
    synchronized (this) {
      if (keys.isParty(party)) {
        cosigned.computeIfAbsent(log, _ -> new HashMap<>()).merge(party, size, Math::max);
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
    changed.run();
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

  /** The newest checkpoint of a log with all the cosignatures of a receipt. */
  public synchronized Optional<Note> confirmedNote(PeerEndpoints.Log log) {
    return Optional.ofNullable(confirmedNotes.get(log));
  }

  @Override
  public void behind(String party, long itsSize, long ourSize) {
    if (!keys.isParty(party)) {
      troubles.raise(
          "witness-ahead-" + party,
          "The witness "
              + party
              + " says that it holds "
              + itsSize
              + " entries; this node has published "
              + ourSize
              + ". It lies, or this node's data was lost: compare with the other parties.");
      return;
    }
    // First: the sentence says that it is done.
    try {
      sequencer.stop();
    } catch (IOException _) {
      // It is of no use any more either way.
    }
    troubles.raise(
        "record-lost",
        party
            + " has cosigned "
            + itsSize
            + " entries, but this node has only "
            + ourSize
            + ": its data was lost or restored from an old backup. The sequencer is stopped, so that"
            + " no second history begins. Restore a newer backup, or the copy of "
            + party
            + ".");
    changed.run();
  }

  /** Asks the others again at once. */
  public void wake() {
    cosigners.forEach(Cosigning::wake);
  }

  @Override
  public void close() throws IOException {
    sequencer.close();
    publisher.close();
    cosigners.forEach(Cosigning::close);
  }
}
