package hotline.node;

import hotline.node.alert.AlertConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom alerts of live traffic are told to, as it is written under {@code [alerts]}.
 *
 * @param warn {@code officer} or {@code automatic}
 * @param callsigns whether a WARNING names them
 */
public record AlertSettings(@Nullable String warn, @Nullable Boolean callsigns) {
  static final AlertSettings STANDARD = new AlertSettings(null, null);

  AlertConfig complete() {
    return new AlertConfig(
        warn == null ? AlertConfig.STANDARD.warn() : AlertConfig.warn(warn),
        callsigns != null && callsigns);
  }

  List<String> text() {
    return List.of(
        "",
        "# Who warns the other parties of an alert: officer, or automatic: the node at once.",
        equals(STANDARD) ? "#[alerts]" : "[alerts]",
        warn == null ? "#warn = \"officer\"" : "warn = \"" + warn + "\"",
        callsigns == null ? "#callsigns = false" : "callsigns = " + callsigns);
  }
}
