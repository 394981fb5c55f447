package hotline.cli.traffic;

import hotline.cli.client.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reading and writing the files that a person named. */
final class TrafficFiles {
  /** A day of one area's traffic is some ten megabytes. */
  private static final int BYTES_MAX = 512 << 20;

  private TrafficFiles() {}

  /** The whole file, unpacked when its name ends in {@code .gz}. */
  static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      byte[] bytes = plain.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new FileTrouble(file + " is larger than 512 MiB: cut it.");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new FileTrouble("Cannot read " + file + ".");
    }
  }

  /** The whole file as text; bytes that are no UTF-8 become signs that no reader takes. */
  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /** Writes the file, over what was there. */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new FileTrouble("Cannot write " + file + ".");
    }
  }
}
