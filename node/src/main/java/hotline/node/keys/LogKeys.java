package hotline.node.keys;

import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The keys of a machine that orders for its party and says nothing in its name: those of
 * checkpoints. Files in {@code DATA/keys}, as {@link PartyKeys} has them.
 */
public record LogKeys(SigningKey log, SigningKey outcome) {
  private static final List<String> FILES = List.of("log.key", "outcome.key");

  /** Reads the keys in {@code folder}. */
  public static LogKeys open(Path folder) throws IOException {
    return new LogKeys(PartyKeys.key(folder, "log"), PartyKeys.key(folder, "outcome"));
  }

  /** Copies them, and no other, from one party's folder to a new one. */
  public static void copy(Path from, Path to) throws IOException {
    LogKeys _ = open(from);
    Path draft = to.resolveSibling(to.getFileName() + ".new");
    SecretFiles.emptyFolder(draft);
    for (String file : FILES) {
      SecretFiles.write(draft.resolve(file), Files.readString(from.resolve(file)));
    }
    SecretFiles.settle(draft, to);
  }
}
