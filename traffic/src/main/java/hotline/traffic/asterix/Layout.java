package hotline.traffic.asterix;

import java.util.List;

/** How long an item is (EUROCONTROL-SPEC-0149, part 1: the kinds of data items). */
sealed interface Layout {
  /** Said instead of an end: the item does not end within the record's bytes. */
  int BROKEN = -1;

  /** Where the item that begins at {@code from} ends, or {@link #BROKEN}. */
  int end(byte[] bytes, int from, int until);

  private static int within(int end, int until) {
    return end <= until ? end : BROKEN;
  }

  /** So many bytes. */
  record Fixed(int length) implements Layout {
    @Override
    public int end(byte[] bytes, int from, int until) {
      return within(from + length, until);
    }
  }

  /** Parts of so many bytes; another follows while the last bit of a part is set. */
  record Extended(int length) implements Layout {
    @Override
    public int end(byte[] bytes, int from, int until) {
      int at = from + length;
      while (at <= until && (bytes[at - 1] & 1) != 0) {
        at += length;
      }
      return within(at, until);
    }
  }

  /** A count, then as many times so many bytes. */
  record Repeated(int length) implements Layout {
    @Override
    public int end(byte[] bytes, int from, int until) {
      return from < until ? within(from + 1 + length * (bytes[from] & 0xff), until) : BROKEN;
    }
  }

  /** A length that counts itself, then the rest of that many bytes. */
  record Explicit() implements Layout {
    @Override
    public int end(byte[] bytes, int from, int until) {
      int length = from < until ? bytes[from] & 0xff : 0;
      return length == 0 ? BROKEN : within(from + length, until);
    }
  }

  /** Not in use: where it is said to be there, nothing after it can be found. */
  record Spare() implements Layout {
    @Override
    public int end(byte[] bytes, int from, int until) {
      return BROKEN;
    }
  }

  /** Bits that say which parts there are, then the parts; a record as a whole is one, too. */
  record Compound(List<Layout> parts) implements Layout {
    private static final int BITS = 7;

    public Compound {
      parts = List.copyOf(parts);
    }

    static Compound of(Layout... parts) {
      return new Compound(List.of(parts));
    }

    @Override
    public int end(byte[] bytes, int from, int until) {
      return walk(bytes, from, until, new int[parts.size()]);
    }

    /**
     * Puts where each part begins, leaves 0 for parts that are not there, and says where the last
     * ends; {@link #BROKEN} if a part does not fit or is not known.
     */
    int walk(byte[] bytes, int from, int until, int[] places) {
      int head = new Extended(1).end(bytes, from, until);
      int at = head;
      for (int part = 0; at != BROKEN && part < BITS * (head - from); part++) {
        if ((bytes[from + part / BITS] & 0x80 >> part % BITS) != 0) {
          if (part >= parts.size()) {
            return BROKEN;
          }
          places[part] = at;
          at = parts.get(part).end(bytes, at, until);
        }
      }
      return at;
    }
  }
}
