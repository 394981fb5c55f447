package hotline.record.disk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes whole files so that a crash at any moment leaves each as it was or as it becomes.
 *
 * <p>The order: bytes under a temporary name; force them; rename; force the folders. Temporary
 * names live in one folder of their own, so that cleaning up after a crash looks nowhere else. A
 * step that failed is never tried again on the same file (after a failed fsync a second one may lie
 * about the first); the whole batch is, with new files.
 *
 * <p>Not safe for use by many threads: the owner of the folder has one writer.
 */
public final class AtomicFiles {
  /** Where files are until they are whole. */
  static final String STAGING = ".staging";

  private static final int SETTLED_MAX = 4096;

  private final Disk disk;

  /** Folders whose own names are known to be durable; forgotten when there are many. */
  private final Set<String> settled = new HashSet<>();

  private long next;

  /** Files on this disk. */
  public AtomicFiles(Disk disk) {
    this.disk = disk;
  }

  /** Removes what an earlier process left half done. */
  public void clean() throws IOException {
    disk.createDirectory(STAGING);
    for (String name : disk.list(STAGING)) {
      disk.delete(STAGING + "/" + name);
    }
  }

  /** An empty batch; nothing of it is seen before {@link Batch#commit}. */
  public Batch batch() {
    return new Batch();
  }

  /** Writes one file durably. */
  public void replace(String path, byte[] bytes) throws IOException {
    try (Batch batch = batch()) {
      batch.stage(path, bytes);
      batch.commit();
    }
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Files that become visible and durable together with one {@link #commit}. */
  public final class Batch implements AutoCloseable {
    private final List<String> staged = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    private Batch() {}

    /** Writes a file that is not yet seen under its name. */
    public void stage(String path, byte[] bytes) throws IOException {
      String temporary = STAGING + "/" + next++;
      staged.add(temporary);
      paths.add(path);
      disk.write(temporary, bytes);
    }

    /**
     * Makes all files durable, then visible, then their names durable. When it returns, no crash
     * undoes any of it; when it throws, each file is as it was or as it becomes.
     */
    public void commit() throws IOException {
      if (staged.isEmpty()) {
        return;
      }
      disk.force(List.copyOf(staged));
      Set<String> changed = new LinkedHashSet<>();
      Set<String> created = new LinkedHashSet<>();
      for (int i = 0; i < paths.size(); i++) {
        String folder = parent(paths.get(i));
        prepare(folder, created, changed);
        disk.rename(staged.get(i), paths.get(i));
        changed.add(folder);
      }
      staged.clear();
      disk.forceDirectories(List.copyOf(changed));
      if (settled.size() > SETTLED_MAX) {
        settled.clear();
      }
      settled.addAll(created);
    }

    /** Creates the folder and those above it, and notes whose list of names that changes. */
    private void prepare(String folder, Set<String> created, Set<String> changed)
        throws IOException {
      if (folder.isEmpty() || settled.contains(folder) || created.contains(folder)) {
        return;
      }
      prepare(parent(folder), created, changed);
      disk.createDirectory(folder);
      created.add(folder);
      // Also if it was there: an earlier attempt may have made it and failed before forcing this.
      changed.add(parent(folder));
    }

    /** Removes what was staged and not committed, as far as the disk allows. */
    @Override
    public void close() {
      for (String temporary : staged) {
        try {
          disk.delete(temporary);
        } catch (IOException left) {
          // Cleaned at the next start; it takes space but is never read.
        }
      }
    }
  }
}
