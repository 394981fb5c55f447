package hotline.line;

import hotline.line.effect.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the rules say to one statement. Asking for it changes nothing. */
public sealed interface Ruling {
  /** It counts, and this is what it changes, in order. */
  record Granted(List<Effect> effects) implements Ruling {
    public Granted {
      effects = List.copyOf(effects);
    }
  }

  /** It does not count, and changes nothing. */
  record Refused(Refusal refusal, String sentence) implements Ruling {}

  /** It counts, and changes this. */
  static Granted grant(Effect... effects) {
    return new Granted(List.of(effects));
  }

  /** What was refused; else what is decided then. */
  static Ruling unless(Optional<Refused> refused, Supplier<Ruling> otherwise) {
    return refused.isPresent() ? refused.get() : otherwise.get();
  }
}
