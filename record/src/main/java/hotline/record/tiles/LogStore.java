package hotline.record.tiles;

import hotline.record.disk.AtomicFiles;
import hotline.record.disk.Disk;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Frontier;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.Note;
import hotline.record.note.Parsed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A party's own log on disk: one writer, any number of readers.
 *
 * <p>An entry goes three steps. {@link #append}: in memory, seen by every reader at once. {@link
 * #sync}: durable, in tiles and bundles. {@link #publish}: covered by a signed checkpoint, which is
 * what others are shown and all that is kept over a restart. Durable entries beyond the checkpoint
 * are let go at the next start; the caller's write-ahead log feeds them again.
 *
 * <p>{@code append}, {@code sync} and {@code publish} may be called from different threads;
 * appending goes on while a sync waits for the disk. A failed {@code sync} or {@code publish}
 * changes nothing a reader sees and may be called again.
 */
public final class LogStore implements AutoCloseable {
  /** Entries that may wait for a sync. */
  public static final long UNSYNCED_ENTRIES_MAX = 1 << 20;

  /** Bytes of entries that may wait for a sync. */
  public static final long UNSYNCED_BYTES_MAX = 128L << 20;

  /** No call of {@link #entries} gives more. */
  public static final int ENTRIES_MAX = 1024;

  private static final String LOCK = ".lock";

  /** How many full tiles back to look for partial ones that an earlier process left. */
  private static final int PRUNE_LOOKBACK = 64;

  private final Disk disk;
  private final Disk.Lock lock;
  private final AtomicFiles files;
  private final Tail tail;
  private final TileReader reader;

  /** Held while files are written; never while only memory is touched. */
  private final Object writing = new Object();

  /** The last checkpoint that was published; written under {@link #writing}. */
  private volatile Optional<Note> published;

  private volatile Checkpoint checkpoint;

  /** Held while partial tiles are removed; guards {@link #pruned}. */
  private final Object pruning = new Object();

  /** The size up to which full tiles have no partial ones beside them any more. */
  private long pruned;

  private LogStore(
      Disk disk, Disk.Lock lock, AtomicFiles files, VerifiedLog log, Optional<Note> published)
      throws IOException {
    this.disk = disk;
    this.lock = lock;
    this.files = files;
    this.tail = new Tail(log);
    this.reader = new TileReader(disk::read, tail::hash);
    this.checkpoint = log.checkpoint();
    this.published = published;
    this.pruned = Math.max(0, checkpoint.size() - PRUNE_LOOKBACK * TilePath.FULL);
  }

  /** Opens the log in a folder, which is created if it is missing. */
  public static LogStore open(Path folder) throws IOException {
    return open(FileDisk.create(folder));
  }

  /**
   * Opens a log at its published checkpoint. Costs a few files, however large the log.
   *
   * @throws LogDamage if the files do not give the checkpoint's root, naming the file
   * @throws LogException if the checkpoint is none ({@code log.checkpoint})
   */
  public static LogStore open(Disk disk) throws IOException {
    Disk.Lock lock = disk.lock(LOCK);
    try {
      AtomicFiles files = new AtomicFiles(disk);
      files.clean();
      Optional<Note> note = readCheckpoint(disk);
      Checkpoint checkpoint =
          note.map(Checkpoint::of).orElse(new Checkpoint("unpublished", 0, Merkle.EMPTY_ROOT));
      VerifiedLog log = VerifiedLog.open(disk::read, checkpoint);
      return new LogStore(disk, lock, files, log, note);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static Optional<Note> readCheckpoint(Disk disk) throws IOException {
    Optional<byte[]> bytes = disk.read(TileSource.CHECKPOINT, Note.NOTE_BYTES_MAX);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Parsed<Note> read =
        Note.parse(bytes.get())
            .then(note -> Checkpoint.parse(note.text()).then(_ -> Parsed.good(note)));
    return switch (read) {
      case Parsed.Good<Note> good -> Optional.of(good.value());
      case Parsed.Refused<Note> refused ->
          throw new LogException(
              "log.checkpoint",
              "the file "
                  + TileSource.CHECKPOINT
                  + " is damaged ("
                  + refused.sentence()
                  + "); take it, or the whole folder, from a backup or another party's copy");
    };
  }

  /**
   * Adds an entry at the end and gives its index. It is not durable before {@link #sync}.
   *
   * @param entry at most 65,535 bytes; the log keeps the array, which must not change any more
   * @throws LogException if too much waits for a sync already ({@code log.unsynced})
   */
  public long append(byte[] entry) throws LogException {
    if (entry.length > EntryBundle.ENTRY_BYTES_MAX) {
      throw new IllegalArgumentException("an entry has at most 65,535 bytes");
    }
    if (size() - syncedSize() >= UNSYNCED_ENTRIES_MAX
        || tail.unsyncedBytes() + entry.length > UNSYNCED_BYTES_MAX) {
      throw new LogException(
          "log.unsynced", "too many entries wait for the disk; sync, then append again");
    }
    return tail.append(entry);
  }

  /**
   * Makes every entry appended so far durable and gives the size that is. Costs a handful of fsyncs
   * and only the tiles that changed.
   *
   * @throws IOException if the disk failed or is full; nothing is lost, call again
   */
  public long sync() throws IOException {
    synchronized (writing) {
      Tail.Unsynced unsynced = tail.unsynced();
      if (unsynced.size() > tail.synced()) {
        write(unsynced);
        tail.synced(unsynced);
      }
      return unsynced.size();
    }
  }

  private void write(Tail.Unsynced unsynced) throws IOException {
    try (AtomicFiles.Batch batch = files.batch()) {
      for (Tail.Unsynced.Bundle bundle : unsynced.bundles()) {
        byte[] bytes = EntryBundle.encode(bundle.entries());
        batch.stage(bundle.path().toString(), bytes);
        if (bundle.path().isFull()) {
          reader.remember(bundle.path(), bundle.entries(), bytes.length);
        }
      }
      for (Tail.Unsynced.Tile tile : unsynced.tiles()) {
        byte[] bytes = Tiles.bytes(tile.hashes());
        batch.stage(tile.path().toString(), bytes);
        if (tile.path().isFull()) {
          reader.remember(tile.path(), bytes);
        }
      }
      batch.commit();
    }
  }

  /**
   * Shows a signed checkpoint to the world: from now on {@code checkpoint} holds these bytes, also
   * after a crash. The signatures are the caller's matter; size and root are checked.
   *
   * @throws LogException if it is malformed, of another origin, smaller than the published one,
   *     beyond what is durable, or has another root ({@code log.checkpoint-refused})
   * @throws IOException if the disk failed or is full; call again
   */
  public void publish(byte[] signedCheckpoint) throws IOException {
    Parsed<Note> note = Note.parse(signedCheckpoint);
    Parsed<Checkpoint> parsed = note.then(read -> Checkpoint.parse(read.text()));
    if (parsed instanceof Parsed.Refused<Checkpoint> refused) {
      throw refused(refused.sentence());
    }
    Checkpoint next = parsed.orThrow();
    synchronized (writing) {
      check(next);
      if (next.size() != tail.synced() && next.size() != checkpoint.size()) {
        write(tail.partials(next.size()));
      }
      files.replace(TileSource.CHECKPOINT, signedCheckpoint);
      checkpoint = next;
      published = note.asOptional();
    }
  }

  private void check(Checkpoint next) throws IOException {
    if (published.isPresent() && !next.origin().equals(checkpoint.origin())) {
      throw refused("the checkpoint is of another origin than the one published before");
    }
    if (next.size() < checkpoint.size()) {
      throw refused("a checkpoint of size " + checkpoint.size() + " is published already");
    }
    if (next.size() > tail.synced()) {
      throw refused("only " + tail.synced() + " entries are durable; sync first");
    }
    if (!rootAt(next.size()).equals(next.root())) {
      throw refused("the checkpoint has another root than this log at size " + next.size());
    }
  }

  /**
   * Removes the partial tiles and bundles of those that have become full under the published
   * checkpoint. It needs none of them, and readers of an older one find the same hashes at the
   * beginning of the full tile. To be called now and then, away from the path of new entries: it
   * only saves room (removing can wait for the disk longer than writing does).
   *
   * @throws IOException if the disk failed; nothing is lost, call again
   */
  public void prune() throws IOException {
    synchronized (pruning) {
      long size = checkpoint.size();
      for (int level = 0; level <= TilePath.LEVEL_MAX; level++) {
        long end = Tiles.hashes(size, level) / TilePath.FULL;
        for (long i = Tiles.hashes(pruned, level) / TilePath.FULL; i < end; i++) {
          remove(TilePath.hashes(level, i, TilePath.FULL).partialFolder());
          if (level == 0) {
            remove(TilePath.entries(i, TilePath.FULL).partialFolder());
          }
        }
      }
      pruned = size;
    }
  }

  /** Not forced: what a crash brings back is removed later or harms nobody. */
  private void remove(String folder) throws IOException {
    List<String> names = disk.list(folder);
    for (String name : names) {
      disk.delete(folder + "/" + name);
    }
    if (!names.isEmpty()) {
      disk.delete(folder);
    }
  }

  private static LogException refused(String sentence) {
    return new LogException("log.checkpoint-refused", sentence);
  }

  /** The number of entries, those not yet durable included. */
  public long size() {
    return tail.frontier().size();
  }

  /** The number of entries that no crash of the machine takes away. */
  public long syncedSize() {
    return tail.synced();
  }

  /** The number of entries under the published checkpoint; zero if there is none. */
  public long publishedSize() {
    return checkpoint.size();
  }

  /** The published checkpoint with its signatures. */
  public Optional<Note> published() {
    return published;
  }

  /** The right edge of all entries, for a snapshot. */
  public Frontier frontier() {
    return tail.frontier();
  }

  /** The root of the first {@code size} entries. */
  public Hash rootAt(long size) throws IOException {
    Frontier now = tail.frontier();
    return size == now.size()
        ? now.root()
        : MerkleProofs.root(reader, Objects.checkIndex(size, now.size() + 1));
  }

  /** The leaf hash of an entry. */
  public Hash leafHash(long index) throws IOException {
    return reader.hash(0, Objects.checkIndex(index, size()));
  }

  /** The bytes of an entry; a fresh copy. */
  public byte[] entry(long index) throws IOException {
    Objects.checkIndex(index, size());
    Optional<byte[]> here = tail.entry(index);
    return here.isPresent()
        ? here.get().clone()
        : reader
            .bundle(index / TilePath.FULL, TilePath.FULL)
            .get((int) (index % TilePath.FULL))
            .clone();
  }

  /** Up to {@code max} entries in a row, at most {@link #ENTRIES_MAX}; fewer at the end. */
  public List<byte[]> entries(long from, int max) throws IOException {
    long end = Math.min(Math.min(size() - from, max), ENTRIES_MAX) + from;
    List<byte[]> entries = new ArrayList<>();
    for (long index = from; index < end; index++) {
      entries.add(entry(index));
    }
    return entries;
  }

  /** The proof that entry {@code index} is in the first {@code size} entries. */
  public List<Hash> inclusion(long index, long size) throws IOException {
    return MerkleProofs.inclusion(reader, index, Objects.checkIndex(size, size() + 1));
  }

  /** The proof that the first {@code oldSize} entries begin the first {@code newSize}. */
  public List<Hash> consistency(long oldSize, long newSize) throws IOException {
    return MerkleProofs.consistency(reader, oldSize, Objects.checkIndex(newSize, size() + 1));
  }

  /** Lets another process have the folder. What was not synced is gone. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
