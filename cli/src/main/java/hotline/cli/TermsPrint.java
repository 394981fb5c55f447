package hotline.cli;

import hotline.cli.print.Output;
import hotline.cli.print.Output.Tone;
import hotline.cli.print.Plain;
import hotline.cli.setup.SheetFile;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsText;
import hotline.node.api.SheetApi;
import hotline.node.api.TermsViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Terms as people read them: in the words of the clauses. */
final class TermsPrint {
  private TermsPrint() {}

  /**
   * Terms that nobody has proposed yet.
   *
   * @param clauses all of them, or only those that differ from the terms before
   */
  record Drafted(String hash, long number, List<String> clauses) {
    /** Of terms, after at most one other. */
    static Drafted of(Terms terms, List<Terms> before) {
      return new Drafted(
          terms.hash().hex(),
          terms.number(),
          before.isEmpty()
              ? TermsText.clauses(terms).stream().map(TermsText.Clause::toString).toList()
              : TermsText.diff(before.getFirst(), terms).stream()
                  .map(TermsText.Change::toString)
                  .toList());
    }
  }

  /** As a file has it, so that what is shown can be edited. */
  static void sheet(Output output, SheetApi.Sheet sheet) {
    SheetFile.write(sheet).lines().forEach(output::line);
  }

  static void filled(Output output, SheetApi.Filled filled) {
    for (SheetApi.WrongClause wrong : filled.wrong()) {
      String clause = (wrong.number() + " " + wrong.name()).strip();
      output.line(clause + ": " + wrong.sentence(), Tone.BAD);
    }
    if (filled.hash() != null) {
      output.line("terms " + filled.hash() + ", not proposed", Tone.HEADING);
      changes(output, filled.changes());
    }
  }

  static void drafted(Output output, Path out, Drafted drafted) {
    output.line("wrote " + out + ", terms " + drafted.hash(), Tone.HEADING);
    drafted.clauses().forEach(clause -> output.line("  " + clause));
  }

  static void all(Output output, List<TermsViews.Terms> all) {
    if (all.isEmpty()) {
      output.line("No terms are in force or proposed.");
    }
    Instant now = Instant.now();
    for (TermsViews.Terms terms : all) {
      heading(output, terms, now);
      terms.clauses().forEach(clause -> output.line("  " + clause));
    }
  }

  private static void heading(Output output, TermsViews.Terms terms, Instant now) {
    output.line(
        "terms " + terms.number() + ", " + Plain.words(terms.state()) + ", " + terms.hash(),
        Tone.HEADING);
    output.line(
        (terms.proposedBy() == null ? "" : "proposed by " + terms.proposedBy() + ", ")
            + "signed by "
            + Plain.list(terms.signedBy())
            + (terms.effective() == null ? "" : ", from " + Plain.time(terms.effective(), now))
            + (terms.lapses() == null ? "" : ", lapses " + Plain.time(terms.lapses(), now)));
  }

  static void ended(Output output, List<TermsViews.Terms> all) {
    if (all.isEmpty()) {
      output.line("Every proposal of terms came into force, or is open.");
    }
    Instant now = Instant.now();
    for (TermsViews.Terms terms : all) {
      heading(output, terms, now);
      TermsViews.Terms.End end = terms.end();
      if (end != null) {
        output.line(
            "  by "
                + end.by()
                + " at "
                + Plain.time(end.said(), now)
                + (end.scope().isEmpty() ? "" : ", of " + end.scope())
                + (end.reason().isEmpty() ? "" : ": " + end.reason()));
      }
    }
  }

  static void diff(Output output, TermsViews.TermsDiff diff) {
    output.line(
        "terms "
            + diff.hash()
            + (diff.against() == null ? ": the first" : ", against " + diff.against()),
        Tone.HEADING);
    changes(output, diff.changes());
  }

  private static void changes(Output output, List<TermsViews.ClauseChange> changes) {
    for (TermsViews.ClauseChange change : changes) {
      output.line(change.number() + " " + change.what());
      output.line("  now   " + (change.before() == null ? "(nothing)" : change.before()));
      output.line("  then  " + (change.after() == null ? "(left out)" : change.after()));
    }
    if (changes.isEmpty()) {
      output.line("No clause differs.");
    }
  }
}
