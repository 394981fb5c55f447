package hotline.node.keys;

import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** What a person does with the keys of a node: takes the root key away, and changes the node's. */
public final class KeyFiles {
  /** What stays of a root key that was taken away: which one it is. */
  static final String ROOT_PUBLIC = "root.pub";

  private static final String ROOT = "root.key";
  private static final String NODE = "node.key";
  private static final String NEXT = "node.next.key";
  private static final String PUBLIC = "hotline-public-key ";

  private final Path folder;

  /** In the folder of a party's keys, which is there. */
  public KeyFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the root key to a file elsewhere, reads it there again, and only then deletes it here.
   *
   * @param to is not there yet
   * @throws IOException if it cannot be written there; then it is still here
   */
  public PublicKey takeRootAway(Path to) throws IOException {
    SigningKey root = SigningKey.fromSeed(SecretFiles.read(folder.resolve(ROOT), PartyKeys.KIND));
    byte[] line = Files.readAllBytes(folder.resolve(ROOT));
    if (to.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new IOException(
          to + " is in the same folder. Name a file on a stick that goes to a safe.");
    }
    SecretFiles.writeElsewhere(to, line);
    if (!Arrays.equals(Files.readAllBytes(to), line)) {
      throw new IOException(to + " does not hold what was written. Use another stick.");
    }
    SecretFiles.replace(folder.resolve(ROOT_PUBLIC), publicLine(root.publicKey()));
    Files.delete(folder.resolve(ROOT));
    return root.publicKey();
  }

  /**
   * A root key in a file that a person names, on whatever medium.
   *
   * @throws IOException if it is none
   */
  public static SigningKey rootIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + " is not there. Put the medium with the root key in.");
    }
    return SigningKey.fromSeed(SecretFiles.parse(file, PartyKeys.KIND));
  }

  /**
   * A new key for this node, beside the one that it signs with; made once and shown again.
   *
   * @return to be enrolled
   */
  public PublicKey next(SecureRandom random) throws IOException {
    Path next = folder.resolve(NEXT);
    if (!Files.exists(next)) {
      Path draft = folder.resolve(NEXT + ".new");
      Files.deleteIfExists(draft);
      SecretFiles.make(draft, PartyKeys.KIND, random);
      Files.move(draft, next, StandardCopyOption.ATOMIC_MOVE);
      SecretFiles.sync(folder);
    }
    return SigningKey.fromSeed(SecretFiles.read(next, PartyKeys.KIND)).publicKey();
  }

  /**
   * Puts the new key in the place of the one that the node signed with, which is deleted: nothing
   * that it signed needs it any more. The node does not run.
   *
   * @throws IOException if there is no new one
   */
  public PublicKey useNext() throws IOException {
    Path next = folder.resolve(NEXT);
    if (!Files.exists(next)) {
      throw new IOException("There is no new key here. Make one first: hotline key new.");
    }
    PublicKey key = SigningKey.fromSeed(SecretFiles.read(next, PartyKeys.KIND)).publicKey();
    Files.move(next, folder.resolve(NODE), StandardCopyOption.ATOMIC_MOVE);
    SecretFiles.sync(folder);
    return key;
  }

  static String publicLine(PublicKey key) {
    return PUBLIC + HexFormat.of().formatHex(key.encoded()) + "\n";
  }

  static PublicKey publicKey(Path file) throws IOException {
    String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
    try {
      return PublicKey.decode(HexFormat.of().parseHex(line.substring(PUBLIC.length())))
          .orElseThrow(() -> new IOException(file + " holds no key. Restore it from a backup."));
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      throw new IOException(file + " holds no key. Restore it from a backup.", broken);
    }
  }
}
