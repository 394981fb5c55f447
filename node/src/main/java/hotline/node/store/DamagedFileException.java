package hotline.node.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file of this node is not as it was written; the sentence says what to do. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedFileException(Path file, long at) {
    super(
        file
            + " is damaged at byte "
            + at
            + ": the disk lost what was synced. Keep the file for the investigator, check the disk,"
            + " restore the file from a backup or move it away, and start the node again.");
  }
}
