package hotline.simulator.disk;

import hotline.simulator.disk.Inode.Folder;
import hotline.simulator.disk.Inode.Plain;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The disk of one machine. After {@link #cut} it holds what was forced, and of the rest whatever
 * luck leaves: single writes to a file, part of one, single changes of names. For one thread.
 */
public final class SimDisk {
  private final String machine;
  private final Luck luck;
  private final DiskWatch watch;
  private final Folder root = new Folder();
  private SimFileSystem system = new SimFileSystem(this);

  /** Changes of names that no force has covered, oldest first. */
  private final List<NameChange> unforced = new ArrayList<>();

  private boolean full;
  private boolean failing;
  private int changesUntilCut = -1;

  /** A name that came, went or moved; a move has both folders. */
  private record NameChange(
      Optional<Folder> left, String leftName, Optional<Folder> came, String cameName, Inode node) {
    boolean concerns(Folder folder) {
      return left.filter(each -> each == folder).isPresent()
          || came.filter(each -> each == folder).isPresent();
    }

    boolean undoes(NameChange earlier) {
      return left.isPresent()
          && left.equals(earlier.came)
          && leftName.equals(earlier.cameName)
          && node == earlier.node;
    }

    void endure() {
      left.ifPresent(folder -> folder.durable.remove(leftName, node));
      came.ifPresent(folder -> folder.durable.put(cameName, node));
    }
  }

  /**
   * An empty disk.
   *
   * @param luck decides what survives what it need not
   * @param watch told of what goes wrong
   */
  public SimDisk(String machine, Luck luck, DiskWatch watch) {
    this.machine = machine;
    this.luck = luck;
    this.watch = watch;
  }

  /** The disk as a file system, until the next cut. */
  public FileSystem files() {
    return system;
  }

  String machine() {
    return machine;
  }

  /** Writes find no room from now on, or find it again. */
  public void full(boolean now) {
    full = now;
  }

  /** Forces fail from now on, mostly, or no longer. */
  public void failing(boolean now) {
    failing = now;
  }

  /** Whether it has room and forces work. */
  public boolean isWell() {
    return !full && !failing;
  }

  /** The power goes after so many more changes; never, if negative. */
  public void cutAfter(int changes) {
    changesUntilCut = changes;
  }

  /** Whether the power went in the middle of something; {@link #cut} is still to be called. */
  public boolean isCut() {
    return system.isGone();
  }

  /** All that is on it was forced long ago. */
  public void settle() {
    unforced.forEach(NameChange::endure);
    unforced.clear();
    settle(root);
  }

  private void settle(Inode node) {
    switch (node) {
      case Plain file -> file.force();
      case Folder folder -> folder.names.values().forEach(this::settle);
    }
  }

  /** The power goes: everyone who uses the disk is stopped, and what was not forced is in doubt. */
  public void stop() {
    system.vanish();
  }

  /** What is found when the power is back. */
  public void cut() {
    system.vanish();
    unforced.forEach(change -> {
      if (luck.of(2) == 0) {
        change.endure();
      } else {
        watch.happened(DiskWatch.What.DROPPED);
      }
    });
    unforced.clear();
    wake(root, new IdentityHashMap<>());
    changesUntilCut = -1;
    system = new SimFileSystem(this);
  }

  private void wake(Inode node, Map<Inode, Boolean> seen) {
    if (seen.put(node, true) != null) {
      return;
    }
    switch (node) {
      case Plain file -> {
        file.forceInPart(luck, watch);
        file.wake();
      }
      case Folder folder -> {
        folder.names.clear();
        folder.names.putAll(folder.durable);
        folder.names.values().forEach(each -> wake(each, seen));
      }
    }
  }

  /** Counts one change; the power may go instead of it. */
  private void change() {
    if (changesUntilCut == 0) {
      system.vanish();
      throw new PowerCut(machine);
    }
    changesUntilCut = Math.max(-1, changesUntilCut - 1);
  }

  private void needsRoom(SimPath path) throws IOException {
    if (full) {
      watch.happened(DiskWatch.What.NO_ROOM);
      throw new FileSystemException(path.toString(), null, "No space left on device");
    }
  }

  Optional<Inode> find(SimPath path) {
    Inode at = root;
    for (String name : path.names()) {
      if (!(at instanceof Folder folder) || !folder.names.containsKey(name)) {
        return Optional.empty();
      }
      at = folder.names.get(name);
    }
    return Optional.of(at);
  }

  Inode get(SimPath path) throws IOException {
    return find(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
  }

  Folder folder(SimPath path) throws IOException {
    if (get(path) instanceof Folder folder) {
      return folder;
    }
    throw new NotDirectoryException(path.toString());
  }

  private Folder above(SimPath path) throws IOException {
    SimPath parent = (SimPath) path.getParent();
    return parent == null ? root : folder(parent);
  }

  private static String name(SimPath path) {
    return path.names().getLast();
  }

  <N extends Inode> N create(SimPath path, N node) throws IOException {
    Folder folder = above(path);
    if (folder.names.containsKey(name(path))) {
      throw new FileAlreadyExistsException(path.toString());
    }
    change();
    needsRoom(path);
    folder.names.put(name(path), node);
    unforced.add(new NameChange(Optional.empty(), "", Optional.of(folder), name(path), node));
    return node;
  }

  void delete(SimPath path) throws IOException {
    Inode node = get(path);
    if (node instanceof Folder folder && !folder.names.isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    change();
    Folder folder = above(path);
    folder.names.remove(name(path));
    unforced.add(new NameChange(Optional.of(folder), name(path), Optional.empty(), "", node));
  }

  void move(SimPath from, SimPath to) throws IOException {
    Inode node = get(from);
    change();
    Folder left = above(from);
    Folder came = above(to);
    left.names.remove(name(from));
    came.names.put(name(to), node);
    unforced.add(new NameChange(Optional.of(left), name(from), Optional.of(came), name(to), node));
  }

  void write(SimPath path, Plain file, int at, byte[] bytes) throws IOException {
    change();
    if (full && at + bytes.length > file.size()) {
      // What there is room for goes in: a file system fills its last block.
      file.write(at, Arrays.copyOf(bytes, luck.of(bytes.length + 1)));
      needsRoom(path);
    }
    file.write(at, bytes);
  }

  void truncate(Plain file, int length) {
    change();
    file.cut(length);
  }

  void force(SimPath path, Inode node) throws IOException {
    change();
    watch.forcing();
    if (failing && luck.of(3) != 0) {
      watch.happened(DiskWatch.What.FORCE_FAILED);
      if (node instanceof Plain file) {
        file.forceInPart(luck, watch);
      }
      throw new IOException(path + ": Input/output error");
    }
    switch (node) {
      case Plain file -> file.force();
      case Folder folder -> {
        List<NameChange> forced = unforced.stream().filter(each -> each.concerns(folder)).toList();
        forced.forEach(NameChange::endure);
        // What left under a name for good did not come under it afterwards.
        unforced.removeIf(
            each -> each.concerns(folder) || forced.stream().anyMatch(later -> later.undoes(each)));
      }
    }
  }
}
