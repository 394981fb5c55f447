package hotline.node.account;

import hotline.node.keys.SecretFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who signed in, tried to, and was changed: a line each, on disk before it is answered, the latest
 * one to two mebibytes of them. Safe for use by many threads.
 */
public final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final int BYTES_MAX = 1 << 20;
  private static final String FILE = "audit.log";

  private final Path folder;

  private Audit(Path folder) {
    this.folder = folder;
  }

  /** Beside the accounts. */
  public static Audit of(Accounts accounts) {
    return new Audit(accounts.folder());
  }

  /** One line. */
  public record Line(Instant at, String what, String name, String from) {
    /** A line of the file; nothing of it has a blank inside. */
    private String text() {
      return at + " " + what + " " + name + " " + from + "\n";
    }
  }

  /**
   * Notes something. What a stranger typed is noted only if it could be a name.
   *
   * @param what a word, such as {@code signed-in}
   * @param from an address, or {@code command-line}
   */
  public synchronized void note(Instant at, String what, String typed, String from) {
    String name = Account.isName(typed) ? typed : "?";
    try {
      append(new Line(at, what, name, from.replaceAll("[^0-9A-Za-z.:%-]", "?")).text());
    } catch (IOException failed) {
      // Nobody is kept from the watch because a disk is full; the node's own log has it.
      LOG.atError()
          .setCause(failed)
          .addArgument(what)
          .addArgument(name)
          .log("a sign-in cannot be noted: {} {}");
    }
  }

  private void append(String line) throws IOException {
    if (!Files.exists(folder)) {
      SecretFiles.emptyFolder(folder);
    }
    Path file = folder.resolve(FILE);
    if (Files.exists(file) && Files.size(file) + line.length() > BYTES_MAX) {
      Files.move(
          file,
          folder.resolve(FILE + ".1"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
    if (!Files.exists(file)) {
      SecretFiles.write(file, "");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      ByteBuffer rest = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (rest.hasRemaining()) {
        int _ = channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** What is noted, oldest first, at most the latest {@code limit}; torn lines are left out. */
  public synchronized List<Line> latest(int limit) throws IOException {
    List<Line> all = new ArrayList<>();
    for (String name : List.of(FILE + ".1", FILE)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
          read(line, all);
        }
      }
    }
    return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
  }

  private static void read(String line, List<Line> all) {
    String[] parts = line.split(" ", -1);
    if (parts.length == 4) {
      try {
        all.add(new Line(Instant.parse(parts[0]), parts[1], parts[2], parts[3]));
      } catch (DateTimeParseException torn) {
        LOG.debug("a line of the audit cannot be read", torn);
      }
    }
  }
}
