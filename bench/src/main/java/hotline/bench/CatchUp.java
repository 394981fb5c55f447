package hotline.bench;

import com.sun.management.OperatingSystemMXBean;
import hotline.node.peer.PeerEndpoints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast a follower that was away catches up from the host's tiles over loopback: it fetches,
 * checks and folds every entry, and stores it. Host and follower share this process, so that the
 * figure for each second of a core counts what serving costs, too.
 */
public final class CatchUp {
  private static final int WRITERS = 64;

  private CatchUp() {}

  /** {@code CatchUp [ENTRIES [tls]]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int entries = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
    boolean tls = args.length > 1 && args[1].equals("tls");
    Path folder = Files.createTempDirectory("hotline-catch-up");
    try (LoopbackLine line = LoopbackLine.open(folder.resolve("line"), 1, tls)) {
      long before = line.node(LoopbackLine.SOUTH).api().line().record().size();
      line.stop(LoopbackLine.SOUTH);
      write(line, entries);
      long whole = line.north().api().line().record().size();
      var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpuNs = machine.getProcessCpuTime();
      long beganNs = System.nanoTime();
      line.start(LoopbackLine.SOUTH);
      var south = line.node(LoopbackLine.SOUTH).api();
      while (south.line().record().size() < whole) {
        LockSupport.parkNanos(5_000_000);
      }
      double tookS = (System.nanoTime() - beganNs) / 1e9;
      double cpuS = (machine.getProcessCpuTime() - cpuNs) / 1e9;
      System.out.printf(
          "%,d entries caught up in %.1f s: %,.0f a second, %,.0f a second and core%n",
          whole - before, tookS, (whole - before) / tookS, (whole - before) / cpuS);
    } finally {
      Load.delete(folder);
    }
  }

  private static void write(LoopbackLine line, int entries)
      throws IOException, InterruptedException {
    PeerEndpoints peers = line.north().peers();
    Thread[] writers = new Thread[WRITERS];
    for (int i = 0; i < writers.length; i++) {
      List<byte[]> chain =
          Load.chain(line.id(), line.northKeys().node(), Math.max(1, entries / WRITERS));
      writers[i] =
          Thread.ofVirtual()
              .start(() ->
                  chain.forEach(
                      each -> require(peers.post(PeerEndpoints.Call.STATEMENTS, each).status())));
    }
    for (Thread each : writers) {
      each.join();
    }
  }

  private static void require(int status) {
    if (status != 200) {
      throw new IllegalStateException("not placed: status " + status);
    }
  }
}
