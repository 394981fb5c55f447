package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms in force in plain words; proposals with what they change; those that came to nothing.
 */
final class TermsPage {
  private static final int ENDED_MAX = 20;

  private final Asked asked;
  private final List<TermsViews.Terms> terms;

  TermsPage(Asked asked) {
    this.asked = asked;
    this.terms = asked.view().terms();
  }

  Html main() {
    Html.Element left = el("div").cls("stack gap1");
    Html.Element right = el("div").cls("stack gap1");
    for (TermsViews.Terms one : terms) {
      if (!inForce(one)) {
        left.add(changes(one));
        right.add(signatures(one));
      }
    }
    for (TermsViews.Terms one : terms) {
      if (inForce(one)) {
        left.add(force(one));
        right.add(signatures(one));
      }
    }
    if (terms.isEmpty()) {
      left.add(none());
    }
    right.add(ended());
    if (!asked.silent()) {
      right.add(propose());
    }
    return el("main", left, right).cls("page side").id("main");
  }

  private static Html none() {
    String words =
        "No terms are in force: nothing but STOP, DISTRESS, WARNING and line checks passes.";
    return Frame.pane("t0", "No terms", null).add(el("div", el("p", words)).cls("body"));
  }

  private static boolean inForce(TermsViews.Terms one) {
    return one.state().equalsIgnoreCase("IN_FORCE");
  }

  private Html force(TermsViews.Terms one) {
    Html.Element list = el("ul").cls("list clauses");
    for (String clause : one.clauses()) {
      int space = clause.indexOf(' ');
      list.add(
          Pieces.item(
              text(clause.substring(0, Math.max(0, space))),
              el("span", Words.said(clause.substring(space + 1)))));
    }
    return Frame.pane(
            "t-" + one.hash(), "Terms " + one.number() + ", in force", asked.line().mode())
        .add(el("div", list).cls("body"));
  }

  private Html changes(TermsViews.Terms proposed) {
    Optional<TermsViews.TermsDiff> diff = asked.view().termsDiff(proposed.hash());
    List<TermsViews.ClauseChange> changes =
        diff.map(TermsViews.TermsDiff::changes).orElse(List.of());
    String by = proposed.proposedBy() == null ? "" : " by " + Words.party(proposed.proposedBy());
    String heading = "Terms " + proposed.number() + ", " + Words.plain(proposed.state()) + by;
    Html.Element pane = Frame.pane("t-" + proposed.hash(), heading, asked.line().mode());
    boolean agreed = proposed.state().equals("AGREED");
    String standing =
        agreed
            ? "All have signed; in force from the time below."
            : "Not in force until every party has signed the same bytes.";
    String count =
        changes.size() == 1 ? "One clause changes." : changes.size() + " clauses change.";
    pane.add(
        el("div", el("p", (diff.isEmpty() ? "" : count + " ") + standing).cls("headline"))
            .cls("body"));
    changes.forEach(change -> pane.add(change(change)));
    if (changes.isEmpty()) {
      pane.add(
          el("p", "No clause differs in words; keys or epoch may. Compare the hash.")
              .cls("body soft"));
    }
    return pane.add(
        el(
                "p",
                "These words are drawn from the bytes that are signed; where they part, the bytes"
                    + " count.")
            .cls("foot note"));
  }

  private static Html change(TermsViews.ClauseChange change) {
    WordDiff diff =
        WordDiff.of(
            change.before() == null ? "" : change.before(),
            change.after() == null ? "" : change.after());
    return el(
            "article",
            el("h3", text(change.number() + " "), Words.said(change.what())),
            side("In force", change.before(), diff.before(), "nothing: it is new"),
            side("Proposed", change.after(), diff.after(), "nothing: it is left out"))
        .cls("clause");
  }

  private static Html side(String heading, @Nullable String words, Html shown, String none) {
    return el(
        "div",
        el("h4", heading),
        words == null
            ? el("p", none).cls("soft")
            : el("p", el("bdi", shown).cls("wrap-ok said").at("dir", "auto")));
  }

  private Html signatures(TermsViews.Terms one) {
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
    Pieces.fact(facts, "Hash", Words.ltrLong(one.hash()).cls("code wrap-ok"));
    if (one.effective() != null) {
      Pieces.fact(facts, "In force from", moment(one.effective()));
    }
    if (one.lapses() != null) {
      Pieces.fact(facts, "Lapses", Html.all(moment(one.lapses()), text(" unless all have signed")));
    }
    Pieces.fact(
        facts,
        "Minima",
        Words.ltr(
            Words.nauticalMiles(one.minimumHorizontalMm())
                + " or "
                + one.minimumVerticalFeet()
                + " ft"));
    Pieces.fact(facts, "Zones", Words.ltrLong(zones(one)));
    Pieces.fact(facts, "Categories", Words.ltrLong(String.join(", ", one.categories())));
    Html.Element body = el("div", list, facts).cls("body stack");
    if (!asked.silent() && !inForce(one)) {
      body.add(choice(one));
    }
    return Frame.pane(
            "s-" + one.hash(), "Who has signed terms " + one.number(), Words.plain(one.state()))
        .add(body);
  }

