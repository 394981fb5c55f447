package hotline.record.cbor;

import java.io.Serial;
import java.util.function.Supplier;

/** Carries the first fault up to the one boundary; never leaves the package. */
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String sentence;

  Refusal(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** Runs a reading; its first refusal becomes a value. */
  static <T> Decoded<T> boundary(Supplier<T> reading) {
    try {
      return new Decoded.Value<>(reading.get());
    } catch (Refusal refusal) {
      return new Decoded.Fault<>(refusal.sentence());
    }
  }
}
