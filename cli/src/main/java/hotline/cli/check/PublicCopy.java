package hotline.cli.check;

import hotline.record.tiles.TileSource;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A copy of what anybody may see of a party's data: the logs and their keys, no secret. */
public final class PublicCopy {
  private static final List<String> LOGS = List.of("outcomes", "record");
  private static final List<String> FILES =
      List.of("record.vkey", "outcomes.vkey", "genesis.cbor", "policy");
  private static final String TILES = "tile";

  private PublicCopy() {}

  /**
   * Copies the public files of {@code data}, whose node may run, to {@code copy}.
   *
   * @throws IOException if there is no record in {@code data} or the copy cannot be written
   */
  public static void make(Path data, Path copy) throws IOException {
    if (!Files.exists(data.resolve("record").resolve(TileSource.CHECKPOINT))) {
      throw new IOException("There is no record in " + data + ".");
    }
    // A log only grows: whatever a checkpoint needs is there when the checkpoint is. The outcomes
    // never reach further than the record, so they go first.
    for (String log : LOGS) {
      Path from = data.resolve(log);
      if (Files.exists(from.resolve(TileSource.CHECKPOINT))) {
        Files.createDirectories(copy.resolve(log));
        copyFile(from.resolve(TileSource.CHECKPOINT), copy.resolve(log));
      }
    }
    for (String log : LOGS) {
      if (Files.exists(copy.resolve(log))) {
        copyFolder(data.resolve(log).resolve(TILES), copy.resolve(log).resolve(TILES));
      }
    }
    for (String name : FILES) {
      if (Files.exists(data.resolve(name))) {
        copyFile(data.resolve(name), copy);
      }
    }
  }

  private static void copyFile(Path file, Path folder) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            try {
              Files.copy(file, to.resolve(from.relativize(file)));
            } catch (NoSuchFileException full) {
              // A tile that filled up meanwhile has lost its parts; the whole one has all of them.
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
  }
}
