package hotline.node.record;

import hotline.node.Pace;
import hotline.node.Surroundings;
import hotline.node.Troubles;
import hotline.node.order.Sequencer;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.node.peer.StatementCalls;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.NoteSigner;
import hotline.record.statement.Statement;
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
public final class Host implements Closeable, Cosigning.Sink, StatementCalls.Ordering {
  private static final String ASKING = "asking-the-others";

  private final LocalRecord record;
  private final Keyring keys;
  private final Troubles troubles;
  private final InstantSource clock;
  private final Confirmations confirmations;
  private final Runnable changed;
  private final AskFirst sequencer;
  private final OthersCopies copies;
  private final Evidence evidence;
  private final Contradictions contradictions;
  private final Publisher publisher;
  private final List<Cosigning> cosigners = new ArrayList<>();

  /** The largest size that each party has cosigned, by log. Guarded by this. */
  private final Map<PeerEndpoints.Log, Map<String, Long>> cosigned = new HashMap<>();

  /** The largest size of the record that each witness has cosigned. Guarded by this. */
  private final Map<String, Long> witnessed = new HashMap<>();

  /** The newest checkpoint of each log with all the cosignatures of a receipt. Guarded by this. */
  private final Map<PeerEndpoints.Log, Note> confirmedNotes = new HashMap<>();

  private volatile Runnable ready = () -> {};
  private volatile boolean lost;

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
      Pace pace,
      Surroundings.Sequencers sequencers,
      Confirmations confirmations,
      Runnable changed) {}

  /**
   * Not started.
   *
   * @param others whose cosignatures are asked for: the other parties, and who may be a witness of
   *     the terms
   * @param reachable the other parties that have an address: who has none cannot be asked anything
   */
  public Host(Parts parts, List<String> others, List<String> reachable) {
    this.record = parts.record();
    this.keys = parts.keys();
    this.troubles = parts.troubles();
    this.clock = parts.clock();
    this.confirmations = parts.confirmations();
    this.changed = parts.changed();
    RecordMachine machine = new RecordMachine(record, this::failed);
    this.evidence = new Evidence(parts.data().resolve("evidence"), record.line());
    this.contradictions = new Contradictions(record, evidence, troubles);
    this.copies = new OthersCopies(record, keys, parts.transport());
    this.sequencer =
        new AskFirst(
            parts.sequencers().of(parts.data().resolve("order"), machine),
            reachable,
            keys::cosignersNeeded,
            clock);
    this.publisher =
        new Publisher(
            record,
            machine,
            parts.log(),
            parts.outcomes(),
            parts.troubles(),
            parts.pace(),
            (_, _) -> published());
    for (String party : others) {
      cosigners.add(
          new Cosigning(
              party, record, () -> keys, parts.transport(), this, troubles, parts.pace()));
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
    sequencer.ask(promised > 0);
  }

  /**
   * Begins to ask the others: first what they hold, then to cosign. Entries are ordered when they
   * have answered.
   *
   * @param ready told when the first entry can be taken
   */
  public void meetOthers(Runnable ready) {
    this.ready = ready;
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

  @Override
  public boolean isRunning() {
    return sequencer.isRunning();
  }

  @Override
  public void outOfChain(Statement statement) {
    contradictions.refused(statement);
  }

  private void failed(Throwable cause) {
    troubles.raise(
        "sequencer-failed",
        "The sequencer cannot go on ("
            + rootCause(cause)
            + "). What was answered is safe. Free space or replace the disk, then start it again.");
  }

  /** Whether it waits for the other parties to show how far their copies go. */
  public boolean isAsking() {
    return !lost && sequencer.isAsking();
  }

  /**
   * Starts the sequencer again after {@link #stopSequencer} or a failure, and without those who
   * have not shown their copies.
   */
  public void startSequencer() throws IOException {
    if (lost) {
      throw new IOException(
          "This node's record was lost or is an old backup: to order anything now would begin a"
              + " second history. Stop the node, restore a newer backup or another party's copy,"
              + " and start it again.");
    }
    sequencer.stop();
    record.mend();
    sequencer.start();
    sequencer.goOn();
    troubles.over("sequencer-failed");
    troubles.over(ASKING);
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
      } else if (log == PeerEndpoints.Log.RECORD) {
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

  /** The largest size of the record that a witness has cosigned since this node started. */
  public synchronized Optional<Long> witnessed(String witness) {
    return Optional.ofNullable(witnessed.get(witness));
  }

  /** The newest checkpoint of a log with all the cosignatures of a receipt. */
  public synchronized Optional<Note> confirmedNote(PeerEndpoints.Log log) {
    return Optional.ofNullable(confirmedNotes.get(log));
  }

  @Override
  public boolean meet(String party) throws IOException {
    evidence.keepAll();
    if (!keys.isParty(party) || !sequencer.awaited().contains(party)) {
      return !lost;
    }
    boolean asking = sequencer.isAsking();
    try {
      if (found(party)) {
        sequencer.heard(party);
      } else {
        sequencer.unheard(party);
      }
    } catch (IOException unreached) {
      sequencer.unheard(party);
      throw unreached;
    } finally {
      sayWhoIsAwaited();
      if (asking && !sequencer.isAsking()) {
        ready.run();
        changed.run();
      }
    }
    return !lost && !sequencer.awaited().contains(party);
  }

  /** Whether the party's copy shows nothing that this node has lost. */
  private boolean found(String party) throws IOException {
    Optional<OthersCopies.Finding> finding = copies.look(party);
    if (finding.isPresent() && finding.get() instanceof OthersCopies.Finding.Lost what) {
      lost(party, what);
    }
    return finding.isPresent() && finding.get() instanceof OthersCopies.Finding.Known;
  }

  private void sayWhoIsAwaited() {
    if (!isAsking()) {
      troubles.over(ASKING);
      return;
    }
    troubles.raise(
        ASKING,
        "The sequencer waits for "
            + String.join(" and ", sequencer.awaited())
            + " to show how far their copies of the record go: if this data came from an old backup,"
            + " going on without them would begin a second history. Urgent messages go directly. If"
            + " they cannot be reached and this data is no backup, start the sequencer by hand.");
  }

  private void lost(String party, OthersCopies.Finding.Lost what) {
    // First: the sentence says that it is done.
    lost = true;
    try {
      sequencer.stop();
    } catch (IOException _) {
      // It is of no use any more either way.
    }
    troubles.over(ASKING);
    troubles.raise(
        "record-lost",
        party
            + " shows "
            + what.size()
            + (what.log() == PeerEndpoints.Log.RECORD ? " entries" : " outcomes")
            + " that this node has signed, but this node has "
            + (what.another() ? "others in their place" : "only " + what.own())
            + ": its data was lost or restored from an old backup. The sequencer is stopped, so that"
            + " no second history "
            + (what.another() ? "goes on" : "begins")
            + ". Restore a newer backup, or the copy of "
            + party
            + ".");
    changed.run();
  }

  @Override
  public void behind(String party, long itsSize, long ourSize) throws IOException {
    if (dismissed(party)) {
      return;
    }
    troubles.raise(
        "cosigning-" + party,
        party
            + " says that it holds "
            + itsSize
            + " entries; this node has published "
            + ourSize
            + ", and "
            + party
            + " shows no more that this node has signed. It errs or lies, or this node's data was"
            + " lost: compare with the other parties.");
  }

  @Override
  public boolean dismissed(String party) throws IOException {
    return keys.isParty(party) && !found(party) && lost;
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
