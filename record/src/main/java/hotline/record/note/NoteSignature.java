package hotline.record.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One signature line of a note, of a known or an unknown key.
 *
 * @param name the key's name as the line gives it
 * @param base64 key id (four bytes) and signature, in the one base64 form
 */
public record NoteSignature(String name, String base64) {
  private static final String DASH = "— ";
  private static final int KEY_ID_BYTES = 4;

  /** Refuses a name no key can have and base64 that is not exact or too short. */
  public NoteSignature {
    if (!isWellFormed(name, base64)) {
      throw new IllegalArgumentException("no signature line: '" + name + " " + base64 + "'");
    }
  }

  /** The line of the key with this name and id over {@code blob}. */
  static NoteSignature of(VerifierKey key, byte[] blob) {
    byte[] whole =
        ByteBuffer.allocate(KEY_ID_BYTES + blob.length).putInt(key.id()).put(blob).array();
    return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(whole));
  }

  /** Reads a line without its newline. */
  static Optional<NoteSignature> parse(String line) {
    if (!line.startsWith(DASH)) {
      return Optional.empty();
    }
    int space = line.indexOf(' ', DASH.length());
    if (space < 0) {
      return Optional.empty();
    }
    String name = line.substring(DASH.length(), space);
    String base64 = line.substring(space + 1);
    return isWellFormed(name, base64)
        ? Optional.of(new NoteSignature(name, base64))
        : Optional.empty();
  }

  /** The first four bytes, which name the key together with {@link #name()}. */
  public int keyId() {
    return ByteBuffer.wrap(decoded()).getInt();
  }

  /** What follows the key id: for an Ed25519 key 64 bytes, for a cosigner a time and 64 bytes. */
  public byte[] blob() {
    byte[] whole = decoded();
    return Arrays.copyOfRange(whole, KEY_ID_BYTES, whole.length);
  }

  /** The line as it stands in a note, with its newline. */
  public String line() {
    return DASH + name + " " + base64 + "\n";
  }

  private byte[] decoded() {
    return Base64.getDecoder().decode(base64);
  }

  private static boolean isWellFormed(String name, String base64) {
    return VerifierKey.isName(name)
        && Strict.base64(base64).filter(bytes -> bytes.length > KEY_ID_BYTES).isPresent();
  }
}
