package hotline.line.disclosure;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.cbor.Names;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a party hands another in person so that trust can begin: its keys, posts, addresses and TLS
 * authority, signed by its root key. Whether the root key is the party's is for two people to
 * compare by voice.
 *
 * @param nodes 1 to {@link #NODES_MAX}, rising by name
 * @param log signs the record while this party hosts it
 * @param outcome signs the outcome log likewise
 * @param cosigner cosigns what others host
 * @param posts 1 to {@link #POSTS_MAX}, rising
 * @param urls where its nodes are reached, 0 to {@link #URLS_MAX}
 * @param authority what its nodes' TLS certificates have to come from; empty if they have none
 */
public record PartyFile(
    String party,
    PublicKey root,
    List<Node> nodes,
    PublicKey log,
    PublicKey outcome,
    PublicKey cosigner,
    List<String> posts,
    List<String> urls,
    Optional<TlsAuthority> authority) {
  /** The most nodes of a party. */
  public static final int NODES_MAX = 15;

  /** The most posts of a party. */
  public static final int POSTS_MAX = 32;

  /** The most addresses. */
  public static final int URLS_MAX = 15;

  /** The reserved node whose statements and documents the root key signs. */
  public static final String ROOT_NODE = "root";

  private static final int KEY_BYTES_MAX = 66;
  private static final int URL_CHARACTERS_MAX = 200;

  /** Letters, digits and marks of a plain address: no user, no password, nothing to run. */
  private static final Pattern URL =
      Pattern.compile("https?://[a-zA-Z0-9.\\-\\[\\]:]+(/[a-zA-Z0-9._~/\\-]*)?");

  private static final int AUTHORITY = 9;

  /** A node and the key it signs with. */
  public record Node(String name, PublicKey key) {}

  /**
   * Of a party whose nodes have no TLS certificates: they are reached on their own machine only.
   */
  public PartyFile(
      String party,
      PublicKey root,
      List<Node> nodes,
      PublicKey log,
      PublicKey outcome,
      PublicKey cosigner,
      List<String> posts,
      List<String> urls) {
    this(party, root, nodes, log, outcome, cosigner, posts, urls, Optional.empty());
  }

  /** Refuses names, keys and addresses that cannot stand. */
  public PartyFile {
    nodes = List.copyOf(nodes);
    posts = List.copyOf(posts);
    urls = List.copyOf(urls);
    require(Names.isName(party), "the party needs a name");
    require(!nodes.isEmpty() && nodes.size() <= NODES_MAX, "give 1 to " + NODES_MAX + " nodes");
    require(!posts.isEmpty() && posts.size() <= POSTS_MAX, "give 1 to " + POSTS_MAX + " posts");
    require(urls.size() <= URLS_MAX, "give at most " + URLS_MAX + " addresses");
    requireRisingNames(nodes.stream().map(Node::name).toList());
    requireRisingNames(posts);
    require(
        nodes.stream().noneMatch(node -> node.name().equals(ROOT_NODE)),
        "no node may be called " + ROOT_NODE);
    require(
        urls.stream()
            .allMatch(url -> url.length() <= URL_CHARACTERS_MAX && URL.matcher(url).matches()),
        "give addresses as http://host:port or https://host:port, without user or query");
    Set<PublicKey> keys = new HashSet<>(List.of(root));
    boolean differ = keys.add(log) && keys.add(outcome) && keys.add(cosigner);
    for (Node node : nodes) {
      differ &= keys.add(node.key());
    }
    require(differ, "all keys of a party are different");
  }

  /** Signs the file with the party's root key. */
  public Document sign(Signer rootSigner, Nonce nonce, long timeUs) {
    require(rootSigner.publicKey().equals(root), "a party file is signed by its own root key");
    return Document.sign(
        rootSigner,
        new Document.Header(
            noLine(), party, ROOT_NODE, party, DocumentType.PARTY_FILE, nonce, timeUs),
        content());
  }

  /** Reads a hostile file: well formed and signed by the root key that it names, or a sentence. */
  public static Decoded<PartyFile> open(byte[] bytes) {
    return Document.parse(bytes)
        .then(document -> {
          Document.Header header = document.header();
          if (header.type() != DocumentType.PARTY_FILE) {
            return new Decoded.Fault<>("this is no party file");
          }
          return decode(document.payload())
              .then(file ->
                  header.line().equals(noLine())
                          && header.node().equals(ROOT_NODE)
                          && header.from().equals(file.party())
                          && header.to().equals(file.party())
                          && document.signedBy(file.root())
                      ? new Decoded.Value<>(file)
                      : new Decoded.Fault<>(
                          "the party file is not signed by the root key that it names"));
        });
  }

  /** The payload of docs/format.md §8, type 4. */
  public CborMap content() {
    return CborMap.builder()
        .put(1, party)
        .put(2, root.encoded())
        .put(
            3,
            CborArray.of(
                nodes,
                node ->
                    CborArray.of(CborValue.of(node.name()), CborValue.of(node.key().encoded()))))
        .put(4, log.encoded())
        .put(5, outcome.encoded())
        .put(6, cosigner.encoded())
        .put(7, CborArray.of(posts, CborValue::of))
        .put(8, CborArray.of(urls, CborValue::of))
        .putOrNull(AUTHORITY, authority, each -> CborValue.of(each.der()))
        .build();
  }

  /** Reads a hostile payload; the signature over it is {@link #open}'s to check. */
  public static Decoded<PartyFile> decode(CborMap payload) {
    if (payload.get(AUTHORITY).isEmpty()) {
      return new Decoded.Fault<>(
          "it was made by an older version, which had no TLS authority; ask for a new one");
    }
    return Fields.decode(
        payload,
        at ->
            new PartyFile(
                at.name(1),
                key(at.at(2)),
                at.list(
                    3,
                    1,
                    NODES_MAX,
                    field -> field.tuple(2, node -> new Node(node.name(0), key(node.at(1))))),
                key(at.at(4)),
                key(at.at(5)),
                key(at.at(6)),
                at.list(7, 1, POSTS_MAX, Field::name),
                at.list(8, 0, URLS_MAX, url -> url.text(URL_CHARACTERS_MAX)),
                at.nullable(
                    AUTHORITY, each -> TlsAuthority.of(each.bytes(1, TlsAuthority.BYTES_MAX)))));
  }

  private static PublicKey key(Field field) {
    return PublicKey.decode(field.bytes(1, KEY_BYTES_MAX))
        .orElseThrow(() -> new IllegalArgumentException("not a key that may be enrolled"));
  }

  private static LineId noLine() {
    return LineId.of(new byte[LineId.BYTES]);
  }

  private static void requireRisingNames(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      require(Names.isName(names.get(i)), "nodes and posts have names");
      require(
          i == 0 || names.get(i - 1).compareTo(names.get(i)) < 0,
          "give nodes and posts in rising order, each once");
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
