package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;

/** The terms in force in plain words; proposals with what they change, to sign or to refuse. */
final class TermsPage {
  private final Asked asked;
  private final List<Views.Terms> terms;

  TermsPage(Asked asked) {
    this.asked = asked;
    this.terms = asked.view().terms();
  }

  Html main() {
    Html.Element main = el("main").cls("page side").id("main");
    Html.Element left = el("div").cls("stack gap1");
    Html.Element right = el("div").cls("stack gap1");
    for (Views.Terms one : terms) {
      if (inForce(one)) {
        left.add(force(one));
      } else {
        left.add(changes(one));
      }
      right.add(signatures(one));
    }
    if (terms.isEmpty()) {
      left.add(
          Frame.pane("t0", "No terms", null)
              .add(
                  el(
                          "div",
                          el(
                              "p",
                              "No terms are in force: nothing but STOP, DISTRESS, WARNING and line checks passes."))
                      .cls("body")));
    }
    return main.add(left, right);
  }

  private static boolean inForce(Views.Terms one) {
    return one.state().equalsIgnoreCase("IN_FORCE");
  }

  private Html force(Views.Terms one) {
    Html.Element list = el("ol").cls("list");
    int number = 1;
    for (String clause : one.clauses()) {
      list.add(
          el(
              "li",
              el("span", Integer.toString(number++)).cls("mark"),
              el("span", Words.said(clause)),
              el("span")));
    }
    return Frame.pane(
            "t-" + one.hash(), "Terms " + one.number() + ", in force", asked.line().mode())
        .add(el("div", list).cls("body"));
  }

  private Html changes(Views.Terms proposed) {
    List<String> before =
        terms.stream()
            .filter(TermsPage::inForce)
            .findFirst()
            .map(Views.Terms::clauses)
            .orElse(List.of());
    List<String> cut =
        before.stream().filter(clause -> !proposed.clauses().contains(clause)).toList();
    List<String> added =
        proposed.clauses().stream().filter(clause -> !before.contains(clause)).toList();
    String heading = "Terms " + proposed.number() + ", " + Words.plain(proposed.state());
    Html.Element pane = Frame.pane("t-" + proposed.hash(), heading, asked.line().mode());
    pane.add(
        el(
                "div",
                el("p", "Not in force until every party has signed the same bytes.")
                    .cls("headline"))
            .cls("body"));
    for (int i = 0; i < Math.max(cut.size(), added.size()); i++) {
      pane.add(
          el("article", el("h3", "Change " + (i + 1)))
              .cls("clause")
              .add(
                  el(
                      "div",
                      el("h4", "In force"),
                      i < cut.size()
                          ? el("p", el("del", Words.said(cut.get(i))))
                          : el("p", "nothing").cls("soft")),
                  el(
                      "div",
                      el("h4", "Proposed"),
                      i < added.size()
                          ? el("p", el("ins", Words.said(added.get(i))))
                          : el("p", "left out").cls("soft"))));
    }
    if (cut.isEmpty() && added.isEmpty()) {
      pane.add(
          el("p", "No clause differs in words; keys or epoch may. Compare the hash.")
              .cls("body soft"));
    }
    return pane;
  }

  private Html signatures(Views.Terms one) {
    Html.Element list = el("ul").cls("list");
    for (Views.PartyStatus party : asked.line().parties()) {
      boolean signed = one.signedBy().contains(party.party());
      list.add(
          el(
              "li",
              el("span", signed ? "■" : "□").cls("mark").at("aria-hidden", "true"),
              asked.tag(party.party(), true),
              el("span", signed ? "signed" : "not signed")));
    }
    Html.Element facts = el("dl").cls("kv");
    facts.add(el("dt", "Hash"), el("dd", Words.ltrLong(one.hash())).cls("code"));
    facts.add(
        el("dt", "Minima"),
        el(
            "dd",
            Words.ltr(
                Words.nauticalMiles(one.minimumHorizontalMm())
                    + " or "
                    + one.minimumVerticalFeet()
                    + " ft")));
    facts.add(el("dt", "Zones"), el("dd", Words.ltrLong(zones(one))));
    facts.add(el("dt", "Categories"), el("dd", Words.ltrLong(String.join(", ", one.categories()))));
    Html.Element body = el("div", list, facts).cls("body stack");
    boolean open = one.state().equalsIgnoreCase("PROPOSED");
    if (open && !asked.past() && !one.signedBy().contains(asked.line().party())) {
      body.add(choice(one));
    }
    return Frame.pane(
            "s-" + one.hash(), "Who has signed terms " + one.number(), Words.plain(one.state()))
        .add(body);
  }

  private static String zones(Views.Terms one) {
    return one.zones().isEmpty()
        ? "none"
        : String.join(
            ", ",
            one.zones().stream().map(zone -> zone.zone() + " (" + zone.title() + ")").toList());
  }

  private Html choice(Views.Terms one) {
    Html buttons =
        el(
                "div",
                el("button", "Sign terms " + one.number())
                    .cls("btn big")
                    .at("name", "verb")
                    .at("value", "sign"),
                el("button", "Refuse").cls("btn big").at("name", "verb").at("value", "refuse"))
            .cls("row");
    return asked
        .form(
            "/act/terms/" + one.hash(),
            el(
                "p",
                text("Compare the hash by voice before you sign. "),
                el("b", "Silence is not a signature.")),
            Fields.line(asked, "reason", "Reason for a refusal", 500),
            buttons)
        .cls("stack");
  }
}
