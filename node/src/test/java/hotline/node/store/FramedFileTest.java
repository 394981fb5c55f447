package hotline.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramedFileTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("file");
  }

  @Test
  void cutAtAnyByteItKeepsWhatWasPromisedBefore() throws IOException {
    List<byte[]> written = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    Chance chance = Chance.of(1);
    try (FramedFile file = FramedFile.open(path).file()) {
      for (int i = 0; i < 6; i++) {
        byte[] bytes = chance.bytes((int) chance.between(0, 40));
        written.add(bytes);
        file.append(bytes);
        ends.add(Files.size(path));
      }
    }
    byte[] whole = Files.readAllBytes(path);
    for (int cut = 0; cut <= whole.length; cut++) {
      long promised = countUpTo(ends, cut);
      Files.write(path, Arrays.copyOf(whole, cut));
      FramedFile.Opened opened = FramedFile.open(path);
      try (FramedFile file = opened.file()) {
        assertThat(opened.contents()).containsExactlyElementsOf(written.subList(0, (int) promised));
        file.append(new byte[] {7});
      }
      assertThat(contents()).hasSize((int) promised + 1).last().isEqualTo(new byte[] {7});
    }
  }

  @Test
  void anyChangedByteBeforeTheLastBatchIsDamageAndInItATornEnd() throws IOException {
    try (FramedFile file = FramedFile.open(path).file()) {
      file.append(new byte[] {1, 2, 3});
      file.append(new byte[] {4, 5});
    }
    long lastBatch = Files.size(path);
    try (FramedFile file = FramedFile.open(path).file()) {
      file.append(new byte[] {6});
    }
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x40;
      Files.write(path, changed);
      if (at < lastBatch) {
        assertThatThrownBy(() -> FramedFile.open(path).file().close())
            .isInstanceOf(DamagedFileException.class)
            .hasMessageContaining("restore");
      } else {
        assertThat(contents()).hasSize(2);
      }
    }
  }

  @Test
  void thoseWhoAppendTogetherAllFindTheirsAfterwards() throws Exception {
    try (FramedFile file = FramedFile.open(path).file();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte mine = (byte) i;
        done.add(
            threads.submit(() -> {
              file.append(new byte[] {mine});
              return null;
            }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    assertThat(contents().stream().map(bytes -> bytes[0]).distinct()).hasSize(200);
  }

  @Test
  void replacingLeavesTheOldOrTheNew() throws IOException {
    FramedFile.replace(path, List.of(new byte[] {1}, new byte[] {2}));
    assertThat(contents()).hasSize(2);
    FramedFile.replace(path, List.of());
    assertThat(contents()).isEmpty();
  }

  @Test
  void secondNodeOnTheFolderIsRefused() throws IOException {
    try (DataLock _ = DataLock.take(folder)) {
      assertThatThrownBy(() -> DataLock.take(folder).close())
          .hasMessageContaining("Another node is running");
    }
    DataLock.take(folder).close();
  }

  private static long countUpTo(List<Long> ends, long cut) {
    return ends.stream().filter(end -> end <= cut).count();
  }

  private List<byte[]> contents() throws IOException {
    FramedFile.Opened opened = FramedFile.open(path);
    opened.file().close();
    return opened.contents();
  }
}
