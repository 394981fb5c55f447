package hotline.node;

import hotline.node.record.Keyring;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files beside the logs by which a stranger checks them: docs/format.md §9. */
final class PublicFiles {
  private PublicFiles() {}

  static void write(Path data, Keyring keys) throws IOException {
    AtomicFiles files = new AtomicFiles(FileDisk.create(data));
    files.clean();
    replace(data, files, "record.vkey", keys.log() + "\n");
    replace(data, files, "outcomes.vkey", keys.outcomes() + "\n");
    replace(data, files, "policy", keys.policy().toString());
  }

  private static void replace(Path data, AtomicFiles files, String name, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = data.resolve(name);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      files.replace(name, bytes);
    }
  }
}
