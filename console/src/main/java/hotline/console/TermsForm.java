package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Pages;
import hotline.node.api.Requests;
import hotline.node.api.SheetApi;
import hotline.node.api.TermsViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The next terms, clause by clause: what stands, what is to stand, and what that changes in plain
 * words, before anything is signed.
 */
final class TermsForm {
  static final String PAGE = "/terms/draft";

  /** Under this and the name of a clause its field is sent. */
  private static final String FIELD = "c-";

  private static final int LINE_MAX = 200;
  private static final int AREA_MAX = 15_000;

  private final Asked asked;
  private final SheetApi.Sheet sheet;

  /** What was filled in comes to this; null: nothing was yet. */
  private final SheetApi.@Nullable Filled filled;

  /** Keys of the terms that stand together, with what they are about. */
  private enum Part {
    PARTIES("The host, the parties, their keys and posts", 6),
    DISTANCES("Distances, planning, what the record shows", 9),
    ACTIVITIES("Activities, zones, points, what passes, limits", 14),
    TIMES("Times", 15),
    PLACES("The area, lines and corridors", 17),
    CONSENT("Who decides, seats, languages, receipts", 21),
    OTHERS("Third parties, observers, witnesses", 24),
    END("What is kept, and from when the terms hold", Integer.MAX_VALUE);

    private final String title;
    private final int last;

    Part(String title, int last) {
      this.title = title;
      this.last = last;
    }

    static Part of(SheetApi.Clause clause) {
      String number = clause.number();
      int dot = number.indexOf('.');
      int key = Integer.parseInt(dot < 0 ? number : number.substring(0, dot));
      for (Part part : values()) {
        if (key <= part.last) {
          return part;
        }
      }
      return END;
    }
  }

  TermsForm(Asked asked) {
    this.asked = asked;
    this.sheet = asked.api().termsSheet();
    this.filled =
        asked.request().form().isEmpty() ? null : asked.api().fillTerms(read(asked.request()));
  }

