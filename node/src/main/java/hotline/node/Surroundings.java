package hotline.node;

import hotline.node.order.OrderedMachine;
import hotline.node.order.RatisSequencer;
import hotline.node.order.Sequencer;
import hotline.node.peer.HttpPeerTransport;
import hotline.node.peer.PeerTransport;
import hotline.node.store.NodeDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The world around a node, which tests and the simulator replace. Its disk is whatever file system
 * the path of its data folder belongs to.
 *
 * @param clock what this node takes for the time; may be wrong, and may jump
 * @param transport makes the way to the other parties' nodes, from their addresses
 * @param listens whether the node opens a port
 * @param pace its threads
 * @param sequencers makes the sequencer, if it hosts
 * @param database opens its private database
 */
public record Surroundings(
    InstantSource clock,
    SecureRandom random,
    Function<Map<String, List<URI>>, PeerTransport> transport,
    boolean listens,
    Pace pace,
    Sequencers sequencers,
    NodeDatabase.Opener database) {
  /** Makes a sequencer. */
  @FunctionalInterface
  public interface Sequencers {
    /** On the log in {@code folder}, or on a new one; not started. */
    Sequencer of(Path folder, OrderedMachine machine);
  }

  /** The real threads, sequencer and database; the rest of the caller's making. */
  public Surroundings(
      InstantSource clock,
      SecureRandom random,
      Function<Map<String, List<URI>>, PeerTransport> transport,
      boolean listens) {
    this(
        clock,
        random,
        transport,
        listens,
        Pace.real(),
        RatisSequencer::of,
        NodeDatabase.Opener.FILES);
  }

  /** The same with another sequencer. */
  Surroundings with(Sequencers others) {
    return new Surroundings(clock, random, transport, listens, pace, others, database);
  }

  /** The real one. */
  public static Surroundings real() {
    return new Surroundings(
        InstantSource.system(), new SecureRandom(), HttpPeerTransport::new, true);
  }
}
