package hotline.node.record;

import hotline.node.peer.PeerEndpoints.Log;
import hotline.node.peer.PeerLog;
import hotline.node.peer.PeerTransport;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what the host has signed for the other followers, directly at them: a host that shows
 * each its own history would otherwise never meet the two in one place. Used by one thread.
 */
final class CheckpointExchange {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointExchange.class);

  private final PeerTransport transport;
  private final List<String> others;
  private final Pull.ForkCheck forks;

  /** What was looked at last, by party and log. */
  private final Map<String, String> seen = new HashMap<>();

  /** With these parties; what each shows goes to {@code forks}. */
  CheckpointExchange(PeerTransport transport, List<String> others, Pull.ForkCheck forks) {
    this.transport = transport;
    this.others = List.copyOf(others);
    this.forks = forks;
  }

  /**
   * Looks at one log at each of them.
   *
   * @throws Mirror.Refusal if one shows another history, signed by the host
   */
  void look(Log log, VerifierKey key, LogStore copy) throws Mirror.Refusal {
    for (String party : others) {
      try {
        look(party, log, key, copy);
      } catch (Mirror.Refusal fork) {
        throw fork;
      } catch (IOException later) {
        LOG.atDebug().addKeyValue("peer", party).setCause(later).log("no checkpoint to compare");
      }
    }
  }

  private void look(String party, Log log, VerifierKey key, LogStore copy) throws IOException {
    PeerLog source = new PeerLog(transport, party, log);
    Optional<SignedCheckpoint> shown = source.checkpoint(key).flatMap(Parsed::asOptional);
    String name = party + " " + log;
    if (shown.isPresent() && !shown.get().note().text().equals(seen.get(name))) {
      forks.look(shown.get(), copy, source);
      seen.put(name, shown.get().note().text());
    }
  }
}
