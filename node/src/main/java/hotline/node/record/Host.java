package hotline.node.record;

import hotline.node.NodeConfig;
import hotline.node.OutsideWitness;
import hotline.node.Pace;
import hotline.node.Surroundings;
import hotline.node.Troubles;
import hotline.node.order.Sequencer;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerTransport;
import hotline.node.peer.StatementCalls;
import hotline.record.note.Note;
import hotline.record.note.NoteSignature;
import hotline.record.note.NoteSigner;
import hotline.record.statement.Statement;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
  private final Runnable changed;
  private final AskFirst sequencer;
  private final OthersCopies copies;
  private final Evidence evidence;
  private final Contradictions contradictions;
  private final Publisher publisher;
  private final List<Cosigning> cosigners = new ArrayList<>();

  private final Collected collected;
  private final GroupRole role;

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
   * @param config who is asked to cosign, and where: the other parties, who may be a witness of the
   *     terms, and witnesses that are no nodes. Who has no address cannot be asked anything
   * @param parties those of the line
   */
  public Host(Parts parts, NodeConfig config, List<String> parties) {
    this.record = parts.record();
    this.keys = parts.keys();
    this.troubles = parts.troubles();
    this.changed = parts.changed();
    this.collected = new Collected(record, keys, parts.confirmations(), parts.clock());
    RecordMachine machine = new RecordMachine(parts.data(), record, this::failed);
    machine.telling(collected::tell);
    this.evidence = new Evidence(parts.data().resolve("evidence"), record.line());
    this.contradictions = new Contradictions(record, evidence, troubles);
    this.copies = new OthersCopies(record, keys, parts.transport());
    this.sequencer =
        new AskFirst(
            parts.sequencers().of(parts.data().resolve("order"), machine),
            config.reachable(parties),
            keys::cosignersNeeded,
            parts.clock());
    this.role = new GroupRole(parts, sequencer, this::lead, this);
    this.publisher =
        new Publisher(
            record,
            machine,
            parts.log(),
            parts.outcomes(),
            parts.troubles(),
            parts.pace(),
            (_, _) -> published());
    for (String party : config.cosigners(parties)) {
      ask(parts, party, Cosigning.Way.toNode(party, keys, parts.transport()));
    }
    for (OutsideWitness witness : config.witnesses()) {
      ask(parts, witness.key().name(), Cosigning.Way.outside(witness));
    }
    record.onRecorded(_ -> publisher.grown());
  }

  private void ask(Parts parts, String cosigner, Cosigning.Way way) {
    cosigners.add(new Cosigning(cosigner, record, way, this, troubles, parts.pace()));
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
    if (role.isOfGroup()) {
      // How far the log goes is known when a leader is there, this machine or another.
      publisher.start();
      role.start();
      return;
    }
    requireAllPublished();
    keys.checkPublished();
    publisher.start();
    sequencer.ask(record.entries().publishedSize() > 0);
  }

  private void requireAllPublished() throws IOException {
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
  }

  /** This machine of the group leads now, and has applied all that was ordered before. */
  private void lead() throws IOException {
    try {
      requireAllPublished();
      keys.checkPublished();
    } catch (IOException unfit) {
      lost = true;
      sequencer.stop();
      troubles.raise("record-lost", String.valueOf(unfit.getMessage()));
      return;
    }
    if (!sequencer.isOpen()) {
      sequencer.ask(record.entries().publishedSize() > 0);
    }
    wake();
    ready.run();
    changed.run();
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
    collected.cosigned(party, log, note, line);
    changed.run();
  }

  /** The largest size of the record that a witness has cosigned since this node started. */
  public Optional<Long> witnessed(String witness) {
    return collected.witnessed(witness);
  }

  /** The newest checkpoint of a log with all the cosignatures of a receipt. */
  public Optional<Note> confirmedNote(PeerEndpoints.Log log) {
    return collected.confirmedNote(log);
  }

  @Override
  public boolean meet(String party) throws IOException {
    evidence.keepAll();
    if (!role.mayAsk()) {
      return false;
    }
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
      role.waitIfLate(party, what);
      lost(party, what);
    } else {
      role.isEven(party);
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
    if (dismissed(party) || itsSize <= record.outcomes().publishedSize()) {
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
    role.close();
    sequencer.close();
    publisher.close();
    cosigners.forEach(Cosigning::close);
  }
}
