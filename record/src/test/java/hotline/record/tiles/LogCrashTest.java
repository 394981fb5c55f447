package hotline.record.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hotline.record.disk.CrashDisk;
import hotline.record.merkle.MemoryTree;
import hotline.record.merkle.MerkleProofs;
import hotline.record.merkle.TlogVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The machine stops at every single step of every file that a log writes, and each time the disk
 * keeps as little, as much, or as odd a mixture as it may. What was published must be there, whole,
 * and the log must go on from it.
 */
class LogCrashTest {
  private static final boolean FULL = Boolean.getBoolean("hotline.full");
  private static final int SEEDS = FULL ? 60 : 8;

  /** Sizes at which the log is synced and published; between them only synced where odd. */
  private static final int[] SMALL = {1, 2, 3, 5};

  private static final int[] ACROSS_TILES = {3, 250, 255, 256, 257, 300, 511, 520, 800};
  private static final MemoryTree TREE = TlogVectors.tree(1_000);

  /** Grows a log through the sizes; tells how much was published before the machine stopped. */
  private static long grow(CrashDisk disk, int[] sizes) throws IOException {
    long published = 0;
    try (LogStore log = LogStore.open(disk)) {
      published = log.publishedSize();
      for (int size : sizes) {
        if (size > log.size()) {
          LogStoreTest.grow(log, size);
          log.sync();
          if (size != 511) {
            log.publish(LogStoreTest.checkpoint(log, size));
            published = size;
            log.prune();
          }
        }
      }
    } catch (CrashDisk.Stopped crash) {
      return published;
    }
    return published;
  }

  /** Says what is wrong with what a restart finds; also whether the log can go on from there. */
  private static List<String> wrong(CrashDisk disk, long published, int[] sizes) {
    List<String> wrong = new ArrayList<>();
    try {
      try (LogStore log = LogStore.open(disk)) {
        long size = log.size();
        if (size < published) {
          wrong.add("only " + size + " of " + published + " published entries");
        }
        if (!log.rootAt(size).equals(MerkleProofs.root(TREE, size))) {
          wrong.add("another root at " + size);
        }
        for (long i = 0; i < size; i++) {
          if (!Arrays.equals(log.entry(i), TlogVectors.entry(i))) {
            wrong.add("another entry " + i);
          }
        }
      }
      if (!disk.list(".staging").isEmpty()) {
        wrong.add("temporary files are left");
      }
      long end = sizes[sizes.length - 1];
      if (grow(disk, sizes) != end && published != end) {
        wrong.add("does not go on");
      }
      LogVerifier.Verdict verdict =
          new LogVerifier(disk::read, LogStoreTest.SIGNER.verifierKey())
              .verify((index, entry) -> assertThat(entry).isEqualTo(TlogVectors.entry(index)));
      if (!(verdict instanceof LogVerifier.Verdict.Whole whole)
          || whole.checkpoint().checkpoint().size() != end) {
        wrong.add("is not whole at the end: " + verdict);
      }
    } catch (IOException | RuntimeException failed) {
      wrong.add(failed.toString());
    }
    return wrong;
  }

  private static List<String> crashEverywhere(
      int[] sizes, Consumer<CrashDisk> mutation, boolean cutEverywhere) throws IOException {
    List<String> all = new ArrayList<>();
    CrashDisk whole = new CrashDisk();
    grow(whole, sizes);
    for (long step = 0; step <= whole.steps(); step++) {
      CrashDisk disk = new CrashDisk();
      mutation.accept(disk);
      disk.stopAfter(step);
      long published = grow(disk, sizes);
      List<CrashDisk> found = new ArrayList<>();
      for (int seed = 0; seed < SEEDS; seed++) {
        found.add(disk.crash(step * SEEDS + seed));
      }
      found.add(disk.crash(0));
      found.add(disk.crash(1));
      for (int cut = 0; cutEverywhere && cut <= disk.unforcedBytes(); cut++) {
        found.add(disk.crashCut(cut));
      }
      for (CrashDisk after : found) {
        for (String what : wrong(after, published, sizes)) {
          all.add("stopped after step " + step + ": " + what);
        }
      }
    }
    return all;
  }

  @Test
  void losesNothingPublishedCutAtAnyByte() throws IOException {
    assertThat(crashEverywhere(SMALL, _ -> {}, true)).isEmpty();
  }

  @Test
  void losesNothingPublishedAcrossTiles() throws IOException {
    assertThat(crashEverywhere(ACROSS_TILES, _ -> {}, false)).isEmpty();
  }

  /** The same check must notice a store that forgets to force a file. */
  @Test
  void aSkippedFsyncOfAFileIsNoticed() throws IOException {
    assertThat(crashEverywhere(SMALL, disk -> disk.skipFileForce(true), false)).isNotEmpty();
  }

  /** The same check must notice a store that forgets to force a folder. */
  @Test
  void aSkippedFsyncOfAFolderIsNoticed() throws IOException {
    assertThat(crashEverywhere(SMALL, disk -> disk.skipFolderForce(true), false)).isNotEmpty();
  }

  /** Each step fails once as on a full disk: readers go on, and the next try is clean. */
  @Test
  void aFullDiskStopsNoReaderAndLosesNothing() throws IOException {
    CrashDisk whole = new CrashDisk();
    grow(whole, ACROSS_TILES);
    for (long step = 2; step < whole.steps(); step++) {
      CrashDisk disk = new CrashDisk();
      int failures = 0;
      try (LogStore log = LogStore.open(disk)) {
        disk.failOnceAfter(step);
        for (int size : ACROSS_TILES) {
          LogStoreTest.grow(log, size);
          for (int attempt = 0; ; attempt++) {
            try {
              log.sync();
              log.publish(LogStoreTest.checkpoint(log, size));
              log.prune();
              break;
            } catch (CrashDisk.Stopped never) {
              fail("the machine was not to stop");
            } catch (IOException full) {
              failures++;
              assertThat(attempt).isZero();
              assertThat(log.rootAt(size)).isEqualTo(MerkleProofs.root(TREE, size));
              assertThat(log.entry(size - 1L)).isEqualTo(TlogVectors.entry(size - 1L));
              assertThat(log.entry(0)).isEqualTo(TlogVectors.entry(0));
            }
          }
        }
      }
      assertThat(failures).isLessThanOrEqualTo(1);
      // Power fails right after: all of it was promised.
      assertThat(wrong(disk.crash(0), 800, ACROSS_TILES)).as("step %d", step).isEmpty();
    }
  }
}
