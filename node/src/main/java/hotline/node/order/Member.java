package hotline.node.order;

import hotline.node.Listen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslProvider;

/**
 * A machine of the host's group.
 *
 * @param id its name in the group, made with its disk: {@link #id}
 * @param listen where it listens, which is where the others reach it: no port 0, no 0.0.0.0
 * @param founds whether it may begin a group by itself; one that does not waits to be added
 * @param tls by what the machines know each other
 */
public record Member(String id, Listen listen, boolean founds, Tls tls) {
  /** What shows this machine to the others, and whom of them it takes. */
  public record Tls(KeyManager keys, TrustManager trust) {
    Parameters parameters() {
      GrpcTlsConfig.Builder tls = new GrpcTlsConfig.Builder();
      // The JDK's TLS, as everywhere else here.
      tls.setKeyManager(keys)
          .setTrustManager(trust)
          .setMutualTls(true)
          .setSslProvider(SslProvider.JDK)
          .setProtocols("TLSv1.3");
      Parameters parameters = new Parameters();
      GrpcConfigKeys.TLS.setConf(parameters, tls.build());
      return parameters;
    }
  }

  private static final String FILE = "machine";

  /** What a log is called that was begun by a machine alone. */
  private static final String ALONE = "self";

  private static final int SALT_BYTES = 4;
  private static final int NAME_MAX = 64;

  /**
   * The name that a machine has in its group, as long as it has this disk. A machine whose disk was
   * lost must not vote again under its old name: it could vote away what it had confirmed.
   *
   * @param order where the group's log lies
   * @param name what people call it
   */
  public static String id(Path order, String name, SecureRandom random) throws IOException {
    Path file = order.resolve(FILE);
    if (Files.exists(file)) {
      String id = Files.readString(file, StandardCharsets.US_ASCII).strip();
      if (id.isEmpty() || id.length() > NAME_MAX || !id.matches("[a-z0-9-]+")) {
        throw new IOException(file + " is damaged. Replace this machine by a new one.");
      }
      return id;
    }
    if (RatisSequencer.existsIn(order)) {
      return ALONE;
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String id = name + "-" + HexFormat.of().formatHex(salt);
    Files.createDirectories(order);
    RatisMachine.write(file, (id + "\n").getBytes(StandardCharsets.US_ASCII));
    return id;
  }

  RaftPeer peer() {
    return RaftPeer.newBuilder().setId(id).setAddress(address(listen)).build();
  }

  /** As Ratis writes one. */
  static String address(Listen listen) {
    String host = listen.host();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + listen.port();
  }
}
