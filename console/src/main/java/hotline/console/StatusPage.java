package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each party says of the channel, side by side; what still works; offers; the forms. */
final class StatusPage {
  static final int RULES_MAX = 4;
  private static final List<String> ALWAYS = List.of("STOP", "DISTRESS", "WARNING", "LINE-CHECK");
  private static final List<String> ARRANGEMENT =
      List.of("STATUS", "OFFER", "OFFER-ACCEPT", "OFFER-REFUSE", "OFFER-WITHDRAW");
  private static final List<String> REST =
      List.of("NOTICE", "NOTICE-STATE", "NOTICE-END", "CONFLICT", "DISPUTE", "QUERY", "TEXT");

  private final Asked asked;

  StatusPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    Html.Element main = el("main").cls("page two").id("main");
    asked.line().parties().forEach(party -> main.add(statement(party)));
    main.add(meaning());
    List<Views.Offer> offers = asked.view().offers();
    offers.stream()
        .filter(offer -> offer.state().equalsIgnoreCase("OPEN"))
        .forEach(offer -> main.add(open(offer)));
    if (!asked.past()) {
      main.add(suspended() ? restore() : suspend());
      main.add(suspended() ? suspend() : restore());
    }
    return main.add(past(offers));
  }

  private boolean suspended() {
    return asked.line().parties().stream().anyMatch(party -> party.state().equals("SUSPENDED"));
  }

  private Html statement(Views.PartyStatus party) {
    boolean inForce = party.state().equals("IN_FORCE");
    boolean off = party.state().equals("SUSPENDED");
    Html.Element state =
        el(
            "p",
            el("span").cls(inForce ? "lamp" : off ? "lamp off" : "lamp unknown"),
            text(inForce ? "In force" : off ? "Suspended" : "Unknown"));
    Html.Element facts = el("dl").cls("kv");
    facts.add(el("dt", "From"), el("dd", from(party)));
    facts.add(el("dt", "Said"), el("dd", said(party)));
    facts.add(el("dt", "Condition"), el("dd", condition(party.condition())));
    Html.Element body = el("div", state.cls(inForce ? "big-state" : "big-state v warn"), facts);
    if (!party.words().isEmpty()) {
      body.add(el("blockquote", Words.said(party.words())));
    }
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

  static Html condition(Views.@Nullable Condition condition) {
    if (condition == null) {
      return text("none");
    }
    Html.Element rules = el("ul");
    for (Views.Condition.Rule rule : condition.rules()) {
      String category = rule.category() == null ? "any category" : "category " + rule.category();
      String zone = rule.zone() == null ? "anywhere" : "in zone " + rule.zone();
      rules.add(el("li", text("only "), Words.ltr(category), text(" "), Words.ltr(zone)));
    }
    return el("div", el("blockquote", Words.said(condition.words())), rules);
  }

  private Html meaning() {
    List<String> survives =
        asked.view().terms().stream().limit(1).flatMap(in -> in.survives().stream()).toList();
    List<String> refused = new ArrayList<>(REST);
    refused.removeAll(survives);
    List<String> works = new ArrayList<>(REST);
    works.retainAll(survives);
    works.addAll(ARRANGEMENT);
    boolean now = suspended();
    return el("div")
        .cls("page three wide")
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
            list("k3", "Always works", "no statement can end it", ALWAYS));
  }

  private static Html list(String id, String heading, String aside, List<String> kinds) {
    Html.Element list = el("ul").cls("list");
    for (String kind : kinds) {
      Html mark =
          ALWAYS.contains(kind)
              ? Signs.shape(Signs.priority(kind))
              : text(id.equals("k1") ? "×" : "–");
      list.add(el("li", el("span", mark).cls("mark"), el("span", Words.ltr(kind)), el("span")));
    }
    if (kinds.isEmpty()) {
      list.add(el("li", el("span"), el("span", "nothing"), el("span")));
    }
    return Frame.pane(id, heading, aside).add(el("div", list).cls("body"));
  }

  private Html open(Views.Offer offer) {
    String lapses = Words.left(offer.lapses(), asked.now());
    Html.Element what =
        el("div", el("p", Words.said(offer.words())).cls("headline"), condition(offer.condition()));
    what.add(
        el(
            "p",
            text("Lapses "),
            Words.time(offer.lapses(), asked.now()),
            text(" (" + lapses + ")")));
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
      buttons.add(verb("withdraw", "Withdraw"));
    } else {
      buttons.add(verb("accept", "Accept"), verb("refuse", "Refuse"));
      verbs.add(Fields.line(asked, "reason", "Reason for a refusal", 500));
    }
    String heading = "Offer by " + Words.party(offer.party());
    return Frame.pane("of-" + offer.id(), heading, Words.brief(offer.id()) + " · open")
        .cls("pane wide")
        .add(
            el("div", what.cls("stack"), asked.past() ? Html.none() : verbs.add(buttons))
                .cls("body page two gap4"));
  }

  private static Html verb(String verb, String word) {
    return el("button", word).cls("btn big").at("name", "verb").at("value", verb);
  }

  private Html suspend() {
    Asked typed = asked.in("status");
    Html form =
        typed
            .form(
                "/act/status",
                Asked.hidden("form", "status"),
                Fields.line(typed, "effective", "From, UTC; empty: now", 32),
                Fields.area(typed, "words", "Words, as they shall stand in the record", 1_000, ""),
                rules(typed, "Except: activity that stays allowed (none: nothing)"),
                Fields.line(typed, "condition", "The exception in words", 1_000),
                el(
                        "div",
                        el("button", "Suspend")
                            .cls("btn big")
                            .at("name", "state")
                            .at("value", "SUSPENDED"),
                        el("button", "State: in force")
                            .cls("btn big")
                            .at("name", "state")
                            .at("value", "IN_FORCE"))
                    .cls("row"))
            .cls("stack");
    return Frame.pane("fs", "State our status", "binds us only; the other side’s stays as it is")
        .add(el("div", form).cls("body"));
  }

  private Html restore() {
    Asked typed = asked.in("offer");
    Html form =
        typed
            .form(
                "/act/offers",
                Asked.hidden("form", "offer"),
                Fields.area(typed, "words", "What we offer, in words", 1_000, ""),
                rules(typed, "On the condition: only this activity (none: no condition)"),
                Fields.line(typed, "condition", "The condition in words", 1_000),
                Fields.preset(typed, "lapses", "Lapses after minutes", 6, "60"),
                el("button", "Offer to restore").cls("btn big"))
            .cls("stack");
    return Frame.pane("fo", "Offer to restore", "nothing changes until the other side signs")
        .add(el("div", form).cls("body"));
  }

  private static Html rules(Asked typed, String legend) {
    List<String> categories = new ArrayList<>(List.of(""));
    List<String> zones = new ArrayList<>(List.of(""));
    typed.view().terms().stream()
        .limit(1)
        .forEach(in -> {
          categories.addAll(in.categories());
          in.zones().forEach(zone -> zones.add(zone.zone()));
        });
    Html.Element set = el("fieldset", el("legend", legend).cls("soft xs")).cls("stack tight");
    for (int i = 1; i <= RULES_MAX; i++) {
      set.add(
          el(
                  "div",
                  el("label")
                      .cls("field")
                      .add(
                          el("input")
                              .at("type", "checkbox")
                              .at("name", "rule" + i)
                              .at("value", "yes")
                              .at(!typed.typed("rule" + i).isEmpty(), "checked", ""))
                      .add(" rule " + i),
                  select(typed, "category" + i, "category, rule " + i, categories),
                  select(typed, "zone" + i, "zone, rule " + i, zones))
              .cls("row"));
    }
    return set;
  }

  private static Html select(Asked typed, String name, String label, List<String> values) {
    Html.Element select = el("select").at("name", name).at("aria-label", label);
    String what = name.startsWith("zone") ? "any zone" : "any category";
    for (String value : values) {
      select.add(
          el("option", value.isEmpty() ? what : value)
              .at("value", value)
              .at(value.equals(typed.typed(name)), "selected", ""));
    }
    return select;
  }

  private Html past(List<Views.Offer> offers) {
    Html.Element list = el("ul").cls("list");
    offers.stream()
        .filter(offer -> !offer.state().equalsIgnoreCase("OPEN"))
        .limit(12)
        .forEach(offer ->
            list.add(
                el(
                    "li",
                    asked.tag(offer.party(), false),
                    el("span", Words.said(offer.words()), answers(offer)),
                    el("span", Words.plain(offer.state())).cls("soft"))));
    Html body = el("div", list).cls("body");
    return Frame.pane("po", "Earlier offers", null).cls("pane wide").add(body);
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
