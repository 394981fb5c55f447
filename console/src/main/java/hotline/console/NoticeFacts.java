package hotline.console;

import static hotline.console.Html.text;

import hotline.node.api.Crossing;
import hotline.node.api.Views;

/** What a screen says of a notice, line by line: of one that is declared, or will be. */
final class NoticeFacts {
  private NoticeFacts() {}

  static Html.Element of(Asked asked, Views.Notice notice) {
    Html.Element facts = Html.el("dl").cls("kv");
    Pieces.fact(facts, "Party", asked.tag(notice.party(), true));
    Pieces.fact(facts, "Category", Words.ltr(notice.category()));
    if (notice.label() != null && !notice.label().isEmpty()) {
      Pieces.fact(
          facts, "Call sign", Html.all(Words.said(notice.label()), text(" (stays in this node)")));
    }
    Pieces.fact(
        facts, "State", text(Words.plain(notice.state()) + ", version " + notice.version()));
    Pieces.fact(facts, "Levels", Words.ltr(notice.band().text()));
    Pieces.fact(facts, "From, to", Words.span(notice.start(), notice.end(), asked.now()));
    String starts = Words.starts(notice.start(), notice.end(), asked.now());
    Pieces.fact(
        facts, "Starts", notice.late() ? Signs.named("p3", starts + ": late") : text(starts));
    for (Views.Covered covered : notice.covered()) {
      String word = covered.covered() ? "covered" : "not covered";
      Pieces.fact(
          facts,
          Words.party(covered.party()) + "’s condition",
          Html.all(text(word + ": "), Words.said(covered.why())));
    }
    for (Crossing one : notice.crossings()) {
      Pieces.fact(
          facts,
          one.sort().equals("LINE") ? "Agreed line" : "Corridor",
          one.late()
              ? Html.all(Signs.named("p3", "late"), text(" "), Words.said(one.words()))
              : Words.said(one.words()));
    }
    Pieces.fact(
        facts,
        "May be handed on to",
        notice.release().isEmpty()
            ? text("nobody")
            : Words.ltrLong(String.join(", ", notice.release())));
    Pieces.fact(facts, "Known here", text(known(notice)));
    return facts;
  }

  private static String known(Views.Notice notice) {
    if (notice.own()) {
      return notice.volumes().size() + " exact volumes, ours";
    }
    return notice.volumes().isEmpty()
        ? notice.cellTokens().size() + " coarse cells; no exact volume was opened to us"
        : notice.volumes().size() + " exact volumes, opened to us because they meet ours";
  }
}
