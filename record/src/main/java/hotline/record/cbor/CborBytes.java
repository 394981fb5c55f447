package hotline.record.cbor;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A string of bytes. */
public final class CborBytes implements CborValue {
  private final byte[] bytes;

  /** A copy of these bytes. */
  public CborBytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A fresh array of them. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many there are. */
  public int length() {
    return bytes.length;
  }

  /** The array itself, for the writer; not to be changed. */
  byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CborBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** As RFC 8949 §8 writes it: {@code h'00ff'}. */
  @Override
  public String toString() {
    return "h'" + HexFormat.of().formatHex(bytes) + "'";
  }
}
