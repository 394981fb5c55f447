package hotline.simulator.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.PriorityQueue;

/**
 * What is to happen, and when. One event after the other; time stands still within one, except
 * where it is passed. Events of one instant come in an order of the seed's.
 */
public final class Agenda {
  private final Seed seed;
  private final MessageDigest trace = sha256();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::atNs)
              .thenComparingLong(Event::order)
              .thenComparingLong(Event::number));
  private long nowNs;
  private long count;

  private record Event(long atNs, long order, long number, String what, Runnable run) {}

  /** Empty, at time 0. */
  public Agenda(Seed seed) {
    this.seed = seed;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everywhere) {
      throw new IllegalStateException(everywhere);
    }
  }

  /** How long the simulation has gone on, in its own time. */
  public long nowNs() {
    return nowNs;
  }

  /** Lets {@code run} happen after {@code delay}; {@code what} is its name in the trace. */
  public void in(Duration delay, String what, Runnable run) {
    long at = nowNs + Math.max(0, delay.toNanos());
    events.add(new Event(at, seed.of("order " + what).next(), count++, what, run));
  }

  /** Time that the event under way takes; what was due meanwhile comes late. */
  public void pass(Duration time) {
    nowNs += time.toNanos();
  }

  /** Does the next event if it is due by {@code untilNs}; false if none is, and it is that late. */
  public boolean step(long untilNs) {
    Event next = events.peek();
    if (next == null || next.atNs() > untilNs) {
      nowNs = Math.max(nowNs, untilNs);
      return false;
    }
    events.remove();
    nowNs = Math.max(nowNs, next.atNs());
    note(next.what());
    next.run().run();
    return true;
  }

  /** Puts something that happened into the trace. */
  public void note(String what) {
    trace.update((nowNs + " " + what + "\n").getBytes(StandardCharsets.UTF_8));
    if (TRACED) {
      System.err.println(nowNs / 1_000 + " " + what);
    }
  }

  private static final boolean TRACED = Boolean.getBoolean("hotline.simulator.trace");

  /** A digest of all that happened, in order: the same from the same seed, on every machine. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) trace.clone()).digest());
    } catch (CloneNotSupportedException never) {
      throw new IllegalStateException(never);
    }
  }
}
