package hotline.record.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hash functions of RFC 6962 §2.1: one for leaves, one for inner nodes. */
public final class Merkle {
  /** Never fed: a copy of it is cheaper than looking for the algorithm each time. */
  private static final MessageDigest FRESH = first();

  /** The root of the empty tree: SHA-256 of nothing. */
  public static final Hash EMPTY_ROOT = Hash.owning(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /** SHA-256 of a zero byte and the data. */
  public static Hash leaf(byte[] data) {
    return leaf(data, 0, data.length);
  }

  /** The leaf hash of {@code length} bytes of {@code data} from {@code offset} on. */
  public static Hash leaf(byte[] data, int offset, int length) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    digest.update(data, offset, length);
    return Hash.owning(digest.digest());
  }

  /** SHA-256 of a one byte and the two children, left one first. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.shared());
    digest.update(right.shared());
    return Hash.owning(digest.digest());
  }

  /** SHA-256 of the data as it is, with no prefix. */
  public static Hash plain(byte[] data) {
    return Hash.owning(sha256().digest(data));
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
    }
  }

  private static MessageDigest first() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
