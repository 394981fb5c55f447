package hotline.node.line;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * One thing that can be recognised wherever it is written: a name, and all the byte strings that it
 * is written as, each in the name of its encoding.
 */
record Canary(String name, List<Form> forms) {
  /** Shorter ones occur by chance. */
  static final int BYTES_MIN = 6;

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  /** One way to write it. */
  @SuppressWarnings("ArrayRecordComponent") // looked for, never compared
  record Form(String encoding, byte[] bytes) {
    /** Whether it is the minutes or the seconds of an angle alone, without its degrees. */
    boolean isPartOfAnAngle() {
      return encoding.startsWith("minutes, ") || encoding.startsWith("seconds, ");
    }
  }

  /** The two coordinates of a place, each alone. */
  static List<Canary> coordinates(String name, Position at) {
    return List.of(
        angle(name + " latitude", at.latNanodegrees()),
        angle(name + " longitude", at.lngNanodegrees()));
  }

  private static Canary angle(String name, long nanodegrees) {
    Forms forms = new Forms();
    forms.add("integer, high byte first", low(nanodegrees));
    forms.add("CBOR negative integer", low(~nanodegrees));
    forms.add("integer, low byte first", reversed(low(nanodegrees)));
    forms.add("varint", varint(nanodegrees));
    forms.add("zigzag varint", varint((nanodegrees << 1) ^ (nanodegrees >> 63)));
    byte[] cbor = cbor(nanodegrees);
    forms.binaryInText("CBOR", cbor);
    forms.binaryInText("integer", Arrays.copyOfRange(cbor, 1, 9));
    forms.doubles("degrees", nanodegrees / 1e9);
    forms.doubles("radians", Math.toRadians(nanodegrees / 1e9));
    BigDecimal degrees = BigDecimal.valueOf(Math.abs(nanodegrees), 9);
    forms.decimals("degrees", degrees, 4);
    forms.decimals("microdegrees", degrees.movePointRight(6), 0);
    forms.decimals("nanodegrees", degrees.movePointRight(9), 0);
    BigDecimal minutes = degrees.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(60));
    forms.decimals("minutes", minutes, 4);
    BigDecimal seconds = minutes.remainder(BigDecimal.ONE).multiply(BigDecimal.valueOf(60));
    forms.decimals("seconds", seconds, 4);
    for (String mark : List.of("'", "' ", " ")) {
      forms.prefixed("minutes and seconds", minutes.intValue() + mark, seconds, 2);
    }
    for (String mark : List.of("°", "° ", " ")) {
      forms.prefixed("degrees and minutes", degrees.intValue() + mark, minutes, 2);
    }
    return new Canary(name, forms.all);
  }

  /** A place in forms that are too short with one coordinate alone, and as a cell. */
  static Canary pair(String name, Position at) {
    Forms forms = new Forms();
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      for (boolean latFirst : List.of(true, false)) {
        long first = latFirst ? at.latNanodegrees() : at.lngNanodegrees();
        long second = latFirst ? at.lngNanodegrees() : at.latNanodegrees();
        String how = order + (latFirst ? ", latitude first" : ", longitude first");
        forms.add(
            "floats, " + how,
            buffer(8, order).putFloat((float) (first / 1e9)).putFloat((float) (second / 1e9)));
        for (int digits : List.of(6, 7)) {
          double unit = Math.pow(10, 9 - digits);
          forms.add(
              digits + "-digit integers, " + how,
              buffer(8, order)
                  .putInt((int) Math.round(first / unit))
                  .putInt((int) Math.round(second / unit)));
        }
      }
    }
    S2CellId cell =
        S2CellId.fromLatLng(
            S2LatLng.fromDegrees(at.latNanodegrees() / 1e9, at.lngNanodegrees() / 1e9));
    byte[] id = buffer(8, ByteOrder.BIG_ENDIAN).putLong(cell.id()).array();
    forms.add("cell, high byte first", Arrays.copyOf(id, BYTES_MIN));
    forms.add("cell, low byte first", reversed(Arrays.copyOf(id, BYTES_MIN)));
    // Twelve digits: cells of level 20 and finer, of some ten metres.
    forms.text("cell token", HexFormat.of().formatHex(id).substring(0, 11));
    return new Canary(name, forms.all);
  }

  /** A height band in the unit of its datum; both ends together, each alone is too short. */
  static Canary band(String name, HeightBand band) {
    Forms forms = new Forms();
    forms.add("CBOR", join(cbor(band.floor()), cbor(band.ceiling())));
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      forms.add(
          "integers, " + order, buffer(16, order).putLong(band.floor()).putLong(band.ceiling()));
      forms.add(
          "integers of 4 bytes, " + order,
          buffer(8, order).putInt((int) band.floor()).putInt((int) band.ceiling()));
      forms.add(
          "doubles, " + order,
          buffer(16, order).putDouble((double) band.floor()).putDouble((double) band.ceiling()));
    }
    for (long height : List.of(band.floor(), band.ceiling())) {
      if (height >= 1_000_000) {
        forms.decimals("millimetres", BigDecimal.valueOf(height), 0);
        forms.decimals("metres", BigDecimal.valueOf(height, 3), 2);
      }
    }
    return new Canary(name, forms.all);
  }

  /** A moment that is no whole minute. */
  static Canary time(String name, Instant at) {
    Forms forms = new Forms();
    long us = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    forms.add("integer, high byte first", low(us));
    forms.add("integer, low byte first", reversed(low(us)));
    forms.binaryInText("CBOR", cbor(us));
    forms.add(
        "instant in a heap dump",
        buffer(12, ByteOrder.BIG_ENDIAN).putLong(at.getEpochSecond()).putInt(at.getNano()));
    forms.add(
        "instant in memory",
        buffer(12, ByteOrder.LITTLE_ENDIAN).putInt(at.getNano()).putLong(at.getEpochSecond()));
    forms.text("ISO 8601", at.toString().substring(0, 19));
    forms.text("ISO 8601 with a space", at.toString().substring(0, 19).replace('T', ' '));
    forms.text("microseconds", String.valueOf(us).substring(0, 13));
    return new Canary(name, forms.all);
  }

  /** Words, as they are and in capitals. */
  static Canary words(String name, String words) {
    Forms forms = new Forms();
    forms.text("as typed", words);
    forms.text("in capitals", words.toUpperCase(Locale.ROOT));
    forms.text("in small letters", words.toLowerCase(Locale.ROOT));
    forms.text("in JSON", words.replace("\"", "\\\""));
    forms.text("without spaces", words.replace(" ", ""));
    return new Canary(name, forms.all);
  }

  /** Bytes that nobody could guess. */
  static Canary secret(String name, byte[] secret) {
    Forms forms = new Forms();
    forms.add("bytes", secret);
    forms.add("bytes backwards", reversed(secret));
    forms.binaryInText("bytes", secret);
    return new Canary(name, forms.all);
  }

  private static ByteBuffer buffer(int length, ByteOrder order) {
    return ByteBuffer.allocate(length).order(order);
  }

  private static byte[] join(byte[] one, byte[] two) {
    return ByteBuffer.allocate(one.length + two.length).put(one).put(two).array();
  }

  /** The six low bytes, which every longer form has in a row. */
  private static byte[] low(long value) {
    byte[] all = buffer(8, ByteOrder.BIG_ENDIAN).putLong(value).array();
    return Arrays.copyOfRange(all, 8 - BYTES_MIN, 8);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = bytes.clone();
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] varint(long value) {
    ByteBuffer out = ByteBuffer.allocate(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
    return Arrays.copyOf(out.array(), out.position());
  }

  /** RFC 8949 by hand: the test must not lean on the coder that the node uses. */
  private static byte[] cbor(long value) {
    long argument = value < 0 ? ~value : value;
    int major = value < 0 ? 0x20 : 0;
    if (argument < 24) {
      return new byte[] {(byte) (major | argument)};
    }
    int length = 1;
    while (length < 8 && argument >>> (8 * length) != 0) {
      length *= 2;
    }
    ByteBuffer out = ByteBuffer.allocate(1 + length);
    out.put((byte) (major | (24 + Integer.numberOfTrailingZeros(length))));
    for (int at = length - 1; at >= 0; at--) {
      out.put((byte) (argument >>> (8 * at)));
    }
    return out.array();
  }

  /** Collects forms; what is too short to be unmistakable is left out. */
  private static final class Forms {
    private final List<Form> all = new ArrayList<>();

    void add(String encoding, ByteBuffer filled) {
      byte[] bytes = new byte[filled.position()];
      filled.flip().get(bytes);
      add(encoding, bytes);
    }

    void add(String encoding, byte[] bytes) {
      if (bytes.length >= BYTES_MIN
          && all.stream().noneMatch(form -> Arrays.equals(form.bytes(), bytes))) {
        all.add(new Form(encoding, bytes));
      }
    }

    void doubles(String unit, double value) {
      add(unit + ", high byte first", buffer(8, ByteOrder.BIG_ENDIAN).putDouble(value));
      add(unit + ", low byte first", buffer(8, ByteOrder.LITTLE_ENDIAN).putDouble(value));
    }

    /** Bytes as text carries them. */
    void binaryInText(String what, byte[] bytes) {
      text(what + " in hex", HexFormat.of().formatHex(bytes));
      text(what + " in capital hex", HexFormat.of().withUpperCase().formatHex(bytes));
      base64(what, bytes);
    }

    /** The digits that do not depend on what stands before and after. */
    private void base64(String what, byte[] bytes) {
      for (int before = 0; before < 3; before++) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int from = Math.ceilDiv(8 * before, 6);
        int to = 8 * shifted.length / 6;
        String digits = Base64.getEncoder().encodeToString(shifted).substring(from, to);
        String how = what + " in base64, after " + before;
        add(how, digits.getBytes(StandardCharsets.US_ASCII));
        add(how + ", UTF-16", digits.getBytes(StandardCharsets.UTF_16LE));
        String ofUrls = digits.replace('+', '-').replace('/', '_');
        add(how + ", of URLs", ofUrls.getBytes(StandardCharsets.US_ASCII));
      }
    }

    void text(String what, String text) {
      for (Charset charset : CHARSETS) {
        add(what + " in " + charset, text.getBytes(charset));
      }
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      String hex = HexFormat.of().formatHex(utf8);
      add(what + " in hex", hex.getBytes(StandardCharsets.US_ASCII));
      base64(what, utf8);
    }

    /** A number that stands behind something, cut off and rounded. */
    void prefixed(String what, String prefix, BigDecimal value, int scale) {
      for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
        text(
            what + " behind “" + prefix + "”, " + mode,
            prefix + value.setScale(scale, mode).toPlainString());
      }
    }

    /** A number cut off, and rounded, to {@code least} decimals and to more. */
    void decimals(String unit, BigDecimal value, int least) {
      for (int scale = least; scale < Math.max(least + 1, value.scale()); scale++) {
        for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
          String text = value.setScale(scale, mode).toPlainString();
          if (text.length() > BYTES_MIN) {
            text(unit + ", " + scale + " decimals, " + mode, text);
            text(unit + ", " + scale + " decimals, comma, " + mode, text.replace('.', ','));
          }
        }
      }
    }
  }
}
