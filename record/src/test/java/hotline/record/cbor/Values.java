package hotline.record.cbor;

import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;

/** Values by chance, of every kind and up to the depth allowed. */
final class Values {
  private static final long[] EDGES = {
    0, 23, 24, 255, 256, 65_535, 65_536, 0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE
  };

  private Values() {}

  static CborValue draw(Chance chance, int depth) {
    return switch ((int) chance.between(0, depth == 0 ? 4 : 6)) {
      case 0 -> CborValue.of(number(chance));
      case 1 -> CborValue.of(chance.bytes((int) chance.between(0, 300)));
      case 2 -> CborValue.of(text(chance));
      case 3 -> CborValue.of(chance.between(0, 1) == 0);
      case 4 -> CborNull.NULL;
      case 5 -> {
        List<CborValue> items = new ArrayList<>();
        for (long i = chance.between(0, 5); i > 0; i--) {
          items.add(draw(chance, depth - 1));
        }
        yield new CborArray(items);
      }
      default -> map(chance, depth);
    };
  }

  static CborMap map(Chance chance, int depth) {
    CborMap.Builder builder = CborMap.builder();
    List<Long> used = new ArrayList<>();
    for (long i = chance.between(0, 5); i > 0; i--) {
      long key = number(chance);
      if (!used.contains(key)) {
        used.add(key);
        builder.put(key, draw(chance, depth - 1));
      }
    }
    return builder.build();
  }

  static long number(Chance chance) {
    long edge = EDGES[(int) chance.between(0, EDGES.length - 1)];
    return switch ((int) chance.between(0, 2)) {
      case 0 -> edge;
      case 1 -> -1 - edge;
      default -> chance.between(Long.MIN_VALUE, Long.MAX_VALUE) >> chance.between(0, 63);
    };
  }

  static String text(Chance chance) {
    StringBuilder text = new StringBuilder();
    for (long i = chance.between(0, 40); i > 0; i--) {
      int point = (int) chance.between(0, 0x10ffff);
      text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 'x' : point);
    }
    return text.toString();
  }
}
