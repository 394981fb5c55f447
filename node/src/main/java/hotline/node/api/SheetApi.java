package hotline.node.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms being drafted: a sheet with every clause, what a filled one changes, and its proposal. */
public interface SheetApi {
  /**
   * The next terms, clause by clause, as they stand now: those in force; before the first, the
   * default figures and the parties whose files were exchanged in person.
   */
  Sheet termsSheet();

  /** What a filled sheet would change, or what cannot stand in it; nothing is said. */
  Filled fillTerms(Requests.Sheet sheet);

  /**
   * Proposes what a filled sheet says; this party signs it by that.
   *
   * @param lapses who signs later comes too late; as typed; null: no such time
   */
  Said proposeSheet(Requests.Sheet sheet, @Nullable String lapses);

  /**
   * A sheet.
   *
   * @param number of the terms that it drafts
   * @param after the hash of the terms in force; null: there are none
   */
  record Sheet(long number, @Nullable String after, List<Clause> clauses) {}

  /**
   * A clause of a sheet.
   *
   * @param name the same in every sheet: {@code reply-by}
   * @param number as everywhere: {@code 15.1}
   * @param what it says
   * @param form how values are written; empty where they show it
   * @param many whether it takes any number of values
   * @param values as they stand
   */
  record Clause(
      String name, String number, String what, String form, boolean many, List<String> values) {}

  /**
   * What a filled sheet comes to.
   *
   * @param hash of the terms that would be proposed; null if something cannot stand
   * @param changes against those in force; empty if something cannot stand
   * @param wrong what cannot stand, clause by clause
   */
  record Filled(
      @Nullable String hash, List<TermsViews.ClauseChange> changes, List<WrongClause> wrong) {}

  /**
   * A clause that cannot stand.
   *
   * @param number empty if the sheet has no clause of this name
   */
  record WrongClause(String name, String number, String sentence) {}
}
