package hotline.traffic.watch;

import java.util.Locale;

/** Which of the ways that two aircraft may go on leads to a predicted loss. */
public enum Cause {
  /** They have lost separation already when both are first seen. */
  CURRENT,
  /** Both go on as they do. */
  STRAIGHT,
  /** One goes on turning. */
  TURN,
  /** One levels off at the next level, or the one after it. */
  LEVEL_OFF,
  /**
   * One goes to the level that it is cleared for, or has selected, or on by what was declared of
   * it.
   */
  INTENT;

  /** As it is printed. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
