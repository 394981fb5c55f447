package hotline.node.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: Argon2id (RFC 9106) over its NFC form in UTF-8.
 *
 * @param memoryKib 8 to 262,144
 * @param passes 1 to 16
 * @param salt 16 bytes in hexadecimal digits
 * @param hash 32 bytes in hexadecimal digits
 */
public record PasswordHash(int memoryKib, int passes, String salt, String hash) {
  /** The fewest characters of a password. */
  public static final int CHARS_MIN = 12;

  /** The most characters of a password. */
  public static final int CHARS_MAX = 200;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** Refuses what would cost too much to check, or nothing. */
  public PasswordHash {
    if (memoryKib < 8
        || memoryKib > 262_144
        || passes < 1
        || passes > 16
        || HexFormat.of().parseHex(salt).length != SALT_BYTES
        || HexFormat.of().parseHex(hash).length != HASH_BYTES) {
      throw new IllegalArgumentException("not what is kept of a password");
    }
  }

  /**
   * Of a new password.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  public static PasswordHash of(String password, SecureRandom random) {
    if (password.length() < CHARS_MIN || password.length() > CHARS_MAX) {
      throw new IllegalArgumentException(
          "A password has %d to %d characters; several words are easy to remember."
              .formatted(CHARS_MIN, CHARS_MAX));
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES);
    return new PasswordHash(
        MEMORY_KIB, PASSES, HexFormat.of().formatHex(salt), HexFormat.of().formatHex(hash));
  }

  /** Whether it is this password; the time does not depend on where they differ. */
  boolean matches(String typed) {
    byte[] given = argon2id(cut(typed), HexFormat.of().parseHex(salt), memoryKib, passes);
    return MessageDigest.isEqual(given, HexFormat.of().parseHex(hash));
  }

  /** One that nobody's password matches, and that takes as long to find out. */
  static PasswordHash nobodys() {
    return new PasswordHash(MEMORY_KIB, PASSES, "00".repeat(SALT_BYTES), "00".repeat(HASH_BYTES));
  }

  private static String cut(String typed) {
    return typed.length() <= CHARS_MAX ? typed : typed.substring(0, CHARS_MAX + 1);
  }

  static byte[] argon2id(String password, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    byte[] typed =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    int made = generator.generateBytes(typed, hash);
    if (made != HASH_BYTES) {
      throw new IllegalStateException("Argon2id made " + made + " bytes");
    }
    return hash;
  }
}
