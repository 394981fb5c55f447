package hotline.bench;

import hotline.line.Kind;
import hotline.line.body.ChainBody;
import hotline.line.body.MessageBody;
import hotline.node.peer.PeerEndpoints;
import hotline.record.cbor.CborMap;
import hotline.record.signature.EngineReport;
import hotline.record.signature.Engines;
import hotline.record.signature.Signer;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements a second through the host's own door: each is parsed, its signature checked, ordered,
 * forced to disk, folded, and answered with a signed promise. Statements are signed beforehand.
 * Loopback only; bounded by its own numbers.
 */
public final class Load {
  private static final int WARM_UP = 20_000;
  private static final int FSYNCS = 500;
  private static final int PUBLISHED_SAMPLES = 200;

  private Load() {}

  /** {@code Load [STATEMENTS a row]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length == 0 ? 60_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("hotline-load");
    try {
      System.out.printf(
          "Java %s, %d processors, signatures checked by %s%n",
          Runtime.version(), Runtime.getRuntime().availableProcessors(), engine());
      System.out.printf("fsync of 4 KiB: %,d a second%n", fsyncs(folder.resolve("fsync")));
      System.out.printf(
          "%-28s %8s %12s %9s %9s%n", "way", "writers", "statements/s", "p50 ms", "p99 ms");
      try (LoopbackLine line = LoopbackLine.open(folder.resolve("alone"), false)) {
        Load.rows("in process", line, count, new int[] {1, 8, 64}, door(line));
        try (HttpClient client = HttpClient.newHttpClient()) {
          Load.rows("HTTP", line, count / 2, new int[] {1, 8, 64}, http(client, line));
        }
        published(line);
      }
      try (LoopbackLine line = LoopbackLine.open(folder.resolve("followed"), true)) {
        Load.rows("in process, one follower", line, count, new int[] {64}, door(line));
      }
    } finally {
      delete(folder);
    }
  }

  /** One way to hand in; throws if it is not placed. */
  private interface Door {
    void handIn(byte[] statement) throws IOException, InterruptedException;
  }

  private static Door door(LoopbackLine line) {
    PeerEndpoints peers = line.north().peers();
    return bytes -> placed(peers.post(PeerEndpoints.Call.STATEMENTS, bytes).status());
  }

  private static Door http(HttpClient client, LoopbackLine line) {
    URI address = line.northAddress().resolve("/peer/v1/statements");
    return bytes ->
        placed(
            client
                .send(
                    HttpRequest.newBuilder(address)
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/cose")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                    HttpResponse.BodyHandlers.ofByteArray())
                .statusCode());
  }

  static void placed(int status) throws IOException {
    if (status != 200) {
      throw new IOException("not placed: status " + status);
    }
  }

  private static void rows(String way, LoopbackLine line, int count, int[] writers, Door door)
      throws IOException, InterruptedException {
    run(line, WARM_UP, 64, door);
    for (int each : writers) {
      int total = each == 1 ? Math.max(1_000, count / 20) : count;
      long[] result = run(line, total, each, door);
      System.out.printf(
          "%-28s %8d %,12d %9.2f %9.2f%n", way, each, result[0], result[1] / 1e6, result[2] / 1e6);
    }
  }

  /** Statements a second, and the median and 99th percentile of their times in nanoseconds. */
  private static long[] run(LoopbackLine line, int total, int writers, Door door)
      throws IOException, InterruptedException {
    Signer signer = line.northKeys().node();
    List<List<byte[]>> rows = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      rows.add(chain(line.id(), signer, total / writers));
    }
    long[][] times = new long[writers][];
    CountDownLatch ready = new CountDownLatch(writers);
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      int writer = i;
      threads.add(
          Thread.ofVirtual().start(() -> times[writer] = write(rows.get(writer), door, ready, go)));
    }
    ready.await();
    long startNs = System.nanoTime();
    go.countDown();
    for (Thread each : threads) {
      each.join();
    }
    long tookNs = System.nanoTime() - startNs;
    long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
    return new long[] {
      all.length * 1_000_000_000L / tookNs, all[all.length / 2], all[all.length * 99 / 100]
    };
  }

  private static long[] write(
      List<byte[]> statements, Door door, CountDownLatch ready, CountDownLatch go) {
    long[] tookNs = new long[statements.size()];
    ready.countDown();
    try {
      go.await();
      for (int i = 0; i < tookNs.length; i++) {
        long beganNs = System.nanoTime();
        door.handIn(statements.get(i));
        tookNs[i] = System.nanoTime() - beganNs;
      }
      return tookNs;
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A chain of its own, signed: BEGIN, then messages of routine text. */
  static List<byte[]> chain(LineId line, Signer signer, int length) {
    byte[] name = new byte[Incarnation.BYTES];
    new SecureRandom().nextBytes(name);
    Chain chain = new Chain("north", "a", Incarnation.of(name), Lane.ROUTINE);
    CborMap begin = new ChainBody.Begin(List.of(), Optional.empty()).content();
    CborMap text = MessageBody.Message.bare(Kind.TEXT).content();
    List<byte[]> all = new ArrayList<>(length);
    StatementId previous = null;
    for (int i = 0; i < length; i++) {
      int kind = i == 0 ? Kind.BEGIN.code() : Kind.TEXT.code();
      Statement each =
          Statements.sign(signer, header(line, chain, i, previous, kind), i == 0 ? begin : text);
      previous = each.id();
      all.add(each.bytes());
    }
    return all;
  }

  private static Header header(
      LineId line, Chain chain, int sequence, @Nullable StatementId previous, int kind) {
    long nowUs = System.currentTimeMillis() * 1_000;
    return new Header(line, chain, sequence, previous, null, null, Mode.LIVE, kind, nowUs);
  }

  /** From handing in to a published checkpoint that has it, one at a time. */
  private static void published(LoopbackLine line) throws IOException {
    List<byte[]> statements = chain(line.id(), line.northKeys().node(), PUBLISHED_SAMPLES);
    PeerEndpoints peers = line.north().peers();
    long[] tookNs = new long[statements.size()];
    for (int i = 0; i < tookNs.length; i++) {
      long before = publishedSize(peers);
      long beganNs = System.nanoTime();
      placed(peers.post(PeerEndpoints.Call.STATEMENTS, statements.get(i)).status());
      LoopbackLine.await(() -> publishedSize(peers) > before);
      tookNs[i] = System.nanoTime() - beganNs;
    }
    Arrays.sort(tookNs);
    System.out.printf(
        "entry to published checkpoint: p50 %.1f ms, p99 %.1f ms (%d, one at a time)%n",
        tookNs[tookNs.length / 2] / 1e6, tookNs[tookNs.length * 99 / 100] / 1e6, tookNs.length);
  }

  private static long publishedSize(PeerEndpoints peers) {
    String note =
        new String(
            peers.file(PeerEndpoints.Log.RECORD, "checkpoint").body(),
            java.nio.charset.StandardCharsets.UTF_8);
    return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
  }

  private static long fsyncs(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(4096);
      long beganNs = System.nanoTime();
      for (int i = 0; i < FSYNCS; i++) {
        channel.write(page.clear());
        channel.force(false);
      }
      return FSYNCS * 1_000_000_000L / (System.nanoTime() - beganNs);
    }
  }

  static String engine() {
    return Engines.report().stream()
        .filter(each -> each.standing() == EngineReport.Standing.USED)
        .map(EngineReport::engine)
        .findFirst()
        .orElse("nothing");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
