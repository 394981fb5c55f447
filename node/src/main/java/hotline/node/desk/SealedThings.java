package hotline.node.desk;

import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * The bytes of sealed things that are kept at this node, each under its SHA-256; for the node's
 * owner alone, and for the bundles that its people export.
 */
final class SealedThings {
  /** The folder within the data. */
  private static final String FOLDER = "sealed";

  private final Path folder;

  SealedThings(Path data) {
    folder = data.resolve(FOLDER);
  }

  /** Where they are kept; it need not exist. */
  Path folder() {
    return folder;
  }

  /** Keeps the bytes that have this digest; on disk when this returns. */
  synchronized void keep(Hash digest, byte[] bytes) throws IOException {
    Path file = folder.resolve(digest.hex());
    if (Files.exists(file) && Files.size(file) == bytes.length) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    AtomicFiles writer = new AtomicFiles(FileDisk.create(folder));
    writer.clean();
    writer.replace(digest.hex(), bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /**
   * The bytes of a thing of this digest and length, if they are kept here.
   *
   * @throws IOException if they cannot be read, or have changed since
   */
  Optional<byte[]> bytes(Hash digest, long bytes) throws IOException {
    if (keptSince(digest, bytes).isEmpty()) {
      return Optional.empty();
    }
    byte[] kept = Files.readAllBytes(folder.resolve(digest.hex()));
    if (!Merkle.plain(kept).equals(digest)) {
      throw new IOException(FOLDER + "/" + digest.hex() + " is not what was sealed any more");
    }
    return Optional.of(kept);
  }

  /** Since when a thing of this digest and length is kept here. */
  Optional<Instant> keptSince(Hash digest, long bytes) {
    Path file = folder.resolve(digest.hex());
    try {
      return Files.exists(file) && Files.size(file) == bytes
          ? Optional.of(Files.getLastModifiedTime(file).toInstant())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
