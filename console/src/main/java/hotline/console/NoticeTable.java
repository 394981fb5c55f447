package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the table that says what the map draws. */
final class NoticeTable {
  private static final List<String> COLUMNS =
      List.of("Ref", "Party", "What", "Levels", "UTC", "Starts", "Other side", "Mode");

  private NoticeTable() {}

  static Html head() {
    Html.Element row = el("tr");
    COLUMNS.forEach(column -> row.add(el("th", column).at("scope", "col")));
    return el("thead", row);
  }

  static Html conflict(Asked asked, Views.Conflict conflict) {
    boolean cleared = conflict.state().equals("CLEARED");
    String certainty = conflict.certainty().equals("POSSIBLE") ? "Possible conflict" : "Conflict";
    Html.Element what =
        el(
            "td",
            cleared ? el("span", "Cleared") : Signs.named("p2", certainty),
            text(" "),
            reference(conflict.ownReference()),
            text(" × "),
            reference(conflict.otherReference()),
            text(", "),
            Words.ltr(Words.closest(conflict)));
    if (conflict.place() != null) {
      what.add(text(" · "), Words.place(conflict.place()));
    }
    String other =
        switch (conflict.state()) {
          case "UNABLE" -> "UNABLE";
          case "CLEARED" -> "cleared";
          default ->
              conflict.toMove().equals(asked.line().party())
                  ? "yours to move"
                  : Words.party(conflict.toMove()) + " to move";
        };
    return el("tr")
        .cls(cleared ? "past" : "p2")
        .add(
            el("th", link(asked.notice(conflict.ownEntity()), conflict.reference()))
                .at("scope", "row"))
        .add(
            el(
                "td",
                asked.tag(asked.line().party(), false),
                text(" "),
                asked.tag(conflict.otherParty(), false)))
        .add(what.cls("full"))
        .add(cell("Levels", Words.ltr(conflict.overlapBand().text())))
        .add(cell("UTC", Words.span(conflict.overlapStart(), conflict.overlapEnd(), asked.now())))
        .add(cell("Starts", starts(asked, conflict)))
        .add(cell("Other side", text(other)))
        .add(mode(asked.line().mode()));
  }

  private static Html starts(Asked asked, Views.Conflict conflict) {
    return text(Words.starts(conflict.overlapStart(), conflict.overlapEnd(), asked.now()));
  }

  static Html notice(Asked asked, Views.Notice notice) {
    String name = notice.label() == null || notice.label().isEmpty() ? "" : notice.label();
    Html.Element what = el("td").cls("full");
    if (!name.isEmpty()) {
      what.add(Words.said(name), text(", "));
    }
    what.add(Words.ltr(notice.category()), text(" · v" + notice.version()));
    what.add(text(" · " + Words.plain(notice.state())));
    for (Views.Covered covered : notice.covered()) {
      String word = covered.covered() ? "covered" : "not covered";
      what.add(text(" · " + word + " by " + Words.party(covered.party()) + "’s condition"));
    }
    if (!notice.disputes().isEmpty()) {
      what.add(text(" · "), Signs.named("p2", "disputed"));
    }
    boolean over = notice.state().equals("ENDED") || !notice.end().isAfter(asked.now());
    boolean look = notice.late() && !over && notice.start().isAfter(asked.now());
    return el("tr")
        .cls(over ? "past" : look ? "p3" : "")
        .add(el("th", link(asked.notice(notice.entity()), notice.reference())).at("scope", "row"))
        .add(el("td", asked.tag(notice.party(), true)))
        .add(what)
        .add(cell("Levels", Words.ltr(notice.band().text())))
        .add(cell("UTC", Words.span(notice.start(), notice.end(), asked.now())))
        .add(cell("Starts", starts(asked, notice, look)))
        .add(cell("Other side", otherSide(asked, notice)))
        .add(mode(notice.mode()));
  }

  private static Html starts(Asked asked, Views.Notice notice, boolean look) {
    String when = Words.starts(notice.start(), notice.end(), asked.now());
    return look ? Signs.named("p3", when + ": late") : text(when);
  }

  /** How far the notice got with the others: the last state reached, with its time. */
  private static Html otherSide(Asked asked, Views.Notice notice) {
    if (!notice.own()) {
      return text(notice.conflicts() > 0 ? notice.conflicts() + " in conflict" : "–");
    }
    Views.Delivery delivery = notice.delivery();
    if (delivery.confirmed() != null) {
      return text("confirmed " + Words.minute(delivery.confirmed(), asked.now()));
    }
    if (delivery.recorded() != null) {
      return text("recorded, not confirmed");
    }
    return text("not seen: in the outbox");
  }

  private static Html reference(String reference) {
    return Words.ltr(reference);
  }

  private static Html link(String address, String words) {
    return el("a", Words.ltr(words)).at("href", address);
  }

  private static Html cell(String key, @Nullable Html content) {
    return el("td", content == null ? text("–") : content).cls("nw").at("data-k", key);
  }

  private static Html mode(String mode) {
    return el("td", mode).cls("m").at("data-k", "Mode");
  }
}
