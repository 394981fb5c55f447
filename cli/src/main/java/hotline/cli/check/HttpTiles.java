package hotline.cli.check;

import hotline.node.tls.ClientTls;
import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A log's files under an HTTP address: a node's, or any server's that hands out static files. */
final class HttpTiles implements TileSource {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI prefix;

  /** {@code prefix} ends with a slash. */
  HttpTiles(URI prefix, Optional<SSLContext> tls) {
    this.prefix = prefix;
    HttpClient.Builder client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN);
    tls.ifPresent(client::sslContext);
    this.http = client.build();
  }

  @Override
  public Optional<byte[]> read(String path, int bytesMax) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(prefix.resolve(path)).timeout(ANSWER_WITHIN).GET().build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return switch (answer.statusCode()) {
          case 200 -> Optional.of(body.readNBytes(bytesMax + 1));
          // A node answers what it does not serve to strangers with 401.
          case 401, 403, 404, 410 -> Optional.empty();
          default -> throw new IOException(prefix.resolve(path) + " said " + answer.statusCode());
        };
      }
    } catch (SSLException refused) {
      throw new IOException(
          prefix
              + " is not believed, or does not believe us: "
              + ClientTls.why(refused)
              + ". Give --data DIR, the data folder of a party that has exchanged files with it.",
          refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading " + prefix.resolve(path), stopped);
    }
  }

  @Override
  public String toString() {
    return prefix.toString();
  }
}
