package hotline.bench;

import hotline.node.api.LineApi;
import hotline.node.peer.PeerEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From handing a statement in at the host to its place, to the last follower that has applied it,
 * and to its receipt: one at a time, with 1, 2 and 4 followers in this process, over loopback HTTP.
 */
public final class Following {
  private static final int[] FOLLOWERS = {1, 2, 4};
  private static final int WARM_UP = 200;

  private Following() {}

  /** {@code Following [STATEMENTS a row]}. */
  public static void main(String[] args) throws IOException {
    int count = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hotline-following");
    try {
      System.out.printf("%-34s %9s %9s%n", "one statement at a time", "p50 ms", "p99 ms");
      for (int followers : FOLLOWERS) {
        try (LoopbackLine line =
            LoopbackLine.open(folder.resolve("line" + followers), followers, false)) {
          rows(line, followers, count);
        }
      }
    } finally {
      Load.delete(folder);
    }
  }

  private static void rows(LoopbackLine line, int followers, int count) throws IOException {
    long[][] all = new long[3][count];
    List<byte[]> statements = Load.chain(line.id(), line.northKeys().node(), count + WARM_UP);
    for (int i = 0; i < statements.size(); i++) {
      long[] tookNs = one(line, statements.get(i));
      if (i >= WARM_UP) {
        for (int step = 0; step < all.length; step++) {
          all[step][i - WARM_UP] = tookNs[step];
        }
      }
    }
    String[] steps = {"recorded", "applied at every follower", "receipt at the host"};
    for (int step = 0; step < steps.length; step++) {
      Percentiles times = new Percentiles(all[step]);
      System.out.printf(
          "%d followers: %-21s %9.2f %9.2f%n",
          followers, steps[step], times.p50Ms(), times.p99Ms());
    }
  }

  private static long[] one(LoopbackLine line, byte[] statement) throws IOException {
    LineApi north = line.north().api();
    List<LineApi> others =
        line.others(LoopbackLine.NORTH).stream().map(each -> line.node(each).api()).toList();
    long before = north.line().record().size();
    long beganNs = System.nanoTime();
    Load.placed(line.north().peers().post(PeerEndpoints.Call.STATEMENTS, statement).status());
    long recordedNs = System.nanoTime() - beganNs;
    for (LineApi other : others) {
      LoopbackLine.await(() -> other.entryBytes(before).isPresent());
    }
    long appliedNs = System.nanoTime() - beganNs;
    LoopbackLine.await(() -> north.line().record().confirmedSize() > before);
    return new long[] {recordedNs, appliedNs, System.nanoTime() - beganNs};
  }
}
