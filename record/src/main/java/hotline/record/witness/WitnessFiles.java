package hotline.record.witness;

import hotline.record.disk.AtomicFiles;
import hotline.record.disk.Disk;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Witness states as files: {@code <hex SHA-256 of the origin>/checkpoint}, each the cosigned note,
 * as the reading side of C2SP tlog-witness serves it.
 *
 * <p>Safe for use by many threads. The folder is locked: a second witness on the same states could
 * cosign two histories.
 */
public final class WitnessFiles implements WitnessStore, AutoCloseable {
  private final Disk disk;
  private final AtomicFiles files;
  private final Disk.Lock lock;

  private WitnessFiles(Disk disk, AtomicFiles files, Disk.Lock lock) {
    this.disk = disk;
    this.files = files;
    this.lock = lock;
  }

  /** Opens the states in a folder of their own. */
  public static WitnessFiles open(Disk disk) throws IOException {
    Disk.Lock lock = disk.lock(".lock");
    AtomicFiles files = new AtomicFiles(disk);
    try {
      files.clean();
    } catch (IOException failed) {
      lock.close();
      throw failed;
    }
    return new WitnessFiles(disk, files, lock);
  }

  /** The file of an origin, relative to the folder. */
  public static String path(String origin) {
    return Merkle.plain(origin.getBytes(StandardCharsets.UTF_8)).hex() + "/checkpoint";
  }

  @Override
  public synchronized Optional<WitnessState> load(String origin) throws IOException {
    Optional<byte[]> bytes = disk.read(path(origin), Note.NOTE_BYTES_MAX);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Parsed<WitnessState> read =
        Note.parse(bytes.get())
            .then(note ->
                Checkpoint.parse(note.text())
                    .then(checkpoint -> Parsed.good(new WitnessState(checkpoint, note))));
    return switch (read) {
      case Parsed.Good<WitnessState> good when good.value().checkpoint().origin().equals(origin) ->
          Optional.of(good.value());
      case Parsed.Good<WitnessState> _ -> throw damaged(origin, "it is of another origin");
      case Parsed.Refused<WitnessState> refused -> throw damaged(origin, refused.sentence());
    };
  }

  /** A witness that forgot what it cosigned could cosign the opposite: it stops instead. */
  private static IOException damaged(String origin, String why) {
    return new IOException(
        "the witness state "
            + path(origin)
            + " is damaged ("
            + why
            + "); take it from a backup of the same witness, or retire this cosigner key");
  }

  @Override
  public synchronized boolean replace(String origin, long expectedSize, WitnessState next)
      throws IOException {
    long held = load(origin).map(state -> state.checkpoint().size()).orElse(0L);
    if (held != expectedSize) {
      return false;
    }
    files.replace(path(origin), next.note().bytes());
    return true;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
