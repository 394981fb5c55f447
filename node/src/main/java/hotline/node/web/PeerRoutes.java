package hotline.node.web;

import hotline.node.peer.PeerEndpoints;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Carries other nodes' calls to {@link PeerEndpoints}: no cookies, no tokens, bounded bodies. */
final class PeerRoutes {
  private static final Pattern FILE =
      Pattern.compile("checkpoint|tile/[a-z0-9]{1,16}(/[a-z0-9][a-z0-9.]{0,15}){1,8}");

  private final PeerEndpoints peers;

  PeerRoutes(PeerEndpoints peers) {
    this.peers = peers;
  }

  /** Answers what stands below {@code /peer/v1}. */
  Outgoing handle(Incoming request, List<String> below) {
    if (request.method().equals("POST") && below.size() == 1) {
      for (PeerEndpoints.Call call : PeerEndpoints.Call.values()) {
        if (call.path().equals(below.getFirst())) {
          return carried(peers.post(call, Bodies.read(request, call.bodyMax())));
        }
      }
    }
    if (request.method().equals("GET") && below.size() >= 2) {
      Optional<PeerEndpoints.Log> log =
          switch (below.getFirst()) {
            case "record" -> Optional.of(PeerEndpoints.Log.RECORD);
            case "outcomes" -> Optional.of(PeerEndpoints.Log.OUTCOMES);
            default -> Optional.empty();
          };
      String path = String.join("/", below.subList(1, below.size()));
      if (log.isPresent() && FILE.matcher(path).matches()) {
        return carried(peers.file(log.get(), path));
      }
    }
    throw Route.missing("address");
  }

  private static Outgoing carried(PeerEndpoints.Answer answer) {
    return Outgoing.of(answer.status(), answer.mediaType(), answer.body());
  }
}
