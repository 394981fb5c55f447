package hotline.simulator.world;

import hotline.node.order.NotOrdered;
import hotline.node.order.NotOrdered.Why;
import hotline.node.order.OrderedMachine;
import hotline.node.order.OrderedMachine.Mark;
import hotline.node.order.OrderedMachine.Position;
import hotline.node.order.Sequencer;
import hotline.node.store.FramedFile;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * In the place of Ratis: a log file on the simulated disk, forced before anything is applied, and
 * marks from which a start goes on. It fails as Ratis does: after the first wrong nothing more is
 * applied until it is started again.
 */
final class SimSequencer implements Sequencer {
  private static final String LOG = "log";
  private static final String MARK = "mark";
  private static final int MARK_EVERY = 12;
  private static final int MARK_BYTES_MAX = 1 << 20;

  private final Path folder;
  private final OrderedMachine machine;
  private @Nullable FramedFile log;
  private long next;
  private long marked = -1;
  private boolean broken;

  SimSequencer(Path folder, OrderedMachine machine) {
    this.folder = folder;
    this.machine = machine;
  }

  @Override
  public void start() throws IOException {
    if (log != null) {
      return;
    }
    FileDisk disk = FileDisk.create(folder);
    disk.forceDirectories(List.of(""));
    new FileDisk(folder.resolveSibling("")).forceDirectories(List.of(""));
    AtomicFiles marks = new AtomicFiles(disk);
    marks.clean();
    Optional<byte[]> mark = disk.read(MARK, MARK_BYTES_MAX);
    if (mark.isPresent()) {
      ByteBuffer in = ByteBuffer.wrap(mark.get());
      marked = in.getLong();
      byte[] state = new byte[in.remaining()];
      in.get(state);
      if (machine.applied().index() < marked) {
        machine.restore(new Mark(new Position(1, marked), state));
      }
    }
    FramedFile.Opened opened = FramedFile.open(folder.resolve(LOG));
    next = 0;
    broken = false;
    for (byte[] entry : opened.contents()) {
      Position position = new Position(1, next++);
      if (position.compareTo(machine.applied()) > 0) {
        byte[] _ = machine.apply(position, entry, null);
      }
    }
    log = opened.file();
  }

  @Override
  public CompletableFuture<byte[]> submit(byte[] entry, @Nullable Object known) {
    FramedFile open = log;
    if (open == null || broken) {
      return CompletableFuture.failedFuture(
          new NotOrdered(Why.STOPPED, "The sequencer is stopped.", null));
    }
    try {
      open.append(entry);
      byte[] answer = machine.apply(new Position(1, next++), entry, known);
      mark();
      return CompletableFuture.completedFuture(answer);
    } catch (IOException | RuntimeException failed) {
      broken = true;
      machine.failed(failed);
      return CompletableFuture.failedFuture(
          new NotOrdered(
              Why.UNKNOWN,
              "The sequencer failed before it answered. The statement is sent again.",
              failed));
    }
  }

  private void mark() {
    try {
      Mark mark = machine.durable();
      if (mark.position().index() - marked >= MARK_EVERY) {
        byte[] state = mark.state();
        byte[] bytes =
            ByteBuffer.allocate(Long.BYTES + state.length)
                .putLong(mark.position().index())
                .put(state)
                .array();
        new AtomicFiles(FileDisk.create(folder)).replace(MARK, bytes);
        marked = mark.position().index();
      }
    } catch (IOException later) {
      // Without it the next start takes longer.
    }
  }

  @Override
  public boolean isRunning() {
    return log != null && !broken;
  }

  @Override
  public void stop() throws IOException {
    FramedFile open = log;
    log = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
