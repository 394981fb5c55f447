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
 * <p>Each key has one or several extents. They are shelved by their height datum and by the length
 * of their interval, in steps of eight, so that on one {@link Shelf} all reach about as far in
 * time; there they stand along a curve through place and time, with bounds in both and in height
 * over every stretch of it. A query goes down only where its own bounds reach, and what it finds is
 * judged by its cells.
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
  private final @Nullable Shelf[] shelves = new Shelf[Datum.values().length * LENGTH_BITS.length];
  private final List<@Nullable Entry<K>> owners = new ArrayList<>();

  /** The cells of each numbered extent, at hand without its owner. */
  private @Nullable Cells[] cells = new Cells[16];

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
      Extent extent = entry.extents.get(i);
      entry.numbers[i] = number(entry, extent.cells());
      shelf(extent).add(item(extent, entry.numbers[i]));
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
      shelf(extent).remove(item(extent, entry.numbers[i]));
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
    Space space = Space.of(query.cells());
    for (Datum datum : Datum.values()) {
      Probe probe = new Probe(query, space, datum, datumMarginFeet);
      for (int length = 0; length < LENGTH_BITS.length; length++) {
        Shelf shelf = shelves[place(datum, length)];
        if (shelf != null) {
          shelf.collect(probe, hits);
        }
      }
    }
    List<K> keys = new ArrayList<>();
    for (int i = 0; i < hits.count; i++) {
      int number = hits.numbers[i];
      if (there(cells[number]).meets(query.cells())) {
        keys.add(there(owners.get(number)).key);
      }
    }
    return distinct(keys);
  }

  /** In order, each once: a key with several extents may have been found several times. */
  private static <K extends Comparable<? super K>> List<K> distinct(List<K> keys) {
    keys.sort(Comparator.naturalOrder());
    List<K> distinct = new ArrayList<>(keys.size());
    for (K key : keys) {
      if (distinct.isEmpty() || !distinct.getLast().equals(key)) {
        distinct.add(key);
      }
    }
    return distinct;
  }

  private static <T> T there(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("a shelf holds an extent of a removed key");
    }
    return part;
  }

  private int number(Entry<K> entry, Cells itsCells) {
    int number = freeCount > 0 ? free[--freeCount] : owners.size();
    if (number < owners.size()) {
      owners.set(number, entry);
    } else {
      owners.add(entry);
    }
    if (number >= cells.length) {
      cells = Arrays.copyOf(cells, 2 * number);
    }
    cells[number] = itsCells;
    return number;
  }

  private void release(int number) {
    owners.set(number, null);
    cells[number] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * free.length);
    }
    free[freeCount++] = number;
  }

  private Shelf shelf(Extent extent) {
    int length = 0;
    long lastsUs = extent.times().endUs() - extent.times().startUs();
    while (length < LENGTH_BITS.length - 1 && lastsUs > 1L << LENGTH_BITS[length]) {
      length++;
    }
    int place = place(extent.heights().datum(), length);
    Shelf shelf = shelves[place];
    if (shelf == null) {
      shelf = new Shelf(LENGTH_BITS[length]);
      shelves[place] = shelf;
    }
    return shelf;
  }

  private static int place(Datum datum, int length) {
    int kind = datum == Datum.W84 ? 0 : 1;
    return kind * LENGTH_BITS.length + length;
  }

  private static Shelf.Item item(Extent extent, int number) {
    Space space = Space.of(extent.cells());
    return new Shelf.Item(space.middle(), number, extent.times(), extent.heights(), space);
  }

  /** The numbers of the extents that may be asked for. */
  static final class Hits {
    private int[] numbers = new int[16];
    private int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }
  }
}
