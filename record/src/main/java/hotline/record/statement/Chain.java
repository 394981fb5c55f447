package hotline.record.statement;

import hotline.record.cbor.Names;
import java.util.Comparator;

/**
 * A row of statements with numbers of their own.
 *
 * @param party who speaks
 * @param node which of its nodes; {@code root} stands for the party's root key
 * @param incarnation which life of that node's outbox
 * @param lane which way
 */
public record Chain(String party, String node, Incarnation incarnation, Lane lane)
    implements Comparable<Chain> {
  private static final Comparator<Chain> ORDER =
      Comparator.comparing(Chain::party)
          .thenComparing(Chain::node)
          .thenComparing(Chain::incarnation)
          .thenComparing(Chain::lane);

  public Chain {
    requireName("party", party);
    requireName("node", node);
  }

  /** By party, node, incarnation, lane. */
  @Override
  public int compareTo(Chain other) {
    return ORDER.compare(this, other);
  }

  private static void requireName(String what, String name) {
    if (!Names.isName(name)) {
      throw new IllegalArgumentException("“" + name + "” is no name of a " + what);
    }
  }
}
