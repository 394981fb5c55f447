package hotline.record.cbor;

import java.util.Optional;
import java.util.function.Function;

/** What hostile input came to: a value, or one sentence on what is wrong with it. */
public sealed interface Decoded<T> {
  /** It was well formed. */
  record Value<T>(T value) implements Decoded<T> {}

  /**
   * It was not.
   *
   * @param sentence where and what, for the engineer of whoever sent it
   */
  record Fault<T>(String sentence) implements Decoded<T> {}

  /** What {@code next} makes of the value; a fault stays as it is. */
  default <R> Decoded<R> then(Function<? super T, Decoded<R>> next) {
    return switch (this) {
      case Value<T>(T value) -> next.apply(value);
      case Fault<T>(String sentence) -> new Fault<>(sentence);
    };
  }

  /** The value, if there is one. */
  default Optional<T> toOptional() {
    return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** The sentence, if there is no value. */
  default Optional<String> fault() {
    return this instanceof Fault<T>(String sentence) ? Optional.of(sentence) : Optional.empty();
  }

  /**
   * The value of what was written by this program itself.
   *
   * @throws IllegalStateException with the sentence, if there is none
   */
  default T orElseThrow() {
    return switch (this) {
      case Value<T>(T value) -> value;
      case Fault<T>(String sentence) -> throw new IllegalStateException(sentence);
    };
  }
}
