package hotline.bench;

import hotline.node.keys.PartyKeys;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writers as a process of their own, as they are in life: each signs statements and hands them in
 * over HTTP, one after the other, until the process is killed. What signing takes is a part of the
 * load; it is not in the way of the nodes' own threads.
 */
final class Writers implements AutoCloseable {
  private static final int SIGNED_AT_ONCE = 500;

  private final Process process;

  private Writers(Process process) {
    this.process = process;
  }

  /**
   * Starts so many.
   *
   * @param address of the host's node, in clear
   * @param keys the host's folder of keys
   */
  static Writers start(int count, URI address, Path keys, LineId line) throws IOException {
    return new Writers(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Writers.class.getName(),
                String.valueOf(count),
                address.resolve("/peer/v1/statements").toString(),
                keys.toString(),
                HexFormat.of().formatHex(line.bytes()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The process: {@code Writers COUNT ADDRESS KEYS LINE}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    URI address = URI.create(args[1]);
    Signer signer = PartyKeys.open(Path.of(args[2]), new SecureRandom()).node();
    LineId line = LineId.of(HexFormat.of().parseHex(args[3]));
    List<Thread> threads = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        threads.add(Thread.ofVirtual().start(() -> write(client, address, line, signer)));
      }
      for (Thread each : threads) {
        each.join();
      }
    }
  }

  private static void write(HttpClient client, URI address, LineId line, Signer signer) {
    try {
      while (true) {
        for (byte[] each : Load.chain(line, signer, SIGNED_AT_ONCE)) {
          HttpResponse<Void> _ =
              client.send(
                  HttpRequest.newBuilder(address)
                      .version(HttpClient.Version.HTTP_1_1)
                      .header("Content-Type", "application/cose")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(each))
                      .build(),
                  HttpResponse.BodyHandlers.discarding());
        }
      }
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
