package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.List;
import java.util.Objects;

/** One message: what to do about it first, then what it says, then how far it got. */
final class MessagePage {
  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("WILCO", "we will comply"),
          List.of("UNABLE", "we cannot comply"),
          List.of("STANDBY", "answer follows"),
          List.of("ROGER", "received, no promise"));
  private static final List<List<String>> QUERY_ANSWERS =
      List.of(
          List.of("AFFIRM", "yes"),
          List.of("NEGATIVE", "no"),
          List.of("STANDBY", "answer follows"),
          List.of("UNABLE", "we cannot say"));

  private final Asked asked;
  private final Views.Message message;

  MessagePage(Asked asked, Views.Message message) {
    this.asked = asked;
    this.message = message;
  }

  /** Every word that can be answered. */
  static List<String> words() {
    return java.util.stream.Stream.concat(ANSWERS.stream(), QUERY_ANSWERS.stream())
        .map(List::getFirst)
        .distinct()
        .toList();
  }

  /** Whether someone may be writing an answer here, so that the page must not reload by itself. */
  boolean writes() {
    return !message.own() && !AlarmStrip.unaccepted(message);
  }

  Html main() {
    Html.Element main = el("main").cls("page stop3").id("main");
    boolean act = message.kind().equals("STOP") || message.kind().equals("DISTRESS");
    if (act) {
      main.add(stopBox());
    }
    main.add(said(), touches());
    return asked.silent() ? main : main.add(el("div", actions()).cls("stack"));
  }

  private Html stopBox() {
    boolean open = AlarmStrip.unaccepted(message);
    String headline =
        message.own()
            ? message.kind() + " sent"
            : message.kind() + " from " + Words.party(message.from());
    Html.Element box =
        el("section", el("span", Signs.shape("p1")).cls("oct"))
            .cls("stopbox wide")
            .id("stopbox")
            .at("data-live")
            .at("aria-labelledby", "sh");
    box.add(
        el(
                "div",
                el("h2", headline).id("sh").cls("headline"),
                el("p", text("Sent "), Words.time(message.signed(), asked.now()), text(way())),
                MessageItem.later(asked, message),
                SignedLine.line(message.by()))
            .cls("stack"));
    box.add(
        open && !message.own() && !asked.silent()
            ? AlarmStrip.acceptForm(asked, message, "Accept: I have it")
                .at("class", "do")
                .add(el("span", "Not agreement; resolves nothing.").cls("xs soft"))
            : el("div", el("b", standing())).cls("do"));
    Html timer =
        message.replyBy() == null
            ? el("div", Words.timeElement(message.signed(), since()))
                .add(el("div", el("b", "since it was sent")))
            : replyTimer();
    return box.add(el("div", timer).cls("timer"));
  }

  private String way() {
    return switch (message.way()) {
      case "DIRECT" -> ", node to node; not in the record yet.";
      case "STICK" ->
          ", came by stick"
              + (message.delivery().recorded() == null
                  ? "; not in the record yet."
                  : ", and is in the record.");
      case "BOTH" -> ", node to node, and in the record.";
      default -> ", by the record.";
    };
  }

  private String standing() {
    Views.Delivery delivery = message.delivery();
    if (delivery.answered() != null) {
      return "Answered: " + Objects.requireNonNullElse(delivery.answer(), "see below");
    }
    if (delivery.accepted() != null) {
      String by = delivery.acceptedBy();
      return "Accepted" + (by == null ? "" : " by " + by) + ". Not answered.";
    }
    return delivery.displayed() != null
        ? "On a screen there. Nobody has accepted it."
        : delivery.delivered() != null
            ? "Delivered. On no screen yet."
            : "Not delivered yet: call by voice as well.";
  }

  private String since() {
    return Words.length(java.time.Duration.between(message.signed(), asked.now()));
  }

  private Html replyTimer() {
    var replyBy = Objects.requireNonNull(message.replyBy());
    boolean late = replyBy.isBefore(asked.now());
    String shown = late ? Words.waited(replyBy, asked.now()) : Words.left(replyBy, asked.now());
    return el("div", Words.timeElement(replyBy, shown))
        .add(el("div", el("b", late ? "past the reply time" : "left to reply")));
  }

  private Html said() {
    Html.Element list = el("ol", MessageItem.item(asked, message));
    Html.Element to = el("p", "To: ").cls("soft");
    to.add(
        message.to().isEmpty()
            ? text("every post of every other party")
            : Words.ltr(String.join(", ", message.to())));
    Html.Element foot = el("div", to, paper()).cls("foot row");
    return Frame.pane("mw", message.own() ? "What we said" : "What they said", message.mode())
        .add(el("div", list).id("said").at("data-live"), foot);
  }

  private Html paper() {
    return asked.past()
        ? Html.none()
        : el("a", "Print for paper").cls("btn").at("href", "/paper/" + message.id());
  }

  private Html touches() {
    List<Views.Notice> named =
        message.notices().stream().flatMap(id -> asked.view().notice(id).stream()).toList();
    List<Views.Notice> shown =
        named.isEmpty()
            ? asked.view().notices(false).stream().filter(Views.Notice::own).limit(12).toList()
            : named;
    Html.Element body = el("tbody");
    for (Views.Notice notice : shown) {
      body.add(
          el("tr")
              .add(
                  el(
                          "th",
                          el("a", Words.ltr(notice.reference()))
                              .at("href", asked.notice(notice.entity())))
                      .at("scope", "row"))
              .add(el("td", asked.tag(notice.party(), true)))
              .add(el("td", Words.ltr(notice.band().text())).cls("nw").at("data-k", "Levels"))
              .add(
                  el("td", Words.span(notice.start(), notice.end(), asked.now()))
                      .cls("nw")
                      .at("data-k", "UTC"))
              .add(
                  el("td", Words.starts(notice.start(), notice.end(), asked.now()))
                      .at("data-k", "State")));
    }
    Html.Element head = el("tr");
    for (String column : List.of("Notice", "Party", "Levels", "UTC", "State")) {
      head.add(el("th", column).at("scope", "col"));
    }
    Html table = el("table", el("thead", head), body).cls("cards");
    String heading = named.isEmpty() ? "Your notices, soonest first" : "What it touches";
    return Frame.pane("mt", heading, null)
        .add(MapDrawing.small(asked, shown, List.of()).pane())
        .add(el("div", shown.isEmpty() ? WatchPage.soft("none") : table).cls("body stack"));
  }

  private Html actions() {
    Html.Element all = el("div").cls("stack gap1");
    if (message.own()) {
      String words =
          "Silence is not consent. If nobody accepts it, call by voice and print the paper form.";
      all.add(Frame.pane("mo", "Waiting", null).add(el("div", el("p", words)).cls("body stack")));
      if (message.kind().equals("STOP") || message.kind().equals("DISTRESS")) {
        all.add(details());
      }
      return all;
    }
    if (AlarmStrip.unaccepted(message) && !message.kind().equals("STOP")) {
      all.add(
          Frame.pane("ma", "First accept", "heard, not agreed")
              .add(el("div", AlarmStrip.acceptForm(asked, message, "Accept")).cls("body stack")));
    }
    all.add(answer());
    // An alarm is answered first; and a page that reloads by itself takes no writing.
    return writes() && !message.urgent() ? all.add(GroupPage.handOff(asked, message.id())) : all;
  }

  private Html answer() {
    boolean query = message.kind().equals("QUERY") || message.kind().equals("LINE-CHECK");
    Html.Element choice = el("div").cls("choice");
    for (List<String> word : query ? QUERY_ANSWERS : ANSWERS) {
      String given = word.get(0);
      choice.add(
          el(
              "label",
              el("input")
                  .at("type", "radio")
                  .at("name", "word")
                  .at("value", given)
                  .at("required")
                  .at(asked.refused() && asked.typed("word").equals(given), "checked", ""),
              el("b", given),
              el("span", text(word.get(1) + " "), Translation.word(asked, "answer." + given))));
    }
    Html words =
        el("label", el("span", "Action and time, e.g. “turning north, clear by 14:08Z”"))
            .cls("stack tight")
            .add(
                el("input")
                    .at("name", "text")
                    .at("maxlength", "1000")
                    .at("class", "tall")
                    .at("value", asked.refused() ? asked.typed("text") : ""));
    Html.Element form =
        asked
            .form(
                "/act/messages/" + message.id() + "/answer",
                el("fieldset", el("legend", "Answer").cls("hide"), choice),
                words,
                el("button", "Send answer").cls("btn big"))
            .cls("stack");
    String aside =
        message.delivery().answered() == null
            ? "nothing is chosen for you"
            : "answered; you may add";
    return Frame.pane("mn", "Then answer", aside).add(el("div", form).cls("body stack"));
  }

  /** More of a STOP that is already on its way. */
  private Html details() {
    Html form =
        asked
            .form(
                "/act/messages",
                Asked.hidden("kind", message.kind()),
                Fields.line(asked, "text", "In words", 1000),
                Fields.line(asked, "position", "Near, e.g. N 47 30.0 E 008 20.0", 80),
                el(
                        "div",
                        Fields.line(asked, "floor", "From level, e.g. FL100", 20),
                        Fields.line(asked, "ceiling", "To level", 20))
                    .cls("row"),
                el("button", "Send details as another " + message.kind()).cls("btn big"))
            .cls("stack");
    return Frame.pane("md", "Details follow", "it is already on its way")
        .add(el("div", form).cls("body stack"));
  }
}
