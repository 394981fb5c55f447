package hotline.line.sheet;

import hotline.line.terms.Terms;
import java.util.List;

/** What a filled-in sheet says. */
public sealed interface Filled {
  /** Terms, good in themselves. */
  record Good(Terms terms) implements Filled {}

  /** What cannot stand, in the order of the clauses; at least one. */
  record Bad(List<Wrong> wrong) implements Filled {
    /** Keeps its own copy. */
    public Bad {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * A clause that cannot stand.
   *
   * @param name of the clause; of one that is not on the sheet, as it was given
   * @param number empty if there is no such clause
   * @param sentence what to write instead
   */
  record Wrong(String name, String number, String sentence) {}
}
