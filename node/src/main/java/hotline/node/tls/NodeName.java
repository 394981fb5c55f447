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
  private static final String SCHEME = "hotline:";
  private static final Integer URI = 6;

  /** Refuses what is no name. */
  public NodeName {
    if (!Names.isName(party) || !Names.isName(node)) {
      throw new IllegalArgumentException("not a party and a node: " + party + ", " + node);
    }
  }

  /** As it stands in the certificate. */
  String uri() {
    return SCHEME + party + "/" + node;
  }

  /** The name in a certificate; empty if it has none, or more than one. */
  static Optional<NodeName> of(X509Certificate certificate) {
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
            .filter(name -> name.startsWith(SCHEME))
            .toList();
    return own.size() == 1 ? parse(own.getFirst()) : Optional.empty();
  }

  private static Optional<NodeName> parse(String uri) {
    String[] parts = uri.substring(SCHEME.length()).split("/", -1);
    return parts.length == 2 && Names.isName(parts[0]) && Names.isName(parts[1])
        ? Optional.of(new NodeName(parts[0], parts[1]))
        : Optional.empty();
  }
}
