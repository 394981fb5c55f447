package hotline.node.alert;

import hotline.node.Loop;
import hotline.node.Surroundings;
import hotline.node.Troubles;
import hotline.traffic.watch.Situation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of this node: as long as the watch shows a situation, with what people did about it;
 * on disk, as counts. Thread-safe. It follows the watch on a loop of its own, so that a slow disk
 * delays no alert: what is shown is in memory first.
 */
public final class AlertBook implements Closeable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final String TROUBLE = "alerts-not-kept";

  private final @Nullable AlertStore store;
  private final long before;
  private final InstantSource clock;
  private final Troubles troubles;
  private final Runnable changed;
  private final Supplier<List<Situation>> situations;
  private final Loop loop;

  /** By number; guarded by this, as is what is to be kept. */
  private final TreeMap<Long, AlertLife> lives = new TreeMap<>();

  private final Set<Long> unkept = new HashSet<>();

  private volatile Consumer<List<AlertLife>> standing = all -> {};

  /**
   * How many alerts there were.
   *
   * @param since when the oldest that is counted was raised; null: there was none
   * @param raised of those that are kept
   * @param lost of which separation was lost
   * @param nuisance of which an officer said so
   * @param lastHour raised in the last hour
   * @param lastTenMinutes in the last ten minutes
   */
  public record Counts(
      @Nullable Instant since,
      long raised,
      long lost,
      long nuisance,
      long lastHour,
      long lastTenMinutes) {
    static final Counts NONE = new Counts(null, 0, 0, 0, 0, 0);
  }

  private AlertBook(
      @Nullable AlertStore store,
      Surroundings world,
      Troubles troubles,
      Runnable changed,
      Supplier<List<Situation>> situations)
      throws IOException {
    this.store = store;
    before = store == null ? 0 : store.last();
    clock = world.clock();
    this.troubles = troubles;
    this.changed = changed;
    this.situations = situations;
    loop = world.pace().writer("alerts", Duration.ZERO, this::round);
  }

  /**
   * Over a file.
   *
   * @param file null: of a node without feeds, where there never is an alert
   * @param changed called when an alert was accepted, marked or warned of
   * @param situations what the watch sees now
   */
  public static AlertBook open(
      @Nullable Path file,
      Surroundings world,
      Troubles troubles,
      Runnable changed,
      Supplier<List<Situation>> situations)
      throws IOException {
    return new AlertBook(
        file == null ? null : AlertStore.open(file, world.database()),
        world,
        troubles,
        changed,
        situations);
  }

  /** Begins to follow the watch, if there is one. */
  public void start() {
    if (store != null) {
      loop.start();
    }
  }

  /** Whom to tell, on the loop's thread, of the alerts that stand whenever they have changed. */
  public void tell(Consumer<List<AlertLife>> who) {
    standing = who;
  }

  /** Something has changed in what the watch sees. */
  public void wake() {
    loop.wake();
  }

  private Duration round() {
    follow();
    standing.accept(
        lives().stream().filter(each -> each.situation().state() != Situation.State.PAST).toList());
    save();
    return IDLE;
  }

  private void follow() {
    List<Situation> now = situations.get();
    synchronized (this) {
      Set<Long> shown = new HashSet<>();
      for (Situation each : now) {
        long number = before + each.number();
        shown.add(number);
        AlertLife life = lives.get(number);
        AlertLife next =
            life == null
                ? new AlertLife(
                    number, each, each.state() == Situation.State.CURRENT, null, null, null)
                : life.seen(each);
        if (life == null
            || life.wasCurrent() != next.wasCurrent()
            || (life.accepted() == null) != (next.accepted() == null)) {
          unkept.add(number);
        }
        lives.put(number, next);
      }
      lives.keySet().removeIf(each -> !shown.contains(each) && !unkept.contains(each));
    }
  }

  /** Writes what has changed; what cannot be written is tried again with the next. */
  private void save() {
    AlertStore to = store;
    List<AlertLife> changes;
    synchronized (this) {
      changes = new ArrayList<>();
      unkept.forEach(each -> Optional.ofNullable(lives.get(each)).ifPresent(changes::add));
      unkept.clear();
    }
    if (to == null || changes.isEmpty()) {
      return;
    }
    try {
      to.keep(changes, clock.instant());
      troubles.over(TROUBLE);
    } catch (IOException failed) {
      synchronized (this) {
        changes.forEach(each -> unkept.add(each.number()));
      }
      troubles.raise(
          TROUBLE,
          "What was done about alerts cannot be written to disk; they are shown all the same: "
              + failed.getMessage());
    }
  }

  /** The alerts that the watch still shows, latest first. */
  public synchronized List<AlertLife> lives() {
    return List.copyOf(lives.descendingMap().values());
  }

  /** One of them. */
  public synchronized Optional<AlertLife> life(long number) {
    return Optional.ofNullable(lives.get(number));
  }

  /** The situation's number at this node. */
  public long number(Situation situation) {
    return before + situation.number();
  }

  /** Accepts these; those that are not there are passed over. How many there were. */
  public int accept(Collection<Long> numbers, String officer) {
    AlertLife.Mark by = new AlertLife.Mark(clock.instant(), officer);
    return (int) numbers.stream().filter(each -> change(each, life -> life.accept(by))).count();
  }

  /** Marks one as a nuisance, or takes that back; false: there is none. */
  public boolean nuisance(long number, String officer, boolean marked) {
    AlertLife.Mark by = new AlertLife.Mark(clock.instant(), officer);
    return change(number, life -> life.nuisance(by, marked));
  }

  /** The others were warned of this one. */
  public void warned(long number, AlertLife.Warned by) {
    change(number, life -> life.warned(by));
  }

  private boolean change(long number, UnaryOperator<AlertLife> how) {
    synchronized (this) {
      AlertLife life = lives.get(number);
      if (life == null) {
        return false;
      }
      lives.put(number, how.apply(life));
      unkept.add(number);
    }
    loop.wake();
    changed.run();
    return true;
  }

  /** How many there were; what is not on disk yet is not counted. */
  public Counts counts() {
    AlertStore from = store;
    try {
      return from == null ? Counts.NONE : from.counts(clock.instant());
    } catch (IOException unreadable) {
      return Counts.NONE;
    }
  }

  @Override
  public void close() throws IOException {
    loop.close();
    save();
    if (store != null) {
      store.close();
    }
  }
}
