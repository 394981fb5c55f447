package hotline.airspace;

import java.util.Optional;

/** Turns the fault that a {@code check} method found into the exception of a constructor. */
final class Refusal {
  private Refusal() {}

  static void of(Optional<String> fault) {
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }
}
