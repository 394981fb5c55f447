package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One party in the terms: the keys that speak for it and the posts where it is reached.
 *
 * @param rootKey signs terms that change keys; kept away from the nodes
 * @param nodes its nodes in the order of their names
 * @param logKey signs the log's checkpoints while this party hosts; Ed25519
 * @param outcomeKey signs the outcome log's; Ed25519
 * @param cosignerKey cosigns both; Ed25519
 * @param posts its duty desks, in the order in which they are shown
 */
public record PartyTerms(
    String party,
    PublicKey rootKey,
    List<NodeKey> nodes,
    PublicKey logKey,
    PublicKey outcomeKey,
    PublicKey cosignerKey,
    List<String> posts) {
  /** The most nodes of one party. */
  public static final int NODES_MAX = 15;

  /** The most posts of one party. */
  public static final int POSTS_MAX = 32;

  /** The name that stands for a party's root key in a chain; no node has it. */
  public static final String ROOT_NODE = "root";

  private static final int SIZE = 7;

  /** Refuses what two readers could take for two things. */
  public PartyTerms {
    nodes = List.copyOf(nodes);
    posts = List.copyOf(posts);
    List<String> names = nodes.stream().map(NodeKey::node).toList();
    Terms.require(!names.isEmpty() && names.size() <= NODES_MAX, party + " has 1 to 15 nodes");
    Terms.require(
        IntStream.range(1, names.size())
            .allMatch(i -> names.get(i - 1).compareTo(names.get(i)) < 0),
        "the nodes of " + party + " stand in the order of their names, each once");
    Terms.require(!names.contains(ROOT_NODE), "no node is called root");
    Terms.require(
        Stream.of(logKey, outcomeKey, cosignerKey)
            .allMatch(key -> key.algorithm() == Algorithm.ED25519),
        "the log, outcome and cosigner keys of " + party + " are Ed25519");
    Terms.require(!posts.isEmpty() && posts.size() <= POSTS_MAX, party + " has 1 to 32 posts");
    Terms.requireDistinct(posts, "the posts of " + party);
  }

  /** A node and the key that it signs with. */
  public record NodeKey(String node, PublicKey key) {
    private static NodeKey read(Field field) {
      return field.tuple(2, at -> new NodeKey(at.name(0), Keys.read(at.at(1))));
    }

    private CborArray encoded() {
      return CborArray.builder().add(node).add(key.encoded()).build();
    }
  }

  /** The key that signs for a node, or for {@link #ROOT_NODE}. */
  public Optional<PublicKey> key(String node) {
    if (node.equals(ROOT_NODE)) {
      return Optional.of(rootKey);
    }
    // Asked of every statement: without the price of a stream.
    for (NodeKey each : nodes) {
      if (each.node().equals(node)) {
        return Optional.of(each.key());
      }
    }
    return Optional.empty();
  }

  /** Every key of the party. */
  public Stream<PublicKey> keys() {
    return Stream.concat(
        Stream.of(rootKey, logKey, outcomeKey, cosignerKey), nodes.stream().map(NodeKey::key));
  }

  static PartyTerms read(Field field) {
    return field.tuple(SIZE, PartyTerms::read);
  }

  private static PartyTerms read(Fields at) {
    return new PartyTerms(
        at.name(0),
        Keys.read(at.at(1)),
        at.list(2, 1, NODES_MAX, NodeKey::read),
        Keys.read(at.at(3)),
        Keys.read(at.at(4)),
        Keys.read(at.at(5)),
        at.list(6, 1, POSTS_MAX, Field::name));
  }

  CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(rootKey.encoded())
        .add(CborArray.of(nodes, NodeKey::encoded))
        .add(logKey.encoded())
        .add(outcomeKey.encoded())
        .add(cosignerKey.encoded())
        .add(CborArray.of(posts, CborValue::of))
        .build();
  }
}
