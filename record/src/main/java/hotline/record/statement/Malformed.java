package hotline.record.statement;

/**
 * Bytes that are no statement. They are not recorded and use nothing up.
 *
 * @param code {@link #TOO_LARGE}, {@link #FORMAT_UNKNOWN} or {@link #MALFORMED}; stable
 * @param sentence what is wrong, for the engineer of whoever sent it
 */
public record Malformed(String code, String sentence) implements Parsed {
  /** More bytes than a statement may have. */
  public static final String TOO_LARGE = "too-large";

  /** A version of the format that this program does not know: it may be the newer one. */
  public static final String FORMAT_UNKNOWN = "format-unknown";

  /** Anything else that is not a statement in its one form. */
  public static final String MALFORMED = "malformed";
}
