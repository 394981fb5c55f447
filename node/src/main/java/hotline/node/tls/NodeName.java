package hotline.node.tls;

import hotline.record.cbor.Names;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whom a certificate names: the only {@code hotline:PARTY/NODE} among its subject alternative
 * names.
 */
public record NodeName(String party, String node) {
  /** Of a node, which speaks with other parties. */
  static final String NODE_SCHEME = "hotline:";

  /** Of a machine of the host, which speaks with the other machines of its group alone. */
  static final String MACHINE_SCHEME = "hotline-machine:";

  private static final Integer URI = 6;

  /** Refuses what is no name. */
  public NodeName {
    if (!Names.isName(party) || !Names.isName(node)) {
      throw new IllegalArgumentException("not a party and a node: " + party + ", " + node);
    }
  }

  /** As it stands in the certificate of a node. */
  String uri() {
    return uri(NODE_SCHEME);
  }

  /** As it stands in the certificate of a node or of a machine. */
  String uri(String scheme) {
    return scheme + party + "/" + node;
  }

  /** The name in a certificate; empty if it has none, or more than one. */
  static Optional<NodeName> of(X509Certificate certificate) {
    return of(certificate, NODE_SCHEME);
  }

  /** The same, in a certificate of this kind. */
  static Optional<NodeName> of(X509Certificate certificate, String scheme) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException malformed) {
      return Optional.empty();
    }
    if (names == null) {
      return Optional.empty();
    }
    List<String> own =
        names.stream()
            .filter(name -> name.getFirst().equals(URI))
            .map(name -> String.valueOf(name.get(1)))
            .filter(name -> name.startsWith(scheme))
            .toList();
    return own.size() == 1 ? parse(own.getFirst().substring(scheme.length())) : Optional.empty();
  }

  private static Optional<NodeName> parse(String name) {
    String[] parts = name.split("/", -1);
    return parts.length == 2 && Names.isName(parts[0]) && Names.isName(parts[1])
        ? Optional.of(new NodeName(parts[0], parts[1]))
        : Optional.empty();
  }
}
