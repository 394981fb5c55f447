package hotline.node.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Admits nodes of parties: towards a server exactly those of one party, towards a client those of
 * any party whose file is here. The name in the certificate counts; host names do not, because a
 * party's authority issues for that party's nodes alone, wherever they are.
 */
final class PeerTrustManager extends NamedTrustManager {
  /** No party is called so. */
  private static final String ANY_PARTY = "";

  private final PartyTrust trust;
  private final @Nullable String called;
  private final Callers callers;

  /** Told of those who call. */
  interface Callers {
    /** A node was admitted; may still refuse it, as one too many. */
    void admitted(NodeName node, @Nullable Socket by) throws Untrusted;

    /** Somebody was not. */
    void refused(Untrusted why);
  }

  private PeerTrustManager(PartyTrust trust, @Nullable String called, Callers callers) {
    this.trust = trust;
    this.called = called;
    this.callers = callers;
  }

  /** For calls to one party. */
  static PeerTrustManager calling(PartyTrust trust, String party) {
    return new PeerTrustManager(trust, party, new NobodyCalls());
  }

  /** For calls to whichever party is there. */
  static PeerTrustManager callingAny(PartyTrust trust) {
    return calling(trust, ANY_PARTY);
  }

  /** For being called. */
  static PeerTrustManager called(PartyTrust trust, Callers callers) {
    return new PeerTrustManager(trust, null, callers);
  }

  private static final class NobodyCalls implements Callers {
    @Override
    public void admitted(NodeName node, @Nullable Socket by) throws Untrusted {
      throw new Untrusted(node.party(), true, "This is no place to call.");
    }

    @Override
    public void refused(Untrusted why) {}
  }

  @Override
  void server(X509Certificate[] chain, String use) throws Untrusted {
    String party = called;
    if (party == null) {
      throw new Untrusted("", false, "This is no place to call from.");
    }
    if (party.equals(ANY_PARTY)) {
      trust.anyServer(chain, use);
    } else {
      trust.server(party, chain, use);
    }
  }

  @Override
  void client(X509Certificate[] chain, String use, @Nullable Socket by) throws Untrusted {
    try {
      callers.admitted(trust.client(chain, use), by);
    } catch (Untrusted refused) {
      callers.refused(refused);
      throw refused;
    }
  }
}
