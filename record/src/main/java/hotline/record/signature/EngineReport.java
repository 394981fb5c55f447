package hotline.record.signature;

/**
 * What became of one signature engine at start; for the log.
 *
 * @param algorithm what it was to check
 * @param engine its name: {@code accp}, {@code conscrypt}, {@code tink} or {@code jdk}
 * @param standing whether it is used
 * @param why a sentence for the administrator
 */
public record EngineReport(Algorithm algorithm, String engine, Standing standing, String why) {
  /** What became of it. */
  public enum Standing {
    /** It gives every kept verdict and is the fastest that does. */
    USED,
    /** A faster one is used; this one was not tried. */
    SPARE,
    /** It differs from a kept verdict, and would split the line. */
    REFUSED,
    /** This machine does not have it. */
    ABSENT
  }
}
