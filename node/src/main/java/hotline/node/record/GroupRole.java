package hotline.node.record;

import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.order.Sequencer;
import hotline.node.peer.PeerEndpoints;
import hotline.record.note.Cosignature;
import hotline.record.note.Note;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogStore;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a host does besides when its machine is one of several: who leads asks the other parties and
 * has their cosignatures; the rest take them over from it. Alone it always leads, and this does
 * nothing. Safe for many threads.
 */
final class GroupRole implements Sequencer.Watch, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupRole.class);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofMillis(100);

  /** How long another machine's checkpoint may be ahead of this one's, which leads. */
  private static final Duration LATE_MAX = Duration.ofSeconds(5);

  private final LocalRecord record;
  private final Keyring keys;
  private final Confirmations confirmations;
  private final Pace pace;
  private final AskFirst sequencer;
  private final Leading lead;
  private final Cosigning.Sink sink;
  private final boolean ofGroup;

  /** Null alone. */
  private final @Nullable Loop loop;

  /** Since when a party's copy has shown more than this machine has, by the pace. */
  private final Map<String, Long> aheadSinceNs = new ConcurrentHashMap<>();

  private volatile boolean leads;

  /** What was applied when this machine began to lead; it asks when it has published as much. */
  private volatile long leadsFrom;

  /** Told that it leads, and not yet done. */
  private volatile boolean toLead;

  /** What is done on beginning to lead. */
  interface Leading {
    void begin() throws IOException;
  }

  GroupRole(Host.Parts parts, AskFirst sequencer, Leading lead, Cosigning.Sink sink) {
    this.record = parts.record();
    this.keys = parts.keys();
    this.confirmations = parts.confirmations();
    this.pace = parts.pace();
    this.sequencer = sequencer;
    this.lead = lead;
    this.sink = sink;
    this.ofGroup = sequencer.watch(this);
    this.loop = ofGroup ? pace.loop("role in the group", this::round) : null;
  }

  /** Whether there are other machines, or may be. */
  boolean isOfGroup() {
    return ofGroup;
  }

  void start() {
    if (loop != null) {
      loop.start();
    }
  }

  private void wake() {
    if (loop != null) {
      loop.wake();
    }
  }

  @Override
  public boolean mayOrder() {
    return sequencer.isOpen();
  }

  @Override
  public void leading(boolean now) {
    if (now != leads) {
      LOG.atInfo().addKeyValue("leads", now).log("this machine's role in the host's group");
    }
    if (now) {
      leadsFrom = record.size();
    }
    leads = now;
    toLead = now;
    aheadSinceNs.clear();
    wake();
  }

  @Override
  public void ordering() {
    sequencer.goOn();
  }

  /** Whether it is this machine that asks the other parties. */
  boolean mayAsk() {
    return !ofGroup || (leads && record.outcomes().publishedSize() >= leadsFrom);
  }

  /** The party's copy shows nothing that this machine does not have. */
  void isEven(String party) {
    aheadSinceNs.remove(party);
  }

  /**
   * Another machine may have published what this one has still to publish; what stays ahead was
   * lost.
   *
   * @throws IOException if it is to be looked at again
   */
  void waitIfLate(String party, OthersCopies.Finding.Lost what) throws IOException {
    if (!ofGroup || what.another()) {
      return;
    }
    long nowNs = pace.nanoTime();
    long sinceNs = aheadSinceNs.computeIfAbsent(party, _ -> nowNs);
    long has = Math.min(record.entries().publishedSize(), record.outcomes().publishedSize());
    if (has >= what.size()) {
      aheadSinceNs.remove(party);
      throw new IOException("published meanwhile; look again");
    }
    if (nowNs - sinceNs < LATE_MAX.toNanos()) {
      throw new IOException("another machine is ahead; look again");
    }
  }

  private Duration round() {
    try {
      if (leads) {
        if (toLead) {
          toLead = false;
          lead.begin();
        }
        return IDLE;
      }
      if (confirmations.size() >= record.outcomes().publishedSize()) {
        return IDLE;
      }
      for (PeerEndpoints.Log log : PeerEndpoints.Log.values()) {
        takeOver(log);
      }
    } catch (IOException later) {
      LOG.atDebug().setCause(later).log("the leader was not asked; it is tried again");
    }
    return SOON;
  }

  /** Takes over the cosignatures that the leader has. */
  private void takeOver(PeerEndpoints.Log log) throws IOException {
    boolean ofEntries = log == PeerEndpoints.Log.RECORD;
    Optional<SignedCheckpoint> shown =
        GroupTiles.ask(sequencer::ask, Collected.question(log))
            .flatMap(bytes ->
                SignedCheckpoint.open(bytes, ofEntries ? keys.log() : keys.outcomes())
                    .asOptional());
    LogStore own = ofEntries ? record.entries() : record.outcomes();
    if (shown.isEmpty()
        || shown.get().checkpoint().size() > own.publishedSize()
        || !own.rootAt(shown.get().checkpoint().size()).equals(shown.get().checkpoint().root())) {
      return;
    }
    SignedCheckpoint signed = shown.get();
    Note bare = new Note(signed.note().text(), signed.note().signatures().subList(0, 1));
    for (Map.Entry<String, VerifierKey> each : keys.cosigners().entrySet()) {
      List<Cosignature> held =
          signed.cosignatures(List.of(each.getValue())).asOptional().orElse(List.of());
      for (Cosignature cosignature : held) {
        sink.cosigned(each.getKey(), log, bare, cosignature.line());
      }
    }
  }

  @Override
  public void close() {
    if (loop != null) {
      loop.close();
    }
  }
}
