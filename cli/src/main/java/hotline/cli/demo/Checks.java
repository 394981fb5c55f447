package hotline.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** The checks of the play: each is said as it is made, and those that failed are kept. */
final class Checks {
  private final Commentary commentary;
  private final List<String> failed = new ArrayList<>();
  private int made;

  Checks(Commentary commentary) {
    this.commentary = commentary;
  }

  /** Records whether {@code claim} held. */
  void that(boolean held, String claim) {
    made++;
    commentary.check(held, claim);
    if (!held) {
      failed.add(claim);
    }
  }

  /** How many were made. */
  int made() {
    return made;
  }

  /** The claims that did not hold. */
  List<String> failed() {
    return List.copyOf(failed);
  }
}
