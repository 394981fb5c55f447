package hotline.node.bundle;

import hotline.line.bundle.BundleFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A bundle's files in one ZIP archive, in one form: rising names, nothing compressed, no times, no
 * comments. What is not exactly the archive of the files that it holds is refused, so that no two
 * programs can read two things from it, nothing can unfold to more than it is, and nothing hides
 * between the files.
 */
public final class Archive {
  /** No archive is longer: all files, and what the archive itself adds to each. */
  public static final long BYTES_MAX = BundleFiles.BYTES_MAX + BundleFiles.FILES_MAX * 256L;

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Archive() {}

  /** These bytes are no bundle's archive. */
  public static final class NotABundle extends IOException {
    private static final long serialVersionUID = 1;

    NotABundle(String sentence) {
      super(sentence);
    }
  }

  /** The archive of these files. */
  public static byte[] of(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot fail to be written", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * The files of an archive, by name.
   *
   * @throws NotABundle naming the first thing that is not as it should be
   */
  public static SortedMap<String, byte[]> files(byte[] archive) throws NotABundle {
    if (archive.length > BYTES_MAX) {
      throw new NotABundle("a bundle has at most " + BYTES_MAX + " bytes");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        take(zip, entry, archive.length, files);
      }
    } catch (NotABundle refused) {
      throw refused;
    } catch (IOException | IllegalArgumentException malformed) {
      throw new NotABundle("the archive is damaged: " + malformed.getMessage());
    }
    if (files.isEmpty()) {
      throw new NotABundle("this is no ZIP archive, or an empty one");
    }
    if (!Arrays.equals(of(files), archive)) {
      throw new NotABundle(
          "the archive is not in the one form of a bundle: it holds something beside its files,"
              + " between them or after them");
    }
    return files;
  }

  private static void take(
      ZipInputStream zip, ZipEntry entry, int archiveBytes, SortedMap<String, byte[]> files)
      throws IOException {
    String name = entry.getName();
    if (!BundleFiles.isName(name)) {
      throw new NotABundle("no file of a bundle is called " + printable(name));
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new NotABundle(name + " is compressed; nothing in a bundle is");
    }
    if (entry.getSize() < 0
        || entry.getSize() > BundleFiles.FILE_BYTES_MAX
        || entry.getSize() > archiveBytes) {
      throw new NotABundle(name + " says a size that it cannot have");
    }
    if (files.size() == BundleFiles.FILES_MAX) {
      throw new NotABundle("a bundle has at most " + BundleFiles.FILES_MAX + " files");
    }
    byte[] bytes = bytes(zip, name, (int) entry.getSize() + 1);
    if (bytes.length != entry.getSize()) {
      throw new NotABundle(name + " is cut short");
    }
    if (files.put(name, bytes) != null) {
      throw new NotABundle(name + " is there twice");
    }
  }

  /** At most so many bytes of a file, with their checksum compared at the end. */
  private static byte[] bytes(ZipInputStream zip, String name, int most) throws NotABundle {
    try {
      return zip.readNBytes(most);
    } catch (IOException changed) {
      throw new NotABundle(
          name + " was changed or damaged: its bytes do not have the checksum that stands with it");
    }
  }

  /** A hostile name, so that it can be shown. */
  private static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(80)
        .map(c -> c >= ' ' && c < 0x7f ? c : '?')
        .forEach(shown::appendCodePoint);
    return "“" + shown + "”";
  }
}
