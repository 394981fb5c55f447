package hotline.record.tiles;

import java.io.IOException;

/** A log could not be opened, grown or read. The sentence says what to do. */
public sealed class LogException extends IOException permits LogDamage {
  private static final long serialVersionUID = 1L;

  private final String code;

  LogException(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** Stable, for programs: {@code log.…}. */
  public String code() {
    return code;
  }
}
