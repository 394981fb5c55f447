package hotline.node.alert;

import java.util.Locale;

/**
 * Whether, and what, other parties are told of alerts: set at this node until the terms have a
 * place for it.
 *
 * @param callsigns whether a WARNING names the call signs; without them it says place, height and
 *     track, by which either side finds its own
 */
public record AlertConfig(Warn warn, boolean callsigns) {
  /** An officer decides; no call signs. */
  public static final AlertConfig STANDARD = new AlertConfig(Warn.OFFICER, false);

  /** Who sends the WARNING of an alert. */
  public enum Warn {
    /** A person, by one press. */
    OFFICER,
    /** The node at once; a person may as well. */
    AUTOMATIC
  }

  /** As it is written. */
  public static Warn warn(String text) {
    for (Warn each : Warn.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    throw new IllegalArgumentException("alerts: warn: officer or automatic, not “" + text + "”");
  }
}
