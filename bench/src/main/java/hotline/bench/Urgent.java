package hotline.bench;

import hotline.node.api.LineApi;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * From the call that sends a WARNING at North to its alarm at South, node to node over loopback: on
 * a quiet line, and while 64 writers of another process saturate the record, in clear; and on a
 * quiet line over mutual TLS.
 */
public final class Urgent {
  private static final int WARM_UP = 50;
  private static final int WRITERS = 64;

  /** So many statements later the writers' code is compiled, more or less. */
  private static final int COMPILED_AFTER = 5_000;

  /** A node takes 600 urgent statements a minute of each party, and no more. */
  private static final long PAUSE_NS = 105_000_000;

  private static final long PATIENCE_NS = 10_000_000_000L;

  private Urgent() {}

  /** {@code Urgent [MESSAGES a row]}. */
  public static void main(String[] args) throws IOException {
    int count = args.length == 0 ? 400 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hotline-urgent");
    try {
      System.out.printf(
          "%-34s %9s %9s %14s%n", "WARNING, North to South", "p50 ms", "p99 ms", "beside it, /s");
      for (boolean tls : new boolean[] {false, true}) {
        String way = tls ? "TLS 1.3" : "HTTP";
        try (LoopbackLine line = LoopbackLine.open(folder.resolve("line-" + tls), 1, tls)) {
          print(way + ", quiet", messages(line, WARM_UP, count), 0);
          if (!tls) {
            // Over TLS a party may hand in no more than its share; on this machine anybody may.
            saturated(line, way, count);
          }
        }
      }
    } finally {
      Load.delete(folder);
    }
  }

  private static void print(String what, Percentiles times, long beside) {
    System.out.printf("%-34s %9.2f %9.2f %,14d%n", what, times.p50Ms(), times.p99Ms(), beside);
  }

  private static void saturated(LoopbackLine line, String way, int count) throws IOException {
    try (Writers _ =
        Writers.start(WRITERS, URI.create(line.north().address()), line.northFolder(), line.id())) {
      long first = size(line);
      LoopbackLine.await(() -> size(line) > first + COMPILED_AFTER);
      long before = size(line);
      long beganNs = System.nanoTime();
      Percentiles times = messages(line, WARM_UP, count);
      long tookNs = System.nanoTime() - beganNs;
      long placed = size(line) - before;
      print(way + ", record saturated", times, placed * 1_000_000_000L / tookNs);
    }
  }

  private static long size(LoopbackLine line) {
    return line.north().api().line().record().size();
  }

  private static Percentiles messages(LoopbackLine line, int warmUp, int count) {
    LineApi north = line.north().api();
    LineApi south = line.node(LoopbackLine.SOUTH).api();
    long[] tookNs = new long[count];
    for (int i = -warmUp; i < count; i++) {
      long beganNs = System.nanoTime();
      Said said =
          north.send(
              new Requests.Message(
                  "WARNING", List.of(), "Look out.", "en", null, null, null, List.of(), null));
      String id = Objects.requireNonNull(said.id(), said.sentence());
      while (south.message(id).isEmpty()) {
        if (System.nanoTime() - beganNs > PATIENCE_NS) {
          throw new IllegalStateException("a WARNING did not come within 10 s");
        }
        LockSupport.parkNanos(50_000);
      }
      if (i >= 0) {
        tookNs[i] = System.nanoTime() - beganNs;
      }
      LockSupport.parkNanos(PAUSE_NS);
    }
    return new Percentiles(tookNs);
  }
}
