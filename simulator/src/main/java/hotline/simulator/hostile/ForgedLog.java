package hotline.simulator.hostile;

import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.NoteSigner;
import hotline.record.tiles.LogStore;
import hotline.record.tiles.TileSource;
import hotline.record.tiles.VerifiedLog;
import hotline.record.witness.AddCheckpointRequest;
import hotline.simulator.world.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A copy of one of the host's logs that goes on otherwise. */
final class ForgedLog implements AutoCloseable {
  private static final int BATCH = 256;

  private final Path folder;
  private final LogStore store;

  private ForgedLog(Path folder, LogStore store) {
    this.folder = folder;
    this.store = store;
  }

  /**
   * The first {@code size} entries of the log in the data folder's {@code name}.
   *
   * @param number its own, for the folder that it lies in
   */
  static ForgedLog of(Machine machine, String name, long size, long number) throws IOException {
    TileSource own = TileSource.directory(machine.data().resolve(name));
    Checkpoint published =
        own.read(TileSource.CHECKPOINT, Note.NOTE_BYTES_MAX)
            .flatMap(bytes -> Note.parse(bytes).asOptional())
            .map(Checkpoint::of)
            .filter(shown -> shown.size() >= size)
            .orElseThrow(() -> new IOException("not published so far"));
    Path folder = machine.data().resolve("forged-" + number);
    LogStore store = LogStore.open(folder);
    VerifiedLog log = VerifiedLog.open(own, published);
    for (long at = 0; at < size; ) {
      List<byte[]> some = log.entries(at, (int) Math.min(BATCH, size - at));
      for (byte[] each : some) {
        long _ = store.append(each);
      }
      at += some.size();
    }
    return new ForgedLog(folder, store);
  }

  void append(byte[] entry) throws IOException {
    long _ = store.append(entry);
  }

  /** The call that asks to cosign it. */
  AddCheckpointRequest request(long oldSize, NoteSigner signer) throws IOException {
    long size = store.sync();
    Note note = signer.sign(new Checkpoint(signer.verifierKey().name(), size, store.rootAt(size)));
    store.publish(note.bytes());
    return new AddCheckpointRequest(oldSize, store.consistency(oldSize, size), note);
  }

  TileSource files() {
    return TileSource.directory(folder);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
