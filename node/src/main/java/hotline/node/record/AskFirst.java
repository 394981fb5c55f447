package hotline.node.record;

import hotline.node.order.NotOrdered;
import hotline.node.order.Sequencer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A sequencer that orders nothing before the other parties have shown how far their copies go. A
 * host that was restored from an old backup cannot know it by itself, and would begin a second
 * history with the first entry that it orders.
 */
final class AskFirst implements Sequencer {
  /** For how long it waits for all; after that, for as many as know of every confirmed entry. */
  static final Duration FOR_ALL = Duration.ofSeconds(10);

  private final Sequencer sequencer;
  private final Set<String> others;
  private final IntSupplier cosignersNeeded;
  private final InstantSource clock;

  /** Guarded by this. */
  private final Set<String> heard = new TreeSet<>();

  /** Asked, with or without an answer. Guarded by this. */
  private final Set<String> asked = new TreeSet<>();

  /** Guarded by this. */
  private Instant since = Instant.EPOCH;

  private boolean hasPast;

  /** Of a group, this only gates what is handed in here while this machine leads. */
  private boolean ofGroup;

  private volatile boolean open;

  /**
   * Before {@code sequencer}.
   *
   * @param others the other parties of the line
   * @param cosignersNeeded how many of them make a receipt
   */
  AskFirst(
      Sequencer sequencer, List<String> others, IntSupplier cosignersNeeded, InstantSource clock) {
    this.sequencer = sequencer;
    this.others = Set.copyOf(others);
    this.cosignersNeeded = cosignersNeeded;
    this.clock = clock;
  }

  /**
   * Begins to wait for the others.
   *
   * @param hasPast whether anything was ever published from here, as far as this disk knows; if
   *     not, it is enough that each was asked: they may not have begun either
   */
  synchronized void ask(boolean hasPast) {
    this.hasPast = hasPast;
    this.since = clock.instant();
    open = others.isEmpty();
  }

  /** A party was asked and did not answer, or with nothing that counts. */
  synchronized void unheard(String party) {
    asked.add(party);
    look();
  }

  /** A party's copy holds nothing that this host does not have. */
  synchronized void heard(String party) {
    asked.add(party);
    heard.add(party);
    look();
  }

  private void look() {
    if (open) {
      return;
    }
    if (!hasPast) {
      open = asked.containsAll(others);
      return;
    }
    // A confirmed entry is held by so many that among these is one who knows it.
    int enough = Math.max(1, others.size() - cosignersNeeded.getAsInt() + 1);
    boolean late = clock.instant().isAfter(since.plus(FOR_ALL));
    open = heard.containsAll(others) || (late && heard.size() >= enough);
  }

  /** Whether it still waits. */
  boolean isAsking() {
    return !open && orders();
  }

  /** Whether it has waited long enough. */
  boolean isOpen() {
    return open;
  }

  /** Whether this machine is the one that orders, or would be. */
  private boolean orders() {
    return !ofGroup || sequencer.isLeading();
  }

  @Override
  public boolean watch(Watch watch) {
    ofGroup = sequencer.watch(watch);
    return ofGroup;
  }

  @Override
  public byte[] ask(byte[] question) throws IOException {
    return sequencer.ask(question);
  }

  @Override
  public boolean isLeading() {
    return sequencer.isLeading();
  }

  /** Goes on without the others, because a person who knows this data says so. */
  void goOn() {
    open = true;
  }

  /** Who has not been heard yet. */
  synchronized List<String> awaited() {
    return others.stream().filter(each -> !heard.contains(each)).sorted().toList();
  }

  @Override
  public CompletableFuture<byte[]> submit(byte[] entry, @Nullable Object known) {
    return open || !orders()
        ? sequencer.submit(entry, known)
        : CompletableFuture.failedFuture(
            new NotOrdered(
                NotOrdered.Why.STOPPED,
                "The sequencer waits for the other parties to show how far their copies go.",
                null));
  }

  @Override
  public boolean isRunning() {
    return (open || !orders()) && sequencer.isRunning();
  }

  @Override
  public void start() throws IOException {
    sequencer.start();
  }

  @Override
  public void stop() throws IOException {
    sequencer.stop();
  }

  @Override
  public void close() throws IOException {
    sequencer.close();
  }
}
