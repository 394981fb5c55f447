package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TermsViews;
import java.util.List;
import java.util.Optional;

/**
 * The running and soon starting notices that lie outside of what the parties agree on, each with
 * every party's reason; and those that are inside again. Both sides see the same list.
 */
final class OutsidePanes {
  private static final int ROWS_MAX = 200;

  private final Asked asked;
  private final TermsViews.Outside outside;

  OutsidePanes(Asked asked) {
    this.asked = asked;
    this.outside = asked.view().outside();
  }

  /** What is outside now; nothing if nothing is. */
  Optional<Html> now() {
    if (outside.outside().isEmpty()) {
      return Optional.empty();
    }
    long all = outside.outside().size() + outside.more();
    String count = all == 1 ? "One notice" : all + " notices";
    return Optional.of(
        Frame.pane("ou", "Outside of what is agreed now", "the same at every node")
            .cls("pane wide p2")
            .add(
                el(
                        "div",
                        el(
                            "p",
                            Signs.named("p2", count),
                            text(
                                " running, or starting within two hours, that a party’s own word does"
                                    + " not allow. No notice ends by itself.")),
                        table(outside.outside(), "Why"),
                        more())
                    .cls("body stack")));
  }

  private Html more() {
    long more = outside.outside().size() + outside.more() - ROWS_MAX;
    return more <= 0 ? Html.none() : el("p", more + " more.").cls("note");
  }

  /** What the latest word brought back inside. */
  Optional<Html> again() {
    if (outside.again().isEmpty() || outside.since() == null) {
      return Optional.empty();
    }
    return Optional.of(
        Frame.pane("oa", "Inside again", "of what runs or starts soon")
            .cls("pane wide")
            .add(
                el(
                        "div",
                        el(
                            "p",
                            text("By the word that took effect at "),
                            Words.time(outside.since(), asked.now()),
                            text(":")),
                        table(outside.again(), "What stood against it"))
                    .cls("body stack")));
  }

  private Html table(List<TermsViews.OutsideNotice> notices, String why) {
    Html.Element head = el("tr");
    for (String column : List.of("Notice", "Of", "State", "From", "To", why)) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element body = el("tbody");
    notices.stream().limit(ROWS_MAX).forEach(one -> body.add(row(one)));
    return el("div", el("table", el("thead", head), body).cls("cards"))
        .cls("scroll")
        .at("tabindex", "0")
        .at("role", "group")
        .at("aria-label", why);
  }

  private Html row(TermsViews.OutsideNotice one) {
    Html.Element why = el("td").cls("full");
    for (TermsViews.OutsideReason reason : one.reasons()) {
      why.add(
          el(
              "p",
              asked.tag(reason.party(), true),
              text(" "),
              Words.said(reason.why()),
              text(" "),
              el("span", text("from "), Words.time(reason.effective(), asked.now()))
                  .cls("soft xs")));
    }
    String state = Words.plain(one.state()) + (one.running() ? ", runs" : ", starts soon");
    return el("tr")
        .add(
            el("th", el("a", Words.ltr(one.reference())).at("href", asked.notice(one.entity())))
                .at("scope", "row"))
        .add(el("td", asked.tag(one.party(), true)).at("data-k", "Of"))
        .add(el("td", state).at("data-k", "State"))
        .add(el("td", Words.time(one.start(), asked.now())).at("data-k", "From"))
        .add(el("td", Words.time(one.end(), asked.now())).at("data-k", "To"))
        .add(why);
  }
}
