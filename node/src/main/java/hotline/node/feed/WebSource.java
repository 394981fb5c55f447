package hotline.node.feed;

import hotline.node.peer.BoundedBody;
import hotline.traffic.readsb.AircraftJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * {@code aircraft.json}, asked for once a second. No redirect is followed: the address that was set
 * is the one that is asked.
 */
final class WebSource implements Source {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpRequest request;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final Pause pause = new Pause();

  WebSource(String at) {
    request = HttpRequest.newBuilder(URI.create(at)).timeout(PATIENCE).build();
  }

  @Override
  public void read(Intake into, Runnable opened) throws IOException {
    try {
      do {
        HttpResponse<byte[]> answer =
            client.send(request, _ -> new BoundedBody(AircraftJson.BYTES_MAX + 1));
        if (answer.statusCode() != 200) {
          throw new IOException("It answers " + answer.statusCode() + ", not 200.");
        }
        opened.run();
        AircraftJson decoded = AircraftJson.decode(answer.body(), into.nowUs());
        decoded.reports().forEach(into::take);
        into.reject(decoded.rejects());
      } while (pause.lasts(EVERY));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  @Override
  public void close() {
    pause.end();
    client.shutdownNow();
  }
}
