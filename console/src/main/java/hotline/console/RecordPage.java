package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;

/** The record entry by entry, with outcomes; what the others have not seen; what was disclosed. */
final class RecordPage {
  private static final int ROWS = 40;
  private static final int DISCLOSURES = 20;

  private final Asked asked;
  private final long size;
  private final long from;

  RecordPage(Asked asked) {
    this.asked = asked;
    this.size = asked.line().record().size();
    String typed = asked.request().parameter("from");
    long wanted = typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : size - ROWS;
    this.from = Math.clamp(wanted, 0, Math.max(0, size - 1));
  }

  Html main() {
    return el(
            "main",
            entries(),
            el("div", troubles(), state(), outbox(), disclosures()).cls("stack gap1"))
        .cls("page side")
        .id("main");
  }

  private Html troubles() {
    List<Views.Trouble> troubles = asked.line().troubles();
    if (troubles.isEmpty()) {
      return el("div").id("troubles").at("data-live");
    }
    Html.Element list = el("ul").cls("list");
    for (Views.Trouble one : troubles) {
      list.add(
          el(
              "li",
              el("span", Signs.shape("p2")).cls("mark p2"),
              el("span", Words.said(one.sentence()), text(" "), Words.ltr(one.code())),
              Words.time(one.since(), asked.now())));
    }
    return Frame.pane("rt", "Troubles", "shown until they are over")
        .add(el("div", list).cls("body"))
        .id("troubles")
        .at("data-live");
  }

  private Html state() {
    Views.RecordState record = asked.line().record();
    Html.Element facts = el("dl").cls("kv");
    fact(facts, "Origin", Words.ltrLong(record.origin()));
    fact(
        facts,
        "Sequencer",
        text(Words.plain(record.sequencer()) + ", at " + Words.party(asked.line().host())));
    fact(facts, "Entries", text(Long.toString(record.size())));
    fact(facts, "Confirmed by all", text("the first " + record.confirmedSize()));
    fact(facts, "Root", Words.ltrLong(record.root()));
    fact(facts, "Outcomes", text(Long.toString(record.outcomesSize())));
    fact(facts, "Their root", Words.ltrLong(record.outcomesRoot()));
    Html.Element body = el("div", facts);
    body.add(
        el("p", "Check a copy with other people’s tools, or: ")
            .cls("note")
            .add(el("code", "hotline record verify")),
        el("p", el("a", "Keys of each party").at("href", KeysPage.ADDRESS)));
    return Frame.pane("rs", "State of the record", asked.line().mode())
        .add(body.cls("body stack"))
        .id("state")
        .at("data-live");
  }

  private static void fact(Html.Element list, String name, Html value) {
    list.add(el("dt", name), el("dd", value));
  }

  private Html entries() {
    List<Views.Entry> some = asked.api().entries(from, ROWS);
    Html.Element body = el("tbody");
    for (Views.Entry entry : some.reversed()) {
      body.add(row(entry));
    }
    Html.Element head = el("tr");
    for (String column :
        List.of("Entry", "Party", "Kind", "Signed", "Outcome", "Confirmed", "Statement")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html table = el("table", el("thead", head), body).cls("cards");
    Html.Element pages = el("div").cls("foot row");
    if (from > 0) {
      pages.add(step(Math.max(0, from - ROWS), "Earlier"));
    }
    if (from + ROWS < size) {
      pages.add(step(from + ROWS, "Later"));
    }
    String aside =
        some.isEmpty()
            ? "empty"
            : "entries " + from + " to " + (from + some.size() - 1) + " of " + size;
    return Frame.pane("re", "Entries, newest first", aside)
        .add(
            el("div", table)
                .cls("scroll")
                .id("entries")
                .at("data-live")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "re"))
        .add(pages);
  }

  private static Html step(long to, String word) {
    return el("a", word).cls("btn").at("href", "/record?from=" + to);
  }

  private Html row(Views.Entry entry) {
    boolean good = entry.verdict().equalsIgnoreCase("ACCEPTED");
    boolean evidence = entry.verdict().equalsIgnoreCase("VOID");
    Html outcome =
        good
            ? text("accepted")
            : Html.all(
                evidence ? Signs.named("p2", "void") : el("b", Words.plain(entry.verdict())),
                text(" "),
                Words.ltr(entry.code()),
                text(" "),
                el("span", entry.sentence()).cls("soft"));
    return el("tr")
        .cls(evidence ? "p2" : "")
        .add(el("th", Words.ltr(Long.toString(entry.index()))).at("scope", "row"))
        .add(el("td", asked.tag(entry.party(), true), SignedLine.brief(entry.by())))
        .add(el("td", Words.ltr(entry.kind())).at("data-k", "Kind"))
        .add(el("td", Words.time(entry.signed(), asked.now())).at("data-k", "Signed"))
        .add(el("td", outcome).at("data-k", "Outcome"))
        .add(el("td", entry.confirmed() ? "by all" : "not yet").at("data-k", "Confirmed"))
        .add(
            el(
                    "td",
                    Words.ltr(Words.brief(entry.id())),
                    text(
                        " · "
                            + entry.node()
                            + " "
                            + Words.plain(entry.lane())
                            + " "
                            + entry.sequence()))
                .cls("soft nw")
                .at("data-k", "Statement"));
  }

  private Html outbox() {
    Views.Outbox outbox = asked.line().outbox();
    Html.Element list = el("ul").cls("list");
    for (Views.Outbox.Waiting one : outbox.statements()) {
      list.add(
          el(
              "li",
              el("span", "–").cls("mark"),
              el("span", Words.ltr(one.kind()), text(" " + one.why())),
              Words.time(one.signed(), asked.now())));
    }
    if (outbox.waiting() == 0) {
      list.add(Pieces.item("nothing waits"));
    }
    return Frame.pane("ro", "What the others have not seen", outbox.waiting() + " in the outbox")
        .add(el("div", list).cls("body"))
        .id("outbox")
        .at("data-live");
  }

  private Html disclosures() {
    Html.Element list = el("ul").cls("list");
    List<Views.Disclosure> some = asked.api().disclosures(DISCLOSURES);
    for (Views.Disclosure one : some) {
      list.add(
          el(
              "li",
              asked.tag(one.peer(), false),
              el(
                  "span",
                  text(
                      Words.plain(one.direction())
                          + ": "
                          + one.opened()
                          + " opened, "
                          + one.withheld()
                          + " withheld, for "),
                  Words.ltrLong(one.onBehalfOf())),
              Words.time(one.at(), asked.now())));
    }
    if (some.isEmpty()) {
      list.add(Pieces.item("nothing was disclosed"));
    }
    return Frame.pane("rd", "Exact volumes disclosed", "both ends keep this list")
        .add(el("div", list).cls("body"))
        .id("disclosures")
        .at("data-live");
  }
}
