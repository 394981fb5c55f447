package hotline.node.record;

import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Merkle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that show what another node did wrong, kept for the investigator. Never overwritten. */
public final class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  private final Path folder;

  /** In this folder, which need not exist. */
  public Evidence(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps files under a name of the wrong and a hash of what shows it, so that the same evidence is
   * kept once.
   *
   * @return where they are, for people
   */
  public synchronized String keep(String wrong, Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    files.forEach((name, bytes) -> all.append(name).append(Merkle.plain(bytes).hex()));
    byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
    Path kept = folder.resolve(wrong + "-" + Merkle.plain(text).hex().substring(0, 16));
    try {
      AtomicFiles writer = new AtomicFiles(FileDisk.create(kept));
      writer.clean();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        writer.replace(file.getKey(), file.getValue());
      }
    } catch (IOException failed) {
      LOG.atError().setCause(failed).log("evidence could not be kept in {}", kept);
    }
    return kept.toString();
  }
}
