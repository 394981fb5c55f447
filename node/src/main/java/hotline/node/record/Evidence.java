package hotline.node.record;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.Wrong;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that show what another node did wrong, kept for the investigator. Never overwritten. */
public final class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  /** The one file that {@code hotline proof verify} reads. */
  static final String ACCUSATION = "accusation";

  private final Path folder;
  private final LineId line;

  /** About this line, in this folder, which need not exist. */
  public Evidence(Path folder, LineId line) {
    this.folder = folder;
    this.line = line;
  }

  /**
   * Keeps an accusation, and beside it the same as files that standard tools read. Under a name of
   * the wrong and a hash of what shows it, so that the same evidence is kept once.
   *
   * @param parts as {@link Wrong} names them
   * @param beside more files, for people and other tools
   * @return where they are, for people
   */
  public synchronized String keep(
      Wrong wrong, String accused, Map<String, byte[]> parts, Map<String, byte[]> beside) {
    byte[] accusation = new Accusation(line, wrong, accused, parts).encode();
    Map<String, byte[]> files = new TreeMap<>(beside);
    files.put(ACCUSATION, accusation);
    Path kept =
        folder.resolve(wrong.word() + "-" + Merkle.plain(accusation).hex().substring(0, 16));
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
