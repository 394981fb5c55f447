package hotline.record.disk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A folder on a disk, as narrow as crash safety allows to say what is durable and what is not.
 *
 * <p>Paths are relative, with {@code /} between names; the folder itself is the empty path. They
 * are our own: a name from outside is parsed before it comes here. A crash may undo whatever was
 * not forced, and may leave any part of it.
 */
public interface Disk {
  /**
   * The first {@code bytesMax + 1} bytes of a file at most, so that one too long is seen as such
   * without being read; nothing if there is no such file.
   */
  Optional<byte[]> read(String path, int bytesMax) throws IOException;

  /** Creates or replaces a file. Neither its bytes nor its name are durable yet. */
  void write(String path, byte[] bytes) throws IOException;

  /** Makes the bytes of files durable, in any order; not their names. */
  void force(List<String> paths) throws IOException;

  /** Makes durable which names stand directly in folders, in any order. */
  void forceDirectories(List<String> paths) throws IOException;

  /** Gives a file another name at one stroke, in place of whatever had that name. */
  void rename(String from, String to) throws IOException;

  /** Creates a folder whose parent exists; one that is there already is fine. */
  void createDirectory(String path) throws IOException;

  /** Removes a file or an empty folder; one that is gone already is fine. */
  void delete(String path) throws IOException;

  /** The names directly in a folder, sorted; none if it does not exist. */
  List<String> list(String path) throws IOException;

  /**
   * Keeps every other process, and every other user in this one, from locking the same name.
   *
   * @throws IOException if someone else has it
   */
  Lock lock(String path) throws IOException;

  /** A lock that is held until closed. */
  interface Lock extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
