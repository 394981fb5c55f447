package hotline.node.keys;

import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A party's root key as its node knows it: what it is, and where it lies while a person lets it lie
 * there. It is read when something is signed with it and forgotten at once; a running node that
 * signs no terms and no party file never needs it.
 */
public final class RootKey implements Signer {
  private final Path file;
  private final PublicKey key;

  RootKey(Path file, PublicKey key) {
    this.file = file;
    this.key = key;
  }

  @Override
  public PublicKey publicKey() {
    return key;
  }

  /** Whether it lies where the node can sign with it. */
  public boolean isHere() {
    return Files.exists(file);
  }

  /** What to do when it does not. */
  public String whereTo() {
    return "The root key is kept elsewhere. Put it at "
        + file
        + " for as long as this takes, readable by its owner alone (chmod 600), and take it away"
        + " again.";
  }

  /**
   * The key itself.
   *
   * @throws IOException if it is not here, or is another party's; says what to do
   */
  public SigningKey read() throws IOException {
    if (!isHere()) {
      throw new IOException(whereTo());
    }
    SigningKey read = SigningKey.fromSeed(SecretFiles.read(file, PartyKeys.KIND));
    if (!read.publicKey().equals(key)) {
      throw new IOException(file + " is not this party's root key. Take it away again.");
    }
    return read;
  }

  /**
   * Signs with what lies in the file now.
   *
   * @throws IllegalStateException if {@link #read} does not give the key
   */
  @Override
  public byte[] sign(byte[] message) {
    try {
      return read().sign(message);
    } catch (IOException away) {
      throw new IllegalStateException(away.getMessage(), away);
    }
  }
}
