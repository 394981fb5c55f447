package hotline.airspace;

import org.jspecify.annotations.Nullable;

/**
 * Extents of one height datum and intervals of about one length, in a tree.
 *
 * <p>The order is that of the Z curve over (cell about the middle, start ÷ the shelf's length), so
 * that what is near in place and time stands near each other; the tree is a B+ tree over it whose
 * branches also bound what is under each child in space, time and height, as those of an R-tree do.
 * So it stays balanced whatever the order of arrival, and a place that is busy for a year is
 * searched by time as fast as a quiet one by place.
 */
final class Shelf {
  /**
   * One extent: {@code middle} and start give its place, {@code number} tells it from all others.
   */
  record Item(int middle, int number, TimeInterval times, HeightBand heights, Space space) {}

  /**
   * How many bits of place count less than the last bit of time: a stretch of the curve then spans
   * about eight by eight cells, as a query does, while it spans one slot.
   */
  private static final int PLACE_BITS = 6;

  private final int lengthBits;
  private @Nullable Node root;

  /** A shelf for intervals of about 2^{@code lengthBits} microseconds. */
  Shelf(int lengthBits) {
    this.lengthBits = lengthBits;
  }

  void add(Item item) {
    Node top = root;
    if (top == null) {
      top = new Leaf(lengthBits);
    }
    Node right = top.add(item);
    root = right == null ? top : new Branch(lengthBits, top, right);
  }

  /** Removes an item that is on the shelf. */
  void remove(Item item) {
    Node top = root;
    if (top == null || !top.remove(item)) {
      throw new IllegalStateException("an item to be removed is not on its shelf");
    }
    while (top instanceof Branch branch && branch.count() == 1) {
      top = branch.onlyChild();
    }
    root = top.count() == 0 ? null : top;
  }

  void collect(Probe probe, VolumeIndex.Hits hits) {
    if (root != null) {
      root.collect(probe, hits);
    }
  }

  /** Where on the curve something begins; numbers break ties. */
  record Mark(int middle, long slot, int number) {
    static Mark of(Item item, int lengthBits) {
      return new Mark(item.middle, item.times.startUs() >> lengthBits, item.number);
    }

    int compare(int otherMiddle, long otherSlot, int otherNumber) {
      // Whichever coordinate differs in the higher bit decides, as if the bits were interleaved.
      long middles = middle ^ otherMiddle;
      long slots = (slot ^ otherSlot) << PLACE_BITS;
      if (middles < slots && middles < (middles ^ slots)) {
        return Long.compare(slot, otherSlot);
      }
      return middles != 0
          ? Integer.compare(middle, otherMiddle)
          : Integer.compare(number, otherNumber);
    }

    int compare(Mark other) {
      return compare(other.middle, other.slot, other.number);
    }
  }

  /** A stretch of the curve. */
  abstract static sealed class Node permits Leaf, Branch {
    /** How many items or children it has. */
    abstract int count();

    /** Adds an item; the right half of this node if it had to be split. */
    abstract @Nullable Node add(Item item);

    /** Removes an item; whether it was there. */
    abstract boolean remove(Item item);

    /** Collects the numbers of the items that may be asked for. */
    abstract void collect(Probe probe, VolumeIndex.Hits hits);

    /** A mark that none of the items, which are not none, is before. */
    abstract Mark mark();

    /** Writes the least box that holds all items. */
    abstract void measure(Boxes into, int at);
  }
}
