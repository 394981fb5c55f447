package hotline.record.note;

import hotline.record.signature.Signer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A key that writes signature lines: of a log (type 01) or of a cosigner (type 04).
 *
 * <p>One key pair, one type, one role: what a cosigner signs does not name it.
 */
public final class NoteSigner {
  private final VerifierKey verifier;
  private final Signer key;

  private NoteSigner(VerifierKey verifier, Signer key) {
    this.verifier = verifier;
    this.key = key;
  }

  /** Signs the checkpoints of the log whose origin is {@code name}. */
  public static NoteSigner log(String name, Signer key) {
    return of(name, VerifierKey.Type.SIGNATURE, key);
  }

  /** Cosigns the checkpoints of any log as {@code name}. */
  public static NoteSigner cosigner(String name, Signer key) {
    return of(name, VerifierKey.Type.COSIGNATURE, key);
  }

  private static NoteSigner of(String name, VerifierKey.Type type, Signer key) {
    return new NoteSigner(new VerifierKey(name, type, key.publicKey()), key);
  }

  /** What others check its lines with. */
  public VerifierKey verifierKey() {
    return verifier;
  }

  /**
   * Signs a note's text as the log.
   *
   * @throws IllegalStateException if this is a cosigner
   */
  public NoteSignature sign(String text) {
    require(VerifierKey.Type.SIGNATURE);
    return NoteSignature.of(verifier, key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Signs a checkpoint as the log.
   *
   * @throws IllegalArgumentException if the checkpoint is of another origin
   */
  public Note sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(verifier.name())) {
      throw new IllegalArgumentException("a log signs only checkpoints of its own origin");
    }
    return Note.of(checkpoint.text()).with(sign(checkpoint.text()));
  }

  /**
   * Cosigns a checkpoint's text at a time, in seconds since 1970, not negative.
   *
   * @throws IllegalStateException if this is a log's key
   */
  public NoteSignature cosign(String text, long unixSeconds) {
    require(VerifierKey.Type.COSIGNATURE);
    if (unixSeconds < 0) {
      throw new IllegalArgumentException("a cosignature's time is not before 1970");
    }
    byte[] signature = key.sign(Cosignature.message(unixSeconds, text));
    return NoteSignature.of(
        verifier,
        ByteBuffer.allocate(Long.BYTES + signature.length)
            .putLong(unixSeconds)
            .put(signature)
            .array());
  }

  private void require(VerifierKey.Type type) {
    if (verifier.type() != type) {
      throw new IllegalStateException(verifier.name() + " is not a key for this kind of line");
    }
  }
}
