package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;

/** What each party says of the channel, side by side; what that means now; offers; the forms. */
final class StatusPage {
  private static final List<String> ALWAYS = List.of("STOP", "DISTRESS", "WARNING", "LINE-CHECK");

  /** What passes or not as the terms say; the first four lie somewhere, the others do not. */
  private static final List<String> BY_TERMS =
      List.of("NOTICE", "NOTICE-STATE", "CONFLICT", "DISPUTE", "QUERY", "TEXT");

  private static final int PLACED = 4;
  private static final List<String> ARRANGEMENT =
      List.of(
          "Ending a notice",
          "Answers to what was asked",
          "Status, offers and terms",
          "Breaches, incidents and the working group");

  private final Asked asked;
  private final OfferPanes offers;
  private final List<TermsViews.ChannelWord> words;

  StatusPage(Asked asked) {
    this.asked = asked;
    this.offers = new OfferPanes(asked);
    this.words = asked.view().channelWords();
  }

  Html main() {
    Html.Element main = el("main").cls("page two").id("main");
    asked.line().parties().forEach(party -> main.add(statement(party)));
    asked.view().contradictions().forEach(one -> main.add(contradiction(one)));
    OutsidePanes outside = new OutsidePanes(asked);
    outside.now().ifPresent(main::add);
    main.add(meaning());
    offers.open().forEach(main::add);
    if (!asked.silent()) {
      main.add(suspended() ? offers.restore() : suspend());
      main.add(suspended() ? suspend() : offers.restore());
    }
    outside.again().ifPresent(main::add);
    asked.view().reconciliation().ifPresent(one -> main.add(reconciliation(one)));
    return main.add(offers.past());
  }

  private boolean suspended() {
    return asked.line().parties().stream().anyMatch(party -> party.state().equals("SUSPENDED"))
        || words.stream().anyMatch(StatusPage::suspends);
  }

  private static boolean suspends(TermsViews.ChannelWord word) {
    return word.counts() && word.state().equals("SUSPENDED");
  }

  private Html statement(Views.PartyStatus party) {
    Html.Element facts = el("dl").cls("kv");
    Pieces.fact(facts, "From", from(party));
    Pieces.fact(facts, "Said", said(party));
    List<TermsViews.ChannelWord> parts =
        words.stream()
            .filter(word -> word.party().equals(party.party()))
            .filter(word -> !word.statementId().equals(party.statementId()))
            .toList();
    String whole = parts.isEmpty() ? "the whole line" : "the whole line, but for what stands below";
    Pieces.fact(facts, "Scope", text(whole));
    Pieces.fact(facts, "Condition", Conditions.words(party.condition()));
    Html.Element body = el("div", big(party.state()), facts);
    if (!party.words().isEmpty()) {
      body.add(el("blockquote", Words.said(party.words())));
    }
    parts.forEach(word -> body.add(word(word)));
    String id = "p-" + party.party();
    return el(
            "section",
            el(
                "header",
                el("h2", asked.tag(party.party(), true), text(" says")).id(id),
                el("span", proof(party)).cls("soft xs")),
            body.cls("body stack"))
        .cls(("pane stmt " + asked.side(party.party())).strip())
        .at("aria-labelledby", id);
  }

  private static Html big(String said) {
    boolean inForce = said.equals("IN_FORCE");
    return el("p", el("span").cls(lamp(said)), text(state(said)))
        .cls(inForce ? "big-state" : "big-state v warn");
  }

  private static String lamp(String state) {
    return switch (state) {
      case "IN_FORCE" -> "lamp";
      case "SUSPENDED" -> "lamp off";
      default -> "lamp unknown";
    };
  }

  private static String state(String state) {
    return switch (state) {
      case "IN_FORCE" -> "In force";
      case "SUSPENDED" -> "Suspended";
      default -> "Unknown";
    };
  }

  /** One word of a party, on a part of the line or for a time to come. */
  private Html word(TermsViews.ChannelWord word) {
    Html.Element facts = el("dl").cls("kv");
    Pieces.fact(facts, "Scope", Conditions.scope(word.scope()));
    Pieces.fact(
        facts,
        "From",
        Html.all(
            Words.time(word.effective(), asked.now()),
            text(word.effective().isAfter(asked.now()) ? ": not yet in effect" : "")));
    Pieces.fact(facts, "Said", Words.time(word.said(), asked.now()));
    if (word.condition() != null) {
      Pieces.fact(facts, "Condition", Conditions.words(word.condition()));
    }
    Html.Element all =
        el(
            "div",
            el("p", el("span").cls(lamp(word.state())), el("b", state(word.state()))).cls("row"),
            facts);
    if (!word.words().isEmpty()) {
      all.add(el("blockquote", Words.said(word.words())));
    }
    String proof = Words.brief(word.statementId()) + (word.confirmed() ? "" : " · not confirmed");
    return all.add(el("p", Words.ltr(proof)).cls("soft xs")).cls("part stack tight");
  }

  private Html proof(Views.PartyStatus party) {
    if (party.statementId() == null) {
      return text("no statement");
    }
    String confirmed = party.confirmed() ? "confirmed by all" : "recorded, not confirmed";
    return Html.all(
        Words.ltr(Words.brief(party.statementId())),
        text(" · signed · " + confirmed + " · " + asked.line().mode()));
  }

  private Html from(Views.PartyStatus party) {
    return party.effective() == null
        ? text("nothing said: unknown is not in force")
        : Words.time(party.effective(), asked.now());
  }

  private Html said(Views.PartyStatus party) {
    return party.said() == null ? text("–") : Words.time(party.said(), asked.now());
  }

