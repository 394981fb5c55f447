package hotline.record.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A folder of a POSIX file system. Safe for use by many threads. */
public final class FileDisk implements Disk {
  private static final int FORCED_AT_ONCE = 16;

  private final Path root;

  /** The disk below {@code root}; touches nothing yet. */
  public FileDisk(Path root) {
    this.root = root;
  }

  /** The disk below {@code root}, which is created if it is missing. */
  public static FileDisk create(Path root) throws IOException {
    return new FileDisk(Files.createDirectories(root));
  }

  private Path at(String path) {
    return path.isEmpty() ? root : root.resolve(path);
  }

  @Override
  public Optional<byte[]> read(String path, int bytesMax) throws IOException {
    try (InputStream in = Files.newInputStream(at(path))) {
      return Optional.of(in.readNBytes(bytesMax + 1));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    try (FileChannel file = FileChannel.open(at(path), CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
    }
  }

  @Override
  public void force(List<String> paths) throws IOException {
    forceAll(paths, WRITE);
  }

  @Override
  public void forceDirectories(List<String> paths) throws IOException {
    forceAll(paths, READ);
  }

  /**
   * Forces at the same time what may be forced in any order: a journalling file system then commits
   * once for many. A file system of the caller's making has nothing to commit, and gets one order.
   */
  private void forceAll(List<String> paths, StandardOpenOption mode) throws IOException {
    if (paths.size() == 1 || !root.getFileSystem().equals(FileSystems.getDefault())) {
      for (String path : paths) {
        forceOne(path, mode);
      }
      return;
    }
    int slice = Math.ceilDiv(paths.size(), FORCED_AT_ONCE);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += slice) {
      List<String> some = paths.subList(from, Math.min(from + slice, paths.size()));
      tasks.add(() -> {
        for (String path : some) {
          forceOne(path, mode);
        }
        return true;
      });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> forced : threads.invokeAll(tasks)) {
        forced.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("a file could not be made durable", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while files were made durable");
    }
  }

  private void forceOne(String path, StandardOpenOption mode) throws IOException {
    try (FileChannel file = FileChannel.open(at(path), mode)) {
      file.force(true);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void createDirectory(String path) throws IOException {
    try {
      Files.createDirectory(at(path));
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(at(path))) {
        throw there;
      }
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(at(path));
  }

  @Override
  public List<String> list(String path) throws IOException {
    try (Stream<Path> names = Files.list(at(path))) {
      return names.map(name -> String.valueOf(name.getFileName())).sorted().toList();
    } catch (NoSuchFileException absent) {
      return List.of();
    }
  }

  @Override
  public Lock lock(String path) throws IOException {
    FileChannel channel = FileChannel.open(at(path), CREATE, WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel::close;
      }
    } catch (OverlappingFileLockException here) {
      // The same process holds it: refused like any other.
    }
    channel.close();
    throw new IOException(at(path) + " is locked by another user of this folder");
  }

  /** The folder's own path. */
  @Override
  public String toString() {
    return root.toString();
  }
}
