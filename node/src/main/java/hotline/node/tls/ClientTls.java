package hotline.node.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The TLS of programs that ask nodes: the command line's. */
public final class ClientTls {
  private static final char[] NO_PASSWORD = {};
  private static final int CAUSES_MAX = 16;

  private ClientTls() {}

  /** Where the authority of the party lies whose data folder this is. */
  public static Path authorityIn(Path data) {
    return data.resolve(TlsIdentity.FOLDER).resolve(TlsIdentity.AUTHORITY);
  }

  /** Believes what one authority, and no other, has certified, for the host names it says. */
  public static SSLContext trusting(Path authority) throws IOException {
    try {
      KeyStore store = empty();
      store.setCertificateEntry("authority", TlsFiles.certificate(authority));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance(ServerContext.TLS);
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException wrong) {
      throw new IOException(authority + " is no authority: " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Asks other parties' nodes as the node in {@code data} does: shows its certificate, and believes
   * the nodes of every party whose file is there.
   */
  public static SSLContext ofNode(Path data) throws IOException {
    Path file = data.resolve(TlsIdentity.FOLDER).resolve(TlsIdentity.NODE);
    X509Certificate certificate = TlsFiles.certificate(file);
    PrivateKey key = TlsFiles.key(file);
    NodeName name =
        NodeName.of(certificate)
            .orElseThrow(() -> new IOException(file + " is no certificate of a node."));
    PartyTrust trust =
        new PartyTrust(
            data, name.party(), TlsFiles.certificate(authorityIn(data)), InstantSource.system());
    try {
      KeyStore store = empty();
      store.setKeyEntry("node", key, NO_PASSWORD, new Certificate[] {certificate});
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance(ServerContext.TLS);
      context.init(
          keys.getKeyManagers(), new TrustManager[] {PeerTrustManager.callingAny(trust)}, null);
      return context;
    } catch (GeneralSecurityException wrong) {
      throw new IOException(file + " cannot be used: " + wrong.getMessage(), wrong);
    }
  }

  /** Why a connection did not come about, in a few words for people. */
  public static String why(SSLException refused) {
    Throwable cause = refused;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof Untrusted untrusted) {
        return String.valueOf(untrusted.getMessage());
      }
      if (cause instanceof CertPathBuilderException) {
        return "its certificate is not from that authority";
      }
      cause = cause.getCause();
    }
    String words = String.valueOf(refused.getMessage());
    return words.contains("Received fatal alert") && words.contains("certificate")
        ? "it asks for the certificate of a party's node"
        : words;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
