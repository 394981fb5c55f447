package hotline.record.statement;

import java.util.Arrays;
import java.util.Optional;

/** Whether a statement is meant. */
public enum Mode {
  /** It is. */
  LIVE(0),
  /** It is part of an exercise. */
  EXERCISE(1),
  /** It tries the machinery. */
  TEST(2);

  private final int code;

  Mode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  /** The mode with this number. */
  public static Optional<Mode> ofCode(long code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
  }
}
