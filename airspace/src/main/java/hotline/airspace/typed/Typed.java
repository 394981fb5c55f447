package hotline.airspace.typed;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was made of a text that someone typed.
 *
 * @param <T> what was to be read
 */
public sealed interface Typed<T> {
  /** No text of these kinds is longer, in characters. */
  int LENGTH_MAX = 200;

  /** It was understood, in one way only. */
  record Value<T>(T value) implements Typed<T> {}

  /** It was not; the sentence says what to type instead. */
  record Wrong<T>(String sentence) implements Typed<T> {}

  /** The value, or nothing. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Value<T>(T value) -> Optional.of(value);
      case Wrong<T> _ -> Optional.empty();
    };
  }

  /** Goes on with the value; what is wrong stays wrong. */
  default <U> Typed<U> then(Function<T, Typed<U>> next) {
    return switch (this) {
      case Value<T>(T value) -> next.apply(value);
      case Wrong<T>(String sentence) -> new Wrong<>(sentence);
    };
  }

  /** Capital letters, plain blanks and plain marks, so that one pattern reads all habits. */
  static String plain(String text) {
    String cut = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX + 1) : text;
    return cut.toUpperCase(Locale.ROOT)
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ')
        .replace('\u2032', '\'')
        .replace('\u2019', '\'')
        .replace('\u2033', '"')
        .replace('\u201d', '"')
        .replace('\u2212', '-')
        .replace('\u00ba', '\u00b0')
        .strip();
  }
}
