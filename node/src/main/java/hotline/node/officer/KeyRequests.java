package hotline.node.officer;

import hotline.node.keys.SecretFiles;
import hotline.record.signature.PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keys that officers have made in their browsers and ask their party to enrol, in a file of the
 * data folder. They count for nothing: only the root key's word makes one count. Safe for use by
 * many threads.
 */
public final class KeyRequests {
  /** The most requests, and of them of one officer; the oldest go. */
  static final int MAX = 64;

  static final int OF_ONE_MAX = 4;
  private static final int BYTES_MAX = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  /**
   * One request.
   *
   * @param officer as the party calls the person on the line
   * @param key algorithm and key in hexadecimal digits
   * @param askedUs when, µs since 1970 UTC
   */
  public record Asked(String officer, String key, long askedUs) {}

  private record Kept(List<Asked> requests) {}

  /** Those of a data folder, which may have none. */
  public KeyRequests(Path data) {
    this.file = data.resolve("officers").resolve("key-requests.json");
  }

  /**
   * Every request, oldest first.
   *
   * @throws IOException that says what to do, if the file cannot be read
   */
  public synchronized List<Asked> all() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      if (Files.size(file) <= BYTES_MAX) {
        return List.copyOf(JSON.readValue(Files.readAllBytes(file), Kept.class).requests());
      }
    } catch (JacksonException | NullPointerException damaged) {
      throw new IOException(damaged());
    }
    throw new IOException(damaged());
  }

  private String damaged() {
    return file + " is damaged. Delete it, and let the officers ask again.";
  }

  /** Keeps a request, on disk when this returns; the same key is asked for once. */
  public synchronized void add(String officer, PublicKey key, Instant at) throws IOException {
    String hex = HexFormat.of().formatHex(key.encoded());
    List<Asked> more = new ArrayList<>(all());
    if (more.stream().anyMatch(each -> each.officer().equals(officer) && each.key().equals(hex))) {
      return;
    }
    more.add(new Asked(officer, hex, at.toEpochMilli() * 1_000));
    List<Asked> own = more.stream().filter(each -> each.officer().equals(officer)).toList();
    more.removeAll(own.subList(0, Math.max(0, own.size() - OF_ONE_MAX)));
    List<Asked> latest = more.subList(Math.max(0, more.size() - MAX), more.size());
    Files.createDirectories(file.getParent());
    SecretFiles.replace(file, JSON.writeValueAsString(new Kept(List.copyOf(latest))));
  }
}
