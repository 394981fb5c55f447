package hotline.node.order;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * Which files stand in the folder of Ratis's log, made durable. Ratis forces the bytes of its files
 * and never their names: a power cut could take away a whole segment that was forced, name and all.
 * Used by the log's one thread.
 */
final class DurableNames {
  /** The folder itself, the group's, the sequencer's, and the one that the last stands in. */
  private static final int LEVELS = 4;

  private final Path folder;

  /** Each name with the file behind it, as last forced; nothing of it before the first time. */
  private Map<String, Object> forced = Map.of();

  DurableNames(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Forces the names if they are others than before. */
  void force() throws IOException {
    Map<String, Object> now = names();
    if (now.equals(forced)) {
      return;
    }
    force(folder);
    Path above = folder.getParent();
    for (int level = 1; forced.isEmpty() && level < LEVELS && above != null; level++) {
      force(above);
      above = above.getParent();
    }
    forced = now;
  }

  /** Forces which names stand in {@code folder}. */
  static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private Map<String, Object> names() throws IOException {
    Map<String, Object> names = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        try {
          Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
          names.put(file.toString(), key == null ? "" : key);
        } catch (NoSuchFileException _) {
          // A draft of Ratis that has got its name meanwhile: seen under that the next time.
        }
      }
    }
    return names;
  }
}
