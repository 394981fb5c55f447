package hotline.node.peer;

import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Calls over HTTP. The urgent lane has a client of its own, with its own connections and threads,
 * so that nothing routine stands in its way.
 */
public final class HttpPeerTransport implements PeerTransport {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final int ANSWER_BYTES_MAX = 1 << 20;

  private final Map<String, URI> addresses;
  private final HttpClient routine;
  private final HttpClient urgent;

  /** To the nodes at these addresses ({@code http://host:port}), by party. */
  public HttpPeerTransport(Map<String, URI> addresses) {
    this.addresses = Map.copyOf(addresses);
    this.routine = client();
    this.urgent = client();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_WITHIN)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Override
  public Answer post(String party, Call call, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address(party, call.path()))
            .timeout(answerWithin(call))
            .header("Content-Type", mediaType(call))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return send(call == Call.URGENT ? urgent : routine, request, ANSWER_BYTES_MAX);
  }

  @Override
  public Answer file(String party, Log log, String path, int bytesMax) throws IOException {
    URI address = address(party, log.name().toLowerCase(Locale.ROOT) + "/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).GET().build();
    return send(routine, request, bytesMax);
  }

  private URI address(String party, String path) throws IOException {
    URI base = addresses.get(party);
    if (base == null) {
      throw new IOException("no address of " + party + " is configured");
    }
    return URI.create(base.toString().replaceAll("/+$", "") + "/peer/v1/" + path);
  }

  private static Duration answerWithin(Call call) {
    return switch (call) {
      case URGENT -> Duration.ofSeconds(2);
      case STATEMENTS, DETAILS -> Duration.ofSeconds(5);
      // A mirror may have to fetch and check many entries before it cosigns.
      case ADD_CHECKPOINT -> Duration.ofSeconds(20);
    };
  }

  private static String mediaType(Call call) {
    return switch (call) {
      case STATEMENTS, URGENT, DETAILS -> "application/cose";
      case ADD_CHECKPOINT -> "text/plain; charset=utf-8";
    };
  }

  /** Reads one byte more than allowed and no further. */
  private static Answer send(HttpClient client, HttpRequest request, int bytesMax)
      throws IOException {
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Answer(
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            body.readNBytes(bytesMax + 1));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  @Override
  public void close() {
    routine.shutdownNow();
    urgent.shutdownNow();
  }
}
