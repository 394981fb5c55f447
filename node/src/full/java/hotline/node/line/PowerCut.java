package hotline.node.line;

import hotline.testkit.Chance;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A disk that forgets what was not forced when the power is cut, under a process of this test:
 * {@code src/full/c/powercut.c}, which says how.
 */
final class PowerCut {
  private static final Path SOURCE = Path.of("src", "full", "c", "powercut.c");

  /** What a disk writes at one stroke. */
  private static final int SECTOR = 512;

  private final Path library;
  private final Path image;

  /** Builds the library in {@code folder}, which keeps the images as well. */
  PowerCut(Path folder) throws IOException, InterruptedException {
    library = folder.resolve("powercut.so");
    image = folder.resolve("image");
    Process compiler;
    try {
      compiler =
          new ProcessBuilder(
                  "cc",
                  "-Wall",
                  "-Wextra",
                  "-Werror",
                  "-O2",
                  "-shared",
                  "-fPIC",
                  "-o",
                  library.toString(),
                  SOURCE.toString(),
                  "-ldl")
              .inheritIO()
              .start();
    } catch (IOException missing) {
      throw new AssertionError(
          "The full tests need a C compiler as cc. On Debian: apt-get install gcc libc6-dev",
          missing);
    }
    if (compiler.waitFor() != 0) {
      throw new AssertionError(SOURCE + " does not compile");
    }
  }

  /**
   * Puts the disk under a process that is not started.
   *
   * @param lie a part of the paths for which forcing is only pretended
   */
  ProcessBuilder under(ProcessBuilder process, Path data, Optional<String> lie) throws IOException {
    delete(image);
    Map<String, String> environment = process.environment();
    environment.put("LD_PRELOAD", library.toString());
    environment.put("POWERCUT_FOLDER", data.toRealPath().toString());
    environment.put("POWERCUT_IMAGE", image.toString());
    lie.ifPresent(path -> environment.put("POWERCUT_LIE", path));
    return process;
  }

  /** Puts a disk under it that is full while the file {@code full} exists. */
  ProcessBuilder underFull(ProcessBuilder process, Path data, Path full) throws IOException {
    Map<String, String> environment = process.environment();
    environment.put("LD_PRELOAD", library.toString());
    environment.put("POWERCUT_FOLDER", data.toRealPath().toString());
    environment.put("POWERCUT_FULL", full.toString());
    return process;
  }

  /** How many files and folders were forced: none, and the process did not see this disk. */
  long forced() throws IOException {
    try (Stream<Path> data = Files.list(image.resolve("data"))) {
      return data.count();
    }
  }

  /**
   * Puts in the place of {@code data} what the process left on the disk; it is dead.
   *
   * @param some which sectors survive although nobody forced them; none if empty
   */
  void restore(Path data, Optional<Chance> some) throws IOException {
    Map<Long, Path> live = new HashMap<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        live.put(inode(each), each);
      }
    }
    Path restored = data.resolveSibling("restored");
    folder(inode(data), restored, live, some);
    delete(data);
    Files.move(restored, data);
  }

  private static long inode(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:ino")).longValue();
  }

  private void folder(long inode, Path to, Map<Long, Path> live, Optional<Chance> some)
      throws IOException {
    Files.createDirectory(to);
    Path names = image.resolve("names").resolve(String.valueOf(inode));
    // A folder whose own name was forced and none in it.
    for (String line : Files.exists(names) ? Files.readAllLines(names) : List.<String>of()) {
      String[] words = line.split(" ", 4);
      long below = Long.parseLong(words[1]);
      Path path = to.resolve(words[3]);
      if (words[0].equals("D")) {
        folder(below, path, live, some);
      } else {
        Files.write(path, bytes(below, live, some));
      }
      Files.setPosixFilePermissions(path, permissions(Integer.parseInt(words[2], 8)));
    }
  }

  private byte[] bytes(long inode, Map<Long, Path> live, Optional<Chance> some) throws IOException {
    Path kept = image.resolve("data").resolve(String.valueOf(inode));
    byte[] forced = Files.exists(kept) ? Files.readAllBytes(kept) : new byte[0];
    Path now = live.get(inode);
    return now == null || some.isEmpty()
        ? forced
        : mixed(forced, Files.readAllBytes(now), some.get());
  }

  /** Any sectors of what was written later, and any length up to it. */
  private static byte[] mixed(byte[] forced, byte[] written, Chance chance) {
    int least = Math.min(forced.length, written.length);
    int most = Math.max(forced.length, written.length);
    byte[] mixed = new byte[(int) chance.between(least, most)];
    for (int at = 0; at < mixed.length; at += SECTOR) {
      byte[] from = chance.oneIn(2) ? forced : written;
      int length = Math.min(SECTOR, Math.min(mixed.length, from.length) - at);
      if (length > 0) {
        System.arraycopy(from, at, mixed, at, length);
      }
    }
    return mixed;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] all = PosixFilePermission.values();
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      if ((mode & (1 << (all.length - 1 - i))) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, IOException failed)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
