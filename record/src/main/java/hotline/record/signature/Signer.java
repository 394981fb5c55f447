package hotline.record.signature;

/** Something that can sign with one key: a key in memory, or a hardware module that keeps it. */
public interface Signer {
  /** The key that its signatures hold for. */
  PublicKey publicKey();

  /**
   * A signature over the message: 64 bytes, for ES256 r‖s with low S.
   *
   * @throws IllegalStateException if the key cannot be used now
   */
  byte[] sign(byte[] message);
}
