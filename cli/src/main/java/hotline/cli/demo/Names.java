package hotline.cli.demo;

import java.util.Locale;

/** Names of the play. */
final class Names {
  static final String NORTH = "north";
  static final String SOUTH = "south";

  /** Flights that only pass through. */
  static final String TRANSIT = "transit";

  /** Flights that stay and work. */
  static final String PATROL = "patrol";

  /** The zone of the condition. */
  static final String ZONE = "east";

  static final String DUTY = "duty";
  static final String SUPERVISOR = "supervisor";

  private Names() {}

  static String title(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
