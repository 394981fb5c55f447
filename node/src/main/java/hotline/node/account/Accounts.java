package hotline.node.account;

import hotline.node.keys.SecretFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of one node, in the folder {@code officers} of its data: for the owner of the folder
 * alone, changed on that machine, also while the node runs. Safe for use by many threads and by two
 * processes.
 */
public final class Accounts {
  /** The most accounts of a node. */
  public static final int MAX = 1_000;

  private static final String FOLDER = "officers";
  private static final String FILE = "accounts.json";
  private static final String USED = "codes.json";
  private static final int BYTES_MAX = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path folder;
  private @Nullable Known known;

  /** What was read last, and of which file. */
  private record Known(Object stamp, List<Account> accounts) {}

  /** As the file has them. */
  private record Kept(List<Account> accounts) {}

  /** The steps of the latest codes that were used, by name. */
  private record Used(Map<String, Long> steps) {}

  private Accounts(Path folder) {
    this.folder = folder;
  }

  /** Those of a data folder, which may have none. */
  public static Accounts in(Path data) {
    return new Accounts(data.resolve(FOLDER));
  }

  /** The folder that they are in. */
  Path folder() {
    return folder;
  }

  /** Whether anybody has to sign in: there is an account, or a file that cannot be read. */
  public boolean any() {
    try {
      return !all().isEmpty();
    } catch (IOException unreadable) {
      return true;
    }
  }

  /**
   * Every account, by name.
   *
   * @throws IOException that says what to do, if the file cannot be read
   */
  public synchronized List<Account> all() throws IOException {
    Path file = folder.resolve(FILE);
    Object stamp = stamp(file);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new Known(stamp, read(file));
    }
    return known.accounts();
  }

  private static Object stamp(Path file) throws IOException {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(is.lastModifiedTime(), is.size(), String.valueOf(is.fileKey()));
    } catch (NoSuchFileException none) {
      return "none";
    }
  }

  private static List<Account> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    SecretFiles.requireOwnerOnly(file);
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new IOException(file + " is too large. Restore it from a backup.");
      }
      return List.copyOf(JSON.readValue(Files.readAllBytes(file), Kept.class).accounts());
    } catch (JacksonException | IllegalArgumentException | NullPointerException damaged) {
      throw new IOException(file + " is damaged. Restore it from a backup.", damaged);
    }
  }

  /** The account with this name; none if the file cannot be read. */
  public Optional<Account> find(String name) {
    try {
      return all().stream().filter(each -> each.name().equals(name)).findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Adds an account.
   *
   * @throws IllegalArgumentException if there is one of this name or officer, or no room
   */
  public void add(Account account) throws IOException {
    change(all -> {
      if (all.size() >= MAX) {
        throw new IllegalArgumentException("A node has at most " + MAX + " accounts.");
      }
      if (all.stream()
          .anyMatch(each ->
              each.name().equals(account.name()) || each.officer().equals(account.officer()))) {
        throw new IllegalArgumentException(
            "There is an account of that name, or of that officer, already.");
      }
      List<Account> more = new ArrayList<>(all);
      more.add(account);
      more.sort(java.util.Comparator.comparing(Account::name));
      return more;
    });
  }

  /**
   * Changes one account.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public void change(String name, UnaryOperator<Account> how) throws IOException {
    change(all -> {
      if (all.stream().noneMatch(each -> each.name().equals(name))) {
        throw new IllegalArgumentException("There is no account " + name + ".");
      }
      return all.stream().map(each -> each.name().equals(name) ? how.apply(each) : each).toList();
    });
  }

  private synchronized void change(UnaryOperator<List<Account>> how) throws IOException {
    try (FileChannel lock = locked();
        FileLock held = lock.lock()) {
      List<Account> changed = how.apply(read(folder.resolve(FILE)));
      SecretFiles.replace(
          folder.resolve(FILE), ascii(JSON.writeValueAsString(new Kept(changed))) + "\n");
      known = null;
      assert held.isValid();
    }
  }

  private FileChannel locked() throws IOException {
    if (!Files.exists(folder)) {
      SecretFiles.emptyFolder(folder);
    }
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Uses a one-time code up; false if it does not count, or cannot be noted. */
  synchronized boolean useCode(Account account, String typed, java.time.Instant now)
      throws IOException {
    String secret = account.totp();
    if (secret == null) {
      return true;
    }
    Map<String, Long> steps = new TreeMap<>(used());
    var step = OneTimeCode.step(secret, typed, now, steps.getOrDefault(account.name(), -1L));
    if (step.isEmpty()) {
      return false;
    }
    steps.put(account.name(), step.getAsLong());
    SecretFiles.replace(folder.resolve(USED), JSON.writeValueAsString(new Used(steps)) + "\n");
    return true;
  }

  private Map<String, Long> used() throws IOException {
    Path file = folder.resolve(USED);
    try {
      return Files.exists(file)
          ? JSON.readValue(Files.readAllBytes(file), Used.class).steps()
          : Map.of();
    } catch (JacksonException damaged) {
      throw new IOException(file + " is damaged. Delete it half a minute after the last sign-in.");
    }
  }

  /** The same JSON in ASCII. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    json.chars()
        .forEach(c -> text.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return text.toString();
  }
}
