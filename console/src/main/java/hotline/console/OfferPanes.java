package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;
import java.util.Optional;

/** Offers to restore: all that are open, each with its answers; those that are over; a new one. */
final class OfferPanes {
  private static final int PAST_MAX = 12;

  private final Asked asked;
  private final List<Views.Offer> offers;

  OfferPanes(Asked asked) {
    this.asked = asked;
    this.offers = asked.view().offers();
  }

  /** One pane for every open offer; several can be open at once, and none hides another. */
  List<Html> open() {
    return offers.stream().filter(OfferPanes::isOpen).map(this::open).toList();
  }

  private static boolean isOpen(Views.Offer offer) {
    return offer.state().equalsIgnoreCase("OPEN");
  }

  private Html open(Views.Offer offer) {
    Html.Element facts = el("dl").cls("kv");
    Pieces.fact(facts, "Would restore", Conditions.scope(offer.scope()));
    Pieces.fact(facts, "On the condition", Conditions.words(offer.condition()));
    Pieces.fact(
        facts,
        "Lapses",
        Html.all(
            Words.time(offer.lapses(), asked.now()),
            text(" (" + Words.left(offer.lapses(), asked.now()) + ")")));
    if (offer.counters() != null) {
      Pieces.fact(facts, "Answers", countered(offer.counters()));
    }
    Html.Element what = el("div", el("p", Words.said(offer.words())).cls("headline"), facts);
    if (!offer.answers().isEmpty()) {
      what.add(el("p", text("So far"), answers(offer)));
    }
    String heading =
        (offer.counters() == null ? "Offer by " : "Counter-offer by ") + Words.party(offer.party());
    return Frame.pane("of-" + offer.id(), heading, Words.brief(offer.id()) + " · open")
        .cls("pane wide")
        .add(
            el("div", what.cls("stack"), asked.silent() ? Html.none() : verbs(offer))
                .cls("body page two gap4"));
  }

  private Html countered(String id) {
    Optional<Views.Offer> other = offers.stream().filter(one -> one.id().equals(id)).findFirst();
    return other
        .<Html>map(one ->
            Html.all(
                text("the offer by " + Words.party(one.party()) + " "),
                Words.ltr(Words.brief(id)),
                text(": "),
                Words.said(one.words())))
        .orElseGet(() -> Words.ltr(Words.brief(id)));
  }

  private Html verbs(Views.Offer offer) {
    Html.Element verbs =
        asked
            .form(
                "/act/offers/" + offer.id(),
                el(
                    "p",
                    text("Until someone signs an answer, nothing changes. "),
                    el("b", "Silence is not acceptance.")))
            .cls("stack");
    Html.Element buttons = el("div").cls("row");
    if (offer.own()) {
      return verbs.add(buttons.add(verb("withdraw", "Withdraw")));
    }
    buttons.add(verb("accept", "Accept"), verb("refuse", "Refuse"));
    verbs.add(Fields.line(asked, "reason", "Reason for a refusal", 500), buttons);
    Asked typed = asked.in("counter-" + offer.id());
    Html counter =
        Pieces.form(typed, "counter-" + offer.id(), "/act/offers")
            .add(Asked.hidden("counters", offer.id()), fields(typed))
            .add(el("p", "Theirs stays open beside ours.").cls("note"))
            .add(Pieces.button("Make the counter-offer"));
    return el("div", verbs, Pieces.fold(typed, "Counter-offer", counter)).cls("stack");
  }

  private static Html verb(String verb, String word) {
    return Pieces.button("verb", verb, word);
  }

  private static Html fields(Asked typed) {
    return Html.all(
        Fields.area(typed, "words", "What we offer, in words", 1_000, ""),
        Conditions.scopeFields(typed),
        Conditions.ruleFields(typed, "On the condition: only this activity (none: no condition)"),
        Fields.line(typed, "condition", "The condition in words", 1_000),
        Fields.preset(typed, "lapses", "Lapses after minutes", 6, "60"));
  }

  /** A new offer. */
  Html restore() {
    Asked typed = asked.in("offer");
    Html form =
        Pieces.form(typed, "offer", "/act/offers")
            .add(fields(typed), Pieces.button("Offer to restore"));
    return Frame.pane("fo", "Offer to restore", "nothing changes until the other side signs")
        .add(el("div", form).cls("body"));
  }

  Html past() {
    Html.Element list = el("ul").cls("list");
    offers.stream()
        .filter(offer -> !isOpen(offer))
        .limit(PAST_MAX)
        .forEach(offer ->
            list.add(
                el(
                    "li",
                    asked.tag(offer.party(), false),
                    el("span", Words.said(offer.words()), text(", "))
                        .add(Conditions.scope(offer.scope()), answers(offer)),
                    el("span", Words.plain(offer.state())).cls("soft"))));
    Html body = el("div", offers.stream().allMatch(OfferPanes::isOpen) ? none() : list).cls("body");
    return Frame.pane("po", "Earlier offers", null).cls("pane wide").add(body);
  }

  private static Html none() {
    return Pieces.nothing("None.");
  }

  private Html answers(Views.Offer offer) {
    Html.Element all = el("span").cls("soft");
    for (Views.Answer answer : offer.answers()) {
      all.add(text(" · " + Words.party(answer.party()) + ": " + Words.plain(answer.word()) + " "));
      if (answer.text() != null && !answer.text().isEmpty()) {
        all.add(Words.said(answer.text()), text(" "));
      }
      all.add(Words.time(answer.said(), asked.now()));
    }
    return all;
  }
}
