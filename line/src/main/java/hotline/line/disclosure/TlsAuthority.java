package hotline.line.disclosure;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the authority that a party's nodes have their TLS certificates from: X.509 in
 * DER. Here it is bytes and no more; whoever connects reads them.
 */
public final class TlsAuthority {
  /** The longest, in bytes. */
  public static final int BYTES_MAX = 4_096;

  private final byte[] der;

  private TlsAuthority(byte[] der) {
    this.der = der;
  }

  /**
   * The certificate with these bytes.
   *
   * @throws IllegalArgumentException if there are none or more than {@link #BYTES_MAX}
   */
  public static TlsAuthority of(byte[] der) {
    if (der.length == 0 || der.length > BYTES_MAX) {
      throw new IllegalArgumentException("a TLS authority has 1 to " + BYTES_MAX + " bytes");
    }
    return new TlsAuthority(der.clone());
  }

  /** A fresh array of the bytes. */
  public byte[] der() {
    return der.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TlsAuthority same && Arrays.equals(der, same.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  /** Lower-case hex digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(der);
  }
}
