package hotline.node.record;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.Promise;
import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.record.disk.FileDisk;
import hotline.record.note.Checkpoint;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogException;
import hotline.record.tiles.LogStore;
import hotline.record.witness.AddCheckpointRequest;
import hotline.record.witness.Witness;
import hotline.record.witness.WitnessFiles;
import hotline.record.witness.WitnessReply;
import hotline.record.witness.WitnessState;
import hotline.record.witness.WitnessStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A follower's side of the record: takes the host's checkpoints by the C2SP witness call, brings
 * its own copy there, and only then cosigns. What the host does not bring it fetches.
 */
public final class Follower implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final byte[] NOTHING = {};
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  private final LocalRecord record;
  private final Keyring keys;
  private final PeerTransport transport;
  private final InstantSource clock;
  private final Confirmations confirmations;
  private final Runnable changed;
  private final Mirror mirror;
  private final WitnessFiles files;
  private final Promises promises;
  private final Evidence evidence;
  private final Witness entries;
  private final Witness outcomes;
  private final String entriesOrigin;
  private final Pull pullEntries;
  private final Pull pullOutcomes;
  private final CheckpointExchange exchange;
  private final Loop look;
  private volatile boolean reached;

  /** Whether this node's own cosignature counts; a guest's does not. */
  private final boolean party;

  /**
   * What a follower needs.
   *
   * @param others the other parties that have an address
   */
  public record Parts(
      Path data,
      List<String> others,
      LocalRecord record,
      Keyring keys,
      NoteSigner cosigner,
      boolean party,
      PeerTransport transport,
      Troubles troubles,
      InstantSource clock,
      Pace pace,
      Confirmations confirmations,
      Runnable changed) {}

  private Follower(Parts parts, WitnessFiles files, Evidence evidence, Promises promises) {
    this.promises = promises;
    this.party = parts.party();
    this.evidence = evidence;
    this.record = parts.record();
    this.keys = parts.keys();
    this.transport = parts.transport();
    this.clock = parts.clock();
    this.confirmations = parts.confirmations();
    this.changed = parts.changed();
    this.files = files;
    this.look = parts.pace().loop("look at the host", this::look);
    this.mirror =
        new Mirror(record, keys, transport, parts.troubles(), parts.pace(), evidence, promises);
    this.entriesOrigin = keys.log().name();
    this.entries = new Witness(parts.cosigner(), this::keysOf, new FollowFirst(true));
    this.outcomes = new Witness(parts.cosigner(), this::keysOf, new FollowFirst(false));
    this.pullEntries = new Pull(transport, files, mirror::refuseFork, this::addCheckpoint);
    this.pullOutcomes = new Pull(transport, files, mirror::refuseFork, this::addCheckpoint);
    List<String> followers =
        parts.others().stream().filter(each -> !each.equals(keys.host())).toList();
    this.exchange = new CheckpointExchange(transport, followers, mirror::refuseFork);
  }

  /** Folds what this copy has, and opens what it has cosigned. */
  public static Follower open(Parts parts) throws IOException {
    parts.record().fold(parts.record().entries().publishedSize());
    parts.keys().checkPublished();
    Evidence evidence = new Evidence(parts.data().resolve("evidence"), parts.record().line());
    Promises promises =
        Promises.open(
            parts.data().resolve("promises"),
            parts.record().entries().publishedSize(),
            parts.troubles(),
            evidence);
    return new Follower(
        parts,
        WitnessFiles.open(FileDisk.create(parts.data().resolve("witness"))),
        evidence,
        promises);
  }

  /**
   * The host has promised a place to a statement that was handed in here; checked to be its own.
   */
  public void promised(Promise promise, Document signed) {
    promises.keep(promise, signed);
  }

  /** Begins to look after the host. */
  public void start() throws IOException {
    evidence.thatStops().ifPresent(mirror::stopAgain);
    Optional<WitnessState> held = files.load(entriesOrigin);
    held.ifPresent(state ->
        confirmIfAll(Math.min(state.checkpoint().size(), record.entries().publishedSize())));
    look.start();
  }

  private List<VerifierKey> keysOf(String origin) {
    return VerifierKey.named(origin, keys.log(), keys.outcomes());
  }

  /** Answers the witness call for either log. */
  public Answer addCheckpoint(byte[] body) {
    try {
      boolean ofOutcomes = isOutcomes(body);
      Witness witness = ofOutcomes ? outcomes : entries;
      WitnessReply reply = witness.addCheckpoint(body, clock.instant().getEpochSecond());
      if (reply.status() != OK) {
        refuseFork(body, ofOutcomes, reply.status());
      }
      return new Answer(reply.status(), reply.contentType(), reply.bytes());
    } catch (Mirror.Refusal refused) {
      return PeerAnswers.problem(403, "not-followed", String.valueOf(refused.getMessage()));
    } catch (IOException failed) {
      return PeerAnswers.problem(503, "try-again", String.valueOf(failed.getMessage()));
    }
  }

  /** What the witness does not take may be of another history: then this node stops. */
  private void refuseFork(byte[] body, boolean ofOutcomes, int status) throws IOException {
    Optional<SignedCheckpoint> shown =
        AddCheckpointRequest.parse(body)
            .then(request ->
                SignedCheckpoint.open(request.note(), ofOutcomes ? keys.outcomes() : keys.log()))
            .asOptional();
    LogStore own = ofOutcomes ? record.outcomes() : record.entries();
    // A host that has forgotten what this node holds asks again; that is no sign of anything.
    boolean forgot = status == CONFLICT;
    if (shown.isPresent() && (!forgot || shown.get().checkpoint().size() <= own.publishedSize())) {
      mirror.refuseFork(
          shown.get(),
          own,
          new PeerLog(
              transport,
              keys.host(),
              ofOutcomes ? PeerEndpoints.Log.OUTCOMES : PeerEndpoints.Log.RECORD));
    }
  }

  /** Which log is asked about only chooses the lock; the witness reads the body strictly itself. */
  private boolean isOutcomes(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.contains("\n\n" + keys.outcomes().name() + "\n");
  }

  /** Makes "follow and check everything" a part of storing what is cosigned. */
  private final class FollowFirst implements WitnessStore {
    private final boolean ofEntries;

    FollowFirst(boolean ofEntries) {
      this.ofEntries = ofEntries;
    }

    @Override
    public Optional<WitnessState> load(String origin) throws IOException {
      return files.load(origin);
    }

    @Override
    public boolean replace(String origin, long expectedSize, WitnessState next) throws IOException {
      LogStore store = ofEntries ? record.entries() : record.outcomes();
      if (ofEntries) {
        mirror.follow(next.checkpoint(), next.note());
      } else {
        mirror.agree(next.checkpoint(), next.note());
      }
      if (!files.replace(origin, expectedSize, next)) {
        return false;
      }
      // Only what is remembered as cosigned may be seen.
      if (next.checkpoint().size() >= store.publishedSize()) {
        store.publish(next.note().bytes());
      }
      if (!ofEntries) {
        confirmIfAll(next.checkpoint().size());
      }
      changed.run();
      return true;
    }
  }

  /** With two parties, the host's signature and this node's own are all there are. */
  private void confirmIfAll(long size) {
    if (party && keys.cosignersNeeded() <= 1 && confirmations.confirm(size, clock.instant())) {
      changed.run();
    }
  }

  /** Whether the host takes statements, as far as known. */
  public boolean isReached() {
    return reached;
  }

  /** Why it no longer follows; empty while it does. */
  public Optional<String> stopped() {
    return mirror.stopped();
  }

  /** Sees whether the host is there and what the other parties have cosigned. */
  private Duration look() {
    evidence.keepAll();
    boolean before = reached;
    try {
      // Nothing is malformed; a stopped sequencer says so before it reads.
      Answer answer = transport.post(keys.host(), PeerEndpoints.Call.STATEMENTS, NOTHING);
      reached = answer.status() == 422 || answer.status() == 400;
      fetch();
    } catch (IOException unreached) {
      reached = false;
    }
    if (before != reached) {
      changed.run();
    }
    return LOOK_EVERY;
  }

  /** What nobody brings: what was lost here, what the host cannot bring, others' cosignatures. */
  private void fetch() {
    if (mirror.stopped().isPresent()) {
      return;
    }
    try {
      regain(entriesOrigin, record.entries(), mirror::follow);
      regain(keys.outcomes().name(), record.outcomes(), mirror::agree);
      Optional<SignedCheckpoint> shown =
          pullEntries.look(keys.host(), PeerEndpoints.Log.RECORD, keys.log(), record.entries());
      Optional<SignedCheckpoint> _ =
          pullOutcomes.look(
              keys.host(), PeerEndpoints.Log.OUTCOMES, keys.outcomes(), record.outcomes());
      if (shown.isPresent()) {
        collect(shown.get());
      }
      exchange.look(PeerEndpoints.Log.RECORD, keys.log(), record.entries());
      exchange.look(PeerEndpoints.Log.OUTCOMES, keys.outcomes(), record.outcomes());
    } catch (IOException later) {
      LOG.atDebug().setCause(later).log("not fetched from the host; it is tried again");
    }
  }

  private interface Following {
    void to(Checkpoint checkpoint, Note note) throws IOException;
  }

  /** A copy restored from a backup may have less than this node has cosigned. */
  private void regain(String origin, LogStore store, Following mirror) throws IOException {
    WitnessState held = files.load(origin).orElse(null);
    if (held == null || held.checkpoint().size() <= store.publishedSize()) {
      return;
    }
    mirror.to(held.checkpoint(), held.note());
    if (held.checkpoint().size() > store.publishedSize()) {
      store.publish(held.note().bytes());
    }
    confirmIfAll(Math.min(held.checkpoint().size(), record.entries().publishedSize()));
    changed.run();
  }

  /** Takes in cosignatures of other parties at the size that this node has verified. */
  private void collect(SignedCheckpoint shown) throws IOException {
    Note own = record.entries().published().orElse(null);
    if (own == null || !shown.note().text().equals(own.text())) {
      return;
    }
    List<VerifierKey> cosigners = new ArrayList<>(keys.cosigners().values());
    cosigners.addAll(keys.witnesses().values());
    List<Cosignature> held = shown.cosignatures(cosigners).asOptional().orElse(List.of());
    Note merged = own;
    for (Cosignature each : held) {
      if (merged.signatures().stream().noneMatch(has -> has.name().equals(each.cosigner()))) {
        merged = merged.with(each.line());
      }
    }
    if (merged.signatures().size() > own.signatures().size()) {
      try {
        record.entries().publish(merged.bytes());
      } catch (LogException _) {
        // A newer one was published meanwhile.
      }
    }
    if (keys.counted(merged) >= keys.cosignersNeeded()
        && confirmations.confirm(Checkpoint.of(own).size(), clock.instant())) {
      changed.run();
    }
  }

  /** Looks at once. */
  public void wake() {
    look.wake();
  }

  @Override
  public void close() throws IOException {
    look.close();
    promises.close();
    files.close();
  }
}
