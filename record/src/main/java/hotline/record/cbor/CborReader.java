package hotline.record.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads hostile bytes: one value in its one form, or a sentence on the first thing that is wrong.
 *
 * <p>What is read writes back to the same bytes. Refused are floats, tags, {@code undefined},
 * indefinite lengths, heads that are not the shortest, keys that are unsorted, repeated or not
 * whole numbers, numbers beyond 64 bits, bad UTF-8, more depth than {@link CborValue#DEPTH_MAX},
 * and bytes after the value.
 */
public final class CborReader {
  private final byte[] in;
  private int at;

  private CborReader(byte[] in) {
    this.in = in;
  }

  /** The value that these bytes are. A count or length is believed only as far as bytes follow. */
  public static Decoded<CborValue> read(byte[] bytes, int bytesMax) {
    if (bytes.length > bytesMax) {
      return new Decoded.Fault<>(
          bytes.length + " bytes are more than the " + bytesMax + " allowed");
    }
    CborReader reader = new CborReader(bytes);
    return Refusal.boundary(() -> {
      CborValue value = reader.value(0);
      reader.require(reader.at == bytes.length, reader.at, "bytes follow the value");
      return value;
    });
  }

  private CborValue value(int above) {
    int start = at;
    int first = unsignedByte();
    int major = first >>> 5;
    int info = first & 0x1f;
    if (major == Head.SIMPLE) {
      return simple(start, info);
    }
    long argument = argument(start, info);
    return switch (major) {
      case Head.UNSIGNED -> new CborInt(within64(start, argument));
      case Head.NEGATIVE -> new CborInt(-1 - within64(start, argument));
      case Head.BYTES -> new CborBytes(take(start, argument));
      case Head.TEXT -> text(start, argument);
      case Head.ARRAY -> array(start, argument, above + 1);
      case Head.MAP -> map(start, argument, above + 1);
      default -> throw fault(start, "a tag is not allowed here");
    };
  }

  private CborValue simple(int start, int info) {
    return switch (info) {
      case Head.FALSE -> CborBool.FALSE;
      case Head.TRUE -> CborBool.TRUE;
      case Head.NULL -> CborNull.NULL;
      case 25, 26, 27 -> throw fault(start, "a float is not allowed");
      case Head.INDEFINITE -> throw fault(start, "a break stands without a beginning");
      default -> throw fault(start, "only false, true and null are allowed of simple values");
    };
  }

  /** The argument of a head as an unsigned number, refused unless in its shortest form. */
  private long argument(int start, int info) {
    if (info <= Head.SMALL_MAX) {
      return info;
    }
    require(info != Head.INDEFINITE, start, "an indefinite length is not allowed");
    require(info < 28, start, "a reserved head is not allowed");
    int width = 1 << (info - 24);
    require(in.length - at >= width, start, "the bytes end inside a head");
    long argument = 0;
    for (int i = 0; i < width; i++) {
      argument = argument << 8 | unsignedByte();
    }
    require(Head.width(argument) == width, start, "a head is not in its shortest form");
    return argument;
  }

  private long within64(int start, long argument) {
    require(argument >= 0, start, "a number is beyond 64 bits");
    return argument;
  }

  private byte[] take(int start, long length) {
    require(length >= 0 && length <= in.length - at, start, "a string is longer than what follows");
    int end = at + (int) length;
    byte[] taken = Arrays.copyOfRange(in, at, end);
    at = end;
    return taken;
  }

  private CborText text(int start, long length) {
    byte[] utf8 = take(start, length);
    try {
      return new CborText(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException malformed) {
      throw fault(start, "a text is not UTF-8");
    }
  }

  private CborArray array(int start, long count, int depth) {
    int items = count(start, count, 1, depth);
    List<CborValue> read = new ArrayList<>(items);
    for (int i = 0; i < items; i++) {
      read.add(value(depth));
    }
    return new CborArray(read);
  }

  private CborMap map(int start, long count, int depth) {
    int entries = count(start, count, 2, depth);
    long[] keys = new long[entries];
    List<CborValue> values = new ArrayList<>(entries);
    for (int i = 0; i < entries; i++) {
      int keyStart = at;
      require(
          value(depth) instanceof CborInt(long key) && put(keys, i, key),
          keyStart,
          "a key is not a whole number");
      require(
          i == 0 || CborMap.compareKeys(keys[i - 1], keys[i]) < 0,
          keyStart,
          "a key is repeated or out of order");
      values.add(value(depth));
    }
    return CborMap.ordered(keys, values);
  }

  private static boolean put(long[] keys, int at, long key) {
    keys[at] = key;
    return true;
  }

  /** A count that the bytes left can hold, before anything is allocated for it. */
  private int count(int start, long count, int bytesEach, int depth) {
    require(
        depth <= CborValue.DEPTH_MAX,
        start,
        "more than " + CborValue.DEPTH_MAX + " arrays or maps are inside one another");
    require(
        count >= 0 && count <= (in.length - at) / bytesEach,
        start,
        "a list is longer than what follows");
    return (int) count;
  }

  private int unsignedByte() {
    require(at < in.length, at, "the bytes end before the value does");
    return in[at++] & 0xff;
  }

  private void require(boolean holds, int offset, String sentence) {
    if (!holds) {
      throw fault(offset, sentence);
    }
  }

  private static Refusal fault(int offset, String sentence) {
    return new Refusal("byte " + offset + ": " + sentence);
  }
}
