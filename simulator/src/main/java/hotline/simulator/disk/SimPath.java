package hotline.simulator.disk;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A name on a simulated disk: folders and a file, in the manner of POSIX. */
final class SimPath implements Path {
  private final SimFileSystem system;
  private final boolean absolute;
  private final List<String> names;

  private SimPath(SimFileSystem system, boolean absolute, List<String> names) {
    this.system = system;
    this.absolute = absolute;
    this.names = List.copyOf(names);
  }

  static SimPath of(SimFileSystem system, String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return new SimPath(system, text.startsWith("/"), names);
  }

  List<String> names() {
    return names;
  }

  private SimPath with(List<String> others) {
    return new SimPath(system, absolute, others);
  }

  private static SimPath ours(Path path) {
    return (SimPath) path;
  }

  @Override
  public SimFileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return absolute;
  }

  @Override
  public @Nullable Path getRoot() {
    return absolute ? with(List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : new SimPath(system, false, List.of(names.getLast()));
  }

  @Override
  public @Nullable Path getParent() {
    return names.isEmpty() || (names.size() == 1 && !absolute)
        ? null
        : with(names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return new SimPath(system, false, List.of(names.get(index)));
  }

  @Override
  public Path subpath(int from, int to) {
    return new SimPath(system, false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    SimPath begin = ours(other);
    return begin.absolute == absolute
        && begin.names.size() <= names.size()
        && names.subList(0, begin.names.size()).equals(begin.names);
  }

  @Override
  public boolean endsWith(Path other) {
    SimPath end = ours(other);
    int from = names.size() - end.names.size();
    return from >= 0 && names.subList(from, names.size()).equals(end.names);
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    SimPath below = ours(other);
    if (below.absolute) {
      return below;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(below.names);
    return with(all);
  }

  @Override
  public Path relativize(Path other) {
    if (!other.startsWith(this)) {
      throw new IllegalArgumentException(other + " is not below " + this);
    }
    return new SimPath(
        system, false, ours(other).names.subList(names.size(), other.getNameCount()));
  }

  @Override
  public URI toUri() {
    return URI.create("sim:" + this);
  }

  @Override
  public Path toAbsolutePath() {
    return new SimPath(system, true, names);
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SimPath path
        && path.system == system
        && path.absolute == absolute
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(absolute, names);
  }

  @Override
  public String toString() {
    return (absolute ? "/" : "") + String.join("/", names);
  }
}
