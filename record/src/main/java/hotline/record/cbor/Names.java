package hotline.record.cbor;

/** The names that parties, nodes, posts, zones and categories may have. */
public final class Names {
  /** The longest name, in characters. */
  public static final int LENGTH_MAX = 31;

  private Names() {}

  /** Whether a text is a name: {@code [a-z][a-z0-9-]{0,30}}. */
  public static boolean isName(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX || !isLetter(text.charAt(0))) {
      return false;
    }
    return text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }
}
