package hotline.record.tiles;

/** A file of a log is not what the checkpoint says it is. */
public final class LogDamage extends LogException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long firstEntry;
  private final long endEntry;

  LogDamage(String file, long firstEntry, long endEntry, String sentence) {
    super("log.damaged", sentence);
    this.file = file;
    this.firstEntry = firstEntry;
    this.endEntry = endEntry;
  }

  /** The file that is wrong, relative to the log's folder. */
  public String file() {
    return file;
  }

  /** The first entry that can no longer be proved by this file. */
  public long firstEntry() {
    return firstEntry;
  }

  /** The entry after the last that is concerned; {@code firstEntry + 1} if it is one alone. */
  public long endEntry() {
    return endEntry;
  }
}
