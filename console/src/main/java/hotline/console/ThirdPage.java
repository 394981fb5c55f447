package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import java.util.List;
import java.util.Optional;

/** Who can reach whom outside the line, and what was handed on to them. */
final class ThirdPage {
  private static final int RELAYS_MAX = 100;
  private static final List<List<String>> STATES =
      List.of(
          List.of("HANDED_ON", "Handed on"),
          List.of("CONFIRMED", "They confirmed it"),
          List.of("COULD_NOT", "We could not"));

  private final Asked asked;
  private final List<MatterViews.ThirdParty> all;

  ThirdPage(Asked asked) {
    this.asked = asked;
    this.all = asked.view().thirdParties();
  }

  Html main() {
    return el(
            "main",
            el("div", reach(), relays(), guests()).cls("stack gap1"),
            Pieces.forms(asked, el("div", reachForm(), relayForm()).cls("stack gap1")))
        .cls("page side")
        .id("main");
  }

  private Html reach() {
    Html.Element head = el("tr", el("th", "Third party").at("scope", "col"));
    asked
        .line()
        .parties()
        .forEach(party -> head.add(el("th", Words.party(party.party())).at("scope", "col")));
    Html.Element body = el("tbody");
    for (MatterViews.ThirdParty third : all) {
      Html.Element row =
          el(
              "tr",
              el("th", Words.ltr(third.name()), text(" "), Words.said(third.title()))
                  .at("scope", "row"));
      asked.line().parties().forEach(party -> row.add(cell(third, party.party())));
      body.add(row);
    }
    Html.Element pane =
        Frame.pane("tr", "Who can be reached", "as each party says; nobody speaks for another");
    return pane.add(
        all.isEmpty()
            ? el("div", Pieces.nothing("The terms name no third party.")).cls("body")
            : el("div", el("table", el("thead", head), body).cls("cards plain")).cls("scroll"));
  }

  /** Observers and witnesses: they are let in and are no parties. */
  private Html guests() {
    Html.Element list = el("ul").cls("list");
    for (MatterViews.Guest one : asked.view().guests()) {
      boolean observer = one.role().equals("OBSERVER");
      list.add(
          el(
              "li",
              el("span", observer ? "○" : "◇").cls("mark").at("aria-hidden", "true"),
              el(
                  "span",
                  el("b", Words.ltr(one.name()), text(" "), Words.said(one.title())),
                  el("br"),
                  el("span", "key ").cls("soft"),
                  Words.ltr(one.key())),
              observer
                  ? el("span", "observes; does not speak")
                  : el("span", text("witness; "), cosigned(one))));
    }
    Html body =
        asked.view().guests().isEmpty()
            ? Pieces.nothing("The terms name no observer and no witness.")
            : list;
    return Frame.pane("tg", "Who else is let in", "they see or cosign; neither speaks")
        .add(el("div", body).cls("body"));
  }

  private Html cosigned(MatterViews.Guest witness) {
    if (asked.past()) {
      return text("holds digests and cosigns");
    }
    return witness.cosigned() == null
        ? el("b", "no cosignature known here").cls("v warn")
        : Html.all(text("cosigned to "), Words.ltr("entry " + witness.cosigned()));
  }

  private Html cell(MatterViews.ThirdParty third, String party) {
    Optional<MatterViews.Reach> said =
        third.reach().stream().filter(one -> one.party().equals(party)).findFirst();
    Html.Element cell = el("td").at("data-k", Words.party(party));
    if (said.isEmpty()) {
      return cell.add(el("span", "has not said").cls("soft"));
    }
    MatterViews.Reach one = said.get();
    cell.add(
        switch (one.word()) {
          case "CAN" -> el("b", "can reach them");
          case "CANNOT" -> el("b", "cannot reach them").cls("v warn");
          default -> el("span", "has not said").cls("soft");
        });
    if (!one.words().isEmpty()) {
      cell.add(text(": "), Words.said(one.words()));
    }
    return one.by() == null ? cell : cell.add(el("br"), Pieces.entered(asked, one.by()));
  }

  private Html relays() {
    List<MatterViews.Relay> some = asked.view().relays(RELAYS_MAX);
    Html.Element head = el("tr");
    for (String column : List.of("What", "By", "To", "What became of it", "Entered")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html.Element body = el("tbody");
    some.forEach(one -> body.add(relay(one)));
    Html.Element pane = Frame.pane("tl", "Handed on", "newest first");
    return pane.add(
        some.isEmpty()
            ? el("div", Pieces.nothing("Nothing was handed on.")).cls("body")
            : el("div", el("table", el("thead", head), body).cls("cards"))
                .cls("scroll")
                .at("tabindex", "0")
                .at("role", "group")
                .at("aria-labelledby", "tl"));
  }

  private Html relay(MatterViews.Relay one) {
    Html what =
        one.notice()
            ? el("a", Words.ltr(one.what())).at("href", "/notices/" + one.what())
            : el("a", text("message "), Words.ltr(Words.brief(one.what())))
                .at("href", "/messages/" + one.what());
    Html state =
        switch (one.state()) {
          case "CONFIRMED" -> el("b", "they confirmed it");
          case "COULD_NOT" -> el("b", "could not be handed on").cls("v warn");
          default -> el("span", "handed on, not confirmed");
        };
    Html.Element became = el("td", state);
    if (!one.words().isEmpty()) {
      became.add(text(": "), Words.said(one.words()));
    }
    return el("tr")
        .add(el("th", what).at("scope", "row"))
        .add(el("td", asked.tag(one.by().party(), true)))
        .add(el("td", Words.ltr(one.to())).at("data-k", "To"))
        .add(became.cls("full"))
        .add(el("td", Pieces.entered(asked, one.by())).at("data-k", "Entered"));
  }

  private List<List<String>> names() {
    return all.stream().map(one -> List.of(one.name(), one.name() + " " + one.title())).toList();
  }

  private Html reachForm() {
    Asked typed = asked.in("reach");
    Html form =
        Pieces.form(typed, "reach", "/act/third/reach")
            .add(
                Pieces.select(typed, "third", "Third party", "choose one", names()),
                Fields.line(typed, "words", "How, or why not", Pieces.LINE_MAX),
                el(
                        "div",
                        Pieces.button("can", "yes", "We can reach them"),
                        Pieces.button("can", "no", "We cannot reach them"))
                    .cls("row"));
    return Frame.pane("tf", "Say whether we can reach them", null).add(el("div", form).cls("body"));
  }

  private Html relayForm() {
    Asked typed = asked.in("relay");
    Html form =
        Pieces.form(typed, "relay", "/act/third/relay")
            .add(
                Fields.line(typed, "notice", "A notice that its party released, e.g. N-2A3B4", 40),
                Fields.line(typed, "message", "or a message: its id", 64),
                Pieces.select(typed, "to", "To", "choose one", names()),
                Pieces.choice(typed, "state", "What became of it", STATES),
                Fields.line(typed, "words", "In words", Pieces.LINE_MAX),
                Pieces.button("Tick it off"));
    return Frame.pane("ty", "Tick off what was handed on", "its sender sees it")
        .add(el("div", form).cls("body"));
  }
}
