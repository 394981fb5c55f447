package hotline.simulator.disk;

import hotline.simulator.disk.Inode.Folder;
import hotline.simulator.disk.Inode.Plain;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The file operations of a simulated disk. */
final class SimProvider extends FileSystemProvider {
  private static SimPath ours(Path path) {
    return (SimPath) path.toAbsolutePath();
  }

  private static SimDisk disk(SimPath path) {
    return path.getFileSystem().disk();
  }

  @Override
  public String getScheme() {
    return "sim";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    SimPath at = ours(path);
    SimDisk disk = disk(at);
    Optional<Inode> found = disk.find(at);
    boolean create =
        options.contains(StandardOpenOption.CREATE_NEW)
            || (found.isEmpty() && options.contains(StandardOpenOption.CREATE));
    Inode node = create ? disk.create(at, permitted(new Plain(), attributes)) : disk.get(at);
    if (node instanceof Plain file
        && options.contains(StandardOpenOption.TRUNCATE_EXISTING)
        && file.size() > 0) {
      disk.truncate(file, 0);
    }
    SimChannel channel = new SimChannel(at, node);
    return options.contains(StandardOpenOption.APPEND) ? channel.position(channel.size()) : channel;
  }

  private static <N extends Inode> N permitted(N node, FileAttribute<?>... attributes) {
    for (FileAttribute<?> each : attributes) {
      if (each.name().equals("posix:permissions") && each.value() instanceof Set<?> wanted) {
        node.permit(Set.copyOf(wanted.stream().map(PosixFilePermission.class::cast).toList()));
      }
    }
    return node;
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    SimPath at = ours(folder);
    List<Path> names = new ArrayList<>();
    for (String name : disk(at).folder(at).names.keySet()) {
      Path each = folder.resolve(name);
      if (filter.accept(each)) {
        names.add(each);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return names.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    SimPath at = ours(folder);
    Folder _ = disk(at).create(at, permitted(new Folder(), attributes));
  }

  @Override
  public void delete(Path path) throws IOException {
    SimPath at = ours(path);
    disk(at).delete(at);
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    SimPath at = ours(from);
    disk(at).move(at, ours(to));
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return ours(one).equals(ours(other));
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    SimPath at = ours(path);
    Inode _ = disk(at).get(at);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    if (!type.isAssignableFrom(PosixFileAttributeView.class)) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(new SimAttributes.View(ours(path)));
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    SimPath at = ours(path);
    return type.cast(new SimAttributes(disk(at).get(at)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException(names);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException(name);
  }
}
