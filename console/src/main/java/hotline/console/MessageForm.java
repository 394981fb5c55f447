package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;

/** A new message of any kind; only its kind is asked for. */
final class MessageForm {
  static final List<String> KINDS =
      List.of("STOP", "DISTRESS", "WARNING", "QUERY", "LINE-CHECK", "CONFLICT", "TEXT");

  private final Asked asked;

  MessageForm(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    String kind = KINDS.contains(asked.typed("kind")) ? asked.typed("kind") : "TEXT";
    List<String> parties =
        asked.line().parties().stream()
            .filter(party -> !party.own())
            .map(Views.PartyStatus::party)
            .toList();
    Html.Element to = el("fieldset", el("legend", "To (none chosen: everyone)").cls("soft xs"));
    to.cls("row");
    for (String party : parties) {
      to.add(
          el(
                  "label",
                  el("input")
                      .at("type", "checkbox")
                      .at("name", "to")
                      .at("value", party)
                      .at(
                          asked.request().form().getOrDefault("to", List.of()).contains(party),
                          "checked",
                          ""))
              .add(text(" "), asked.tag(party, true))
              .cls("field"));
    }
    Html form =
        asked
            .form(
                "/act/messages",
                Fields.choice(asked, "kind", "Kind", KINDS, kind),
                to,
                Fields.area(
                    asked, "text", "In words. Never targets, weapons or identities", 1000, ""),
                Fields.line(asked, "language", "Language of the words: en, ru, ar …", 8),
                Fields.line(asked, "position", "Near, e.g. N 47 30.0 E 008 20.0", 80),
                el(
                        "div",
                        Fields.line(asked, "floor", "From level, e.g. FL100 or 300 m W84", 20),
                        Fields.line(asked, "ceiling", "To level", 20))
                    .cls("page two"),
                Fields.line(asked, "notices", "Notices, e.g. N-2A3B4 N-7K2MQ", 200),
                Fields.line(asked, "reply", "Reply within seconds; empty: as the terms say", 6),
                Fields.line(
                    asked,
                    "passed",
                    "Entered later? When it was really said, by voice or on paper, e.g. 14:02Z",
                    40),
                el("button", "Send").cls("btn go big"))
            .cls("stack");
    Html limits =
        el("ul")
            .cls("list")
            .add(
                limit(
                    "p1",
                    "STOP, DISTRESS, WARNING and LINE-CHECK go directly, at once, whatever the state of the line."))
            .add(limit("p4", "The others go by the record, in its order."))
            .add(
                limit(
                    "p3",
                    "What is entered later shows both times. Said more than ten minutes ago, it does not alarm."))
            .add(limit("p4", "An acceptance is not agreement. Silence is neither."));
    return el(
            "main",
            Frame.pane("nm", "New message", "everything but the kind may stay empty")
                .add(el("div", form).cls("body")),
            Frame.pane("nl", "What it does", null).add(el("div", limits).cls("body")))
        .cls("page side")
        .id("main");
  }

  private static Html limit(String sign, String words) {
    return el("li", el("span", Signs.shape(sign)).cls("mark soft"), el("span", words), el("span"));
  }
}
