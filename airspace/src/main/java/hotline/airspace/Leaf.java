package hotline.airspace;

import org.jspecify.annotations.Nullable;

/** The last level of a shelf's tree: items side by side in arrays, without an object each. */
final class Leaf extends Shelf.Node {
  static final int ITEMS_MAX = 32;

  private final int lengthBits;
  private final int[] cells = new int[ITEMS_MAX];
  private final long[] startsUs = new long[ITEMS_MAX];
  private final long[] endsUs = new long[ITEMS_MAX];
  private final int[] floors = new int[ITEMS_MAX];
  private final int[] ceilings = new int[ITEMS_MAX];
  private final int[] numbers = new int[ITEMS_MAX];
  private int count;

  Leaf(int lengthBits) {
    this.lengthBits = lengthBits;
  }

  @Override
  int count() {
    return count;
  }

  @Override
  @Nullable Leaf add(Shelf.Item item) {
    if (count == ITEMS_MAX) {
      Leaf right = new Leaf(lengthBits);
      int half = ITEMS_MAX / 2;
      move(this, half, right, 0, ITEMS_MAX - half);
      right.count = ITEMS_MAX - half;
      count = half;
      (right.compare(item, 0) < 0 ? this : right).insert(item);
      return right;
    }
    insert(item);
    return null;
  }

  private void insert(Shelf.Item item) {
    int at = search(item);
    move(this, at, this, at + 1, count - at);
    cells[at] = item.cell();
    startsUs[at] = item.startUs();
    endsUs[at] = item.endUs();
    floors[at] = item.floor();
    ceilings[at] = item.ceiling();
    numbers[at] = item.number();
    count++;
  }

  @Override
  boolean remove(Shelf.Item item) {
    int at = search(item);
    if (at == count || compare(item, at) != 0) {
      return false;
    }
    move(this, at + 1, this, at, count - at - 1);
    count--;
    return true;
  }

  /** Takes over all items of the leaf that follows, which fit. */
  void absorb(Leaf next) {
    move(next, 0, this, count, next.count);
    count += next.count;
  }

  @Override
  void collect(Probe probe, VolumeIndex.Hits hits) {
    for (int i = 0; i < count; i++) {
      if (startsUs[i] < probe.beforeUs
          && endsUs[i] > probe.afterUs
          && floors[i] < probe.below
          && ceilings[i] > probe.above
          && probe.asksFor(cells[i], cells[i])) {
        hits.add(numbers[i]);
      }
    }
  }

  @Override
  Shelf.Item mark() {
    return new Shelf.Item(cells[0], startsUs[0], endsUs[0], floors[0], ceilings[0], numbers[0]);
  }

  @Override
  void measure(Boxes boxes, int at) {
    boxes.clear(at);
    for (int i = 0; i < count; i++) {
      boxes.include(at, cells[i], startsUs[i], endsUs[i], floors[i], ceilings[i]);
    }
  }

  /** The place of the first item that is not before {@code item}. */
  private int search(Shelf.Item item) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(item, middle) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(Shelf.Item item, int at) {
    return Shelf.compare(
        item.cell(),
        item.startUs() >> lengthBits,
        item.number(),
        cells[at],
        startsUs[at] >> lengthBits,
        numbers[at]);
  }

  private static void move(Leaf from, int at, Leaf to, int place, int length) {
    System.arraycopy(from.cells, at, to.cells, place, length);
    System.arraycopy(from.startsUs, at, to.startsUs, place, length);
    System.arraycopy(from.endsUs, at, to.endsUs, place, length);
    System.arraycopy(from.floors, at, to.floors, place, length);
    System.arraycopy(from.ceilings, at, to.ceilings, place, length);
    System.arraycopy(from.numbers, at, to.numbers, place, length);
  }
}
