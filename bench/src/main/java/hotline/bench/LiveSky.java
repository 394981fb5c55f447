package hotline.bench;

import hotline.node.Pace;
import hotline.node.Troubles;
import hotline.node.feed.ConformanceConfig;
import hotline.node.feed.FeedConfig;
import hotline.node.feed.LiveTraffic;
import hotline.node.feed.TrafficConfig;
import hotline.traffic.watch.Situation;
import java.io.IOException;
import java.net.DatagramSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * So many tracks at 1 Hz as CAT062 over UDP on loopback, into the node's own feed, tracks and
 * watch, all in this process with the sender: how long after its last report an alert is there.
 *
 * <p>The sky is quiet: level layers 2,000 ft apart, in each a grid 30 km wide that flies one way at
 * one speed. Into it, {@link #PAIRS} pairs a second that nobody has heard of appear 20 s before
 * they lose separation, which is raised at once; a delay is from the moment at which the second one
 * is sent until the alert can be read.
 */
public final class LiveSky {
  private static final int PAIRS = 10;
  private static final int LAYER = 10_000;
  private static final int TICKS = 100;
  private static final int WARM_UP_S = 15;
  private static final double SPEED_MPS = 230;
  private static final double DEGREES_PER_M = 1 / 111_000.0;
  private static final int PAIR_LIVES_S = 8;
  private static final int FIRST_PAIR = 0xA00000;

  private final int tracks;
  private final int seconds;
  private final int port;
  private final Cat062Sender sender;
  private final Map<String, Long> sentNs = new ConcurrentHashMap<>();
  private final Map<Long, Long> delaysNs = new ConcurrentHashMap<>();

  private LiveSky(int tracks, int seconds, DatagramSocket socket, int port) {
    this.tracks = tracks;
    this.seconds = seconds;
    this.port = port;
    this.sender = new Cat062Sender(socket, port);
  }

  /** How many tracks (10,000) and for how many seconds (45, of which the first 15 warm up). */
  public static void main(String[] args) throws IOException {
    int tracks = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 45;
    int port = LoopbackLine.freePort();
    try (DatagramSocket socket = new DatagramSocket()) {
      new LiveSky(tracks, seconds, socket, port).run();
    }
  }

  private void run() throws IOException {
    FeedConfig feed =
        new FeedConfig("radar", FeedConfig.Kind.CAT062, "127.0.0.1:" + port, null, 1, true);
    LiveTraffic[] traffic = new LiveTraffic[1];
    try (LiveTraffic live =
        new LiveTraffic(
            new TrafficConfig(
                List.of(feed),
                TrafficConfig.STANDARD,
                TrafficConfig.STANDARD_JITTER_FT,
                TrafficConfig.STANDARD_S,
                ConformanceConfig.STANDARD),
            InstantSource.system(),
            Pace.real(),
            new Troubles(InstantSource.system(), () -> {}),
            () -> heard(traffic[0]))) {
      traffic[0] = live;
      live.start();
      long began = System.nanoTime();
      for (int second = 0; second < seconds; second++) {
        for (int tick = 0; tick < TICKS; tick++) {
          long due = began + TimeUnit.SECONDS.toNanos(second) + tick * (1_000_000_000L / TICKS);
          LockSupport.parkNanos(due - System.nanoTime());
          tell(second, tick);
        }
      }
      print(live);
    }
  }

  private void heard(LiveTraffic live) {
    long now = System.nanoTime();
    for (Situation each : live.picture().situations()) {
      Long sent = sentNs.get(each.second());
      if (sent != null) {
        delaysNs.putIfAbsent(each.number(), now - sent);
      }
    }
  }

  private void print(LiveTraffic live) {
    LiveTraffic.Picture seen = live.picture();
    var health = live.feeds().views().getFirst();
    long[] sorted = delaysNs.values().stream().mapToLong(each -> each).sorted().toArray();
    if (sorted.length == 0) {
      System.out.printf("%,d tracks: no alert; %s; whole %b%n", tracks, health, seen.isWhole());
      return;
    }
    System.out.printf(
        "%,d tracks at 1 Hz for %d s: %d alerts of %d, delay p50 %,d ms, p99 %,d ms, most %,d ms;"
            + " watched %,d, reports %,d, dropped %,d, whole %b%n",
        tracks,
        seconds,
        sorted.length,
        sentNs.size(),
        ms(sorted[sorted.length / 2]),
        ms(sorted[(int) (sorted.length * 0.99)]),
        ms(sorted[sorted.length - 1]),
        seen.watched(),
        health.reports(),
        health.dropped(),
        seen.isWhole());
  }

  private static long ms(long ns) {
    return TimeUnit.NANOSECONDS.toMillis(ns);
  }

  private void tell(int second, int tick) throws IOException {
    int each = Math.ceilDiv(tracks, TICKS);
    double wayM = SPEED_MPS * second;
    for (int i = tick * each; i < Math.min(tracks, (tick + 1) * each); i++) {
      int in = i % LAYER;
      int side = (int) Math.ceil(Math.sqrt(Math.min(tracks, LAYER)));
      double lat = 35 + (in / side) * 30_000 * DEGREES_PER_M;
      double lng = (in % side * 30_000 + wayM) * DEGREES_PER_M / Math.cos(Math.toRadians(lat));
      sender.add(i, lat, lng, SPEED_MPS, 20_000 + 2_000 * (i / LAYER));
    }
    pairs(second, tick);
    sender.flush();
  }

  /** Head on, 10 NM and more apart, closing at 460 m/s; each pair is told of in one tick. */
  private void pairs(int second, int tick) throws IOException {
    for (int age = 0; age < PAIR_LIVES_S && second - age >= WARM_UP_S; age++) {
      for (int p = 0; p < PAIRS; p++) {
        if ((p * TICKS / PAIRS + 7 * (second - age)) % TICKS != tick) {
          continue;
        }
        int number = FIRST_PAIR + 2 * (PAIRS * (second - age) + p);
        double lat = -40 + 3 * p;
        double lng = (second - age) % 300 * 0.5 - 70;
        double gapM = 9_260 + 460.0 * (20 - age);
        sender.add(number, lat, lng, SPEED_MPS, 30_000);
        if (age == 0) {
          sentNs.put(Integer.toHexString(number + 1), System.nanoTime());
        }
        double lngOther = lng + gapM * DEGREES_PER_M / Math.cos(Math.toRadians(lat));
        sender.add(number + 1, lat, lngOther, -SPEED_MPS, 30_000);
      }
    }
  }
}
