package hotline.node.peer;

import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerEndpoints.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Calls over HTTP, and over TLS 1.3 where the address says {@code https}. Each party has clients of
 * its own, with its own connections, which trust that party alone; and the urgent lane has one of
 * its own, so that nothing routine stands in its way. Every call ends in time, its body included.
 */
public final class HttpPeerTransport implements PeerTransport {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration FILE_WITHIN = Duration.ofSeconds(10);
  private static final int ANSWER_BYTES_MAX = 1 << 20;
  private static final int NOT_HERE = 404;
  private static final int UNAVAILABLE = 503;
  private static final String SECURED = "https";
  private static final String[] TLS = {"TLSv1.3"};

  /** Of each party, one for each of its machines. */
  private final Map<String, List<URI>> addresses;

  private final PeerTls tls;

  /** The clients of each address. Guarded by this. */
  private final Map<URI, Ways> ways = new HashMap<>();

  /** Which of a party's addresses answered a kind of call last, by party and kind. */
  private final Map<String, Integer> answering = new ConcurrentHashMap<>();

  /** Guarded by this. */
  private boolean closed;

  /** The ways to one party. */
  private record Ways(@Nullable SSLContext tls, HttpClient routine, HttpClient urgent) {
    void close() {
      routine.shutdownNow();
      urgent.shutdownNow();
    }
  }

  /**
   * To the nodes at these addresses ({@code http://…} or {@code https://…}), by party: at least one
   * of each, all those of its machines. A call goes to the next when one does not answer, or is not
   * the machine for that call.
   */
  public HttpPeerTransport(Map<String, List<URI>> addresses, PeerTls tls) {
    this.addresses = Map.copyOf(addresses);
    this.tls = tls;
  }

  /** The same in clear ({@code http://host:port}). */
  public HttpPeerTransport(Map<String, List<URI>> addresses) {
    this(addresses, new NoTls());
  }

  private static final class NoTls implements PeerTls {
    @Override
    public SSLContext context(String party) throws IOException {
      throw new IOException("there is no TLS here to call " + party + " with");
    }

    @Override
    public void failed(String party, IOException why) {}

    @Override
    public void answered(String party) {}
  }

  /** The clients for a party; others as soon as it is to be trusted by another authority. */
  private synchronized Ways ways(String party, URI address) throws IOException {
    if (closed) {
      throw new IOException("this node stops");
    }
    SSLContext now = SECURED.equals(address.getScheme()) ? tls.context(party) : null;
    Ways known = ways.get(address);
    if (known != null && Objects.equals(known.tls(), now)) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    Ways fresh = new Ways(now, client(now), client(now));
    ways.put(address, fresh);
    return fresh;
  }

  static HttpClient client(@Nullable SSLContext tls) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER);
    if (tls != null) {
      SSLParameters parameters = new SSLParameters();
      parameters.setProtocols(TLS);
      client.sslContext(tls).sslParameters(parameters);
    }
    return client.build();
  }

  @Override
  public Answer post(String party, Call call, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", mediaType(call))
            .POST(BodyPublishers.ofByteArray(body));
    return send(
        party, call.path(), request, answerWithin(call), ANSWER_BYTES_MAX, call == Call.URGENT);
  }

  @Override
  public Answer file(String party, Log log, String path, int bytesMax) throws IOException {
    String whole = log.name().toLowerCase(Locale.ROOT) + "/" + path;
    return send(party, whole, HttpRequest.newBuilder().GET(), FILE_WITHIN, bytesMax, false);
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

  private Answer send(
      String party,
      String path,
      HttpRequest.Builder request,
      Duration within,
      int bytesMax,
      boolean urgent)
      throws IOException {
    List<URI> all = addresses.getOrDefault(party, List.of());
    if (all.isEmpty()) {
      throw new IOException("no address of " + party + " is configured");
    }
    String kind = party + " " + (path.indexOf('/') < 0 ? path : "");
    int first = answering.getOrDefault(kind, 0);
    Answer last = null;
    IOException failure = null;
    for (int i = 0; i < all.size(); i++) {
      int next = (first + i) % all.size();
      try {
        Answer answer = send(party, all.get(next), path, request, within, bytesMax, urgent);
        if (!isForAnother(answer)) {
          answering.put(kind, next);
          return answer;
        }
        if (last == null || last.status() == NOT_HERE) {
          last = answer;
        }
      } catch (IOException failed) {
        failure = failed;
        if (closing()) {
          break;
        }
      }
    }
    if (failure != null && (last == null || last.status() == NOT_HERE)) {
      // Perhaps it would have been the one that is there for this.
      throw failure;
    }
    return Objects.requireNonNull(last);
  }

  /** Whether another machine of the same party may be able to do what this one is not there for. */
  private static boolean isForAnother(Answer answer) {
    return answer.status() == NOT_HERE || answer.status() == UNAVAILABLE;
  }

  private synchronized boolean closing() {
    return closed || Thread.currentThread().isInterrupted();
  }

  private Answer send(
      String party,
      URI base,
      String path,
      HttpRequest.Builder request,
      Duration within,
      int bytesMax,
      boolean urgent)
      throws IOException {
    HttpRequest whole =
        request
            .copy()
            .uri(URI.create(base.toString().replaceAll("/+$", "") + "/peer/v1/" + path))
            .build();
    try {
      Ways there = ways(party, base);
      Answer answer = send(urgent ? there.urgent() : there.routine(), whole, within, bytesMax);
      tls.answered(party);
      return answer;
    } catch (IOException failed) {
      tls.failed(party, failed);
      throw failed;
    }
  }

  /**
   * Reads one byte more than allowed and no further. The client's own limit of time ends with the
   * header, so that a body could trickle for ever: this one does not.
   */
  static Answer send(HttpClient client, HttpRequest request, Duration within, int bytesMax)
      throws IOException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, _ -> new BoundedBody(bytesMax + 1));
    try {
      HttpResponse<byte[]> response = coming.get(within.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new IOException("no answer within " + within.toSeconds() + " s", late);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw cause instanceof IOException known ? known : new IOException(cause);
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    ways.values().forEach(Ways::close);
    ways.clear();
  }
}
