package hotline.node.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust in the name in a certificate alone. Host names are not looked at: an authority issues for
 * those of its own party, wherever they are.
 */
abstract class NamedTrustManager extends X509ExtendedTrustManager {
  private static final X509Certificate[] ANY = {};

  /** Whom this side calls. */
  abstract void server(X509Certificate[] chain, String use) throws Untrusted;

  /** Who calls this side, by this socket where it is known. */
  abstract void client(X509Certificate[] chain, String use, @Nullable Socket by) throws Untrusted;

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String use) throws Untrusted {
    server(chain, use);
  }

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String use, @Nullable Socket socket)
      throws Untrusted {
    server(chain, use);
  }

  @Override
  public final void checkServerTrusted(
      X509Certificate[] chain, String use, @Nullable SSLEngine engine) throws Untrusted {
    server(chain, use);
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String use) throws Untrusted {
    client(chain, use, null);
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String use, @Nullable Socket socket)
      throws Untrusted {
    client(chain, use, socket);
  }

  @Override
  public final void checkClientTrusted(
      X509Certificate[] chain, String use, @Nullable SSLEngine engine) throws Untrusted {
    client(chain, use, null);
  }

  @Override
  public final X509Certificate[] getAcceptedIssuers() {
    return ANY;
  }
}
