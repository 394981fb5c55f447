package hotline.record.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.merkle.TlogVectors;
import hotline.record.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerifierTest {
  private static final boolean FULL = Boolean.getBoolean("hotline.full");

  @TempDir Path folder;

  /** The files of a log of this size, in memory. */
  private Map<String, byte[]> files(long size) throws IOException {
    Path log = folder.resolve(String.valueOf(size));
    try (LogStore store = LogStore.open(log)) {
      LogStoreTest.growAndPublish(store, size);
    }
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(log)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(".lock")) {
          files.put(log.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static LogVerifier.Verdict verify(Map<String, byte[]> files) throws IOException {
    return new LogVerifier(
            (path, max) -> Optional.ofNullable(files.get(path)), LogStoreTest.SIGNER.verifierKey())
        .verify((index, entry) -> assertThat(entry).isEqualTo(TlogVectors.entry(index)));
  }

  private static LogVerifier.Verdict.Damaged damaged(Map<String, byte[]> files) throws IOException {
    LogVerifier.Verdict verdict = verify(files);
    assertThat(verdict).isInstanceOf(LogVerifier.Verdict.Damaged.class);
    return (LogVerifier.Verdict.Damaged) verdict;
  }

  @Test
  void everyFlippedByteOfASmallLogIsFoundInItsFile() throws IOException {
    flipAll(files(9), 1);
  }

  @Test
  void flippedBytesOfALogWithThreeLevelsOfFilesAreFoundInTheirFile() throws IOException {
    flipAll(files(300), FULL ? 1 : 11);
  }

  private static void flipAll(Map<String, byte[]> files, int stride) throws IOException {
    assertThat(verify(files)).isInstanceOf(LogVerifier.Verdict.Whole.class);
    for (String name : List.copyOf(files.keySet())) {
      byte[] whole = Objects.requireNonNull(files.get(name));
      for (int at = 0; at < whole.length; at += stride) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << at % 8);
        files.put(name, flipped);
        LogVerifier.Verdict.Damaged damage = damaged(files);
        assertThat(damage.file()).as("%s, byte %d: %s", name, at, damage).isEqualTo(name);
        assertThat(damage.sentence()).contains(name);
        TilePath path = TilePath.parse(name).orElse(null);
        if (path != null && path.isEntries()) {
          // 20 to 22 letters and two bytes of length each.
          long entry = entryAt(whole, at) + path.firstEntry();
          assertThat(damage.firstEntry()).as("%s, byte %d", name, at).isEqualTo(entry);
          assertThat(damage.endEntry()).isEqualTo(entry + 1);
          assertThat(damage.sentence()).startsWith("entry " + entry + " of " + name);
        } else if (path != null) {
          long entry = path.firstEntry() + ((at / 32L) << (8 * path.level()));
          assertThat(damage.firstEntry()).isEqualTo(entry);
          assertThat(damage.endEntry()).isEqualTo(entry + (1L << (8 * path.level())));
        }
      }
      files.put(name, whole);
    }
  }

  private static int entryAt(byte[] bundle, int at) {
    int entry = 0;
    int end = 2 + bundle[1];
    while (at >= end) {
      entry++;
      end += 2 + bundle[end + 1];
    }
    return entry;
  }

  @Test
  void everyMissingShortenedOrLengthenedFileIsNamed() throws IOException {
    Map<String, byte[]> files = files(300);
    for (String name : List.copyOf(files.keySet())) {
      byte[] whole = Objects.requireNonNull(files.remove(name));
      assertThat(damaged(files).file()).isEqualTo(name);
      for (int length : new int[] {0, 1, 31, whole.length - 1, whole.length + 1}) {
        files.put(name, Arrays.copyOf(whole, length));
        assertThat(damaged(files).file()).as("%s of %d bytes", name, length).isEqualTo(name);
      }
      files.put(name, whole);
    }
  }

  /** Deep inside: a level-1 tile that is full, and a tile under it. */
  @Test
  void damageUnderTwoLevelsIsFoundWhereItIs() throws IOException {
    Map<String, byte[]> files = files(66_000);
    for (String name :
        List.of(
            "tile/1/000", "tile/0/100", "tile/entries/255", "tile/2/000.p/1", "tile/1/001.p/1")) {
      byte[] whole = Objects.requireNonNull(files.get(name));
      byte[] flipped = whole.clone();
      flipped[whole.length / 2] ^= 1;
      files.put(name, flipped);
      assertThat(damaged(files).file()).isEqualTo(name);
      files.put(name, whole);
    }
    List<Long> order = new ArrayList<>();
    new LogVerifier(
            (path, max) -> Optional.ofNullable(files.get(path)), LogStoreTest.SIGNER.verifierKey())
        .verify((index, _) -> order.add(index));
    assertThat(order).hasSize(66_000).isSorted();
  }

  /** A full tile serves in the place of the partial one that it grew from. */
  @Test
  void aFullTileStandsInForAPartialOne() throws IOException {
    Map<String, byte[]> older = files(300);
    Map<String, byte[]> newer = files(512);
    older.remove("tile/0/001.p/44");
    older.remove("tile/entries/001.p/44");
    assertThat(damaged(older).sentence()).contains("tile/0/001.p/44 is missing");
    older.put("tile/0/001", newer.get("tile/0/001"));
    older.put("tile/entries/001", newer.get("tile/entries/001"));
    assertThat(verify(older)).isInstanceOf(LogVerifier.Verdict.Whole.class);
  }

  @Test
  void anotherKeysLogIsRefused() throws IOException {
    Map<String, byte[]> files = files(5);
    LogVerifier.Verdict verdict =
        new LogVerifier(
                (path, max) -> Optional.ofNullable(files.get(path)),
                VerifierKey.parse(TlogVectors.vkey("log2")).orThrow())
            .verify((_, _) -> {});
    assertThat(verdict)
        .isInstanceOfSatisfying(
            LogVerifier.Verdict.Damaged.class,
            damage -> assertThat(damage.file()).isEqualTo("checkpoint"));
  }
}
