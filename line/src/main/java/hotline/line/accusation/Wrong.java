package hotline.line.accusation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be proved against a party. */
public enum Wrong {
  /** The host has signed two trees of which neither continues the other, of one size or of two. */
  TWO_HISTORIES("two-histories"),
  /** The host has promised a place in the record, and put something else there. */
  BROKEN_PROMISE("broken-promise"),
  /** The host has ordered what no party could have said. */
  FORGED_ENTRY("forged-entry"),
  /** The host has signed outcomes that the entries do not have. */
  WRONG_OUTCOMES("outcome-root"),
  /** A node has signed two statements with one number. */
  DOUBLE_USED("double-used");

  private final String word;

  Wrong(String word) {
    this.word = word;
  }

  /** Its stable name. */
  public String word() {
    return word;
  }

  /** Whether these, in rising order, are the parts that a proof of it has. */
  boolean hasParts(List<String> names) {
    return switch (this) {
      case TWO_HISTORIES ->
          names.equals(List.of("held", "shown"))
              || names.equals(List.of("held", "path", "root", "shown"));
      case BROKEN_PROMISE -> names.equals(List.of("entry", "promise", "proof"));
      case FORGED_ENTRY ->
          names.equals(List.of("entry", "proof"))
              || names.equals(List.of("before", "before-proof", "entry", "proof"));
      case WRONG_OUTCOMES -> names.equals(List.of("shown"));
      case DOUBLE_USED -> names.equals(List.of("first", "second"));
    };
  }

  /** By its name. */
  public static Optional<Wrong> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
