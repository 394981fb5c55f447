package hotline.record.cbor;

import java.util.List;

/** Keeps values from being deeper than they can be read back. */
final class Depth {
  private Depth() {}

  /** The depth of an array or map over these values. */
  static int above(List<? extends CborValue> inside) {
    int depth = 1;
    for (CborValue value : inside) {
      depth = Math.max(depth, 1 + value.depth());
    }
    if (depth > CborValue.DEPTH_MAX) {
      throw new IllegalArgumentException(
          "at most " + CborValue.DEPTH_MAX + " arrays or maps may be inside one another");
    }
    return depth;
  }
}
