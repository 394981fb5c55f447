package hotline.node.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files for their owner alone. Signing keys and the like are 32 secret bytes in one line: a word
 * for the kind, a space, 64 hexadecimal digits.
 */
public final class SecretFiles {
  static final int LENGTH = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private SecretFiles() {}

  /** An empty folder, for its owner alone, in the place of whatever a crash left there. */
  public static void emptyFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** A new secret; on disk when this returns, its name only after {@link #settle}. */
  static void make(Path file, String kind, SecureRandom random) throws IOException {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    write(file, kind + " " + HexFormat.of().formatHex(secret) + "\n");
  }

  /** A new file; on disk when this returns, its name only after {@link #settle}. */
  public static void write(Path file, String text) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** A new file, wherever a person wants it; for its owner alone where the medium knows owners. */
  static void writeElsewhere(Path file, byte[] bytes) throws IOException {
    boolean knowsOwners = Files.getFileStore(parent(file)).supportsFileAttributeView("posix");
    if (knowsOwners) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        int _ = channel.write(rest);
      }
      channel.force(true);
    }
    sync(parent(file));
  }

  private static Path parent(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  /**
   * Writes a file in the place of whatever has that name: no crash leaves less than one of both.
   */
  public static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    write(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    sync(file.toAbsolutePath().resolveSibling(""));
  }

  /** Gives a folder of secrets its name. */
  public static void settle(Path draft, Path folder) throws IOException {
    sync(draft);
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    sync(folder.toAbsolutePath().resolveSibling(""));
  }

  static void sync(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /**
   * Refuses a file that others can read or change.
   *
   * @throws IOException that says what to do
   */
  public static void requireOwnerOnly(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    Set<PosixFilePermission> open = EnumSet.copyOf(view.readAttributes().permissions());
    open.retainAll(OTHERS);
    if (!open.isEmpty()) {
      throw new IOException(
          file
              + " can be read or changed by others. Run: chmod 600 "
              + file
              + ", and think about"
              + " who may have read it.");
    }
  }

  /** The secret in a file. */
  static byte[] read(Path file, String kind) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          file + " is missing. Restore it from a backup; the others know only that key.");
    }
    requireOwnerOnly(file);
    return parse(file, kind);
  }

  /** The secret in a file on whatever medium; many a stick knows no permissions. */
  static byte[] parse(Path file, String kind) throws IOException {
    String line = Files.readString(file, StandardCharsets.US_ASCII);
    String prefix = kind + " ";
    if (line.length() != prefix.length() + 2 * LENGTH + 1
        || !line.startsWith(prefix)
        || !line.endsWith("\n")) {
      throw new IOException(file + " is not a " + kind + ". Restore it from a backup.");
    }
    try {
      return HexFormat.of().parseHex(line.substring(prefix.length(), line.length() - 1));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + " is not a " + kind + ". Restore it from a backup.", wrong);
    }
  }
}
