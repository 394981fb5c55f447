package hotline.node.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/**
 * Makes keys and certificates: P-256 and ECDSA with SHA-256, which every browser takes as well.
 * Profile of RFC 5280; only Bouncy Castle's builders know the bytes.
 */
final class Certificates {
  /** How long a party's authority lasts: a change of it has to be carried in person. */
  static final Duration AUTHORITY_LIFE = Duration.ofDays(3_650);

  /** How long a node's certificate lasts, which is how long a stolen key is of use. */
  static final Duration NODE_LIFE = Duration.ofDays(90);

  /** From then on a node's certificate is renewed. */
  static final Duration RENEW_BEFORE = Duration.ofDays(30);

  /** Clocks of other machines may be behind by this much. */
  private static final Duration CLOCKS_BEHIND = Duration.ofDays(1);

  private static final int SERIAL_BITS = 120;
  private static final String SIGNATURE = "SHA256withECDSA";

  private Certificates() {}

  static KeyPair keyPair(SecureRandom random) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException none) {
      throw new IOException("this Java makes no P-256 keys: " + none.getMessage(), none);
    }
  }

  /** A party's authority, signed by itself. It may sign certificates of nodes and nothing else. */
  static X509Certificate authority(String party, KeyPair keys, Instant now, SecureRandom random)
      throws IOException {
    X500Name name = name(party, "hotline " + party);
    Instant start = now.minus(CLOCKS_BEHIND);
    return sign(
        new JcaX509v3CertificateBuilder(
            name,
            serial(random),
            Date.from(start),
            Date.from(start.plus(AUTHORITY_LIFE)),
            name,
            keys.getPublic()),
        keys.getPrivate(),
        builder -> {
          var ids = new JcaX509ExtensionUtils();
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
          builder.addExtension(
              Extension.subjectKeyIdentifier,
              false,
              ids.createSubjectKeyIdentifier(keys.getPublic()));
        });
  }

  /**
   * A node's certificate, for both ends of a connection.
   *
   * @param hosts names and addresses under which browsers reach it
   */
  static X509Certificate node(
      NodeName node,
      Collection<String> hosts,
      PublicKey key,
      Authority authority,
      Instant now,
      SecureRandom random)
      throws IOException {
    Instant start = now.minus(CLOCKS_BEHIND);
    return node(
        node, hosts, key, authority, start, start.plus(CLOCKS_BEHIND).plus(NODE_LIFE), random);
  }

  /** A certificate of a machine of the host, for both ends of a connection in its group. */
  static X509Certificate machine(
      NodeName machine,
      PublicKey key,
      Authority authority,
      Instant now,
      Duration life,
      SecureRandom random)
      throws IOException {
    return signed(
        machine,
        List.of(
            new GeneralName(
                GeneralName.uniformResourceIdentifier, machine.uri(NodeName.MACHINE_SCHEME))),
        key,
        authority,
        now.minus(CLOCKS_BEHIND),
        now.plus(life),
        random);
  }

  static X509Certificate node(
      NodeName node,
      Collection<String> hosts,
      PublicKey key,
      Authority authority,
      Instant start,
      Instant end,
      SecureRandom random)
      throws IOException {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.uniformResourceIdentifier, node.uri()));
    for (String host : hosts) {
      int kind = IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName;
      names.add(new GeneralName(kind, host));
    }
    return signed(node, names, key, authority, start, end, random);
  }

  private static X509Certificate signed(
      NodeName node,
      List<GeneralName> names,
      PublicKey key,
      Authority authority,
      Instant start,
      Instant end,
      SecureRandom random)
      throws IOException {
    return sign(
        new JcaX509v3CertificateBuilder(
            authority.certificate(),
            serial(random),
            Date.from(start),
            Date.from(end),
            name(node.party(), node.node()),
            key),
        authority.key(),
        builder -> {
          var ids = new JcaX509ExtensionUtils();
          builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
          builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
          builder.addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                  }));
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(names.toArray(GeneralName[]::new)));
          builder.addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(authority.certificate()));
        });
  }

  /** A party's authority with its private key. */
  record Authority(PrivateKey key, X509Certificate certificate) {}

  private interface Extending {
    void extend(JcaX509v3CertificateBuilder builder) throws IOException, GeneralSecurityException;
  }

  private static X509Certificate sign(
      JcaX509v3CertificateBuilder builder, PrivateKey key, Extending extensions)
      throws IOException {
    try {
      extensions.extend(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    } catch (GeneralSecurityException | OperatorCreationException failed) {
      throw new IOException("no certificate could be made: " + failed.getMessage(), failed);
    }
  }

  private static X500Name name(String party, String common) {
    return new X500NameBuilder().addRDN(BCStyle.O, party).addRDN(BCStyle.CN, common).build();
  }

  private static BigInteger serial(SecureRandom random) {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
  }
}
