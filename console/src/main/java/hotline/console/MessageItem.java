package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;

/** One message as the thread shows it: who, what, its limits, and its seven states. */
final class MessageItem {
  private MessageItem() {}

  static Html item(Asked asked, Views.Message message) {
    Html.Element article = el("article", head(asked, message), body(asked, message));
    article.add(notes(asked, message), Translation.message(asked, message));
    article.add(Track.of(message.delivery(), message.replyBy(), asked.now()));
    return el("li", article).cls(("msg " + asked.side(message.from())).strip());
  }

  private static Html head(Asked asked, Views.Message message) {
    Html.Element head =
        el(
            "div",
            asked.tag(message.from(), true),
            text(" "),
            el("span", message.kind()).cls("kind"),
            text(" "),
            Translation.word(asked, "kind." + message.kind()),
            text(" "));
    boolean open =
        AlarmStrip.unaccepted(message)
            || (message.urgent() && message.delivery().answered() == null);
    if (open) {
      head.add(
          el("span", Signs.shape(Signs.priority(message.kind())))
              .cls("pri " + Signs.priority(message.kind())));
    }
    if (!message.own() && AlarmStrip.unaccepted(message)) {
      head.add(el("span", "unaccepted").cls("strong"));
    }
    Html link =
        el("a", Words.ltr(Words.brief(message.id())), text(" · " + message.mode()))
            .at("href", asked.message(message.id()));
    return head.add(el("span", link).cls("id")).cls("head");
  }

  static Html body(Asked asked, Views.Message message) {
    Html.Element words = el("p");
    if (message.text() != null && !message.text().isEmpty()) {
      Html.Element original = el("span", Words.said(message.text()));
      words.add(
          original.at(
              message.language() != null && message.language().matches("[a-z]{2,8}"),
              "lang",
              message.language() == null ? "" : message.language()));
      words.add(" ");
    }
    if (message.place() != null) {
      words.add(text("Near "), Words.place(message.place()), text(". "));
    }
    if (message.band() != null) {
      words.add(Words.ltr(message.band().text()), text(" "));
    }
    for (String notice : message.notices()) {
      words.add(
          asked
              .view()
              .notice(notice)
              .<Html>map(found ->
                  el("a", Words.ltr(found.reference())).at("href", asked.notice(found.entity())))
              .orElseGet(() -> Words.ltr(Words.brief(notice))));
      words.add(" ");
    }
    if (message.text() == null && message.place() == null && message.notices().isEmpty()) {
      words.add(el("span", "No fields: sent with nothing filled in.").cls("soft"));
    }
    return words;
  }

  /** That it was passed by voice or on paper before, with both times. */
  static Html later(Asked asked, Views.Message message) {
    return message.passed() == null
        ? Html.none()
        : el("p", Signs.named("p3", "Entered later"))
            .add(": passed by voice or paper at ")
            .add(Words.time(message.passed(), asked.now()))
            .add(", entered at ")
            .add(Words.time(message.signed(), asked.now()));
  }

  private static Html notes(Asked asked, Views.Message message) {
    Html.Element notes = el("div").cls("note");
    notes.add(later(asked, message));
    if (message.late()) {
      notes.add(el("p", Signs.named("p3", "Came late: not alarmed.")));
    }
    for (Views.Answer answer : message.answers()) {
      Html.Element line =
          el("p", asked.tag(answer.party(), true), text(" "), el("b", answer.word()));
      if (answer.text() != null && !answer.text().isEmpty()) {
        line.add(text(": "), Words.said(answer.text()));
      }
      notes.add(line.add(text(" "), Words.time(answer.said(), asked.now())));
    }
    if (message.replyBy() != null && message.delivery().answered() == null) {
      boolean late = message.replyBy().isBefore(asked.now());
      notes.add(
          el("p", late ? "Reply was due " : "Reply by ")
              .add(Words.time(message.replyBy(), asked.now()))
              .add(late ? ". Silence is not an answer." : ""));
    }
    notes.add(SignedLine.note(message.by()));
    notes.add(
        Html.when(message.way().equals("STICK"), el("p", Signs.named("p4", "Came by stick."))));
    if (message.delivery().recorded() == null) {
      notes.add(
          el(
              "p",
              message.way().equals("DIRECT")
                  ? "Direct, not in the record yet."
                  : "Not in the record yet."));
    } else if (message.delivery().confirmed() == null) {
      notes.add(el("p", "Recorded, not confirmed: not all have cosigned."));
    }
    return notes;
  }
}
