package hotline.airspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What overlaps an extent, found without looking at what is elsewhere or at other times.
 *
 * <p>Each key has one or several extents; each cell of an extent is an item. Items are shelved by
 * what decides how far they reach: the cell's level, the length of the interval (in steps of eight)
 * and the height datum. On one {@link Shelf} all items are of about one size, so they are points in
 * (cell, time), kept in the order of a space-filling curve with bounds over every stretch of it. A
 * query goes through each shelf that holds anything, at most 168 and in practice a dozen.
 *
 * <p>The answer is exact at this coarse level (it is {@link Extent#overlaps} of every pair) and in
 * the order of the keys. Not safe for use by several threads at once: one owner writes, or many
 * read.
 *
 * @param <K> keys with an order that agrees with equals
 */
public final class VolumeIndex<K extends Comparable<? super K>> {
  /** The most extents of one key. */
  public static final int EXTENTS_MAX = 1_024;

  /** The most extents of all keys together. */
  public static final int CAPACITY = 1 << 24;

  /** The longest interval of each class but the last, as a power of two of microseconds. */
  private static final int[] LENGTH_BITS = {28, 31, 34, 37, 40, 43};

  private static final int LEVELS = Cells.LEVEL_MAX + 1;

  /** What belongs to one key: its extents and the number each has in {@link #owners}. */
  private static final class Entry<K> {
    private final K key;
    private final List<Extent> extents;
    private final int[] numbers;

    Entry(K key, List<Extent> extents) {
      this.key = key;
      this.extents = List.copyOf(extents);
      this.numbers = new int[extents.size()];
    }
  }

  private final Map<K, Entry<K>> entries = new HashMap<>();
  private final @Nullable Shelf[] shelves =
      new Shelf[Datum.values().length * LEVELS * LENGTH_BITS.length];
  private final List<@Nullable Entry<K>> owners = new ArrayList<>();
  private int[] free = new int[16];
  private int freeCount;

  /** How many keys it holds. */
  public int size() {
    return entries.size();
  }

  /** The extents of a key; none if it is not held. */
  public List<Extent> extents(K key) {
    Entry<K> entry = entries.get(key);
    return entry == null ? List.of() : entry.extents;
  }

  /** Holds {@code key} with one extent, instead of those it had. */
  public void put(K key, Extent extent) {
    put(key, List.of(extent));
  }

  /**
   * Holds {@code key} with these extents, instead of those it had.
   *
   * @param extents 1 to {@value #EXTENTS_MAX}
   */
  public void put(K key, List<Extent> extents) {
    if (extents.isEmpty() || extents.size() > EXTENTS_MAX) {
      throw new IllegalArgumentException(
          "give a key 1 to %d extents, not %d".formatted(EXTENTS_MAX, extents.size()));
    }
    if (extents.size() > freeCount + CAPACITY - owners.size()) {
      throw new IllegalStateException(
          "the index is full at %d extents: remove what has ended".formatted(CAPACITY));
    }
    remove(key);
    Entry<K> entry = new Entry<>(key, extents);
    for (int i = 0; i < entry.numbers.length; i++) {
      entry.numbers[i] = number(entry);
      Extent extent = entry.extents.get(i);
      for (int k = 0; k < extent.cells().count(); k++) {
        shelf(extent, extent.cells().id(k)).add(item(extent, k, entry.numbers[i]));
      }
    }
    entries.put(key, entry);
  }

  /** Lets go of {@code key}; whether it was held. */
  public boolean remove(K key) {
    Entry<K> entry = entries.remove(key);
    if (entry == null) {
      return false;
    }
    for (int i = 0; i < entry.numbers.length; i++) {
      Extent extent = entry.extents.get(i);
      for (int k = 0; k < extent.cells().count(); k++) {
        shelf(extent, extent.cells().id(k)).remove(item(extent, k, entry.numbers[i]));
      }
      release(entry.numbers[i]);
    }
    return true;
  }

  /**
   * The keys with an extent that overlaps {@code query} in the sense of {@link Extent#overlaps},
   * each once, in their order.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public List<K> overlapping(Extent query, long datumMarginFeet) {
    Hits hits = new Hits();
    for (Datum datum : Datum.values()) {
      long below = query.heights().ceilingAs(datum, datumMarginFeet);
      long above = query.heights().floorAs(datum, datumMarginFeet);
      for (int level = 0; level < LEVELS; level++) {
        Probe probe = null;
        for (int length = 0; length < LENGTH_BITS.length; length++) {
          Shelf shelf = shelves[place(datum, level, length)];
          if (shelf == null || shelf.isEmpty()) {
            continue;
          }
          if (probe == null) {
            probe = Probe.of(query, level, above, below);
          }
          shelf.collect(probe, hits);
        }
      }
    }
    return keys(hits);
  }

  private List<K> keys(Hits hits) {
    List<K> keys = new ArrayList<>();
    int[] numbers = hits.sorted();
    for (int i = 0; i < numbers.length; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        keys.add(owner(numbers[i]).key);
      }
    }
    keys.sort(Comparator.naturalOrder());
    List<K> distinct = new ArrayList<>(keys.size());
    for (K key : keys) {
      if (distinct.isEmpty() || !distinct.getLast().equals(key)) {
        distinct.add(key);
      }
    }
    return distinct;
  }

  private Entry<K> owner(int number) {
    Entry<K> entry = owners.get(number);
    if (entry == null) {
      throw new IllegalStateException("a shelf holds an item of a removed key");
    }
    return entry;
  }

  private int number(Entry<K> entry) {
    if (freeCount > 0) {
      int number = free[--freeCount];
      owners.set(number, entry);
      return number;
    }
    owners.add(entry);
    return owners.size() - 1;
  }

  private void release(int number) {
    owners.set(number, null);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * free.length);
    }
    free[freeCount++] = number;
  }

  private Shelf shelf(Extent extent, long cell) {
    int length = 0;
    long lastsUs = extent.times().endUs() - extent.times().startUs();
    while (length < LENGTH_BITS.length - 1 && lastsUs > 1L << LENGTH_BITS[length]) {
      length++;
    }
    int place = place(extent.heights().datum(), CellIds.level(cell), length);
    Shelf shelf = shelves[place];
    if (shelf == null) {
      shelf = new Shelf(LENGTH_BITS[length]);
      shelves[place] = shelf;
    }
    return shelf;
  }

  private static int place(Datum datum, int level, int length) {
    int kind = datum == Datum.W84 ? 0 : 1;
    return (kind * LEVELS + level) * LENGTH_BITS.length + length;
  }

  private static Shelf.Item item(Extent extent, int cell, int number) {
    long id = extent.cells().id(cell);
    // Heights of either datum, and ordinals down to level 13, fit in 31 bits.
    return new Shelf.Item(
        (int) CellIds.ordinal(id, CellIds.level(id)),
        extent.times().startUs(),
        extent.times().endUs(),
        (int) extent.heights().floor(),
        (int) extent.heights().ceiling(),
        number);
  }

  /** The numbers of the extents found so far, some of them more than once. */
  static final class Hits {
    private int[] numbers = new int[16];
    private int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    private int[] sorted() {
      int[] sorted = Arrays.copyOf(numbers, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
