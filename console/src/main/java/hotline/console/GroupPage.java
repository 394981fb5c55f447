package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.List;

/** The working group: its cases, and what was handed to it. Visibly apart from the safety line. */
final class GroupPage {
  private static final int ROWS_MAX = 200;

  private final Asked asked;

  GroupPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    Html inside =
        el(
                "div",
                el("div", list(), handedOff(asked.view().handedOff())).cls("stack gap1"),
                Pieces.forms(asked, open()))
            .cls("page side");
    return el("main", apart(), inside).cls("apart").id("main");
  }

  /** The words that stand over everything of the working group. */
  static Html apart() {
    return el(
            "p",
            el("b", "Working group: not the safety line."),
            text(" Nothing said here warns anyone or changes a notice; for that, use the line."))
        .cls("apart-words");
  }

  private Html list() {
    List<MatterViews.CaseLine> all = asked.view().cases();
    Html.Element head = el("tr");
    for (String column : List.of("Case", "Opened by", "What", "Agreed", "Open", "Next meeting")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element body = el("tbody");
    all.stream().limit(ROWS_MAX).forEach(one -> body.add(row(one)));
    Html.Element pane = Frame.pane("gl", "Cases", all.size() + ", newest first");
    return pane.add(
        all.isEmpty()
            ? el("div", Pieces.nothing("No case was opened.")).cls("body")
            : el("div", el("table", el("thead", head), body).cls("cards"))
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "gl"));
  }

  private Html row(MatterViews.CaseLine one) {
    Html next = one.next() == null ? text("none set") : Words.time(one.next(), asked.now());
    return el("tr")
        .add(
            el(
                    "th",
                    el("a", Words.ltr(one.reference()))
                        .at("href", asked.to("/group/" + one.reference())))
                .at("scope", "row"))
        .add(el("td", asked.tag(one.by().party(), true)))
        .add(el("td", Words.said(one.title())).cls("full"))
        .add(el("td", Integer.toString(one.agreed())).at("data-k", "Agreed"))
        .add(
            el(
                    "td",
                    text(Integer.toString(one.open())),
                    IncidentsPage.state(one.overdue(), one.closed()))
                .at("data-k", "Open"))
        .add(el("td", next).at("data-k", "Next meeting"));
  }

  private Html handedOff(List<MatterViews.HandedOff> some) {
    Html body = some.isEmpty() ? Pieces.nothing("No message waits for a case.") : list(asked, some);
    return Frame.pane("gh", "Came in on the line, belongs here", "without a case")
        .add(el("div", body).cls("body"));
  }

  /** Messages that came in on the wrong line. */
  static Html list(Asked asked, List<MatterViews.HandedOff> some) {
    Html.Element list = el("ul").cls("list");
    for (MatterViews.HandedOff one : some) {
      list.add(
          el(
              "li",
              el("span", "–").cls("mark"),
              el(
                  "span",
                  el("a", text("Message "), Words.ltr(Words.brief(one.message())))
                      .at("href", asked.message(one.message())),
                  text(": "),
                  Words.said(one.words())),
              el("span", Pieces.by(asked, one.by()))));
    }
    return list;
  }

  /** Hands a message that came in on the line to the working group. */
  static Html handOff(Asked asked, String message) {
    Asked typed = asked.in("hand-off");
    List<List<String>> files =
        asked.view().cases().stream()
            .map(one -> List.of(one.reference(), one.reference() + " " + one.title()))
            .toList();
    Html form =
        Pieces.form(typed, "hand-off", "/act/hand-off/" + message)
            .add(
                Pieces.select(typed, "file", "Case", "no case yet", files),
                Fields.line(typed, "words", "Why it belongs there", Pieces.LINE_MAX),
                Pieces.button("Hand it over"));
    return Frame.pane("mh", "Wrong line?", "the message itself stays where it is")
        .add(el("div", Pieces.fold(typed, "Hand it to the working group", form)).cls("body"));
  }

  private Html open() {
    Asked typed = asked.in("case");
    Html form =
        Pieces.form(typed, "case", "/act/cases")
            .add(
                Fields.required(typed, "title", "What it is about, in a line", Pieces.TITLE_MAX),
                Fields.area(typed, "agenda", "Agenda: one item a line", 4_000, ""),
                Fields.line(typed, "refers", "Incidents and notices it is about", 1_000),
                Motions.seatField(typed, true),
                Pieces.button("Open the case"));
    return Frame.pane("go", "Open a case", null).add(el("div", form).cls("body"));
  }
}
