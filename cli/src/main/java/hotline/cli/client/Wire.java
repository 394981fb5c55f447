package hotline.cli.client;

import hotline.node.tls.ClientTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers of {@code /line/v1}: JSON in, JSON out, one node. Thread-safe. */
final class Wire implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.shared();

  /** Longer than any wait of the API itself. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  private final URI node;
  private final Optional<String> token;
  private final HttpClient http;

  Wire(URI node, Optional<String> token, Optional<SSLContext> tls) {
    this.node = node;
    this.token = token;
    HttpClient.Builder client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN);
    tls.ifPresent(client::sslContext);
    this.http = client.build();
  }

  /** What {@code path} answers; a 404 is empty. */
  Optional<byte[]> get(String path) {
    HttpResponse<byte[]> answer = answer(path);
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    checkDone(answer);
    return Optional.of(answer.body());
  }

  /** The raw answer to a GET; the caller judges its status. */
  HttpResponse<byte[]> answer(String path) {
    return send(request(path).GET().build());
  }

  <T> T get(String path, Class<T> type) {
    byte[] body =
        get(path).orElseThrow(() -> new Refused("not-found", "The node knows no " + path + "."));
    return read(body, type);
  }

  /** The raw answer to a POST; the caller judges its status. */
  HttpResponse<byte[]> post(String path, @Nullable Object body) {
    byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(bytes))
            .build());
  }

  HttpResponse<byte[]> postBytes(String path, String mediaType, byte[] body) {
    return send(
        request(path)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  static void checkDone(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= 300) {
      Problem problem = problem(answer);
      throw new Refused(problem.code(), problem.detail());
    }
  }

  /** The problem of RFC 9457 in an answer, or the best that can be said without one. */
  static Problem problem(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 401) {
      return new Problem(
          "not-signed-in",
          "The node asks for its token: give --data DIR or --token-file DIR/api.token.",
          null,
          null);
    }
    try {
      Problem problem = JSON.readValue(answer.body(), Problem.class);
      if (problem != null && problem.code() != null && problem.detail() != null) {
        return problem;
      }
    } catch (JacksonException notJson) {
      // Some other program answered.
    }
    return new Problem(
        "status-" + answer.statusCode(), "The node said " + answer.statusCode() + ".", null, null);
  }

  <T> T read(byte[] body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JacksonException other) {
      throw new Refused(
          "not-a-node", "What answers at " + node + " is not a node of this version.");
    }
  }

  /** Reads the node's event stream until its change counter passes {@code seen}, or time is up. */
  long changeAfter(long seen, long atMostMs) throws InterruptedException {
    long deadlineNs = System.nanoTime() + Duration.ofMillis(atMostMs).toNanos();
    HttpRequest request = request("events").header("Accept", "text/event-stream").GET().build();
    long change = seen;
    try (Stream<String> lines = exchange(request, BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("data:") && line.contains("\"change\"")) {
          change = read(line.substring(5).getBytes(StandardCharsets.UTF_8), Change.class).change();
        }
        if (change > seen || System.nanoTime() > deadlineNs) {
          break;
        }
      }
    } catch (UncheckedIOException broken) {
      throw new Unreachable("The node at " + node + " broke off.", broken);
    }
    return change;
  }

  private record Change(long change) {}

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve("/line/v1/" + path)).timeout(ANSWER_WITHIN);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return exchange(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while waiting for " + node + ".", stopped);
    }
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> reader)
      throws InterruptedException {
    try {
      return http.send(request, reader);
    } catch (ConnectException nobody) {
      throw new Unreachable(
          "No node answers at " + node + ": start it (hotline up), or give --node URL.", nobody);
    } catch (HttpTimeoutException late) {
      throw new Unreachable("The node at " + node + " did not answer in time.", late);
    } catch (SSLException refused) {
      throw new Unreachable(
          "What answers at "
              + node
              + " is not believed: "
              + ClientTls.why(refused)
              + ". Give --data DIR, or --ca FILE with its party's authority.",
          refused);
    } catch (IOException broken) {
      throw new Unreachable("The node at " + node + " broke off.", broken);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
