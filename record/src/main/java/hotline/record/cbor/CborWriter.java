package hotline.record.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values, each in its one form. */
final class CborWriter {
  private byte[] out = new byte[256];
  private int size;

  /** What has been written. */
  byte[] bytes() {
    return Arrays.copyOf(out, size);
  }

  void write(CborValue value) {
    switch (value) {
      case CborInt(long number) -> {
        if (number >= 0) {
          head(Head.UNSIGNED, number);
        } else {
          head(Head.NEGATIVE, -1 - number);
        }
      }
      case CborBytes bytes -> string(Head.BYTES, bytes.shared());
      case CborText(String text) -> string(Head.TEXT, text.getBytes(StandardCharsets.UTF_8));
      case CborArray array -> {
        head(Head.ARRAY, array.size());
        array.items().forEach(this::write);
      }
      case CborMap map -> {
        head(Head.MAP, map.size());
        long[] keys = map.keys();
        for (int i = 0; i < keys.length; i++) {
          write(new CborInt(keys[i]));
          write(map.values().get(i));
        }
      }
      case CborBool bool -> head(Head.SIMPLE, bool == CborBool.TRUE ? Head.TRUE : Head.FALSE);
      case CborNull _ -> head(Head.SIMPLE, Head.NULL);
    }
  }

  private void string(int major, byte[] bytes) {
    head(major, bytes.length);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, out, size, bytes.length);
    size += bytes.length;
  }

  private void head(int major, long argument) {
    int width = Head.width(argument);
    reserve(1 + width);
    int small =
        width == 0 ? (int) argument : Head.SMALL_MAX + 1 + Integer.numberOfTrailingZeros(width);
    out[size++] = (byte) (major << 5 | small);
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      out[size++] = (byte) (argument >>> shift);
    }
  }

  private void reserve(int more) {
    if (out.length - size < more) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
    }
  }
}