  private Html moment(java.time.Instant at) {
    return Html.all(Words.time(at, asked.now()), text(", " + Words.date(at)));
  }

  private static String zones(TermsViews.Terms one) {
    return one.zones().isEmpty()
        ? "none"
        : String.join(
            ", ",
            one.zones().stream().map(zone -> zone.zone() + " (" + zone.title() + ")").toList());
  }

  private Html choice(TermsViews.Terms one) {
    Html.Element all = el("div").cls("stack tight");
    boolean signed = one.signedBy().contains(asked.line().party());
    if (!signed) {
      all.add(sign(one), refuse(one));
    }
    if (asked.line().party().equals(one.proposedBy())) {
      all.add(withdraw(one));
    }
    return all;
  }

  private Html sign(TermsViews.Terms one) {
    return asked
        .form(
            "/act/terms/" + one.hash(),
            el(
                "p",
                text("Compare the hash by voice before you sign. "),
                el("b", "Silence is not a signature.")),
            Pieces.button("verb", "sign", "Sign terms " + one.number()))
        .cls("stack");
  }

  private Html refuse(TermsViews.Terms one) {
    Asked typed = asked.in("refuse-" + one.hash());
    Html form =
        Pieces.form(typed, "refuse-" + one.hash(), "/act/terms/" + one.hash())
            .add(
                Fields.required(typed, "scope", "What in them we refuse", Pieces.LINE_MAX),
                Fields.area(typed, "reason", "Why", Pieces.LINE_MAX, ""),
                el("p", "A refusal ends the whole proposal; it stays on record with both.")
                    .cls("note"),
                Pieces.button("verb", "refuse", "Refuse terms " + one.number()));
    return Pieces.fold(typed, "Refuse", form);
  }

  private Html withdraw(TermsViews.Terms one) {
    Asked typed = asked.in("withdraw-" + one.hash());
    Html form =
        Pieces.form(typed, "withdraw-" + one.hash(), "/act/terms/" + one.hash())
            .add(
                Fields.line(typed, "reason", "Why", Pieces.LINE_MAX),
                Pieces.button("verb", "withdraw", "Withdraw terms " + one.number()));
    return Pieces.fold(typed, "Withdraw", form);
  }

  /** Drafted here, or from a file that was drafted and compared elsewhere, in peace. */
  private Html propose() {
    Asked typed = asked.in("propose");
    Html.Element form =
        Pieces.form(typed, "propose", "/act/proposal")
            .at("enctype", "multipart/form-data")
            .add(
                el("p", "The canonical bytes, as ")
                    .add(el("code", "hotline terms change"), text(" writes them.")),
                Fields.labelled(
                    "The file of drafted terms",
                    el("input").at("type", "file").at("name", "file").at("required")),
                Fields.line(typed, "lapses", "Who signs after this comes too late", 40),
                el("p", "Proposing signs them for " + asked.line().party() + ". ")
                    .cls("note")
                    .add("They can be withdrawn until every party has signed."),
                Pieces.button("Sign and propose"));
    return Frame.pane("tp", "Propose other terms", null)
        .add(
            el(
                    "div",
                    el(
                        "p",
                        el("a", "Draft the next terms, clause by clause")
                            .at("href", TermsForm.PAGE)),
                    Pieces.fold(typed, "From a file", form))
                .cls("body stack"));
  }

  /** Proposals that came to nothing stay to be seen, with who ended them and why. */
  private Html ended() {
    List<TermsViews.Terms> some = asked.view().endedTerms();
    Html.Element list = el("ul").cls("list");
    for (TermsViews.Terms one : some.stream().limit(ENDED_MAX).toList()) {
      boolean vetoed = one.state().equals("REFUSED");
      Html.Element what =
          el("span", el("b", "Terms " + one.number() + " "), text(Words.plain(one.state())));
      TermsViews.Terms.End end = one.end();
      if (end != null) {
        what.add(text(" by "), asked.tag(end.by(), true));
        what.add(
            end.scope().isEmpty()
                ? Html.none()
                : Html.all(text(" over "), Words.said(end.scope())));
        what.add(end.reason().isEmpty() ? Html.none() : el("blockquote", Words.said(end.reason())));
      }
      list.add(
          el("li")
              .add(
                  el("span", vetoed ? Signs.shape("p2") : text("–"))
                      .cls(vetoed ? "mark p2" : "mark"),
                  what,
                  end == null ? el("span") : Words.time(end.said(), asked.now())));
    }
    Html body = some.isEmpty() ? Pieces.nothing("None.") : list;
    return Frame.pane("te", "Proposals that came to nothing", "newest first")
        .add(el("div", body).cls("body"));
  }
}
