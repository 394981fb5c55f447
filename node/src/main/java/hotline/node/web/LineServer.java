package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.peer.PeerEndpoints;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's door: {@code /line/v1} for this party's systems, {@code /peer/v1} for the other
 * parties' nodes, and the pages; on loopback, one virtual thread a request.
 */
public final class LineServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineServer.class);
  private static final int CONNECTIONS_MAX = 512;
  private static final int HEADERS_MAX = 16_384;
  private static final int ADDRESS_MAX = 4_096;

  /** Longer than the 30 s for which the JDK's client keeps a connection that it may use again. */
  private static final Duration IDLE = Duration.ofSeconds(40);

  private final Access access;
  private final Tickets tickets;
  private final PageRoutes pages;
  private final PeerRoutes peers;
  private final List<Route> routes;
  private final byte[] openApi;
  private final Events events;
  private final WebServer server;
  private final String host;
  private final Duration bodyTime;

  private LineServer(
      Settings settings, LineApi line, PeerEndpoints peers, Pages pages, Supplier<String> metrics)
      throws IOException {
    ApiToken token = ApiToken.at(settings.token());
    bodyTime = settings.bodyTime();
    InstantSource clock = InstantSource.system();
    tickets = new Tickets(clock);
    access = new Access(token, new Sessions(clock), new Attempts(clock), cookie(settings, token));
    this.pages = new PageRoutes(pages, access, tickets);
    this.peers = new PeerRoutes(peers);
    events = new Events(line);
    routes = new ArrayList<>(ApiRoutes.of(line));
    routes.addAll(ownRoutes(metrics));
    openApi = OpenApi.document(routes);
    InetSocketAddress address = settings.address();
    requireFree(settings, address);
    host = address.getAddress() instanceof java.net.Inet6Address ? "[::1]" : "127.0.0.1";
    server = build(settings, address);
  }

  /**
   * Starts listening; refuses an address that other machines can reach and says so if the port is
   * taken.
   */
  public static LineServer start(
      Settings settings, LineApi line, PeerEndpoints peers, Pages pages, Supplier<String> metrics)
      throws IOException {
    LineServer server = new LineServer(settings, line, peers, pages, metrics);
    server.server.start();
    return server;
  }

  /** Asks for the port before the server does, whose own complaint is a page of stack trace. */
  private static void requireFree(Settings settings, InetSocketAddress address) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address);
    } catch (BindException taken) {
      throw new IOException(
          "port "
              + settings.port()
              + " on "
              + settings.host()
              + " is in use: stop what listens there, or choose another with --listen",
          taken);
    }
  }

  private static String cookie(Settings settings, ApiToken token) {
    return "hotline-" + settings.party() + "-" + settings.node() + "-" + token.mark();
  }

  private WebServer build(Settings settings, InetSocketAddress address) {
    return WebServer.builder()
        .host(settings.host())
        .address(address.getAddress())
        .port(address.getPort())
        .shutdownHook(false)
        .maxTcpConnections(CONNECTIONS_MAX)
        .idleConnectionTimeout(IDLE)
        .idleConnectionPeriod(IDLE.dividedBy(4))
        .maxPayloadSize(Bodies.SEALED_MAX + 1L)
        // Without tcpNoDelay, small events wait for the reader's delayed acknowledgement.
        .connectionOptions(o -> o.tcpNoDelay(true))
        .addProtocol(
            Http1Config.builder()
                .maxHeadersSize(HEADERS_MAX)
                .maxPrologueLength(ADDRESS_MAX)
                .build())
        .routing(routing -> routing.any(this::handle))
        .build();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    Outgoing answer;
    try {
      Incoming incoming = incoming(request);
      Access.host(incoming);
      if (streams(incoming)) {
        stream(incoming, response);
        return;
      }
      answer = dispatch(incoming);
    } catch (Problem.Refused refused) {
      answer = Outgoing.problem(refused.problem());
    } catch (RuntimeException failed) {
      LOG.error("could not answer {} {}", request.prologue().method(), failed.toString(), failed);
      answer =
          Outgoing.problem(
              Problem.of(500, "internal", "The node failed to answer; its log says why."));
    }
    send(response, answer);
  }

  private Outgoing dispatch(Incoming request) {
    List<String> path = request.segments();
    if (path.size() >= 2 && path.get(0).equals("peer") && path.get(1).equals("v1")) {
      return peers.handle(request, path.subList(2, path.size()));
    }
    if (path.size() >= 2 && path.get(0).equals("line") && path.get(1).equals("v1")) {
      return api(request, path.subList(2, path.size()));
    }
    return pages.handle(request);
  }

  private Outgoing api(Incoming request, List<String> below) {
    if (below.equals(List.of("openapi.json"))) {
      return Outgoing.of(200, "application/json", openApi);
    }
    access.api(request);
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(below);
      if (parts.isPresent()) {
        if (route.method().equals(request.method())) {
          return route.handler().handle(new Route.Call(request, parts.get()));
        }
        methods.add(route.method());
      }
    }
    if (methods.isEmpty()) {
      throw Route.missing("address");
    }
    String allowed = String.join(", ", methods);
    return Outgoing.problem(Problem.of(405, "method", "Ask this with " + allowed + "."))
        .with("Allow", allowed);
  }

  /** What concerns the server itself rather than the line. */
  private List<Route> ownRoutes(Supplier<String> metrics) {
    return List.of(
        new Route(
            "POST",
            "/tickets",
            "A one-time link that opens the page",
            List.of(),
            new Route.Body.Nothing(),
            new Route.Answer.One(ApiBodies.Ticket.class),
            _ -> {
              String ends = InstantSource.system().instant().plus(Tickets.LIFE).toString();
              return Outgoing.json(200, new ApiBodies.Ticket(pageLink(), ends));
            }),
        new Route(
            "GET",
            "/events",
            "Changes as they happen; resumes after Last-Event-ID",
            List.of(),
            new Route.Body.Nothing(),
            new Route.Answer.Events(),
            _ -> {
              throw new IllegalStateException("streams are answered before dispatch");
            }),
        new Route(
            "GET",
            "/metrics",
            "Counters in Prometheus text",
            List.of(),
            new Route.Body.Nothing(),
            new Route.Answer.Bytes("text/plain"),
            _ -> Outgoing.text(200, metrics.get())));
  }

  private static boolean streams(Incoming request) {
    return request.method().equals("GET")
        && (request.path().equals("/events") || request.path().equals("/line/v1/events"));
  }

  private void stream(Incoming request, ServerResponse response) {
    if (request.path().equals("/events")) {
      pages.stream(request);
    } else {
      access.api(request);
    }
    long next = events.start(request.header().apply("Last-Event-ID"));
    common(response);
    try {
      events.stream(response, next);
    } catch (RuntimeException gone) {
      if (!response.isSent()) {
        throw gone;
      }
      LOG.debug("a reader of events went away", gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Incoming incoming(ServerRequest request) {
    var headers = request.headers();
    Map<String, List<String>> query = UrlText.fields(request.query().rawValue());
    return new Incoming(
        request.prologue().method().text(),
        request.localPeer().port(),
        UrlText.segments(request.prologue().uriPath().rawPath()),
        query,
        name -> headers.first(HeaderNames.create(name)),
        new TimedBody(request.content().inputStream(), bodyTime));
  }

  private static void common(ServerResponse response) {
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "same-origin");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Cache-Control", "no-store");
  }

  private static void send(ServerResponse response, Outgoing answer) {
    response.status(Status.create(answer.status()));
    common(response);
    response.header("Content-Type", answer.mediaType());
    var headers = new HashMap<>(answer.headers());
    headers.forEach(
        (name, values) -> response.header(HeaderValues.create(HeaderNames.create(name), values)));
    if (answer.status() == 413 || answer.status() == 408) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
    response.send(answer.body());
    try {
      answer.after().run();
    } catch (RuntimeException failed) {
      LOG.error("what follows an answer failed", failed);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** A new link that opens the page once, within ten minutes. */
  public String pageLink() {
    return "http://" + host + ":" + port() + "/open?ticket=" + tickets.issue();
  }

  @Override
  public void close() {
    events.close();
    server.stop();
  }
}
