package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two sheets for the day the line is dead: one message with its voice script, and what was so. */
final class PaperPage {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final List<String> SPOKEN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "niner",
          "Alfa",
          "Bravo",
          "Charlie",
          "Delta",
          "Echo",
          "Foxtrot",
          "Golf",
          "Hotel",
          "Juliett",
          "Kilo",
          "Mike",
          "November",
          "Papa",
          "Quebec",
          "Romeo",
          "Sierra",
          "Tango",
          "Victor",
          "Whiskey",
          "X-ray",
          "Yankee",
          "Zulu");
  private static final List<String> KINDS =
      List.of("STOP", "DISTRESS", "WARNING", "QUERY", "NOTICE", "LINE-CHECK", "TEXT", "ANSWER");

  private final Asked asked;
  private final Assets assets;
  private final Optional<Views.Message> message;

  PaperPage(Asked asked, Assets assets, Optional<Views.Message> message) {
    this.asked = asked;
    this.assets = assets;
    this.message = message;
  }

  String page() {
    Html back =
        el(
                "p",
                el("a", "Back to the watch").cls("btn").at("href", "/"),
                el("a", "Carry it by stick").cls("btn").at("href", StickPage.PAGE),
                el("span", "Print two A4 pages at every start of watch, while the line works."))
            .cls("noprint row paper-top");
    Html main = el("main", back, first(), second()).cls("paper").id("main");
    return Frame.head(assets, "Paper form", 0).add(el("body", main)).page();
  }

  private Html first() {
    return el(
            "section",
            title(),
            el("h2", "1. Message"),
            boxes(),
            el("h2", "2. Read back and answer"))
        .cls("sheet")
        .at("aria-labelledby", "ph")
        .add(readBack(), el("h2", "3. Voice script. Say each line twice; numbers digit by digit"))
        .add(script());
  }

  private Html title() {
    Views.RecordState record = asked.line().record();
    Html what =
        el(
            "div",
            el("h1", "Hotline message on paper · " + asked.line().mode()).id("ph"),
            el("p", Words.said(asked.line().name()), text(" · printed "))
                .add(
                    Words.timeElement(
                        asked.now(), Words.date(asked.now()) + " " + Words.clock(asked.now())))
                .add(" by " + Words.party(asked.line().party())),
            el(
                "p",
                "Use when the line is dead. Read it by voice, hand it over, or show it. Enter it later with its true time."));
    Html digest =
        el(
                "div",
                el("div", "Code of our record"),
                el("div", Words.ltr(code(record.root()))).cls("code"),
                el(
                    "div",
                    record.size() + " entries, " + record.confirmedSize() + " confirmed by all"))
            .cls("digest");
    return el("div", what, digest).cls("top2");
  }

  /** The first sixty bits of a root, as twelve characters that can be read over a telephone. */
  static String code(String root) {
    if (!root.matches("[0-9a-f]{16,}")) {
      return "____ ____ ____";
    }
    BigInteger bits = new BigInteger(root.substring(0, 15), 16);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      code.append(CROCKFORD.charAt(bits.shiftRight(55 - 5 * i).intValue() & 31));
      if (i % 4 == 3 && i < 11) {
        code.append(' ');
      }
    }
    return code.toString();
  }

  /** The code as it is spoken. */
  static String spoken(String code) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      int value = CROCKFORD.indexOf(c);
      words.append(value < 0 ? c == ' ' ? ", " : "" : SPOKEN.get(value) + " ");
    }
    return words.toString().replace(" ,", ",").strip();
  }

  private Html boxes() {
    Html.Element kinds = el("div", el("b", "Kind, circle one:")).cls("w12 kinds");
    String chosen = message.map(Views.Message::kind).orElse("");
    KINDS.forEach(kind -> kinds.add(kind.equals(chosen) ? el("b", "▢ " + kind) : el("span", kind)));
    Html.Element boxes = el("div", kinds).cls("boxes");
    boxes.add(
        box(
            "From",
            message
                .map(m -> Words.party(m.from()))
                .orElse(Words.party(asked.line().party()) + ", post:")));
    boxes.add(
        box(
            "To",
            message
                .map(m -> m.to().isEmpty() ? "everyone" : String.join(", ", m.to()))
                .orElse("")));
    boxes.add(box("Number", message.map(m -> Words.brief(m.id())).orElse("")));
    boxes.add(box("Language of origin", message.map(Views.Message::language).orElse("")));
    boxes.add(box("Time sent, UTC", message.map(PaperPage::times).orElse("__ : __ : __ Z")));
    boxes.add(box("Date, UTC", message.map(m -> Words.date(said(m))).orElse("____ / ____ / ____")));
    boxes.add(
        box(
            "Answer by, UTC",
            message.map(Views.Message::replyBy).map(Words::clock).orElse("__ : __ Z")));
    boxes.add(
        box(
            "Levels",
            message.map(Views.Message::band).map(Views.Band::text).orElse("FL ___ to FL ___")));
    boxes.add(
        el("div", el("b", "Position"), el("br"))
            .cls("w12")
            .add(
                message
                    .map(Views.Message::place)
                    .map(Words::place)
                    .orElse(Words.ltr("N / S __ ° __ . _ ′   E / W ___ ° __ . _ ′"))));
    Html words = message.map(Views.Message::text).<Html>map(Words::said).orElse(Html.none());
    return boxes.add(
        el("div", el("b", "In words (never targets, weapons or identities)"), el("br"), words)
            .cls("w12 tall"));
  }

  /** When it was really said; of what was entered later, with when that was. */
  private static Instant said(Views.Message message) {
    return message.passed() == null ? message.signed() : message.passed();
  }

  private static String times(Views.Message message) {
    return message.passed() == null
        ? Words.clock(message.signed())
        : Words.clock(message.passed())
            + ", entered later: "
            + Words.date(message.signed())
            + " "
            + Words.clock(message.signed());
  }

  private static Html box(String name, String value) {
    return el("div", el("b", name), el("br"), Words.ltrLong(value));
  }

  private static Html readBack() {
    Html kinds =
        el("div", el("b", "Answer, circle one:"))
            .cls("w12 kinds")
            .add(el("span", "WILCO we will comply"), el("span", "UNABLE we cannot"))
            .add(el("span", "STANDBY answer follows"), el("span", "ROGER received, no promise"));
    return el("div", kinds)
        .cls("boxes")
        .add(wide("w6", "Position read back by receiver"))
        .add(box("Same?", "yes / no: if no, not agreed"), box("Action and time", "__ : __ Z"))
        .add(wide("w4", "Sent by, name and sign"), wide("w4", "Received by, name and sign"))
        .add(wide("w4", "Received, UTC"));
  }

  private static Html wide(String width, String name) {
    return el("div", el("b", name)).cls(width);
  }

  private Html script() {
    String us = Words.party(asked.line().party());
    String code = spoken(code(asked.line().record().root()));
    String kind = message.map(Views.Message::kind).orElse("…");
    Html.Element script = el("ol").cls("script");
    script.add(line("Hotline, Hotline. This is " + us + ", duty officer. How do you hear me?", ""));
    script.add(
        line(
            "Our record has " + asked.line().record().size() + " entries. Its code: " + code + ".",
            " Wait for theirs. At the same number, not equal: say so, go on."));
    script.add(line(real() + " Message " + kind + "." + passed(), " Read section 1 in order."));
    script.add(
        line(
            "Read back the position, the levels and the times.",
            " Not “agreed” until they match."));
    return script.add(
        line("Your answer: wilco, unable, standby or roger? Your name and the time?", ""));
  }

  private String passed() {
    return message
        .filter(each -> each.passed() != null)
        .map(each -> " It was said at " + Words.clock(said(each)) + " and entered later.")
        .orElse("");
  }

  private String real() {
    return asked.line().mode().equals("LIVE")
        ? "This is real."
        : "This is " + asked.line().mode() + ", " + asked.line().mode() + ".";
  }

  private static Html line(String words, String after) {
    return el("li", el("span", el("q", words), text(after)));
  }

  private Html second() {
    Html.Element sheet =
        el("section", el("h2", "4. What was so at " + Words.clock(asked.now())).id("pn"))
            .cls("sheet")
            .at("aria-labelledby", "pn");
    Html.Element notices = el("tbody");
    asked.view().notices(false).stream()
        .limit(20)
        .forEach(notice ->
            notices.add(
                row(
                    notice.reference(),
                    Words.party(notice.party()),
                    notice.category(),
                    notice.band().text(),
                    Words.minute(notice.start(), asked.now())
                        + "–"
                        + Words.minute(notice.end(), asked.now()))));
    sheet.add(table(List.of("Ref", "Party", "What", "Levels", "UTC"), notices));
    sheet.add(el("h2", "The others had not seen (our outbox)"));
    Html.Element outbox = el("tbody");
    asked.line().outbox().statements().stream()
        .limit(12)
        .forEach(one ->
            outbox.add(
                row(
                    Words.brief(one.id()),
                    one.kind(),
                    Words.clock(one.signed()),
                    one.why(),
                    "__ : __ Z")));
    sheet.add(table(List.of("Statement", "What", "Signed", "Why it waits", "Read out at"), outbox));
    sheet.add(el("h2", "Waits for an answer"));
    Html.Element waiting = el("tbody");
    asked.view().messages(60).stream()
        .filter(one -> one.replyBy() != null && one.delivery().answered() == null)
        .limit(12)
        .forEach(one ->
            waiting.add(
                row(
                    Words.brief(one.id()),
                    one.own() ? "the others" : Words.party(asked.line().party()),
                    one.kind(),
                    one.replyBy() == null ? "" : Words.clock(one.replyBy()),
                    "__ : __ Z")));
    sheet.add(table(List.of("Message", "Who owes", "What", "Due", "Answered at"), waiting));
    return sheet
        .add(el("h2", "Always in force, whatever either side has suspended"))
        .add(
            el(
                "p",
                "STOP, DISTRESS, WARNING, LINE-CHECK. A notice is not permission. An acknowledgement is not consent. Silence is neither."))
        .add(el("h2", "Voice log: every call, also the ones nobody answered"))
        .add(log());
  }

  private static Html log() {
    Html.Element rows = el("tbody");
    for (int i = 0; i < 8; i++) {
      rows.add(row("__ : __ Z", " ", " ", " ", " "));
    }
    return el(
            "div",
            table(
                List.of(
                    "Time, UTC",
                    "Who called",
                    "Who answered",
                    "What was said and read back",
                    "Sign"),
                rows))
        .cls("log-wide");
  }

  private static Html table(List<String> columns, Html.Element rows) {
    Html.Element head = el("tr");
    columns.forEach(column -> head.add(el("th", column).at("scope", "col")));
    return el("table", el("thead", head), rows);
  }

  private static Html row(String first, String... others) {
    Html.Element row = el("tr", el("th", Words.ltr(first)).at("scope", "row"));
    for (String other : others) {
      row.add(el("td", Words.ltrLong(other)));
    }
    return row;
  }
}
