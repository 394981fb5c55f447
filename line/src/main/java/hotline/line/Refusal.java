package hotline.line;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reason for which a line refuses a statement: a stable code, the sentence that a person is
 * shown, and when it applies. docs/rules.md is the list of all.
 *
 * <p>A sentence says what is wrong and what to do.
 */
public sealed interface Refusal permits Refusals, MatterRefusals {
  /** The code in outcomes, answers and logs: never changes, never means anything else. */
  String code();

  /** What it belongs to. */
  When when();

  /** The sentence; {@code %s} stands for what only the case knows. */
  String template();

  /** The sentence, with {@code …} where only a case can say more. */
  default String sentence() {
    return template().replace("%s", "…");
  }

  /** The sentence of one case. */
  default String sentence(Object... details) {
    return template().formatted(details);
  }

  /** Refuses, with as many details as the sentence asks for. */
  default Ruling.Refused refuse(Object... details) {
    return new Ruling.Refused(this, sentence(details));
  }

  /** How many details the sentence asks for. */
  default int details() {
    return (int) Arrays.stream(template().split("%s", -1)).count() - 1;
  }

  /** Every one, in the order of docs/rules.md. */
  static List<Refusal> all() {
    return Stream.<Refusal>concat(
            Arrays.stream(Refusals.values()), Arrays.stream(MatterRefusals.values()))
        .toList();
  }

  /** What a refusal belongs to. */
  enum When {
    /** Before it is ordered: not recorded, uses no number up. In a record: void. */
    ADMISSION("Before a statement is ordered: it is not recorded and uses nothing up"),
    EVERY("Every statement that is recorded"),
    TERMS("Terms"),
    KEYS("The keys of a party"),
    STATUS("Channel status and offers"),
    NOTICE("Notices"),
    MESSAGE("Messages and what is said of them"),
    WATCH("The watch"),
    BREACH("The breach ledger"),
    MATTER("Incidents and cases, and what the parties sign in them"),
    THIRD_PARTY("Third parties");

    private final String title;

    When(String title) {
      this.title = title;
    }

    /** As a heading. */
    public String title() {
      return title;
    }
  }
}
