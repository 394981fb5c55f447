package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;

/** Who holds a file for closed, and the forms to say so or to reopen it. */
final class ClosingPane {
  private final Asked asked;
  private final String action;
  private final boolean seats;

  /** Of an incident, or of a case, where one speaks from a seat. */
  ClosingPane(Asked asked, String action, boolean seats) {
    this.asked = asked;
    this.action = action;
    this.seats = seats;
  }

  Html pane(MatterViews.Closings closings) {
    String own = asked.line().party();
    boolean ours = closings.by().contains(own);
    Html.Element body = el("div", el("p", standing(closings)));
    if (!closings.said().isEmpty()) {
      Html.Element list = el("ul").cls("list");
      closings.said().forEach(each -> list.add(said(each)));
      body.add(list);
    }
    body.add(ours ? reopen() : close());
    return Frame.pane("cl", "Closing", closings.closed() ? "closed" : "open")
        .add(body.cls("body stack"));
  }

  private Html standing(MatterViews.Closings closings) {
    if (closings.closed()) {
      return Html.all(
          el("b", "Closed: every party has nothing left to say."),
          text(" Nothing can be said in it until one reopens it, with a reason."));
    }
    if (closings.by().isEmpty()) {
      return text("Open. It is closed when every party says so of it as it is.");
    }
    Html.Element by = el("span", "Open. Nothing left to say, as it is now: ");
    closings.by().forEach(party -> by.add(asked.tag(party, true), text(" ")));
    return by;
  }

  private Html said(MatterViews.Closing one) {
    String word = one.step().equals("REOPEN") ? "reopens it" : "has nothing left to say";
    Html.Element what = el("span", asked.tag(one.by().party(), true), text(" " + word));
    if (!one.words().isEmpty()) {
      what.add(text(": "), Words.said(one.words()));
    }
    return Pieces.item(text("–"), what.add(el("br"), Pieces.entered(asked, one.by())));
  }

  private Html close() {
    Asked typed = asked.in("close");
    return Pieces.fold(
        typed,
        "Close it for our part",
        Pieces.form(typed, "close", action + "/close")
            .add(
                Fields.line(typed, "words", "A note", Pieces.LINE_MAX),
                Motions.seatField(typed, seats),
                el("p", "It counts until anything more is said here.").cls("note"),
                Pieces.button("We have nothing left to say")));
  }

  private Html reopen() {
    Asked typed = asked.in("reopen");
    return Pieces.fold(
        typed,
        "Reopen it",
        Pieces.form(typed, "reopen", action + "/reopen")
            .add(
                Fields.required(typed, "words", "Why", Pieces.LINE_MAX),
                Motions.seatField(typed, seats),
                Pieces.button("Reopen")));
  }
}