  /** A party said otherwise than before of the same time: both texts, nothing is decided here. */
  private Html contradiction(TermsViews.Contradiction one) {
    Html until =
        one.to() == null ? text(" on") : Html.all(text(" to "), Words.time(one.to(), asked.now()));
    String id = "x-" + one.later().statementId();
    return Frame.pane(
            id, Words.party(one.party()) + " says otherwise than before", "both texts stand")
        .cls("pane wide p2")
        .add(
            el(
                    "div",
                    el(
                        "p",
                        Signs.named("p2", "Two words for one time:"),
                        text(" from "),
                        Words.time(one.from(), asked.now()),
                        until),
                    el("div", word(one.earlier()), word(one.later())).cls("page two"))
                .cls("body stack"));
  }

  private Html meaning() {
    List<String> survives =
        asked.view().terms().stream().limit(1).flatMap(in -> in.survives().stream()).toList();
    List<String> refused = new ArrayList<>(BY_TERMS);
    refused.removeAll(survives);
    List<String> works = new ArrayList<>(BY_TERMS);
    works.retainAll(survives);
    boolean whole =
        asked.line().parties().stream().anyMatch(party -> party.state().equals("SUSPENDED"));
    if (!whole && suspended()) {
      List<String> talk = BY_TERMS.subList(PLACED, BY_TERMS.size());
      refused.stream().filter(talk::contains).forEach(works::add);
      refused.removeAll(talk);
    }
    works.addAll(ARRANGEMENT);
    boolean now = suspended();
    return el("div")
        .cls("wide stack gap1")
        .add(where(whole))
        .add(
            el("div")
                .cls("page three")
                .add(
                    list(
                        "k1",
                        now ? "Refused now" : "Refused while suspended",
                        "the node says why",
                        refused),
                    list(
                        "k2",
                        now ? "Still works" : "Would still work",
                        "nobody is obliged to answer",
                        works),
                    list("k3", "Always works", "no statement can end it", ALWAYS)));
  }

  /** For what part of the line that holds which follows. */
  private Html where(boolean whole) {
    Html.Element body = el("div").cls("body stack tight");
    if (!suspended()) {
      body.add(el("p", "No party has suspended anything: what the terms allow passes."));
    } else if (whole) {
      body.add(
          el("p", "The whole line is suspended, but for what a party said of a part of it above."));
    } else {
      for (TermsViews.ChannelWord word : words) {
        if (suspends(word)) {
          body.add(
              el("p", asked.tag(word.party(), true), text(" has suspended "))
                  .add(Conditions.scope(word.scope()))
                  .add(": what lies wholly in it is refused; the rest passes."));
        }
      }
    }
    body.add(
        el(
                "p",
                "A party may suspend by its own signed statement, never before it is recorded."
                    + " It binds nobody to answer, and it never touches what always works.")
            .cls("note"));
    return Frame.pane("mn", "What this means now", "as every node reckons it").add(body);
  }

  private static Html list(String id, String heading, String aside, List<String> kinds) {
    Html.Element list = el("ul").cls("list");
    for (String kind : kinds) {
      Html mark =
          ALWAYS.contains(kind)
              ? Signs.shape(Signs.priority(kind))
              : text(id.equals("k1") ? "×" : "–");
      list.add(Pieces.item(mark, el("span", Words.ltrLong(kind))));
    }
    if (kinds.isEmpty()) {
      list.add(el("li", el("span"), el("span", "nothing"), el("span")));
    }
    return Frame.pane(id, heading, aside).add(el("div", list).cls("body"));
  }

  /** What was said while the channel was suspended: both sides go through it. */
  private Html reconciliation(TermsViews.Reconciliation one) {
    Html.Element list = el("ul").cls("list");
    for (Views.Entry entry : one.entries()) {
      list.add(
          el(
              "li",
              asked.tag(entry.party(), false),
              el("span", Words.ltr(entry.kind()), text(" "))
                  .add(text(Words.plain(entry.verdict())))
                  .add(el("span", " · entry " + entry.index()).cls("soft xs")),
              Words.time(entry.signed(), asked.now())));
    }
    Html more =
        one.more() == 0 ? Html.none() : el("p", one.more() + " more in the record.").cls("note");
    String until = one.restoredAt() == null ? " and lasts" : " to entry " + one.restoredAt();
    return Frame.pane("rc", "Said while it was suspended", "for both sides to go through")
        .cls("pane wide")
        .add(
            el(
                    "div",
                    el(
                        "p",
                        "Suspended by "
                            + Words.party(one.suspendedBy())
                            + " at entry "
                            + one.suspendedAt()
                            + until
                            + "."),
                    one.entries().isEmpty() ? Pieces.nothing("Nothing was said.") : list,
                    more,
                    el(
                        "p",
                        el("a", "See it in the record")
                            .cls("btn")
                            .at("href", "/record?from=" + one.suspendedAt())))
                .cls("body stack"));
  }

  private Html suspend() {
    Asked typed = asked.in("status");
    Html form =
        Pieces.form(typed, "status", "/act/status")
            .add(
                Fields.line(typed, "effective", "From, UTC; empty: now", 32),
                Conditions.scopeFields(typed),
                Fields.area(typed, "words", "Words, as they shall stand in the record", 1_000, ""),
                Conditions.ruleFields(typed, "Except: activity that stays allowed (none: nothing)"),
                Fields.line(typed, "condition", "The exception in words", 1_000),
                el(
                        "div",
                        Pieces.button("state", "SUSPENDED", "Suspend"),
                        Pieces.button("state", "IN_FORCE", "State: in force"))
                    .cls("row"));
    return Frame.pane("fs", "State our status", "binds us only; the other side’s stays as it is")
        .add(el("div", form).cls("body"));
  }
}
