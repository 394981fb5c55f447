package hotline.record.tiles;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of up to 256 entries in a row: each with its length in two bytes before it. */
public final class EntryBundle {
  /** No entry is longer, in bytes; larger things go into the log by their hash. */
  public static final int ENTRY_BYTES_MAX = 0xffff;

  /** No bundle is longer, in bytes. */
  public static final int BYTES_MAX = TilePath.FULL * (2 + ENTRY_BYTES_MAX);

  private EntryBundle() {}

  /**
   * The bundle of these entries.
   *
   * @throws IllegalArgumentException if an entry is too long or there are more than 256
   */
  public static byte[] encode(List<byte[]> entries) {
    if (entries.size() > TilePath.FULL) {
      throw new IllegalArgumentException("a bundle has at most 256 entries");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > ENTRY_BYTES_MAX) {
        throw new IllegalArgumentException("an entry has at most 65,535 bytes");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** The entries of a bundle with exactly {@code count} of them and nothing after. */
  public static Optional<List<byte[]>> decode(byte[] bundle, int count) {
    Reader reader = new Reader(bundle);
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = reader.next();
      if (entry == null) {
        return Optional.empty();
      }
      entries.add(entry);
    }
    return reader.atEnd() ? Optional.of(entries) : Optional.empty();
  }

  /** Reads a bundle one entry at a time, so that damage is met where it is. */
  static final class Reader {
    private final byte[] bundle;
    private int at;

    Reader(byte[] bundle) {
      this.bundle = bundle;
    }

    /** The next entry, or null if what is left does not hold one. */
    byte @Nullable [] next() {
      if (bundle.length - at < 2) {
        return null;
      }
      int length = Byte.toUnsignedInt(bundle[at]) << 8 | Byte.toUnsignedInt(bundle[at + 1]);
      if (bundle.length - at - 2 < length) {
        return null;
      }
      byte[] entry = new byte[length];
      System.arraycopy(bundle, at + 2, entry, 0, length);
      at += 2 + length;
      return entry;
    }

    boolean atEnd() {
      return at == bundle.length;
    }
  }
}
