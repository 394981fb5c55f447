package hotline.node.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What officers ask for is kept, bounded, and a damaged file is named. */
class KeyRequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  @TempDir private Path data;

  private static PublicKey key() {
    return SigningKey.generate(new SecureRandom()).publicKey();
  }

  @Test
  void theLatestOfEachOfficerAreKeptOverARestart() throws Exception {
    KeyRequests requests = new KeyRequests(data);
    assertThat(requests.all()).isEmpty();
    PublicKey twice = key();
    requests.add("Anna", twice, NOW);
    requests.add("Anna", twice, NOW.plusSeconds(1));
    assertThat(requests.all()).hasSize(1);
    for (int i = 0; i < KeyRequests.OF_ONE_MAX; i++) {
      requests.add("Anna", key(), NOW);
    }
    assertThat(new KeyRequests(data).all()).hasSize(KeyRequests.OF_ONE_MAX);
    for (int i = 0; i < KeyRequests.MAX; i++) {
      requests.add("officer " + i, key(), NOW);
    }
    assertThat(requests.all())
        .hasSize(KeyRequests.MAX)
        .noneMatch(each -> each.officer().equals("Anna"));
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = data.resolve("officers/key-requests.json");
    Files.createDirectories(file.getParent());
    for (String damaged : new String[] {"", "{", "{}", "[]", "x".repeat(1 << 17)}) {
      Files.writeString(file, damaged);
      assertThatIOException()
          .isThrownBy(() -> new KeyRequests(data).all())
          .withMessageContaining("is damaged");
    }
  }
}
