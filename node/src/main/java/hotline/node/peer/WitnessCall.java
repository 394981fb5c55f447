package hotline.node.peer;

import hotline.node.peer.PeerEndpoints.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * The C2SP witness call to a witness that is no node of Hotline: {@code <prefix>/add-checkpoint},
 * without a certificate of ours. Over {@code https} whoever this machine's own authorities vouch
 * for answers; nothing rests on that, since only a cosignature by the witness's key is believed.
 */
public final class WitnessCall implements Closeable {
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final int ANSWER_BYTES_MAX = 64 << 10;

  private final HttpClient client = HttpPeerTransport.client(null);
  private final URI address;

  /** To the witness with this submission prefix. */
  public WitnessCall(URI prefix) {
    this.address = URI.create(prefix.toString().replaceAll("/+$", "") + "/add-checkpoint");
  }

  /** Asks for a cosignature; what comes back is for the caller to check. */
  public Answer addCheckpoint(byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return HttpPeerTransport.send(client, request, WITHIN, ANSWER_BYTES_MAX);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
