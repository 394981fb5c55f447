package hotline.record.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@code cosignature/v1}: at this time, this was the largest consistent tree its signer had seen.
 *
 * @param cosigner the name of the cosigner's key
 * @param unixSeconds the cosigner's own clock, not negative; evidence, never checked here
 * @param line the line as it stands in the note
 */
public record Cosignature(String cosigner, long unixSeconds, NoteSignature line) {
  private static final int SIGNATURE_BYTES = 64;
  private static final int BLOB_BYTES = Long.BYTES + SIGNATURE_BYTES;

  /**
   * Reads a line, without checking whether it holds; nothing unless it has the exact length and a
   * time below 2⁶³ s.
   */
  public static Optional<Cosignature> parse(NoteSignature line) {
    byte[] blob = line.blob();
    if (blob.length != BLOB_BYTES) {
      return Optional.empty();
    }
    long unixSeconds = ByteBuffer.wrap(blob).getLong();
    return unixSeconds < 0
        ? Optional.empty()
        : Optional.of(new Cosignature(line.name(), unixSeconds, line));
  }

  /** The Ed25519 signature without its time. */
  byte[] raw() {
    return Arrays.copyOfRange(line.blob(), Long.BYTES, BLOB_BYTES);
  }

  /** The bytes that are signed. */
  static byte[] message(long unixSeconds, String text) {
    return ("cosignature/v1\ntime " + unixSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
