package hotline.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartyKeysTest {
  @TempDir Path data;
  private Path folder;

  @BeforeEach
  void name() {
    folder = data.resolve("keys");
  }

  @Test
  void madeOnceForTheOwnerAloneAndAllDifferent() throws IOException {
    PartyKeys made = PartyKeys.open(folder, new SecureRandom());
    PartyKeys again = PartyKeys.open(folder, new SecureRandom());
    assertThat(again.root().publicKey()).isEqualTo(made.root().publicKey());
    assertThat(again.disclosureSecret()).isEqualTo(made.disclosureSecret());
    assertThat(
            Stream.of(made.root(), made.node(), made.log(), made.outcome(), made.cosigner())
                .map(key -> key.publicKey().id())
                .distinct())
        .hasSize(5);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .hasSize(6)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }

  @Test
  void whatOthersCanReadIsRefused() throws IOException {
    PartyKeys.open(folder, new SecureRandom());
    Path node = folder.resolve("node.key");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> PartyKeys.open(folder, new SecureRandom()))
        .hasMessageContaining("chmod 600 " + node);
  }

  @Test
  void aLostOrBrokenKeyIsNeverReplaced() throws IOException {
    PartyKeys.open(folder, new SecureRandom());
    Files.writeString(folder.resolve("log.key"), "hotline-ed25519-seed 00\n");
    assertThatThrownBy(() -> PartyKeys.open(folder, new SecureRandom()))
        .hasMessageContaining("log.key");
    Files.delete(folder.resolve("log.key"));
    assertThatThrownBy(() -> PartyKeys.open(folder, new SecureRandom()))
        .hasMessageContaining("missing");
  }

  @Test
  void aFirstStartThatWasCutShortBeginsAgain() throws IOException {
    Files.createDirectory(data.resolve("keys.new"));
    Files.writeString(data.resolve("keys.new/root.key"), "half");
    assertThat(PartyKeys.open(folder, new SecureRandom()).root()).isNotNull();
  }
}
