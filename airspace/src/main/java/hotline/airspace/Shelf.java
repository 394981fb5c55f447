package hotline.airspace;

import org.jspecify.annotations.Nullable;

/**
 * Items of one cell level, one height datum and intervals of about one length, in a tree.
 *
 * <p>The order is that of the Z curve over (cell ordinal, start ÷ the shelf's length), so that
 * items near in place and time stand near each other; the tree is a B+ tree over it whose nodes
 * also bound their items in cell, time and height, as those of an R-tree do. So it stays balanced
 * whatever the order of arrival, and one cell that is busy for a year is searched by time as fast
 * as a quiet one.
 */
final class Shelf {
  /**
   * One cell of an extent: {@code number} is the extent's; with the cell it identifies the item.
   */
  record Item(int cell, long startUs, long endUs, int floor, int ceiling, int number) {}

  private final int lengthBits;
  private @Nullable Node root;

  /** A shelf for intervals of about 2^{@code lengthBits} microseconds. */
  Shelf(int lengthBits) {
    this.lengthBits = lengthBits;
  }

  boolean isEmpty() {
    return root == null;
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

  static int compare(Item a, Item b, int lengthBits) {
    return compare(
        a.cell, a.startUs >> lengthBits, a.number, b.cell, b.startUs >> lengthBits, b.number);
  }

  /** The order of two items on the curve; slots are starts ÷ length, and numbers break ties. */
  static int compare(int cell, long slot, int number, int cell2, long slot2, int number2) {
    // Whichever coordinate differs in the higher bit decides, as if the bits were interleaved.
    long cells = cell ^ cell2;
    long slots = slot ^ slot2;
    if (cells < slots && cells < (cells ^ slots)) {
      return Long.compare(slot, slot2);
    }
    return cells != 0 ? Integer.compare(cell, cell2) : Integer.compare(number, number2);
  }

  /** A stretch of the curve. */
  abstract static sealed class Node permits Leaf, Branch {
    /** How many items or children it has. */
    abstract int count();

    /** Adds an item; the right half of this node if it had to be split. */
    abstract @Nullable Node add(Item item);

    /** Removes an item; whether it was there. */
    abstract boolean remove(Item item);

    /** Collects the items asked for. */
    abstract void collect(Probe probe, VolumeIndex.Hits hits);

    /** An item that none of this node's, which are not none, is before. */
    abstract Item mark();

    /** Writes the least box that holds all items. */
    abstract void measure(Boxes boxes, int at);
  }
}
