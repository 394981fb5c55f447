package hotline.node.keys;

import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * The keys of one party's node, each for one purpose: the root key (terms and keys; kept elsewhere
 * if its party wants, see {@link KeyFiles}), the node key (statements and documents), the log and
 * outcome keys (checkpoints, while this party hosts), the cosigner key, and the secret that salts
 * commitments. Files in {@code DATA/keys}, for their owner alone.
 *
 * @param disclosureSecret 32 bytes; whoever loses them can no longer open what was committed
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the commitment, never compared
public record PartyKeys(
    RootKey root,
    SigningKey node,
    SigningKey log,
    SigningKey outcome,
    SigningKey cosigner,
    byte[] disclosureSecret) {
  static final String KIND = "hotline-ed25519-seed";
  private static final String ROOT = "root";
  private static final List<String> NAMES = List.of("node", "log", "outcome", "cosigner");
  private static final String DISCLOSURE = "disclosure.secret";
  private static final String SECRET = "hotline-disclosure-secret";

  /** Reads the keys in {@code folder}; makes all of them on the first start. */
  public static PartyKeys open(Path folder, SecureRandom random) throws IOException {
    if (!Files.exists(folder)) {
      make(folder, random);
    }
    return new PartyKeys(
        root(folder),
        key(folder, "node"),
        key(folder, "log"),
        key(folder, "outcome"),
        key(folder, "cosigner"),
        SecretFiles.read(folder.resolve(DISCLOSURE), SECRET));
  }

  /** All of them or none: a key that is missing later was lost, and is never replaced. */
  private static void make(Path folder, SecureRandom random) throws IOException {
    Path draft = draft(folder, random);
    SecretFiles.make(draft.resolve(ROOT + ".key"), KIND, random);
    SecretFiles.settle(draft, folder);
  }

  /** Everything but the root key, beside where it will be. */
  private static Path draft(Path folder, SecureRandom random) throws IOException {
    Path draft = folder.resolveSibling(folder.getFileName() + ".new");
    SecretFiles.emptyFolder(draft);
    for (String name : NAMES) {
      SecretFiles.make(draft.resolve(name + ".key"), KIND, random);
    }
    SecretFiles.make(draft.resolve(DISCLOSURE), SECRET, random);
    return draft;
  }

  /**
   * New keys around a root key that is kept elsewhere, for a party that has lost all others.
   *
   * @throws IOException if there are keys already, which may be good yet
   */
  public static PartyKeys renew(Path folder, PublicKey root, SecureRandom random)
      throws IOException {
    if (Files.exists(folder)) {
      throw new IOException(
          folder + " is there already. Restore what is missing in it, or use another data folder.");
    }
    Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
    Path draft = draft(folder, random);
    SecretFiles.write(draft.resolve(KeyFiles.ROOT_PUBLIC), KeyFiles.publicLine(root));
    SecretFiles.settle(draft, folder);
    return open(folder, random);
  }

  private static RootKey root(Path folder) throws IOException {
    Path file = folder.resolve(ROOT + ".key");
    Path known = folder.resolve(KeyFiles.ROOT_PUBLIC);
    return new RootKey(
        file, Files.exists(known) ? KeyFiles.publicKey(known) : key(folder, ROOT).publicKey());
  }

  static SigningKey key(Path folder, String name) throws IOException {
    return SigningKey.fromSeed(SecretFiles.read(folder.resolve(name + ".key"), KIND));
  }
}
