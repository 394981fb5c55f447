package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.List;

/** All incidents; opening one; what is claimed or sealed before there is any. */
final class IncidentsPage {
  private static final int ROWS_MAX = 200;

  private final Asked asked;

  IncidentsPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    return el(
            "main",
            el("div", list(), unattached()).cls("stack gap1"),
            Pieces.forms(asked, el("div", open(), before()).cls("stack gap1")))
        .cls("page side")
        .id("main");
  }

  private Html list() {
    List<MatterViews.IncidentLine> all = asked.view().incidents();
    Html.Element head = el("tr");
    for (String column :
        List.of("Ref", "Opened by", "What", "When it happened", "Entered", "So far")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element body = el("tbody");
    all.stream().limit(ROWS_MAX).forEach(one -> body.add(row(one)));
    Html table = el("table", el("thead", head), body).cls("cards");
    Html.Element pane = Frame.pane("il", "Incidents", all.size() + ", newest first");
    return pane.add(
        all.isEmpty()
            ? el("div", Pieces.nothing("No incident was opened.")).cls("body")
            : el("div", table)
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "il"));
  }

  private Html row(MatterViews.IncidentLine one) {
    return el("tr")
        .add(
            el(
                    "th",
                    el("a", Words.ltr(one.reference()))
                        .at("href", asked.to("/incidents/" + one.reference())))
                .at("scope", "row"))
        .add(el("td", asked.tag(one.by().party(), true)))
        .add(el("td", Words.said(one.title())).cls("full"))
        .add(el("td", Pieces.event(asked, one.from(), one.to())).at("data-k", "When it happened"))
        .add(el("td", Words.time(one.by().said(), asked.now())).at("data-k", "Entered"))
        .add(el("td", soFar(one)).at("data-k", "So far"));
  }

  private static Html soFar(MatterViews.IncidentLine one) {
    return Html.all(
        text(
            Words.count(one.exhibits(), "exhibit")
                + ", "
                + Words.count(one.facts(), "agreed fact")),
        state(one.overdue(), one.closed()));
  }

  /** What a list says of a file besides: closed, overdue. */
  static Html state(int overdue, boolean closed) {
    return Html.all(
        text(closed ? ", closed" : ""),
        overdue == 0 ? Html.none() : Html.all(text(", "), Signs.named("p3", overdue + " overdue")));
  }

  private Html unattached() {
    List<MatterViews.Exhibit> loose = asked.view().unattached();
    Html.Element list = el("ul").cls("list");
    for (MatterViews.Exhibit one : loose) {
      Html.Element what =
          el(
              "span",
              asked.tag(one.by().party(), true),
              text(" " + Words.plain(one.sort()) + ": "),
              Words.said(one.what()),
              text(" "),
              Pieces.entered(asked, one.by()));
      if (one.digest() != null) {
        what.add(el("br"), Words.ltrLong(one.digest()).cls("code wrap-ok"));
      }
      if (one.by().own()) {
        what.add(Motions.retract(asked, "/act/incidents", one.by().id()));
      }
      list.add(el("li", el("span", "–").cls("mark"), what, event(one)));
    }
    Html body = loose.isEmpty() ? Pieces.nothing("Nothing stands alone.") : list;
    return Frame.pane("iu", "Claimed or sealed beforehand", "belongs to no incident yet")
        .add(el("div", body).cls("body"));
  }

  private Html event(MatterViews.Exhibit one) {
    return one.from() == null || one.to() == null
        ? el("span")
        : Pieces.event(asked, one.from(), one.to());
  }

  private Html open() {
    Asked typed = asked.in("incident");
    Html form =
        Pieces.form(typed, "incident", "/act/incidents")
            .add(
                Fields.required(typed, "title", "What it is about, in a line", Pieces.TITLE_MAX),
                times(typed),
                Fields.line(typed, "position", "Near, e.g. N 47 30.0 E 008 20.0", Pieces.PLACE_MAX),
                el(
                        "div",
                        Fields.line(typed, "floor", "From level, e.g. FL100", 24),
                        Fields.line(typed, "ceiling", "To level", 24))
                    .cls("page two"),
                Fields.area(typed, "words", "Our version, in our words", Pieces.WORDS_MAX, ""),
                Fields.line(
                    typed, "refers", "Notices and messages it is about: references or ids", 1_000),
                el("p", "When it happened and when it is entered stay apart.").cls("note"),
                Pieces.button("Open the incident"));
    return Frame.pane("io", "Open an incident", "with our version of it")
        .add(el("div", form).cls("body"));
  }

  /** From when to when something happened. */
  static Html times(Asked typed) {
    return el(
            "div",
            Fields.required(typed, "from", "Happened from, UTC", Pieces.TIME_MAX),
            Fields.required(typed, "to", "Until, UTC", Pieces.TIME_MAX))
        .cls("page two");
  }

  /** A claim about the future can be lodged, and a thing sealed, before there is an incident. */
  private Html before() {
    Asked claim = asked.in("claim");
    Asked seal = asked.in("seal");
    Html body =
        el(
                "div",
                Pieces.fold(
                    claim,
                    "Lodge a claim, also of what is to come",
                    IncidentForms.claim(claim, "/act/incidents/claim", List.of())),
                Pieces.fold(
                    seal,
                    "Seal a thing by its digest",
                    IncidentForms.seal(seal, "/act/incidents/seal")))
            .cls("body stack");
    return Frame.pane("ib", "Beforehand", "attach it to an incident later").add(body);
  }
}
