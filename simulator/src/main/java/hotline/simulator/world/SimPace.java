package hotline.simulator.world;

import hotline.node.Loop;
import hotline.node.Pace;
import java.time.Duration;

/** The loops of one run of a node, as events of the agenda. */
final class SimPace implements Pace {
  private final Agenda agenda;
  private final Machine machine;
  private final int run;

  /** Of {@code machine} while it is in its run of that number. */
  SimPace(Agenda agenda, Machine machine, int run) {
    this.agenda = agenda;
    this.machine = machine;
    this.run = run;
  }

  @Override
  public Loop loop(String name, Duration gather, Loop.Round round) {
    return new Turns(machine.party() + ": " + name, gather, round);
  }

  @Override
  public Loop writer(String name, Duration gather, Loop.Round round) {
    return loop(name, gather, round);
  }

  @Override
  public long nanoTime() {
    return agenda.nowNs();
  }

  /** Who waits in the one thread waits for nobody. */
  @Override
  public Duration patience(Duration most) {
    return Duration.ZERO;
  }

  private final class Turns implements Loop {
    /** A thread is on its way again after this. */
    private static final Duration WAKING = Duration.ofNanos(50_000);

    private final String name;
    private final Duration gather;
    private final Round round;
    private boolean started;
    private boolean closed;
    private boolean woken;
    private boolean inRound;

    /** The one event of this loop that counts; earlier ones find another number. */
    private long turn;

    private long dueNs = Long.MAX_VALUE;

    Turns(String name, Duration gather, Round round) {
      this.name = name;
      this.gather = gather;
      this.round = round;
    }

    @Override
    public void start() {
      started = true;
      next(gather.plus(WAKING));
    }

    @Override
    public void wake() {
      woken = true;
      long soonNs = agenda.nowNs() + gather.plus(WAKING).toNanos();
      if (started && !closed && !inRound && soonNs < dueNs) {
        next(gather.plus(WAKING));
      }
    }

    private void next(Duration after) {
      long mine = ++turn;
      dueNs = agenda.nowNs() + after.toNanos();
      agenda.in(after, name, () -> take(mine));
    }

    private void take(long mine) {
      if (closed || mine != turn || !machine.isIn(run)) {
        return;
      }
      machine.during(
          name,
          () -> {
            woken = false;
            inRound = true;
            Duration pause = round.run();
            inRound = false;
            if (!closed) {
              Duration rest = woken || pause.compareTo(WAKING) < 0 ? WAKING : pause;
              next(gather.plus(rest));
            }
          });
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
