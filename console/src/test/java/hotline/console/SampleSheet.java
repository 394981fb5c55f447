package hotline.console;

import hotline.node.api.Requests;
import hotline.node.api.SheetApi;
import hotline.node.api.TermsViews;
import java.util.ArrayList;
import java.util.List;

/** A sheet of terms with a clause of each sort, and what becomes of it when it is filled in. */
final class SampleSheet {
  private SampleSheet() {}

  static SheetApi.Sheet sheet() {
    return new SheetApi.Sheet(
        9,
        "af00",
        List.of(
            clause("host", "4", "The host", false, "north"),
            clause("reply-by", "15.1", "A question has its answer within", false, "1 min"),
            clause("zones", "11", "Zones", true, "east = East = 46 N 8 E; 46 N 9 E; 47 N 9 E"),
            clause("observers", "23", "Observers", true),
            clause("effective", "26", "In force from", false)));
  }

  private static SheetApi.Clause clause(
      String name, String number, String what, boolean many, String... values) {
    String form = many ? "one a line" : "";
    return new SheetApi.Clause(name, number, what, form, many, List.of(values));
  }

  /** “soon” is no time; whatever else is changed can stand. */
  static SheetApi.Filled filled(Requests.Sheet filled) {
    List<TermsViews.ClauseChange> changes = new ArrayList<>();
    List<SheetApi.WrongClause> wrong = new ArrayList<>();
    for (SheetApi.Clause clause : sheet().clauses()) {
      for (Requests.SheetClause given : filled.clauses()) {
        if (given.name().equals(clause.name()) && !given.values().equals(clause.values())) {
          if (given.values().contains("soon")) {
            wrong.add(
                new SheetApi.WrongClause(clause.name(), clause.number(), "Give a time: 30 s."));
          }
          changes.add(
              new TermsViews.ClauseChange(
                  clause.number(),
                  clause.what(),
                  String.join(" ", clause.values()),
                  String.join(" ", given.values())));
        }
      }
    }
    return wrong.isEmpty()
        ? new SheetApi.Filled("bead01", changes, wrong)
        : new SheetApi.Filled(null, List.of(), wrong);
  }
}
