package hotline.node.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of a server's accepted connections: version 1.3 alone, with the client's certificate
 * where it is asked for, and a handshake that is over in time or closed. The server itself bounds
 * none of the three.
 */
final class ServerContext extends SSLContext {
  /** What is spoken: nothing older. */
  static final String TLS = "TLSv1.3";

  private static final Logger LOG = LoggerFactory.getLogger(ServerContext.class);

  /**
   * How connections are taken.
   *
   * @param wantsClient whether a client has to show a certificate
   * @param within how long a handshake may take
   * @param connections counts them
   */
  record Rules(boolean wantsClient, Duration within, Connections connections) {}

  ServerContext(SSLContext base, Rules rules) {
    super(new Bounded(base, rules), base.getProvider(), base.getProtocol());
  }

  private static final class Bounded extends SSLContextSpi {
    private final SSLContext base;
    private final Rules rules;

    Bounded(SSLContext base, Rules rules) {
      this.base = base;
      this.rules = rules;
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
      throw new IllegalStateException("it is made ready");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new Accepted(base.getSocketFactory(), rules);
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return base.getServerSocketFactory();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return base.createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return base.createSSLEngine(host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return base.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return base.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return base.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return base.getSupportedSSLParameters();
    }
  }

  /** Lays TLS over sockets that were accepted; makes no others. */
  private static final class Accepted extends SSLSocketFactory {
    private final SSLSocketFactory base;
    private final Rules rules;

    Accepted(SSLSocketFactory base, Rules rules) {
      this.base = base;
      this.rules = rules;
    }

    @Override
    public Socket createSocket(Socket accepted, InputStream consumed, boolean autoClose)
        throws IOException {
      if (!(base.createSocket(accepted, consumed, true) instanceof SSLSocket secured)) {
        throw new IOException("this Java lays no TLS over a socket");
      }
      try {
        rules.connections().opened(accepted, secured);
      } catch (IOException tooMany) {
        LOG.debug("a connection is refused", tooMany);
        accepted.close();
        throw tooMany;
      }
      secured.setUseClientMode(false);
      secured.setEnabledProtocols(new String[] {TLS});
      secured.setNeedClientAuth(rules.wantsClient());
      Future<?> late =
          Connections.WATCH.schedule(
              () -> close(accepted), rules.within().toNanos(), TimeUnit.NANOSECONDS);
      secured.addHandshakeCompletedListener(_ -> late.cancel(false));
      return secured;
    }

    /** Ends a handshake that takes too long, whoever waits for whom. */
    private static void close(Socket accepted) {
      try {
        accepted.close();
      } catch (IOException failed) {
        LOG.debug("a late handshake did not close cleanly", failed);
      }
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return base.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return base.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      throw noClient();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw noClient();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw noClient();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw noClient();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw noClient();
    }

    private static IOException noClient() {
      return new IOException("this is the TLS of a server");
    }
  }
}
