package hotline.line.key;

import hotline.line.Ruling;

/** What is known of the officer's signature inside a statement, where the statement stands. */
public sealed interface OfficerWord {
  /** There is none: its node signed it alone. */
  record None() implements OfficerWord {}

  /** It holds. */
  record Signed(OfficerKey by, OfficerUse use) implements OfficerWord {}

  /** It does not hold: what is said is said by the node alone, if at all. */
  record Bad(Ruling.Refused why) implements OfficerWord {}
}
