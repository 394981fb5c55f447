package hotline.simulator.disk;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a name stands for: as programs see it, and as it would be found after a cut. */
abstract sealed class Inode {
  private Set<PosixFilePermission> permissions;

  private Inode(String permissions) {
    this.permissions = PosixFilePermissions.fromString(permissions);
  }

  Set<PosixFilePermission> permissions() {
    return permissions;
  }

  void permit(Set<PosixFilePermission> wanted) {
    permissions = Set.copyOf(wanted);
  }

  /** Names, each for a file or a folder. */
  static final class Folder extends Inode {
    final TreeMap<String, Inode> names = new TreeMap<>();
    final TreeMap<String, Inode> durable = new TreeMap<>();

    Folder() {
      super("rwxr-xr-x");
    }
  }

  /** Bytes. */
  static final class Plain extends Inode {
    private byte[] bytes = {};
    private int size;

    /** The bytes that survive, and what was done to them since. */
    private byte[] durable = {};

    private final List<Change> changes = new ArrayList<>();

    Plain() {
      super("rw-r--r--");
    }

    /** Bytes put at a place; or, if there are none, a cut to that length. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(int at, byte[] bytes) {
      byte[] on(byte[] before) {
        byte[] after =
            Arrays.copyOf(
                before, bytes.length == 0 ? at : Math.max(before.length, at + bytes.length));
        System.arraycopy(bytes, 0, after, at, bytes.length);
        return after;
      }
    }

    int size() {
      return size;
    }

    byte[] read(int at, int length) {
      return at >= size ? new byte[0] : Arrays.copyOfRange(bytes, at, Math.min(size, at + length));
    }

    void write(int at, byte[] what) {
      if (what.length == 0) {
        return;
      }
      int end = at + what.length;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
      }
      System.arraycopy(what, 0, bytes, at, what.length);
      size = Math.max(size, end);
      changes.add(new Change(at, what.clone()));
    }

    void cut(int length) {
      if (length < size) {
        Arrays.fill(bytes, length, size, (byte) 0);
        size = length;
        changes.add(new Change(length, new byte[0]));
      }
    }

    boolean isForced() {
      return changes.isEmpty();
    }

    void force() {
      durable = Arrays.copyOf(bytes, size);
      changes.clear();
    }

    /** Some changes reach the disk, some do not, one may reach it in part; what is seen stays. */
    void forceInPart(Luck luck, DiskWatch watch) {
      for (Change each : changes) {
        switch (luck.of(3)) {
          case 0 -> watch.happened(DiskWatch.What.DROPPED);
          case 1 -> durable = each.on(durable);
          default -> {
            if (each.bytes().length > 0) {
              int part = 1 + luck.of(each.bytes().length);
              durable = new Change(each.at(), Arrays.copyOf(each.bytes(), part)).on(durable);
              watch.happened(DiskWatch.What.TORN);
            }
          }
        }
      }
      changes.clear();
    }

    /** After a cut: what is on the disk is all there is. */
    void wake() {
      bytes = durable.clone();
      size = durable.length;
    }
  }
}
