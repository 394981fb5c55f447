package hotline.node.tls;

import hotline.node.tls.Certificates.Authority;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates that must not be believed, or must; and a TLS that shows them and believes all. */
final class Impostor {
  private Impostor() {}

  /** The authority of a party, with its key: only a thief or the party has it. */
  static Authority authorityIn(Path data) throws IOException {
    return new Authority(
        TlsFiles.key(data.resolve("tls/ca.key")), TlsFiles.certificate(data.resolve("tls/ca.crt")));
  }

  static Authority freshAuthority(String party) throws IOException {
    KeyPair keys = Certificates.keyPair(SecuredPair.RANDOM);
    return new Authority(
        keys.getPrivate(),
        Certificates.authority(party, keys, SecuredPair.CLOCK.instant(), SecuredPair.RANDOM));
  }

  /** A certificate of {@code by}, good from so many days on until so many. */
  static SSLContext shows(Authority by, String party, int fromDay, int toDay)
      throws IOException, GeneralSecurityException {
    KeyPair keys = Certificates.keyPair(SecuredPair.RANDOM);
    X509Certificate certificate =
        Certificates.node(
            new NodeName(party, "a"),
            List.of("127.0.0.1"),
            keys.getPublic(),
            by,
            SecuredPair.CLOCK.instant().plus(Duration.ofDays(fromDay)),
            SecuredPair.CLOCK.instant().plus(Duration.ofDays(toDay)),
            SecuredPair.RANDOM);
    return shows(keys, certificate);
  }

  /** A certificate that it gave itself. */
  static SSLContext selfSigned(String party) throws IOException, GeneralSecurityException {
    KeyPair keys = Certificates.keyPair(SecuredPair.RANDOM);
    return shows(
        keys, Certificates.authority(party, keys, SecuredPair.CLOCK.instant(), SecuredPair.RANDOM));
  }

  /** The party's own authority itself, which is no node. */
  static SSLContext showsAuthority(Authority authority)
      throws IOException, GeneralSecurityException {
    return shows(
        new KeyPair(authority.certificate().getPublicKey(), authority.key()),
        authority.certificate());
  }

  static SSLContext nothing() throws IOException, GeneralSecurityException {
    return context(null);
  }

  private static SSLContext shows(KeyPair keys, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("it", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, new char[0]);
    return context(factory);
  }

  private static SSLContext context(@Nullable KeyManagerFactory keys)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        keys == null ? null : keys.getKeyManagers(), new TrustManager[] {new Credulous()}, null);
    return context;
  }

  private static final class Credulous extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String use) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String use) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String use, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String use, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String use, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String use, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
