package hotline.line.disclosure;

import hotline.record.cbor.CborArray;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A party's secret from which the salts of its commitments are derived, so that what it once
 * committed to can be opened years later from the volumes and this one backed-up value.
 *
 * <p>HMAC-SHA256 (RFC 2104) by the platform. Never printed.
 */
public final class DisclosureSecret {
  /** Its length in bytes. */
  public static final int LENGTH = 32;

  private static final String SALT = "hotline/1/salt";
  private static final String PADDING = "hotline/1/padding";

  private final SecretKeySpec key;

  /** Refuses any other length than 32 bytes; they must be random and kept. */
  public DisclosureSecret(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a disclosure secret has 32 bytes, not " + bytes.length);
    }
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** What hides the volume {@code item} until it is opened. */
  Salt salt(Subject subject, int item) {
    return new Salt(derive(SALT, subject, item));
  }

  /** The leaf that stands where no volume is: to others it looks like any other. */
  byte[] padding(Subject subject, int item) {
    return derive(PADDING, subject, item);
  }

  private byte[] derive(String use, Subject subject, int item) {
    byte[] input =
        CborArray.builder()
            .add(use)
            .add(subject.line().bytes())
            .add(subject.notice().entity().bytes())
            .add(subject.notice().version())
            .add(item)
            .build()
            .encode();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(input);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
    }
  }

  @Override
  public String toString() {
    return "DisclosureSecret[hidden]";
  }
}
