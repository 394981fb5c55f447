package hotline.record.note;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading bytes that someone else wrote: a value, or the reason why there is none.
 *
 * @param <T> the value's type
 */
public sealed interface Parsed<T> {
  /** The bytes were exactly right. */
  record Good<T>(T value) implements Parsed<T> {}

  /**
   * The bytes were refused.
   *
   * @param code stable, for programs: {@code note.…}, {@code checkpoint.…}, {@code proof.…}
   * @param sentence for people: what is wrong
   */
  record Refused<T>(String code, String sentence) implements Parsed<T> {
    /** The same refusal, of another type. */
    public <U> Parsed<U> as() {
      return new Refused<>(code, sentence);
    }
  }

  /** A value. */
  static <T> Parsed<T> good(T value) {
    return new Good<>(value);
  }

  /** A refusal. */
  static <T> Parsed<T> refused(String code, String sentence) {
    return new Refused<>(code, sentence);
  }

  /** The value, or nothing. */
  default Optional<T> asOptional() {
    return switch (this) {
      case Good<T> good -> Optional.of(good.value());
      case Refused<T> _ -> Optional.empty();
    };
  }

  /** Goes on with the value; a refusal stays what it is. */
  default <U> Parsed<U> then(Function<T, Parsed<U>> next) {
    return switch (this) {
      case Good<T> good -> next.apply(good.value());
      case Refused<T> refused -> refused.as();
    };
  }

  /**
   * The value of bytes that are our own, such as settings or constants.
   *
   * @throws IllegalArgumentException with the refusal's sentence
   */
  default T orThrow() {
    return switch (this) {
      case Good<T> good -> good.value();
      case Refused<T> refused ->
          throw new IllegalArgumentException(refused.code() + ": " + refused.sentence());
    };
  }
}
