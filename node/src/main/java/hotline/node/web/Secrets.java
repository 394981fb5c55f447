package hotline.node.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of 256 bits, their digests, and comparison in constant time. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Secrets() {}

  /** A new secret as 43 characters that need no escaping in an address, a header or a form. */
  static String fresh() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /** What is kept and looked up instead of a secret, so that time tells nothing about it. */
  static String digest(String secret) {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }

  /** Whether two secrets are equal; the time depends on neither. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        digest(one).getBytes(StandardCharsets.US_ASCII),
        digest(other).getBytes(StandardCharsets.US_ASCII));
  }
}
