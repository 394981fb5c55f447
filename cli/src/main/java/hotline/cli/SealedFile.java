package hotline.cli;

import hotline.cli.client.FileTrouble;
import hotline.line.bundle.BundleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What goes into the record of a file that is sealed; the file itself stays where it is. */
record SealedFile(String sha256, long bytes) {
  /** The most that a node keeps of one thing. */
  static final long KEPT_BYTES_MAX = BundleFiles.FILE_BYTES_MAX;

  private static final int CHUNK_BYTES = 1 << 16;

  /** Reads the whole file, of any length, piece by piece. */
  static SealedFile of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[CHUNK_BYTES];
      long bytes = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        bytes += read;
      }
      return new SealedFile(HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (IOException unreadable) {
      throw new FileTrouble("Cannot read " + file + ".");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
