package hotline.node.keys;

import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * The keys of one party's node, each for one purpose: the root key (terms and keys), the node key
 * (statements and documents), the log and outcome keys (checkpoints, while this party hosts), the
 * cosigner key, and the secret that salts commitments. Files in {@code DATA/keys}, for their owner
 * alone.
 *
 * @param disclosureSecret 32 bytes; whoever loses them can no longer open what was committed
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the commitment, never compared
public record PartyKeys(
    SigningKey root,
    SigningKey node,
    SigningKey log,
    SigningKey outcome,
    SigningKey cosigner,
    byte[] disclosureSecret) {
  private static final String KIND = "hotline-ed25519-seed";
  private static final List<String> NAMES = List.of("root", "node", "log", "outcome", "cosigner");
  private static final String DISCLOSURE = "disclosure.secret";
  private static final String SECRET = "hotline-disclosure-secret";

  /** Reads the keys in {@code folder}; makes all of them on the first start. */
  public static PartyKeys open(Path folder, SecureRandom random) throws IOException {
    if (!Files.exists(folder)) {
      make(folder, random);
    }
    return new PartyKeys(
        key(folder, "root"),
        key(folder, "node"),
        key(folder, "log"),
        key(folder, "outcome"),
        key(folder, "cosigner"),
        SecretFiles.read(folder.resolve(DISCLOSURE), SECRET));
  }

  /** All of them or none: a key that is missing later was lost, and is never replaced. */
  private static void make(Path folder, SecureRandom random) throws IOException {
    Path draft = folder.resolveSibling(folder.getFileName() + ".new");
    SecretFiles.emptyFolder(draft);
    for (String name : NAMES) {
      SecretFiles.make(draft.resolve(name + ".key"), KIND, random);
    }
    SecretFiles.make(draft.resolve(DISCLOSURE), SECRET, random);
    SecretFiles.settle(draft, folder);
  }

  private static SigningKey key(Path folder, String name) throws IOException {
    return SigningKey.fromSeed(SecretFiles.read(folder.resolve(name + ".key"), KIND));
  }
}
