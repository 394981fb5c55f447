package hotline.node.line;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@link SpiedNode}, as its owner uses it: its API, its process, its files. */
final class SpiedSouth implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  final Path data;
  final Path output;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  SpiedSouth(ChildJava java, Path data, URI north, Path output) throws IOException {
    this.data = data;
    this.output = output;
    process =
        java.process(SpiedNode.class, data.toString(), north.toString())
            .redirectError(output.toFile())
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
    port = Integer.parseInt(said("PORT ").substring(5));
  }

  private String said(String beginning) throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new AssertionError("South ended: " + Files.readString(output));
    }
    return line;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Heap and memory, in files of this folder. */
  void dump(Path folder) throws IOException {
    in.write(folder + "\n");
    in.flush();
    String _ = said("DUMPED");
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(address().resolve(path))
        .header("Authorization", "Bearer " + Files.readString(data.resolve("api.token")).strip());
  }

  /** The body; of a stream of events the first event. */
  byte[] get(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
    boolean isStream =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith("text/event-stream"))
            .isPresent();
    try (InputStream body = answer.body()) {
      return isStream ? firstEvent(body) : body.readAllBytes();
    }
  }

  private static byte[] firstEvent(InputStream body) throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    int next = body.read();
    while (next >= 0 && !event.toString(StandardCharsets.UTF_8).endsWith("\n\n")) {
      event.write(next);
      next = body.read();
    }
    return event.toByteArray();
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path));
  }

  /** Whether the answer has this text in it. */
  boolean has(String path, String text) {
    try {
      return new String(get(path), StandardCharsets.UTF_8).contains(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    client.shutdownNow();
    in.close();
    process.onExit().join();
  }
}
