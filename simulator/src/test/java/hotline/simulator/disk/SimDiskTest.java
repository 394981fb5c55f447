package hotline.simulator.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.simulator.world.Seed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What survives a cut is what was forced, bytes and names apart; all else is left to luck. */
class SimDiskTest {
  private static final DiskWatch NOBODY =
      new DiskWatch() {
        @Override
        public void happened(What what) {}

        @Override
        public void forcing() {}
      };

  private static SimDisk disk(long seed) {
    Seed.Draws random = new Seed(seed).of("disk");
    return new SimDisk("machine", random::below, NOBODY);
  }

  private static void write(Path file, int at, String text, boolean force) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), at);
      if (force) {
        channel.force(false);
      }
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, READ)) {
      names.force(true);
    }
  }

  @Test
  void whatWasForcedIsThere() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      SimDisk disk = disk(seed);
      Path file = disk.files().getPath("/log");
      write(file, 0, "forced", true);
      force(disk.files().getPath("/"));
      write(file, 6, " and not", false);
      disk.cut();
      assertThat(Files.readString(disk.files().getPath("/log"))).startsWith("forced");
    }
  }

  @Test
  void whatWasNotForcedMayBeThereOrNotOrInPart() throws IOException {
    Set<String> found = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      SimDisk disk = disk(seed);
      Path file = disk.files().getPath("/log");
      write(file, 0, "a", true);
      force(disk.files().getPath("/"));
      write(file, 1, "bc", false);
      disk.cut();
      found.add(Files.readString(disk.files().getPath("/log")));
    }
    assertThat(found).containsExactlyInAnyOrder("a", "ab", "abc");
  }

  @Test
  void aNameIsSafeOnlyWhenItsFolderWasForced() throws IOException {
    Set<Boolean> found = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      SimDisk disk = disk(seed);
      write(disk.files().getPath("/log"), 0, "forced", true);
      disk.cut();
      found.add(Files.exists(disk.files().getPath("/log")));
    }
    assertThat(found).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aFileThatTakesAnothersNameIsTheOneOrTheOther() throws IOException {
    Set<String> found = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      SimDisk disk = disk(seed);
      Path old = disk.files().getPath("/file");
      Path draft = disk.files().getPath("/draft");
      write(old, 0, "old", true);
      write(draft, 0, "new", true);
      force(disk.files().getPath("/"));
      Files.move(draft, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      disk.cut();
      found.add(Files.readString(disk.files().getPath("/file")));
    }
    assertThat(found).containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void aForceThatFailedPromisesNothingAndNeitherDoesTheNext() throws IOException {
    Set<String> found = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      SimDisk disk = disk(seed);
      Path file = disk.files().getPath("/log");
      write(file, 0, "a", true);
      force(disk.files().getPath("/"));
      disk.failing(true);
      try {
        write(file, 1, "b", true);
      } catch (IOException failed) {
        disk.failing(false);
        assertThat(Files.readString(file)).isEqualTo("ab");
        try (FileChannel again = FileChannel.open(file, WRITE)) {
          again.write(ByteBuffer.wrap("c".getBytes(StandardCharsets.US_ASCII)), 2);
        }
        disk.cut();
        found.add(Files.readString(disk.files().getPath("/log")).replace('\0', '-'));
      }
    }
    assertThat(found).contains("a", "ab", "abc", "a-c");
  }

  @Test
  void whoeverHoldsTheDiskOfBeforeTheCutMeetsItAgain() throws IOException {
    SimDisk disk = disk(1);
    Path before = disk.files().getPath("/log");
    disk.cutAfter(1);
    assertThatThrownBy(() -> write(before, 0, "text", true)).isInstanceOf(PowerCut.class);
    assertThat(disk.isCut()).isTrue();
    disk.cut();
    assertThat(disk.isCut()).isFalse();
    assertThatThrownBy(() -> Files.exists(before)).isInstanceOf(PowerCut.class);
    write(disk.files().getPath("/log"), 0, "text", true);
  }

  @Test
  void aFullDiskRefusesWhatGrowsAndTakesItLater() throws IOException {
    SimDisk disk = disk(1);
    Path file = disk.files().getPath("/log");
    write(file, 0, "text", true);
    disk.full(true);
    assertThatThrownBy(() -> write(file, 4, "more", true)).hasMessageContaining("No space");
    write(file, 0, "TEXT", true);
    disk.full(false);
    write(file, 4, "more", true);
    assertThat(Files.readString(file)).isEqualTo("TEXTmore");
  }
}
