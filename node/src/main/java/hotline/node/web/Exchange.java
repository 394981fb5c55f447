package hotline.node.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the server's requests to ours, and from our answers to its responses. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private Exchange() {}

  /**
   * Answers a request with what {@code work} makes of it, or with the problem that it ends in;
   * {@code work} returns nothing if it has answered itself.
   */
  static void handle(
      ServerRequest request,
      ServerResponse response,
      Function<ServerRequest, Optional<Outgoing>> work) {
    Optional<Outgoing> answer;
    try {
      answer = work.apply(request);
    } catch (Problem.Refused refused) {
      answer = Optional.of(Outgoing.problem(refused.problem()));
    } catch (RuntimeException failed) {
      LOG.error("could not answer {} {}", request.prologue().method(), failed.toString(), failed);
      answer =
          Optional.of(
              Outgoing.problem(
                  Problem.of(500, "internal", "The node failed to answer; its log says why.")));
    }
    answer.ifPresent(each -> send(response, each));
  }

  /** A request, whose body has to arrive within {@code bodyTime}. */
  static Incoming incoming(ServerRequest request, Duration bodyTime) {
    var headers = request.headers();
    Map<String, List<String>> query = UrlText.fields(request.query().rawValue());
    return new Incoming(
        request.prologue().method().text(),
        request.localPeer().port(),
        remote(request),
        UrlText.segments(request.prologue().uriPath().rawPath()),
        query,
        name -> headers.first(HeaderNames.create(name)),
        new TimedBody(request.content().inputStream(), bodyTime));
  }

  private static String remote(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress from
            && from.getAddress() != null
        ? from.getAddress().getHostAddress()
        : "?";
  }

  /** What every answer says. */
  static void common(ServerResponse response) {
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
    answer
        .headers()
        .forEach((name, values) ->
            response.header(HeaderValues.create(HeaderNames.create(name), values)));
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
}
