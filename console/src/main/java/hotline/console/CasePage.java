package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.ArrayList;
import java.util.List;

/** One case: what is agreed first, what differs beside it, then the agenda and the minutes. */
final class CasePage {
  private final Asked asked;
  private final MatterViews.Case file;
  private final String action;
  private final Motions motions;

  CasePage(Asked asked, MatterViews.Case file) {
    this.asked = asked;
    this.file = file;
    this.action = "/act/cases/" + file.reference();
    this.motions = new Motions(asked, action, true);
  }

  Html main() {
    Html inside =
        el("div", head(), lists(), agenda())
            .cls("page side")
            .add(
                el("div", minutes(), handedOff()).cls("stack gap1"),
                el(
                        "div",
                        Pieces.forms(asked, forms()),
                        new Dues(asked, action).pane(file.dues()),
                        new ClosingPane(asked, action, true).pane(file.closings()))
                    .cls("stack gap1"));
    return el("main", GroupPage.apart(), inside).cls("apart").id("main");
  }

  private Html head() {
    Html.Element facts = el("dl").cls("kv kv4");
    Pieces.fact(facts, "Opened by", Pieces.by(asked, file.by()));
    Pieces.fact(facts, "From seat", Words.said(file.seat()));
    Html next =
        file.next() == null
            ? text("none set")
            : Html.all(Words.time(file.next(), asked.now()), text(", " + Words.date(file.next())));
    Pieces.fact(facts, "Next meeting", next);
    Html.Element refers = el("span");
    for (String one : file.refers()) {
      refers.add(
          one.startsWith("I-")
              ? el("a", Words.ltr(one)).at("href", asked.to("/incidents/" + one))
              : Words.ltr(Words.brief(one)));
      refers.add(" ");
    }
    Pieces.fact(facts, "About", file.refers().isEmpty() ? text("nothing named") : refers);
    return el(
            "section",
            el(
                "header",
                el("h2", Words.said(file.title())).id("ch"),
                el("span", asked.line().mode()).cls("soft xs")),
            el("div", facts).cls("body"))
        .cls("pane wide")
        .at("aria-labelledby", "ch");
  }

  private Html lists() {
    return el("div")
        .cls("page two wide")
        .add(
            Frame.pane("ca", "Agreed", file.agreed().size() + ", signed by all")
                .add(el("div", motions.list(file.agreed(), "Nothing is agreed yet.")).cls("body")),
            Frame.pane("cd", "Differing", file.differing().size() + ": open, vetoed, taken back")
                .add(el("div", motions.list(file.differing(), "Nothing differs.")).cls("body")));
  }

  private Html agenda() {
    Html.Element body = el("div").cls("stack");
    for (MatterViews.AgendaItem item : file.agenda()) {
      body.add(item(item));
    }
    return Frame.pane("cg", "Agenda", "each party’s position as it last gave it")
        .cls("pane wide")
        .add(body.cls("body stack"));
  }

  private Html item(MatterViews.AgendaItem item) {
    Html.Element positions = el("div").cls("page two positions");
    for (MatterViews.Position position : item.positions()) {
      positions.add(position(position));
    }
    String name = "position-" + item.number();
    Asked typed = asked.in(name);
    Html form =
        Pieces.form(typed, name, action + "/position")
            .add(
                Asked.hidden("item", Integer.toString(item.number())),
                Fields.area(typed, "words", "Our position", Pieces.WORDS_MAX, ""),
                Motions.seatField(typed, true),
                Pieces.button("Give our position"));
    return el(
            "article",
            el("h3", text(item.number() + ". "), Words.said(item.text())),
            positions,
            Pieces.fold(typed, "Our position on item " + item.number(), form))
        .cls("stack tight");
  }

  private Html position(MatterViews.Position position) {
    Html.Element words = el("div", el("p", asked.tag(position.party(), true)));
    if (position.words() == null) {
      words.add(Pieces.nothing("No position given. That says nothing."));
    } else {
      words.add(el("p", Words.said(position.words())));
    }
    if (position.by() != null) {
      words.add(el("p", Pieces.entered(asked, position.by()), seat(position)));
    }
    return words.cls(("msg " + asked.side(position.party())).strip());
  }

  private static Html seat(MatterViews.Position position) {
    return position.seat() == null
        ? Html.none()
        : el("span", text(" · seat "), Words.said(position.seat())).cls("soft xs");
  }

  private Html minutes() {
    return Frame.pane("cm", "Minutes", "newest first; agreed when all have signed")
        .add(el("div", motions.list(file.minutes(), "No minutes yet.")).cls("body"));
  }

  private Html handedOff() {
    Html body =
        file.handedOff().isEmpty()
            ? Pieces.nothing("None.")
            : GroupPage.list(asked, file.handedOff());
    return Frame.pane("ch2", "Messages that came in on the line", null)
        .add(el("div", body).cls("body"));
  }

  private Html forms() {
    return Frame.pane("cf", "Bring forward", "each becomes a signed entry")
        .add(el("div", propose(), write(), fact()).cls("body stack tight"));
  }

  private Html propose() {
    Asked typed = asked.in("propose");
    List<List<String>> before = new ArrayList<>();
    for (MatterViews.Motion one : file.differing()) {
      if (one.sort().equals("PROPOSAL")) {
        before.add(List.of(one.by().id(), one.words()));
      }
    }
    List<List<String>> terms =
        asked.view().terms().stream()
            .filter(one -> !one.state().equalsIgnoreCase("IN_FORCE"))
            .map(one -> List.of(one.hash(), "terms " + one.number()))
            .toList();
    Html form =
        Pieces.form(typed, "propose", action + "/propose")
            .add(
                Fields.area(typed, "words", "What we propose", Pieces.WORDS_MAX, ""),
                Pieces.select(typed, "narrows", "In place of", "a new proposal", before),
                Pieces.select(typed, "terms", "Terms it would bring", "none", terms),
                Motions.seatField(typed, true),
                Pieces.button("Propose"));
    return Pieces.fold(typed, "Propose", form);
  }

  private Html write() {
    Asked typed = asked.in("minutes");
    Html form =
        Pieces.form(typed, "minutes", action + "/minutes")
            .add(
                Fields.area(typed, "words", "Minutes: the words all are to sign", 4_000, ""),
                Fields.line(typed, "next", "Next meeting, UTC", Pieces.TIME_MAX),
                Motions.seatField(typed, true),
                Pieces.button("Write these minutes"));
    return Pieces.fold(typed, "Write minutes", form);
  }

  private Html fact() {
    Asked typed = asked.in("fact");
    Html form =
        Pieces.form(typed, "fact", action + "/fact")
            .add(
                Fields.area(typed, "words", "The words all are to sign", Pieces.WORDS_MAX, ""),
                Fields.line(typed, "refers", "What it rests on: ids", 1_000),
                Pieces.button("Propose a fact"));
    return Pieces.fold(typed, "Propose a fact", form);
  }
}
