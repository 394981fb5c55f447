package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.List;

/** What a party is to do by when, of an incident or a case, and the forms for it. */
final class Dues {
  private final Asked asked;
  private final String action;

  Dues(Asked asked, String action) {
    this.asked = asked;
    this.action = action;
  }

  Html pane(List<MatterViews.Due> dues) {
    Html.Element list = el("ul").cls("list");
    dues.forEach(due -> list.add(due(due)));
    Html.Element body =
        el("div", dues.isEmpty() ? Pieces.nothing("Nothing is due.") : list, form());
    return Frame.pane("du", "Due", "who, what, by when").add(body.cls("body stack"));
  }

  private Html due(MatterViews.Due due) {
    Html.Element what =
        el(
            "span",
            asked.tag(due.party(), true),
            text(" "),
            Words.said(due.words()),
            el("br"),
            el("span", "said by ").cls("soft xs"),
            Pieces.by(asked, due.by()));
    boolean open = due.done() == null;
    if (due.done() != null) {
      what.add(
          el("br"), el("b", "Done: "), Words.said(due.doneWords() == null ? "" : due.doneWords()));
      what.add(text(" "), Pieces.entered(asked, due.done()));
    } else if (due.party().equals(asked.line().party())) {
      what.add(done(due.by().id()));
    }
    Html when = Words.time(due.due(), asked.now());
    return el("li")
        .add(
            el("span", open ? "□" : "■").cls("mark").at("aria-hidden", "true"),
            what,
            el("span", due.overdue() ? Signs.named("p2", "overdue") : text("by"), text(" "), when));
  }

  private Html done(String id) {
    Asked typed = asked.in("done-" + id);
    return Pieces.fold(
        typed,
        "Say that it is done",
        Pieces.form(typed, "done-" + id, action + "/done")
            .add(
                Asked.hidden("item", id),
                Fields.line(typed, "words", "In words", Pieces.LINE_MAX),
                Pieces.button("It is done")));
  }

  private Html form() {
    Asked typed = asked.in("due");
    return Pieces.fold(
        typed,
        "Say what is due",
        Pieces.form(typed, "due", action + "/due")
            .add(
                Pieces.select(typed, "party", "Who", "choose a party", Pieces.parties(asked)),
                Fields.required(typed, "words", "Is to do what", Pieces.LINE_MAX),
                Fields.required(typed, "due", "By when, UTC", Pieces.TIME_MAX),
                Pieces.button("Record it")));
  }
}
