package hotline.record.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.disk.FileDisk;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.merkle.TlogVectors;
import hotline.record.note.Checkpoint;
import hotline.record.note.NoteSigner;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LogStoreTest {
  static final NoteSigner SIGNER =
      NoteSigner.log(
          TlogVectors.ALL.get("keys").get("log").get("name").asString(),
          SigningKey.fromSeed(TlogVectors.seed("log")));

  @TempDir Path folder;

  static List<JsonNode> logs() {
    return TlogVectors.list("log_files");
  }

  /** The signed checkpoint of a log at a size. */
  static byte[] checkpoint(LogStore log, long size) throws IOException {
    return SIGNER.sign(new Checkpoint(SIGNER.verifierKey().name(), size, log.rootAt(size))).bytes();
  }

  static void grow(LogStore log, long size) throws IOException {
    while (log.size() < size) {
      assertThat(log.append(TlogVectors.entry(log.size()))).isEqualTo(log.size() - 1);
    }
  }

  static void growAndPublish(LogStore log, long size) throws IOException {
    grow(log, size);
    assertThat(log.sync()).isEqualTo(size);
    log.publish(checkpoint(log, size));
    log.prune();
  }

  private static void check(LogStore log, MemoryTree tree, long size) throws IOException {
    assertThat(log.size()).isEqualTo(size);
    assertThat(log.rootAt(size)).isEqualTo(MerkleProofs.root(tree, size));
    assertThat(log.frontier().root()).isEqualTo(log.rootAt(size));
    for (long i = 0; i < size; i++) {
      assertThat(log.entry(i)).isEqualTo(TlogVectors.entry(i));
      assertThat(log.leafHash(i)).isEqualTo(tree.node(0, i));
    }
    for (long i = 0; i < size; i += 41) {
      assertThat(log.rootAt(i)).isEqualTo(MerkleProofs.root(tree, i));
      assertThat(log.inclusion(i, size)).isEqualTo(MerkleProofs.inclusion(tree, i, size));
      assertThat(log.consistency(i, size)).isEqualTo(MerkleProofs.consistency(tree, i, size));
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void filesAreThoseOfTheVectorsByteForByte(JsonNode known) throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, known.get("size").asLong());
    }
    Set<String> expected = new HashSet<>(Set.of("checkpoint", ".lock"));
    for (JsonNode file : known.get("files").valueStream().toList()) {
      Path path = folder.resolve(file.get("path").asString());
      expected.add(file.get("path").asString());
      assertThat(Files.size(path)).isEqualTo(file.get("length").asLong());
      assertThat(Merkle.plain(Files.readAllBytes(path)).hex())
          .isEqualTo(file.get("sha256_hex").asString());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void growsInAnyStepsAndReopensEverywhere() throws IOException {
    MemoryTree tree = TlogVectors.tree(1_400);
    long[] sizes = {1, 2, 255, 256, 257, 300, 511, 512, 600, 1_100, 1_280, 1_400};
    for (long size : sizes) {
      try (LogStore log = LogStore.open(folder)) {
        growAndPublish(log, size);
        check(log, tree, size);
      }
      try (LogStore log = LogStore.open(folder)) {
        assertThat(log.publishedSize()).isEqualTo(size);
        check(log, tree, size);
        assertThat(verdict()).isInstanceOf(LogVerifier.Verdict.Whole.class);
      }
    }
    assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
    assertThat(folder.resolve("tile/entries/001.p")).doesNotExist();
    assertThat(folder.resolve("tile/0/005.p/120")).exists();
  }

  @Test
  void crossesTheLevels() throws IOException {
    MemoryTree tree = TlogVectors.tree(66_000);
    try (LogStore log = LogStore.open(folder)) {
      for (long size : new long[] {65_535, 65_536, 65_537, 66_000}) {
        growAndPublish(log, size);
        assertThat(log.rootAt(size)).isEqualTo(MerkleProofs.root(tree, size));
      }
      assertThat(log.inclusion(12_345, 65_700))
          .isEqualTo(MerkleProofs.inclusion(tree, 12_345, 65_700));
    }
    try (LogStore log = LogStore.open(folder)) {
      assertThat(log.rootAt(66_000)).isEqualTo(MerkleProofs.root(tree, 66_000));
      assertThat(log.consistency(40_000, 66_000))
          .isEqualTo(MerkleProofs.consistency(tree, 40_000, 66_000));
      assertThat(log.entries(65_000, 5_000))
          .hasSize(1_000)
          .element(999)
          .isEqualTo(TlogVectors.entry(65_999));
    }
    assertThat(folder.resolve("tile/2/000.p/1")).exists();
  }

  @Test
  void whatIsNotSyncedIsReadButNotKept() throws IOException {
    MemoryTree tree = TlogVectors.tree(700);
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, 10);
      grow(log, 300);
      log.sync();
      grow(log, 700);
      check(log, tree, 700);
      assertThat(log.syncedSize()).isEqualTo(300);
      assertThat(log.publishedSize()).isEqualTo(10);
    }
    try (LogStore log = LogStore.open(folder)) {
      assertThat(log.size()).isEqualTo(10);
      growAndPublish(log, 20);
      check(log, tree, 20);
    }
  }

  /** A checkpoint between two syncs gets the partial tiles it needs before it is shown. */
  @Test
  void anEarlierSizeIsPublishedWithItsOwnTiles() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, 300);
      grow(log, 500);
      log.sync();
      log.publish(checkpoint(log, 400));
      assertThat(folder.resolve("tile/0/001.p/144")).exists();
      assertThat(verdict()).isInstanceOf(LogVerifier.Verdict.Whole.class);
      grow(log, 600);
      log.sync();
      log.publish(checkpoint(log, 450));
      assertThat(verdict()).isInstanceOf(LogVerifier.Verdict.Whole.class);
    }
    try (LogStore log = LogStore.open(folder)) {
      check(log, TlogVectors.tree(450), 450);
    }
  }

  @Test
  void refusesCheckpointsThatAreNotItsOwn() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, 5);
      grow(log, 9);
      refused(log, checkpoint(log, 9));
      log.sync();
      refused(log, checkpoint(log, 4));
      String origin = SIGNER.verifierKey().name();
      refused(log, SIGNER.sign(new Checkpoint(origin, 9, Merkle.EMPTY_ROOT)).bytes());
      refused(log, new byte[0]);
      NoteSigner other = NoteSigner.log("other", SigningKey.fromSeed(new byte[32]));
      refused(log, other.sign(new Checkpoint("other", 9, log.rootAt(9))).bytes());
      assertThat(log.publishedSize()).isEqualTo(5);
      log.publish(checkpoint(log, 9));
      log.publish(checkpoint(log, 9));
      assertThat(log.publishedSize()).isEqualTo(9);
    }
  }

  private static void refused(LogStore log, byte[] checkpoint) {
    assertThatThrownBy(() -> log.publish(checkpoint))
        .isInstanceOf(LogException.class)
        .extracting("code")
        .isEqualTo("log.checkpoint-refused");
  }

  @Test
  void hasOneWriter() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      assertThat(log.size()).isZero();
      assertThatThrownBy(() -> LogStore.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("locked");
    }
    LogStore.open(folder).close();
  }

  @Test
  void boundsWhatWaitsForTheDisk() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      assertThatThrownBy(() -> log.append(new byte[65_536]))
          .isInstanceOf(IllegalArgumentException.class);
      byte[] entry = new byte[65_535];
      long fit = LogStore.UNSYNCED_BYTES_MAX / entry.length;
      for (long i = 0; i < fit; i++) {
        log.append(entry);
      }
      assertThatThrownBy(() -> log.append(entry))
          .isInstanceOf(LogException.class)
          .extracting("code")
          .isEqualTo("log.unsynced");
      assertThat(log.size()).isEqualTo(fit);
    }
  }

  /** Cut short anywhere, a file of the published log is named; the log does not open. */
  @Test
  void aTruncatedFileIsNamed() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, 5);
    }
    for (String file : List.of("checkpoint", "tile/0/000.p/5", "tile/entries/000.p/5")) {
      Path path = folder.resolve(file);
      byte[] whole = Files.readAllBytes(path);
      for (int length = 0; length < whole.length; length++) {
        Files.write(path, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> LogStore.open(folder))
            .isInstanceOf(LogException.class)
            .hasMessageContaining(file);
      }
      Files.delete(path);
      if (!file.equals("checkpoint")) {
        assertThatThrownBy(() -> LogStore.open(folder)).hasMessageContaining(file + " is missing");
      }
      Files.write(path, whole);
    }
    LogStore.open(folder).close();
  }

  /** Damage in a tile that is met only later is met then, not given out. */
  @Test
  void damageDeepInTheLogIsNotGivenOut() throws IOException {
    try (LogStore log = LogStore.open(folder)) {
      growAndPublish(log, 600);
    }
    Path bundle = folder.resolve("tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[22 * 17 + 5] ^= 1;
    Files.write(bundle, bytes);
    try (LogStore log = LogStore.open(folder)) {
      assertThat(log.entry(300)).isEqualTo(TlogVectors.entry(300));
      assertThatThrownBy(() -> log.entry(3))
          .isInstanceOf(LogDamage.class)
          .hasMessageContaining("tile/entries/000");
    }
  }

  @Test
  void readersSeeOneLogWhileItGrows() throws Exception {
    MemoryTree tree = TlogVectors.tree(3_000);
    try (LogStore log = LogStore.open(FileDisk.create(folder))) {
      growAndPublish(log, 1);
      List<Thread> readers = new ArrayList<>();
      List<Throwable> wrong = Collections.synchronizedList(new ArrayList<>());
      for (int reader = 0; reader < 2; reader++) {
        long first = reader;
        readers.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    long at = first;
                    while (log.size() < 3_000) {
                      long size = log.size();
                      at = (at + 37) % size;
                      assertThat(log.entry(at)).isEqualTo(TlogVectors.entry(at));
                      assertThat(log.inclusion(at, size))
                          .isEqualTo(MerkleProofs.inclusion(tree, at, size));
                    }
                  } catch (IOException | AssertionError failed) {
                    wrong.add(failed);
                  }
                }));
      }
      for (long size = 10; size <= 3_000; size += 115) {
        growAndPublish(log, size);
      }
      grow(log, 3_000);
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(wrong).isEmpty();
    }
  }

  private LogVerifier.Verdict verdict() throws IOException {
    return new LogVerifier(TileSource.directory(folder), SIGNER.verifierKey())
        .verify((index, entry) -> assertThat(entry).isEqualTo(TlogVectors.entry(index)));
  }
}
