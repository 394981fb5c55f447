package hotline.node.desk;

import hotline.line.Refusals;
import hotline.line.sheet.Filled;
import hotline.line.sheet.Sheet;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDefaults;
import hotline.node.Times;
import hotline.node.api.Requests;
import hotline.node.api.Said;
import hotline.node.api.SheetApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The next terms, clause by clause: as a sheet, looked at, and proposed. */
final class SheetDesk {
  /** Something to begin the talks with; the sheet shows it, and it is meant to be replaced. */
  private static final String CATEGORY = "transit";

  private final Core core;
  private final TermsDesk terms;

  SheetDesk(Core core, TermsDesk terms) {
    this.core = core;
    this.terms = terms;
  }

  SheetApi.Sheet sheet() {
    Optional<Terms> inForce = core.terms();
    Sheet sheet = of(inForce);
    return new SheetApi.Sheet(
        sheet.blank().number(),
        inForce.map(now -> now.hash().hex()).orElse(null),
        sheet.clauses().stream()
            .map(each ->
                new SheetApi.Clause(
                    each.name(),
                    each.number(),
                    each.what(),
                    each.form(),
                    each.many(),
                    each.values()))
            .toList());
  }

  private Sheet of(Optional<Terms> inForce) {
    return inForce
        .map(Sheet::next)
        .orElseGet(() ->
            Sheet.first(
                TermsDefaults.first(
                    core.keyring().host(),
                    core.genesis().parties().stream()
                        .flatMap(party -> core.keyring().party(party).stream())
                        .toList(),
                    List.of(CATEGORY),
                    List.of(),
                    List.of())));
  }

  SheetApi.Filled fill(Requests.Sheet request) {
    Optional<Terms> inForce = core.terms();
    String stale = stale(request, inForce);
    if (stale != null) {
      return new SheetApi.Filled(
          null, List.of(), List.of(new SheetApi.WrongClause("after", "", stale)));
    }
    return switch (filled(request, inForce)) {
      case Filled.Good(Terms drafted) ->
          new SheetApi.Filled(drafted.hash().hex(), TermsDesk.changes(inForce, drafted), List.of());
      case Filled.Bad(List<Filled.Wrong> wrong) ->
          new SheetApi.Filled(
              null,
              List.of(),
              wrong.stream()
                  .map(
                      each -> new SheetApi.WrongClause(each.name(), each.number(), each.sentence()))
                  .toList());
    };
  }

  private Filled filled(Requests.Sheet request, Optional<Terms> inForce) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    request.clauses().forEach(clause -> given.put(clause.name(), clause.values()));
    return of(inForce).fill(given, Times.micros(core.clock().instant()));
  }

  /** A sheet of other terms would silently undo what was agreed since. */
  private static @Nullable String stale(Requests.Sheet request, Optional<Terms> inForce) {
    String after = request.after();
    String now = inForce.map(each -> each.hash().hex()).orElse("");
    return after == null || after.equals(now)
        ? null
        : "This sheet was drafted from terms "
            + after
            + ", and those in force are "
            + (now.isEmpty() ? "none" : now)
            + ". Take a new sheet.";
  }

  Said propose(Requests.Sheet request, @Nullable String lapses) {
    Optional<Terms> inForce = core.terms();
    String stale = stale(request, inForce);
    if (stale != null) {
      return Said.refused("sheet-stale", stale);
    }
    return switch (filled(request, inForce)) {
      case Filled.Bad(List<Filled.Wrong> wrong) ->
          Voice.refused(Refusals.TERMS_INVALID, said(wrong));
      case Filled.Good(Terms drafted) -> {
        String seen = request.hash();
        yield seen == null || seen.equals(drafted.hash().hex())
            ? terms.propose(drafted.encode(), lapses)
            : Said.refused(
                "sheet-changed",
                "What would be proposed is not what you looked at. Look again, then propose it.");
      }
    };
  }

  private static String said(List<Filled.Wrong> wrong) {
    Filled.Wrong first = wrong.getFirst();
    String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
    return first.number() + " " + first.name() + ": " + first.sentence() + more;
  }
}
