package hotline.record.tiles;

import hotline.record.disk.FileDisk;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a log are read: a folder, or an HTTP prefix of another party. */
@FunctionalInterface
public interface TileSource {
  /** The name of the signed checkpoint beside the tiles. */
  String CHECKPOINT = "checkpoint";

  /**
   * The first {@code bytesMax + 1} bytes of a file at most, so that one too long is seen as such
   * without being read; nothing if there is no such file.
   *
   * @param path {@link #CHECKPOINT} or the text of a {@link TilePath}
   */
  Optional<byte[]> read(String path, int bytesMax) throws IOException;

  /**
   * What the log shows as its checkpoint, opened with the key that has to have signed it; nothing
   * if it shows none.
   */
  default Optional<Parsed<SignedCheckpoint>> checkpoint(VerifierKey log) throws IOException {
    return read(CHECKPOINT, Note.NOTE_BYTES_MAX).map(bytes -> SignedCheckpoint.open(bytes, log));
  }

  /** The log in a folder. */
  static TileSource directory(Path folder) {
    return new FileDisk(folder)::read;
  }
}
