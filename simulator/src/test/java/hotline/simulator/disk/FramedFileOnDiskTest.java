package hotline.simulator.disk;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.store.FramedFile;
import hotline.simulator.world.Seed;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The file of the outbox and of the urgent lane, in batches of several frames, on a disk whose
 * syncs fail and whose power is cut: what rounds of one thread, one frame at a time, never reach.
 */
class FramedFileOnDiskTest {
  private static final int SEEDS = 300;
  private static final int STEPS = 40;
  private static final DiskWatch NOBODY =
      new DiskWatch() {
        @Override
        public void happened(What what) {}

        @Override
        public void forcing() {}
      };

  /**
   * What was kept is there in its order. Behind it may stand, whole, one of the batches that failed
   * since: until the next is kept, nobody knows what the disk has of them.
   */
  @Test
  void whatFailedIsNeverMixedWithWhatCameAfter() throws IOException {
    int failures = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Seed.Draws random = new Seed(seed).of("frames");
      SimDisk disk = new SimDisk("machine", random::below, NOBODY);
      FramedFile file = open(disk.files()).file();
      List<String> kept = new ArrayList<>();
      List<List<String>> failed = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        disk.failing(random.below(4) == 0);
        List<String> batch = batch(random);
        if (write(file, batch)) {
          kept.addAll(batch);
          failed.clear();
        } else {
          failed.add(batch);
          failures++;
        }
        disk.failing(false);
        if (random.below(4) == 0) {
          // A process that starts again reads what a failed sync left in memory: not tried here.
          if (!failed.isEmpty() || random.below(2) == 0) {
            disk.cut();
          } else {
            file.close();
          }
          FramedFile.Opened opened = open(disk.files());
          file = opened.file();
          List<String> there = opened.contents().stream().map(HexFormat.of()::formatHex).toList();
          List<List<String>> allowed = new ArrayList<>(List.of(List.copyOf(kept)));
          for (List<String> each : failed) {
            allowed.add(Stream.concat(kept.stream(), each.stream()).toList());
          }
          assertThat(there).as("seed %d, step %d", seed, step).isIn(allowed);
          kept = new ArrayList<>(there);
          failed.clear();
        }
      }
    }
    assertThat(failures).isGreaterThan(SEEDS);
  }

  private static FramedFile.Opened open(FileSystem files) throws IOException {
    return FramedFile.open(files.getPath("/frames"));
  }

  /** Short ones, so that frames of different batches often have one length. */
  private static List<String> batch(Seed.Draws random) {
    List<String> batch = new ArrayList<>();
    for (int i = random.below(4); i >= 0; i--) {
      byte[] content = new byte[random.below(3)];
      for (int at = 0; at < content.length; at++) {
        content[at] = (byte) random.below(256);
      }
      batch.add(HexFormat.of().formatHex(content));
    }
    return batch;
  }

  /** All in one batch; whether it is kept. */
  private static boolean write(FramedFile file, List<String> batch) throws IOException {
    List<FramedFile.Ticket> tickets = new ArrayList<>();
    for (String each : batch) {
      tickets.add(file.enqueue(HexFormat.of().parseHex(each)));
    }
    try {
      file.awaitDurable(tickets.getLast());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
