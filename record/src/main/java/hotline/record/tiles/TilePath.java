package hotline.record.tiles;

import hotline.record.note.Strict;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name of a tile of hashes or of a bundle of entries, as C2SP tlog-tiles writes it.
 *
 * @param level 0 to 7 for hashes, {@link #ENTRIES} for a bundle of entries
 * @param index which one at its level, from 0 on
 * @param width how many hashes or entries: 256 if full, 1 to 255 if partial
 */
public record TilePath(int level, long index, int width) {
  /** The level of a bundle of entries. */
  public static final int ENTRIES = -1;

  /** Hashes in a full tile, entries in a full bundle. */
  public static final int FULL = 256;

  /** The height of a tile: 2⁸ hashes. */
  static final int HEIGHT = 8;

  /** The highest level a tree with fewer than 2⁶³ leaves has. */
  static final int LEVEL_MAX = 7;

  private static final int LENGTH_MAX = 64;
  private static final long INDEX_MAX = Long.MAX_VALUE >> HEIGHT;

  /** Refuses numbers that no log has. */
  public TilePath {
    if (level < ENTRIES || level > LEVEL_MAX || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile of level " + level + " and width " + width);
    }
    if (index < 0 || index > INDEX_MAX) {
      throw new IllegalArgumentException("no tile has the index " + index);
    }
  }

  /** A tile of hashes. */
  static TilePath hashes(int level, long index, int width) {
    return new TilePath(level, index, width);
  }

  /** A bundle of entries. */
  static TilePath entries(long index, int width) {
    return new TilePath(ENTRIES, index, width);
  }

  /**
   * Reads a path that a stranger asks for. There is one spelling of each name: no other leading
   * zero, no dot, no empty part, nothing that could leave the folder.
   */
  public static Optional<TilePath> parse(String path) {
    if (path.length() > LENGTH_MAX || !path.startsWith("tile/")) {
      return Optional.empty();
    }
    int afterLevel = path.indexOf('/', 5);
    if (afterLevel < 0) {
      return Optional.empty();
    }
    String level = path.substring(5, afterLevel);
    int partial = path.indexOf(".p/", afterLevel + 1);
    String number = path.substring(afterLevel + 1, partial < 0 ? path.length() : partial);
    OptionalLong levelNumber =
        level.equals("entries") ? OptionalLong.of(ENTRIES) : Strict.decimal(level);
    OptionalLong index = Strict.decimal(digits(number));
    OptionalLong width =
        partial < 0 ? OptionalLong.of(FULL) : Strict.decimal(path.substring(partial + 3));
    if (levelNumber.isEmpty() || index.isEmpty() || width.isEmpty()) {
      return Optional.empty();
    }
    if (levelNumber.getAsLong() > LEVEL_MAX
        || index.getAsLong() > INDEX_MAX
        || width.getAsLong() < 1
        || width.getAsLong() > FULL) {
      return Optional.empty();
    }
    TilePath read =
        new TilePath((int) levelNumber.getAsLong(), index.getAsLong(), (int) width.getAsLong());
    return read.toString().equals(path) ? Optional.of(read) : Optional.empty();
  }

  /** The digits of a number in groups, without the leading zeros that fill the groups. */
  private static String digits(String groups) {
    String all = groups.replace("/", "").replace("x", "");
    int zeros = 0;
    while (zeros < all.length() - 1 && all.charAt(zeros) == '0') {
      zeros++;
    }
    return all.substring(zeros);
  }

  /** Whether this names entries and not hashes. */
  public boolean isEntries() {
    return level == ENTRIES;
  }

  /** Whether this is no partial one, so that its bytes never change. */
  public boolean isFull() {
    return width == FULL;
  }

  /** The full one that this partial one grows into; a full one itself. */
  public TilePath full() {
    return new TilePath(level, index, FULL);
  }

  /** The folder in which the partial ones of this name stand. */
  String partialFolder() {
    return full() + ".p";
  }

  /** The first log entry that lies under this tile. */
  long firstEntry() {
    return index << (HEIGHT * (Math.max(level, 0) + 1));
  }

  /** The name, relative to the log's folder or prefix. */
  @Override
  public String toString() {
    StringBuilder number = new StringBuilder();
    long rest = index;
    do {
      String group = String.format("%03d", rest % 1000);
      number.insert(0, number.isEmpty() ? group : "x" + group + "/");
      rest /= 1000;
    } while (rest > 0);
    return "tile/"
        + (isEntries() ? "entries" : Integer.toString(level))
        + "/"
        + number
        + (isFull() ? "" : ".p/" + width);
  }
}
