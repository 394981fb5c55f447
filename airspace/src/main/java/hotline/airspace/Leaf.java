package hotline.airspace;

import org.jspecify.annotations.Nullable;

/** The last level of a shelf's tree: items side by side in arrays, without an object each. */
final class Leaf extends Shelf.Node {
  static final int ITEMS_MAX = 32;

  private final int lengthBits;
  private final Boxes boxes = new Boxes(ITEMS_MAX);
  private final int[] middles = new int[ITEMS_MAX];
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
    Shelf.Mark mark = Shelf.Mark.of(item, lengthBits);
    if (count < ITEMS_MAX) {
      insert(item, mark);
      return null;
    }
    Leaf right = new Leaf(lengthBits);
    int half = ITEMS_MAX / 2;
    move(this, half, right, 0, ITEMS_MAX - half);
    right.count = ITEMS_MAX - half;
    count = half;
    (right.compare(mark, 0) < 0 ? this : right).insert(item, mark);
    return right;
  }

  private void insert(Shelf.Item item, Shelf.Mark mark) {
    int at = search(mark);
    move(this, at, this, at + 1, count - at);
    middles[at] = item.middle();
    numbers[at] = item.number();
    boxes.set(at, item);
    count++;
  }

  @Override
  boolean remove(Shelf.Item item) {
    Shelf.Mark mark = Shelf.Mark.of(item, lengthBits);
    int at = search(mark);
    if (at == count || compare(mark, at) != 0) {
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
      if (boxes.mayHold(i, probe)) {
        hits.add(numbers[i]);
      }
    }
  }

  @Override
  Shelf.Mark mark() {
    return new Shelf.Mark(middles[0], boxes.startUs(0) >> lengthBits, numbers[0]);
  }

  @Override
  void measure(Boxes into, int at) {
    into.enclose(at, boxes, count);
  }

  /** The place of the first item that is not before {@code mark}. */
  private int search(Shelf.Mark mark) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(mark, middle) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(Shelf.Mark mark, int at) {
    return mark.compare(middles[at], boxes.startUs(at) >> lengthBits, numbers[at]);
  }

  private static void move(Leaf from, int at, Leaf to, int place, int length) {
    Boxes.move(from.boxes, at, to.boxes, place, length);
    System.arraycopy(from.middles, at, to.middles, place, length);
    System.arraycopy(from.numbers, at, to.numbers, place, length);
  }
}
