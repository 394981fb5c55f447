package hotline.node.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * One-time codes by time (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six digits, as every
 * authenticator makes them.
 */
public final class OneTimeCode {
  private static final int STEP_S = 30;
  private static final int SECRET_BYTES = 20;
  private static final int DIGITS = 6;

  /** A clock may be off by a step in either direction. */
  private static final int STEPS_OFF = 1;

  private OneTimeCode() {}

  /** A new shared secret, in base32. */
  public static String secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    // Twenty bytes are whole groups: nothing is padded.
    return Base32.toBase32String(secret);
  }

  /** What an authenticator reads as text or as a picture of it. */
  public static String uri(String secret, String party, String name) {
    return "otpauth://totp/Hotline%20"
        + party
        + ":"
        + name
        + "?secret="
        + secret
        + "&issuer=Hotline%20"
        + party;
  }

  /** The code of a secret at an instant. */
  public static String at(String secret, Instant instant) {
    byte[] key = Base32.decode(secret.toUpperCase(Locale.ROOT));
    return digits(key, Math.floorDiv(instant.getEpochSecond(), STEP_S), DIGITS);
  }

  /**
   * The step of a code that counts now.
   *
   * @param used the step of the latest code that was used: neither it nor one before counts again
   */
  static OptionalLong step(String secret, String typed, Instant now, long used) {
    byte[] key = Base32.decode(secret);
    byte[] given = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    long step = Math.floorDiv(now.getEpochSecond(), STEP_S);
    OptionalLong found = OptionalLong.empty();
    // All are compared, so that the time tells nothing.
    for (long each = step - STEPS_OFF; each <= step + STEPS_OFF; each++) {
      byte[] code = digits(key, each, DIGITS).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(code, given) && each > used) {
        found = OptionalLong.of(each);
      }
    }
    return found;
  }

  /** RFC 4226, section 5.3. */
  static String digits(byte[] key, long counter, int digits) {
    byte[] mac = mac(key, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    int offset = mac[mac.length - 1] & 0x0f;
    int code = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
    String all = "%010d".formatted(code);
    return all.substring(all.length() - digits);
  }

  private static byte[] mac(byte[] key, byte[] counter) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(counter);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", impossible);
    }
  }
}
