package hotline.record.disk;

import hotline.testkit.Chance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disk in memory that keeps no more than it must: after a crash, bytes that were not forced may
 * be gone, cut short or there; names that were not forced may be the old or the new ones, each by
 * itself. Worse than a real file system, on purpose.
 */
public final class CrashDisk implements Disk {
  /** The machine has stopped here; nothing after this reaches the disk. */
  public static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A file by whatever name: what is read now, and what a crash cannot take. */
  private static final class Inode {
    private byte[] now = {};
    private byte[] durable = {};
    private final boolean folder;

    private Inode(boolean folder) {
      this.folder = folder;
    }
  }

  /** How unforced bytes fare in a crash. */
  public enum Fate {
    /** Nothing that was not forced is there. */
    LOST,
    /** Everything is there as if it had been forced. */
    KEPT,
    /** Each by chance, cut anywhere. */
    CHANCE
  }

  private final Map<String, Inode> now = new TreeMap<>();
  private final Map<String, Inode> durable = new TreeMap<>();
  private final TreeSet<String> locked = new TreeSet<>();
  private long stepsLeft = Long.MAX_VALUE;
  private long steps;
  private boolean fullAfter;
  private boolean skipFileForce;
  private boolean skipFolderForce;

  /** An empty disk. */
  public CrashDisk() {
    Inode root = new Inode(true);
    now.put("", root);
    durable.put("", root);
  }

  /** Stops the machine after so many more steps that change something. */
  public void stopAfter(long steps) {
    stepsLeft = steps;
    fullAfter = false;
  }

  /** The one step after so many more fails as on a full disk; the steps after it work again. */
  public void failOnceAfter(long steps) {
    stepsLeft = steps;
    fullAfter = true;
  }

  /** Steps that have changed something. */
  public long steps() {
    return steps;
  }

  /** Mutant: forcing a file does nothing. */
  public void skipFileForce(boolean skip) {
    skipFileForce = skip;
  }

  /** Mutant: forcing a folder does nothing. */
  public void skipFolderForce(boolean skip) {
    skipFolderForce = skip;
  }

  private void step() throws IOException {
    steps++;
    if (stepsLeft-- <= 0) {
      if (fullAfter) {
        stepsLeft = Long.MAX_VALUE;
        throw new IOException("no space left on device");
      }
      throw new Stopped();
    }
  }

  /** What a restart finds if the machine stopped now; a seed decides what chance decides. */
  public CrashDisk crash(long seed) {
    return seed == 0
        ? crash(Fate.LOST, 0, -1)
        : seed == 1 ? crash(Fate.KEPT, 0, -1) : crash(Fate.CHANCE, seed, -1);
  }

  /** As {@link #crash(long)}, with every unforced file cut to this many bytes. */
  public CrashDisk crashCut(int length) {
    return crash(Fate.KEPT, 0, length);
  }

  private CrashDisk crash(Fate fate, long seed, int cut) {
    Chance chance = Chance.of(seed);
    Map<Inode, byte[]> left = new HashMap<>();
    CrashDisk after = new CrashDisk();
    TreeSet<String> names = new TreeSet<>(now.keySet());
    names.addAll(durable.keySet());
    for (String name : names) {
      Inode old = durable.get(name);
      Inode young = now.get(name);
      Inode kept =
          switch (fate) {
            case LOST -> old;
            case KEPT -> young;
            case CHANCE -> chance.between(0, 1) == 0 ? old : young;
          };
      if (kept == null || name.isEmpty() || !after.now.containsKey(parent(name))) {
        continue;
      }
      Inode copy = new Inode(kept.folder);
      copy.now = left.computeIfAbsent(kept, inode -> bytes(inode, fate, chance, cut));
      copy.durable = copy.now;
      after.now.put(name, copy);
      after.durable.put(name, copy);
    }
    return after;
  }

  private static byte[] bytes(Inode inode, Fate fate, Chance chance, int cut) {
    if (Arrays.equals(inode.now, inode.durable) || fate == Fate.LOST) {
      return inode.durable;
    }
    if (fate == Fate.KEPT) {
      return cut < 0 ? inode.now : Arrays.copyOf(inode.now, Math.min(cut, inode.now.length));
    }
    return switch ((int) chance.between(0, 3)) {
      case 0 -> inode.durable;
      case 1 -> inode.now;
      case 2 -> Arrays.copyOf(inode.now, (int) chance.between(0, inode.now.length));
      // The length arrived, the bytes did not.
      default -> new byte[inode.now.length];
    };
  }

  /** The longest file that is not forced, in bytes; zero if all are. */
  public int unforcedBytes() {
    return now.values().stream()
        .filter(inode -> !Arrays.equals(inode.now, inode.durable))
        .mapToInt(inode -> inode.now.length)
        .max()
        .orElse(0);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private Inode file(String path) throws IOException {
    Inode inode = now.get(path);
    if (inode == null) {
      throw new IOException(path + " does not exist");
    }
    return inode;
  }

  @Override
  public synchronized Optional<byte[]> read(String path, int bytesMax) {
    Inode inode = now.get(path);
    return inode == null || inode.folder
        ? Optional.empty()
        : Optional.of(Arrays.copyOf(inode.now, Math.min(inode.now.length, bytesMax + 1)));
  }

  @Override
  public synchronized void write(String path, byte[] bytes) throws IOException {
    step();
    file(parent(path));
    Inode inode = now.computeIfAbsent(path, _ -> new Inode(false));
    inode.now = bytes.clone();
  }

  @Override
  public synchronized void force(List<String> paths) throws IOException {
    for (String path : paths) {
      step();
      Inode inode = file(path);
      if (!skipFileForce) {
        inode.durable = inode.now;
      }
    }
  }

  @Override
  public synchronized void forceDirectories(List<String> paths) throws IOException {
    for (String path : paths) {
      forceDirectory(path);
    }
  }

  private void forceDirectory(String path) throws IOException {
    step();
    file(path);
    if (skipFolderForce) {
      return;
    }
    for (String name : new ArrayList<>(durable.keySet())) {
      if (!name.isEmpty() && parent(name).equals(path) && !now.containsKey(name)) {
        durable.remove(name);
      }
    }
    for (Map.Entry<String, Inode> entry : now.entrySet()) {
      if (!entry.getKey().isEmpty() && parent(entry.getKey()).equals(path)) {
        durable.put(entry.getKey(), entry.getValue());
      }
    }
  }

  @Override
  public synchronized void rename(String from, String to) throws IOException {
    step();
    file(parent(to));
    Inode inode = file(from);
    now.remove(from);
    now.put(to, inode);
  }

  @Override
  public synchronized void createDirectory(String path) throws IOException {
    step();
    file(parent(path));
    now.computeIfAbsent(path, _ -> new Inode(true));
  }

  @Override
  public synchronized void delete(String path) throws IOException {
    step();
    if (!list(path).isEmpty()) {
      throw new IOException(path + " is not empty");
    }
    now.remove(path);
  }

  @Override
  public synchronized List<String> list(String path) {
    return now.keySet().stream()
        .filter(name -> !name.isEmpty() && parent(name).equals(path))
        .map(name -> name.substring(path.isEmpty() ? 0 : path.length() + 1))
        .toList();
  }

  @Override
  public synchronized Lock lock(String path) throws IOException {
    if (!locked.add(path)) {
      throw new IOException(path + " is locked");
    }
    return () -> locked.remove(path);
  }
}
