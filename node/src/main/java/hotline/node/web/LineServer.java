package hotline.node.web;

import hotline.node.account.Accounts;
import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Visitor;
import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerGate;
import hotline.node.tls.Connections;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's door: {@code /line/v1} for this party's systems, {@code /peer/v1} for the other
 * parties' nodes, and the pages; in clear on loopback, or over TLS and without the parties' nodes,
 * which then come in by {@link PeerServer}.
 */
public final class LineServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineServer.class);
  private static final String STAY_SECURED = "max-age=31536000";

  private final Access access;
  private final Callers callers;
  private final Tickets tickets;
  private final PageRoutes pages;
  private final PeerRoutes peers;
  private final List<Route> routes;
  private final byte[] openApi;
  private final Events events;
  private final WebServer server;
  private final Site site;
  private final Duration bodyTime;
  private final boolean peersHere;
  private final @Nullable Connections connections;

  private LineServer(
      Settings settings, LineApi line, PeerEndpoints peers, Pages pages, Supplier<String> metrics)
      throws IOException {
    ApiToken token = ApiToken.at(settings.token());
    bodyTime = settings.bodyTime();
    InstantSource clock = InstantSource.system();
    tickets = new Tickets(clock);
    InetSocketAddress address = settings.address();
    site = Site.of(settings, address.getAddress());
    access =
        new Access(token, new Sessions(clock), new Attempts(clock), cookie(settings, token), site);
    People people = new People(Accounts.in(settings.data()), clock);
    callers = new Callers(access, people);
    this.pages = new PageRoutes(pages, access, tickets, people, new Presses(line));
    this.peers = new PeerRoutes(peers, new PeerGate());
    peersHere = settings.peersHere();
    events = new Events(line);
    routes = new ArrayList<>(ApiRoutes.of(line));
    routes.addAll(ownRoutes(metrics));
    openApi = OpenApi.document(routes);
    Settings.Secured secured = settings.secured();
    connections = secured == null ? null : secured.door().connections();
    server =
        Listener.of(
            address,
            "--listen",
            secured == null ? null : secured.door().context(),
            Bodies.SEALED_MAX + 1L,
            this::handle);
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

  private static String cookie(Settings settings, ApiToken token) {
    return "hotline-" + settings.party() + "-" + settings.node() + "-" + token.mark();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    if (connections == null) {
      answer(request, response);
      return;
    }
    connections.during(request.remotePeer().address(), () -> answer(request, response));
  }

  private void answer(ServerRequest request, ServerResponse response) {
    Exchange.handle(
        request,
        response,
        asked -> {
          Incoming incoming = Exchange.incoming(asked, bodyTime);
          access.host(incoming);
          if (site.isSecured()) {
            response.header("Strict-Transport-Security", STAY_SECURED);
          }
          if (streams(incoming)) {
            stream(incoming, response);
            return Optional.empty();
          }
          return Optional.of(dispatch(incoming));
        });
  }

  private Outgoing dispatch(Incoming request) {
    return PeerRoutes.below(request)
        .map(below -> peer(request, below))
        .or(() -> request.below("line", "v1").map(below -> api(request, below)))
        .orElseGet(() -> pages.handle(request));
  }

  /**
   * Other nodes, if they come in here; if not, reads of the record by whoever is on this machine.
   */
  private Outgoing peer(Incoming request, List<String> below) {
    if (peersHere) {
      return peers.handle(request, below);
    }
    if (site.isSecured()) {
      throw Problem.of(404, "elsewhere", "Other parties' nodes have a door of their own.")
          .refusal();
    }
    return peers.file(request, below);
  }

  private Outgoing api(Incoming request, List<String> below) {
    if (below.equals(List.of("openapi.json"))) {
      return Outgoing.of(200, "application/json", openApi);
    }
    Visitor visitor = callers.visitor(request);
    List<String> methods = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(below);
      if (parts.isPresent()) {
        if (route.method().equals(request.method())) {
          callers.may(request, visitor, route);
          return route.handler().handle(new Route.Call(request, parts.get(), visitor));
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
      Visitor _ = callers.visitor(request);
    }
    long next = events.start(request.header().apply("Last-Event-ID"));
    Exchange.common(response);
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

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** A new link that opens the page once, within ten minutes. */
  public String pageLink() {
    return address() + "/open?ticket=" + tickets.issue();
  }

  /** Where it is reached from this machine. */
  public String address() {
    return site.scheme() + "://" + site.first() + ":" + port();
  }

  @Override
  public void close() {
    events.close();
    server.stop();
    if (connections != null) {
      connections.close();
    }
  }
}
