package hotline.record.statement;

import java.util.Arrays;
import java.util.Optional;

/** Which of a node's two ways a statement goes. */
public enum Lane {
  /** STOP, DISTRESS, WARNING, line checks and what answers them: at once, by every way there is. */
  URGENT(0),
  /** Everything else: in order, through the host. */
  ROUTINE(1);

  private final int code;

  Lane(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }

  /** The lane with this number. */
  public static Optional<Lane> ofCode(long code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
  }
}
