package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a coded message, a notice or a conflict says in the reader's language, out of its data
 * alone. It stands below the original and never in its place; free text is not translated.
 */
final class Translation {
  /** The key under which a screen keeps its language. */
  static final String KEPT = "language";

  private final Asked asked;
  private final Phrases phrases;
  private final List<Html> sentences = new ArrayList<>();
  private boolean reviewed = true;

  private Translation(Asked asked) {
    this.asked = asked;
    this.phrases = phrases(asked);
  }

  /** The phrases of the language that this screen reads. */
  static Phrases phrases(Asked asked) {
    return Phrases.of(asked.request().kept().getOrDefault(KEPT, ""));
  }

  /** A code in the reader's language, where that is not the code's own. */
  static Html word(Asked asked, String key) {
    Phrases phrases = phrases(asked);
    return phrases.source() || !phrases.has(key)
        ? Html.none()
        : el("span", phrases.phrase(key))
            .cls("tr-word")
            .at("lang", phrases.language())
            .at("dir", phrases.direction());
  }

  /** What a message of this kind means, in one line for the alarm strip, and whose word that is. */
  static Html brief(Asked asked, Views.Message message) {
    Phrases phrases = phrases(asked);
    String key = "message." + message.kind();
    if (phrases.source() || !phrases.has(key)) {
      return word(asked, "kind." + message.kind());
    }
    Html.Element line =
        el("span", phrases.say(key, Map.of("party", party(message.from()))))
            .cls("tr-line")
            .at("lang", phrases.language())
            .at("dir", phrases.direction());
    return phrases.reviewed(key)
        ? line
        : line.add(text(" "), el("i", phrases.phrase("unreviewed")).cls("tag"));
  }

  /** A message with its answers; nothing for a reader of English, who reads the original. */
  static Html message(Asked asked, Views.Message message) {
    Translation said = new Translation(asked);
    if (said.phrases.source() || !said.phrases.has("message." + message.kind())) {
      return Html.none();
    }
    boolean words = message.text() != null && !message.text().isEmpty();
    said.add("message." + message.kind(), Map.of("party", party(message.from())));
    if (message.place() != null) {
      said.add("part.place", Map.of("place", Words.place(message.place())));
    }
    if (message.band() != null) {
      said.add("part.levels", Map.of("levels", Words.ltr(message.band().text())));
    }
    if (!message.notices().isEmpty()) {
      said.add("part.notices", Map.of("notices", said.references(message.notices())));
    }
    if (message.replyBy() != null) {
      said.add("part.reply", Map.of("time", Words.time(message.replyBy(), asked.now())));
    } else {
      said.add("part.sent", Map.of("time", Words.time(message.signed(), asked.now())));
    }
    if (words) {
      String language = message.language() == null ? "?" : message.language();
      said.add("freetext", Map.of("language", Words.ltr(language)));
    } else if (message.place() == null && message.notices().isEmpty()) {
      said.add("part.nothing", Map.of());
    }
    message.answers().forEach(said::answer);
    return said.block();
  }

  /** A notice with the conflicts that it is in. */
  static Html notice(Asked asked, Views.Notice notice, List<Views.Conflict> conflicts) {
    Translation said = new Translation(asked);
    if (said.phrases.source()) {
      return Html.none();
    }
    said.add(
        "notice",
        Map.of(
            "notice", Words.ltr(notice.reference()),
            "party", party(notice.party()),
            "category", Words.ltr(notice.category()),
            "levels", Words.ltr(notice.band().text()),
            "start", Words.time(notice.start(), asked.now()),
            "end", Words.time(notice.end(), asked.now())));
    if (notice.late()) {
      said.add("notice.late", Map.of("start", Words.time(notice.start(), asked.now())));
    }
    if (notice.volumes().isEmpty()) {
      said.add("notice.coarse", Map.of());
    }
    conflicts.stream()
        .filter(one -> !one.state().equals("CLEARED"))
        .limit(10)
        .forEach(said::conflict);
    return said.block();
  }

  private void conflict(Views.Conflict one) {
    add(
        one.certainty().equals("EXACT") ? "conflict.EXACT" : "conflict.POSSIBLE",
        Map.of(
            "conflict", Words.ltr(one.reference()),
            "own", Words.ltr(one.ownReference()),
            "other", Words.ltr(one.otherReference()),
            "levels", Words.ltr(one.overlapBand().text()),
            "start", Words.time(one.overlapStart(), asked.now()),
            "end", Words.time(one.overlapEnd(), asked.now())));
    add("conflict.move", Map.of("party", party(one.toMove())));
  }

  private void answer(Views.Answer answer) {
    String meaning = "answer." + answer.word();
    if (phrases.has(meaning)) {
      reviewed &= phrases.reviewed(meaning);
      add(
          "answer",
          Map.of(
              "party", party(answer.party()),
              "word", Words.ltr(answer.word()),
              "meaning", text(phrases.phrase(meaning))));
    }
  }

  private Html references(List<String> notices) {
    List<Html> references = new ArrayList<>();
    for (String notice : notices) {
      String shown =
          asked.view().notice(notice).map(Views.Notice::reference).orElse(Words.brief(notice));
      references.add(text(references.isEmpty() ? "" : " "));
      references.add(Words.ltr(shown));
    }
    return Html.all(references);
  }

  private static Html party(String party) {
    return el("b", el("bdi", Words.party(party)));
  }

  private void add(String key, Map<String, Html> filled) {
    reviewed &= phrases.reviewed(key);
    sentences.add(phrases.say(key, filled));
    sentences.add(text(" "));
  }

  private Html block() {
    Html.Element foot = el("p").cls("xs soft");
    if (!reviewed) {
      foot.add(
          el("span", phrases.phrase("unreviewed")).cls("tag"),
          text(" "),
          el("span", Phrases.of("en").phrase("unreviewed"))
              .at("lang", "en")
              .at("dir", "ltr")
              .cls("tag"),
          text(" "));
    }
    return el("div", el("p", Html.all(sentences)), foot.add(phrases.phrase("original")))
        .cls("translation")
        .at("lang", phrases.language())
        .at("dir", phrases.direction());
  }

  /** In which language this screen says what messages mean. */
  static Html choice(Asked asked) {
    String now = phrases(asked).language();
    Html.Element select = el("select").at("name", "language").at("aria-label", "Language");
    for (String language : Phrases.LANGUAGES) {
      select.add(
          el("option", Phrases.of(language).phrase("language"))
              .at("value", language)
              .at("lang", language)
              .at(language.equals(now), "selected", ""));
    }
    return Frame.pane("wl", "Language of messages on this screen", null)
        .add(
            el(
                    "div",
                    el("p", "Coded messages, notices and conflicts are also said in this language,")
                        .add(" below the original. Free text stays as it was written."),
                    asked
                        .form("/act/language", select, el("button", "Use it here").cls("btn big"))
                        .cls("row"))
                .cls("body stack"));
  }
}