  /** What was filled in, clause by clause. */
  static Requests.Sheet read(Pages.Request request) {
    List<Requests.SheetClause> clauses = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : request.form().entrySet()) {
      if (field.getKey().startsWith(FIELD)) {
        clauses.add(
            new Requests.SheetClause(
                field.getKey().substring(FIELD.length()),
                Actions.lines(String.join("\n", field.getValue()))));
      }
    }
    return new Requests.Sheet(
        Actions.orNull(request.field("after")), clauses, Actions.orNull(request.field("hash")));
  }

  Html main() {
    Html.Element left = el("div").cls("stack gap1 drafting");
    for (Part part : Part.values()) {
      Html.Element pane = Frame.pane("d-" + part.name().toLowerCase(Locale.ROOT), part.title, null);
      sheet.clauses().stream()
          .filter(clause -> Part.of(clause) == part)
          .forEach(clause -> pane.add(clause(clause)));
      left.add(pane);
    }
    Html.Element form =
        asked
            .form("/act/draft", Asked.hidden("after", sheet.after() == null ? "" : sheet.after()))
            .cls("page side")
            .add(left, el("div").cls("stack gap1").add(outcome(), how()));
    return el("main", form).id("main");
  }

  private Html clause(SheetApi.Clause clause) {
    Optional<SheetApi.WrongClause> wrong =
        filled == null
            ? Optional.empty()
            : filled.wrong().stream().filter(one -> one.name().equals(clause.name())).findFirst();
    String name = FIELD + clause.name();
    List<String> typed =
        asked.request().form().isEmpty()
            ? clause.values()
            : asked.request().form().getOrDefault(name, clause.values());
    Html.Element input =
        clause.many()
            ? el("textarea", String.join("\n", typed))
                .at("maxlength", Integer.toString(AREA_MAX))
                .at("rows", Integer.toString(Math.clamp(clause.values().size() + 1L, 2, 8)))
            : el("input")
                .at("value", String.join(" ", typed))
                .at("maxlength", Integer.toString(LINE_MAX));
    String hint = "f-" + clause.name();
    input
        .at("name", name)
        .at("dir", "auto")
        .at(!clause.form().isEmpty() || wrong.isPresent(), "aria-describedby", hint)
        .at(wrong.isPresent(), "aria-invalid", "true");
    Html.Element proposed = el("div", Fields.labelled("Then: " + clause.what(), input));
    wrong.ifPresent(one ->
        proposed.add(
            el("p", Signs.shape("p2"), text(" "), Words.said(one.sentence())).cls("v warn")));
    if (!clause.form().isEmpty() || wrong.isPresent()) {
      proposed.add(el("p", clause.form()).cls("note").id(hint));
    }
    return el(
            "article",
            el("h3", Words.ltr(clause.number()), el("br"), text(clause.what())),
            now(clause),
            proposed)
        .cls(wrong.isPresent() ? "clause p2" : "clause");
  }

  private static Html now(SheetApi.Clause clause) {
    Html.Element side = el("div", el("h4", "Now"));
    for (String value : clause.values()) {
      side.add(el("p", Words.said(value)).cls("wrap-ok"));
    }
    return clause.values().isEmpty() ? side.add(el("p", "none").cls("soft")) : side;
  }

  /**
   * What has been filled in, in the words of the terms; only what was looked at can be proposed.
   */
  private Html outcome() {
    Html.Element body = el("div").cls("body stack");
    if (filled == null) {
      body.add(el("p", "Change what is to change; what you leave stays as it is."));
    } else if (filled.hash() == null) {
      body.add(
          el(
                  "p",
                  filled.wrong().size() == 1
                      ? "One clause cannot stand."
                      : filled.wrong().size() + " clauses cannot stand.")
              .cls("headline"));
      Html.Element list = el("ul").cls("list clauses");
      for (SheetApi.WrongClause one : filled.wrong()) {
        Html what = el("span", el("b", one.name() + ": "), Words.said(one.sentence()));
        list.add(Pieces.item(Words.ltr(one.number()), what));
      }
      body.add(list);
    } else {
      body.add(changes(filled));
    }
    body.add(
        el("div").cls("row").add(Pieces.button("do", "look", "Show what changes")).add(propose()));
    return Frame.pane("do", "Terms " + sheet.number() + ", not proposed", asked.line().mode())
        .add(body);
  }

  private static Html changes(SheetApi.Filled filled) {
    Html.Element list = el("ul").cls("list clauses");
    for (TermsViews.ClauseChange change : filled.changes()) {
      WordDiff diff = WordDiff.of(said(change.before()), said(change.after()));
      Html.Element what = el("span", el("b", Words.said(change.what())));
      if (change.before() != null) {
        what.add(el("br"), el("span", "now ").cls("soft"), el("bdi", diff.before()));
      }
      what.add(
          el("br"),
          el("span", "then ").cls("soft"),
          change.after() == null ? text("left out") : el("bdi", diff.after()));
      list.add(Pieces.item(Words.ltr(change.number()), what));
    }
    String count =
        switch (filled.changes().size()) {
          case 0 -> "No clause changes.";
          case 1 -> "One clause changes.";
          default -> filled.changes().size() + " clauses change.";
        };
    return Html.all(el("p", count).cls("headline"), list);
  }

  private static String said(@Nullable String words) {
    return words == null ? "" : words;
  }

  private Html propose() {
    if (filled == null || filled.hash() == null) {
      return Html.none();
    }
    return Html.all(
        Asked.hidden("hash", filled.hash()),
        Fields.line(asked, "lapses", "Who signs after this comes too late", Pieces.TIME_MAX),
        Pieces.button("do", "propose", "Sign and propose terms " + sheet.number()));
  }

  private Html how() {
    Html.Element list = el("ul").cls("list");
    for (String words :
        List.of(
            "Lists have one value a line; an empty list is none.",
            "Quantities keep their unit: 5 NM, 1000 ft, 30 s, 10 min, 24 h, 366 days.",
            "Keys, the first terms, observers' and witnesses' keys are for root keys alone.",
            "Proposing signs them for "
                + Words.party(asked.line().party())
                + ". They can be withdrawn until every party has signed.")) {
      list.add(Pieces.item(words));
    }
    return Frame.pane("dh", "How to fill it in", null).add(el("div", list).cls("body"));
  }
}
