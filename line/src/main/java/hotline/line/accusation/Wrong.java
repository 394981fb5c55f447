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
  DOUBLE_USED("double-used"),
  /** A node has signed details of a notice that are not what the notice is committed to. */
  FALSE_DETAILS("false-details");

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
              || names.equals(List.of("before", "before-proof", "entry", "proof"))
              || names.equals(
                  List.of(
                      "entry",
                      "outcome",
                      "outcome-proof",
                      "proof",
                      "revocation",
                      "revocation-proof"));
      case WRONG_OUTCOMES -> names.equals(List.of("shown"));
      case DOUBLE_USED -> orEnrolled(names, List.of("first", "second"));
      case FALSE_DETAILS ->
          orEnrolled(
              names, List.of("answer", "notice", "notice-proof", "outcome", "outcome-proof"));
    };
  }

  /** A key that the terms do not name is shown by the word of its party's root key. */
  private static boolean orEnrolled(List<String> names, List<String> wanted) {
    return names.stream().filter(each -> !each.equals("enrolment")).toList().equals(wanted);
  }

  /** Whether only the host of a line can do it. */
  boolean isTheHosts() {
    return this != DOUBLE_USED && this != FALSE_DETAILS;
  }

  /** By its name. */
  public static Optional<Wrong> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
