package hotline.node.tls;

import hotline.node.order.Member;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The TLS between the machines of the host. A machine shows a certificate that its party's own
 * authority made for machines, and takes none but such: neither another party's, nor a node's of
 * its own.
 */
public final class MachineTls {
  private static final Duration ADMIN_LIFE = Duration.ofHours(1);
  private static final char[] NO_PASSWORD = {};

  private MachineTls() {}

  /** Of the machine in {@code data}; its key and certificate are made, and renewed, as needed. */
  public static Member.Tls of(
      Path data, String party, String machine, InstantSource clock, SecureRandom random)
      throws IOException {
    TlsIdentity self = TlsIdentity.ofMachine(data, new NodeName(party, machine), clock, random);
    return new Member.Tls(new OwnKeys(self), new Trust(party, self.authority(), clock));
  }

  /** Of somebody who may change the group: who can read the authority's key, for an hour. */
  public static Member.Tls admin(Path data, String party, InstantSource clock, SecureRandom random)
      throws IOException {
    Certificates.Authority authority =
        TlsIdentity.openAuthority(data.resolve(TlsIdentity.FOLDER), party, clock, random);
    KeyPair keys = Certificates.keyPair(random);
    X509Certificate certificate =
        Certificates.machine(
            new NodeName(party, "admin"),
            keys.getPublic(),
            authority,
            clock.instant(),
            ADMIN_LIFE,
            random);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("admin", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, NO_PASSWORD);
      return new Member.Tls(
          factory.getKeyManagers()[0], new Trust(party, authority.certificate(), clock));
    } catch (GeneralSecurityException wrong) {
      throw new IOException("no certificate can be used: " + wrong.getMessage(), wrong);
    }
  }

  /** Machines of one party. */
  private static final class Trust extends NamedTrustManager {
    private final String party;
    private final X509Certificate authority;
    private final InstantSource clock;

    Trust(String party, X509Certificate authority, InstantSource clock) {
      this.party = party;
      this.authority = authority;
      this.clock = clock;
    }

    private void check(X509Certificate[] chain, String use, PartyTrust.Side side) throws Untrusted {
      boolean isMachine =
          chain.length > 0
              && NodeName.of(chain[0], NodeName.MACHINE_SCHEME)
                  .filter(name -> name.party().equals(party))
                  .isPresent();
      if (!isMachine) {
        throw new Untrusted(party, false, "That is no certificate of a machine of " + party + ".");
      }
      try {
        PartyTrust.verify(authority, chain, use, side, clock.instant());
      } catch (GeneralSecurityException refused) {
        throw new Untrusted(
            party, false, party + "'s authority did not make that certificate, or it has expired.");
      }
    }

    @Override
    void client(X509Certificate[] chain, String use, @Nullable Socket by) throws Untrusted {
      check(chain, use, PartyTrust.Side.CLIENT);
    }

    @Override
    void server(X509Certificate[] chain, String use) throws Untrusted {
      check(chain, use, PartyTrust.Side.SERVER);
    }
  }
}
