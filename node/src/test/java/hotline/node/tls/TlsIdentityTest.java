package hotline.node.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.tls.TlsIdentity.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a node's TLS, and renewal. */
class TlsIdentityTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final NodeName NAME = new NodeName("south", "a");

  @TempDir private Path data;
  private Instant now = Instant.parse("2030-01-01T00:00:00Z");

  private TlsIdentity open(String... hosts) throws IOException {
    return TlsIdentity.open(data, NAME, List.of(hosts), () -> now, RANDOM);
  }

  @Test
  void itIsMadeOnceAndForItsOwnerAlone() throws Exception {
    TlsIdentity first = open("127.0.0.1", "::1", "desk.example");
    Credential shown = first.current();
    assertThat(open("::1", "desk.example", "127.0.0.1").current().certificate())
        .isEqualTo(shown.certificate());
    assertThat(NodeName.of(shown.certificate())).contains(NAME);
    for (String name : List.of("tls/ca.key", "tls/node.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
          .isEqualTo("rw-------");
    }
    X509Certificate moved = open("127.0.0.1", "192.0.2.7").current().certificate();
    assertThat(moved).isNotEqualTo(shown.certificate());
    moved.verify(first.authority().getPublicKey());
    Files.setPosixFilePermissions(
        data.resolve("tls/ca.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> open("::1")).hasMessageContaining("chmod 600");
    Files.delete(data.resolve("tls/ca.key"));
    assertThatThrownBy(() -> open("::1")).hasMessageContaining("ca.key is missing");
  }

  @Test
  void itIsRenewedInUseAndTheOneBeforeIsStillThereForWhoeverIsConnecting() throws Exception {
    TlsIdentity identity = open("::1");
    Credential first = identity.current();
    now = now.plus(Certificates.NODE_LIFE).minus(Certificates.RENEW_BEFORE).minusSeconds(1);
    assertThat(identity.current()).isEqualTo(first);
    now = now.plusSeconds(1);
    Credential second = identity.current();
    assertThat(second.certificate()).isNotEqualTo(first.certificate());
    assertThat(identity.find(first.alias())).isEqualTo(first);
    assertThat(identity.find(second.alias())).isEqualTo(second);
    assertThat(identity.find("another")).isNull();
    assertThat(open("::1").current().certificate()).isEqualTo(second.certificate());
  }

  /** With every request, not only when a connection is made. */
  @Test
  void aCertificateThatRunsOutIsNotBelievedOnAnOpenConnectionEither() throws Exception {
    TlsIdentity identity = open("::1");
    PartyTrust trust = new PartyTrust(data, "south", identity.authority(), () -> now);
    X509Certificate shown = identity.current().certificate();
    assertThat(trust.caller(shown)).isEqualTo(NAME);
    assertThat(trust.caller(shown)).isEqualTo(NAME);
    now = now.plus(Certificates.NODE_LIFE).plus(Duration.ofSeconds(1));
    assertThatThrownBy(() -> trust.caller(shown))
        .isInstanceOfSatisfying(
            Untrusted.class, refused -> assertThat(refused.isVouched()).isTrue())
        .hasMessageContaining("has expired");
  }
}
