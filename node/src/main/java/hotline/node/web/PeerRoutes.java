package hotline.node.web;

import hotline.node.peer.PeerEndpoints;
import hotline.node.peer.PeerEndpoints.Call;
import hotline.node.peer.PeerGate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Carries other nodes' calls to {@link PeerEndpoints}: no cookies, no tokens, bounded bodies. */
final class PeerRoutes {
  private static final Pattern FILE =
      Pattern.compile("checkpoint|tile/[a-z0-9]{1,16}(/[a-z0-9][a-z0-9.]{0,15}){1,8}");

  private final PeerEndpoints peers;
  private final PeerGate gate;

  PeerRoutes(PeerEndpoints peers, PeerGate gate) {
    this.peers = peers;
    this.gate = gate;
  }

  /** The path below {@code /peer/v1}; empty if it is another one. */
  static Optional<List<String>> below(Incoming request) {
    return request.below("peer", "v1");
  }

  /** Answers what a party's node asks below {@code /peer/v1}. */
  Outgoing handle(String party, Incoming request, List<String> below) {
    Optional<Call> call = call(request, below);
    try (PeerGate.Pass _ =
        gate.enter(party, call)
            .orElseThrow(() -> Problem.of(429, "busy", "Too many calls of one party.").refusal())) {
      if (call.isEmpty()) {
        return file(request, below);
      }
      byte[] body = Bodies.read(request, call.get().bodyMax());
      return carried(
          gate.refuse(party, call.get(), body).orElseGet(() -> peers.post(call.get(), body)));
    }
  }

  /** Answers whoever is on this machine: there, a node has no name. */
  Outgoing handle(Incoming request, List<String> below) {
    Optional<Call> call = call(request, below);
    return call.isEmpty()
        ? file(request, below)
        : carried(peers.post(call.get(), Bodies.read(request, call.get().bodyMax())));
  }

  private static Optional<Call> call(Incoming request, List<String> below) {
    if (request.method().equals("POST") && below.size() == 1) {
      for (Call call : Call.values()) {
        if (call.path().equals(below.getFirst())) {
          return Optional.of(call);
        }
      }
    }
    return Optional.empty();
  }

  /** Answers a read of either log. */
  Outgoing file(Incoming request, List<String> below) {
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
