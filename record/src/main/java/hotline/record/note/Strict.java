package hotline.record.note;

import hotline.record.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The few spellings all these formats share, each with one form only. Java's own decoders are too
 * kind: base64 without padding or with spare bits set passes them.
 */
public final class Strict {
  private Strict() {}

  /** The bytes behind standard, padded base64; nothing if it encodes back to other characters. */
  public static Optional<byte[]> base64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    return Base64.getEncoder().encodeToString(bytes).equals(text)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /** The hash behind 44 characters of base64. */
  public static Optional<Hash> hash(String text) {
    return base64(text).filter(bytes -> bytes.length == Hash.LENGTH).map(Hash::of);
  }

  /** A whole number from 0 to 2⁶³ − 1 in ASCII digits: no sign, no leading zero. */
  public static OptionalLong decimal(String text) {
    if (text.isEmpty() || text.length() > 19 || (text.length() > 1 && text.charAt(0) == '0')) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return OptionalLong.empty();
      }
      value = 10 * value + digit;
    }
    return OptionalLong.of(value);
  }

  /** The text behind valid UTF-8; nothing for overlong forms, surrogates and the like. */
  public static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
