package hotline.airspace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An inner node of a shelf's tree: its children, the box of each, and where on the curve each
 * begins.
 */
final class Branch extends Shelf.Node {
  static final int CHILDREN_MAX = 32;

  private final int lengthBits;
  private final Shelf.@Nullable Node[] children = new Shelf.Node[CHILDREN_MAX];

  /** No item of a child is before its mark, none of the child before it is at it or after. */
  private final Shelf.@Nullable Mark[] marks = new Shelf.Mark[CHILDREN_MAX];

  private final Boxes boxes = new Boxes(CHILDREN_MAX);
  private int count;

  Branch(int lengthBits, Shelf.Node left, Shelf.Node right) {
    this(lengthBits);
    insert(0, left);
    insert(1, right);
  }

  private Branch(int lengthBits) {
    this.lengthBits = lengthBits;
  }

  @Override
  int count() {
    return count;
  }

  Shelf.Node onlyChild() {
    return child(0);
  }

  private Shelf.Node child(int at) {
    return there(children[at]);
  }

  private static <T> T there(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("a branch has no child where it counts one");
    }
    return part;
  }

  @Override
  @Nullable Branch add(Shelf.Item item) {
    Shelf.Mark mark = Shelf.Mark.of(item, lengthBits);
    int at = search(mark);
    if (at == 0 && mark.compare(there(marks[0])) < 0) {
      marks[0] = mark;
    }
    Shelf.Node right = child(at).add(item);
    child(at).measure(boxes, at);
    if (right == null) {
      return null;
    }
    if (count < CHILDREN_MAX) {
      insert(at + 1, right);
      return null;
    }
    int half = CHILDREN_MAX / 2;
    Branch next = new Branch(lengthBits);
    move(this, half, next, 0, CHILDREN_MAX - half);
    next.count = CHILDREN_MAX - half;
    cutTo(half);
    if (at < half) {
      insert(at + 1, right);
    } else {
      next.insert(at + 1 - half, right);
    }
    return next;
  }

  private void insert(int at, Shelf.Node child) {
    move(this, at, this, at + 1, count - at);
    children[at] = child;
    marks[at] = child.mark();
    child.measure(boxes, at);
    count++;
  }

  private void drop(int at) {
    move(this, at + 1, this, at, count - at - 1);
    cutTo(count - 1);
  }

  private void cutTo(int length) {
    Arrays.fill(children, length, count, null);
    Arrays.fill(marks, length, count, null);
    count = length;
  }

  private static void move(Branch from, int at, Branch to, int place, int length) {
    System.arraycopy(from.children, at, to.children, place, length);
    System.arraycopy(from.marks, at, to.marks, place, length);
    Boxes.move(from.boxes, at, to.boxes, place, length);
  }

  @Override
  boolean remove(Shelf.Item item) {
    int at = search(Shelf.Mark.of(item, lengthBits));
    Shelf.Node child = child(at);
    if (!child.remove(item)) {
      return false;
    }
    if (child.count() == 0) {
      drop(at);
      return true;
    }
    child.measure(boxes, at);
    if (at + 1 < count && join(child, child(at + 1))) {
      boxes.include(at, boxes, at + 1);
      drop(at + 1);
    } else if (at > 0 && join(child(at - 1), child)) {
      boxes.include(at - 1, boxes, at);
      drop(at);
    }
    return true;
  }

  /** Moves all of {@code right} into {@code left} if both are nearly empty together. */
  private static boolean join(Shelf.Node left, Shelf.Node right) {
    return switch (left) {
      case Leaf leaf -> {
        if (leaf.count() + right.count() > Leaf.ITEMS_MAX / 2) {
          yield false;
        }
        leaf.absorb((Leaf) right);
        yield true;
      }
      case Branch branch -> {
        if (branch.count + right.count() > CHILDREN_MAX / 2) {
          yield false;
        }
        Branch next = (Branch) right;
        move(next, 0, branch, branch.count, next.count);
        branch.count += next.count;
        yield true;
      }
    };
  }

  @Override
  void collect(Probe probe, VolumeIndex.Hits hits) {
    for (int i = 0; i < count; i++) {
      if (boxes.mayHold(i, probe)) {
        child(i).collect(probe, hits);
      }
    }
  }

  @Override
  Shelf.Mark mark() {
    return there(marks[0]);
  }

  @Override
  void measure(Boxes into, int at) {
    into.enclose(at, boxes, count);
  }

  /** The last child whose mark is not after {@code mark}; the first if there is none. */
  private int search(Shelf.Mark mark) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (mark.compare(there(marks[middle])) >= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
