package hotline.record.cbor;

import java.util.BitSet;

/** All lawful strings of one to three bytes, put together from the standard's tables by hand. */
final class Grammar {
  private Grammar() {}

  /** The strings of so many bytes, each as a number. */
  static BitSet strings(int length) {
    BitSet strings = new BitSet();
    switch (length) {
      case 1 -> one(strings);
      case 2 -> two(strings);
      default -> three(strings);
    }
    return strings;
  }

  private static void one(BitSet strings) {
    strings.set(0x00, 0x18);
    strings.set(0x20, 0x38);
    for (int lone : new int[] {0x40, 0x60, 0x80, 0xa0, 0xf4, 0xf5, 0xf6}) {
      strings.set(lone);
    }
  }

  private static void two(BitSet strings) {
    strings.set(0x1818, 0x1900);
    strings.set(0x3818, 0x3900);
    strings.set(0x4100, 0x4200);
    strings.set(0x6100, 0x6180);
    strings(1).stream().forEach(item -> strings.set(0x8100 | item));
  }

  private static void three(BitSet strings) {
    strings.set(0x190100, 0x1a0000);
    strings.set(0x390100, 0x3a0000);
    strings.set(0x420000, 0x430000);
    for (int first = 0; first < 0x80; first++) {
      strings.set(0x620000 | first << 8, (0x620000 | first << 8) + 0x80);
    }
    for (int first = 0xc2; first < 0xe0; first++) {
      strings.set(0x620080 | first << 8, 0x6200c0 | first << 8);
    }
    strings(2).stream().forEach(item -> strings.set(0x810000 | item));
    strings(1).stream()
        .forEach(first ->
            strings(1).stream()
                .forEach(second -> {
                  strings.set(0x820000 | first << 8 | second);
                  if (first < 0x38) {
                    strings.set(0xa10000 | first << 8 | second);
                  }
                }));
  }
}
