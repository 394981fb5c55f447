package hotline.node.record;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.Wrong;
import hotline.record.disk.AtomicFiles;
import hotline.record.disk.FileDisk;
import hotline.record.merkle.Merkle;
import hotline.record.statement.LineId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that show what another node did wrong, kept for the investigator. Never overwritten; a
 * folder is there whole or not at all, for half of a proof proves nothing. What the disk does not
 * take is tried again.
 */
public final class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  /** The one file that {@code hotline proof verify} reads. */
  static final String ACCUSATION = "accusation";

  /** One is enough to convict; more are not kept in memory for a disk that is full. */
  private static final int UNKEPT_MAX = 16;

  private static final List<Wrong> STOPPING =
      List.of(Wrong.TWO_HISTORIES, Wrong.FORGED_ENTRY, Wrong.WRONG_OUTCOMES);

  private final Path folder;
  private final LineId line;

  /** What is not on disk, by the name of its folder; guarded by this. */
  private final Map<String, Map<String, byte[]>> unkept = new LinkedHashMap<>();

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
   * @return where they are, for people; or will be, as soon as the disk takes them
   */
  public synchronized String keep(
      Wrong wrong, String accused, Map<String, byte[]> parts, Map<String, byte[]> beside) {
    byte[] accusation = new Accusation(line, wrong, accused, parts).encode();
    Map<String, byte[]> files = new TreeMap<>(beside);
    files.put(ACCUSATION, accusation);
    String name = wrong.word() + "-" + Merkle.plain(accusation).hex().substring(0, 16);
    if (unkept.size() < UNKEPT_MAX) {
      unkept.put(name, files);
    }
    keepAll();
    return folder.resolve(name).toString();
  }

  /**
   * A folder with proof of a wrong after which nobody follows the host; empty if there is none.
   *
   * @throws IOException if the folder cannot be read
   */
  Optional<Path> thatStops() throws IOException {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each ->
              STOPPING.stream()
                  .anyMatch(
                      wrong -> String.valueOf(each.getFileName()).startsWith(wrong.word() + "-")))
          .min(Comparator.naturalOrder());
    }
  }

  /** Tries again to write what the disk did not take; does nothing if it took all. */
  public synchronized void keepAll() {
    for (Iterator<Map.Entry<String, Map<String, byte[]>>> all = unkept.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, Map<String, byte[]>> each = all.next();
      try {
        write(each.getKey(), each.getValue());
        all.remove();
      } catch (IOException failed) {
        LOG.atError().setCause(failed).log("evidence is not kept in {}", each.getKey());
      }
    }
  }

  private void write(String name, Map<String, byte[]> files) throws IOException {
    if (Files.exists(folder.resolve(name))) {
      return;
    }
    FileDisk disk = FileDisk.create(folder);
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      new FileDisk(above).forceDirectories(List.of(""));
    }
    String draft = "." + name;
    AtomicFiles writer = new AtomicFiles(FileDisk.create(folder.resolve(draft)));
    writer.clean();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writer.replace(file.getKey(), file.getValue());
    }
    disk.rename(draft, name);
    disk.forceDirectories(List.of(""));
  }
}
