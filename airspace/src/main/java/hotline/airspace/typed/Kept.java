package hotline.airspace.typed;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value and the very text it was read from, kept together so that a doubt about the one can be
 * settled by the other.
 *
 * @param typed 1 to {@value Typed#LENGTH_MAX} characters (UTF-16 units), none of which is invisible
 *     or turns the direction of writing
 */
public record Kept<T>(T value, String typed) {
  /** Refuses a text that {@link #check} finds fault with. */
  public Kept {
    Optional<String> fault = check(typed);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /** Reads a text with {@code reader} and keeps it beside the value, if it is fit to be kept. */
  public static <T> Typed<Kept<T>> read(String typed, Function<String, Typed<T>> reader) {
    return check(typed)
        .<Typed<Kept<T>>>map(Typed.Wrong::new)
        .orElseGet(() -> reader.apply(typed).then(v -> new Typed.Value<>(new Kept<>(v, typed))));
  }

  /** What is wrong with a text to be kept, if anything. */
  public static Optional<String> check(String typed) {
    if (typed.isBlank() || typed.length() > Typed.LENGTH_MAX) {
      return Optional.of(
          "Type 1 to %d characters, not %d.".formatted(Typed.LENGTH_MAX, typed.strip().length()));
    }
    return typed
        .codePoints()
        .filter(Kept::isUnseen)
        .mapToObj(c -> "Type only characters that can be seen; U+%04X is not one.".formatted(c))
        .findFirst();
  }

  /** Controls, and formats, among which are all that turn the direction of writing. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
