package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What someone must act on: messages nobody here has accepted, then those accepted and not yet
 * answered. An alarm is never hidden by another: what does not fit is counted.
 */
final class AlarmStrip {
  private static final int SHOWN_MAX = 2;

  private final Asked asked;
  private final List<Views.Message> alarms;

  AlarmStrip(Asked asked) {
    this.asked = asked;
    this.alarms = of(asked);
  }

  /**
   * Alarms, the one to act on first first: unaccepted before accepted, then by priority and age.
   */
  static List<Views.Message> of(Asked asked) {
    List<Views.Message> some = new ArrayList<>(asked.api().alarms());
    some.sort(
        Comparator.comparing((Views.Message message) -> !unaccepted(message))
            .thenComparing(message -> Signs.priority(message.kind()))
            .thenComparing(Views.Message::signed));
    return List.copyOf(some);
  }

  static boolean unaccepted(Views.Message message) {
    return message.alarm().equals("UNACCEPTED");
  }

  Html parts() {
    long open = alarms.stream().filter(AlarmStrip::unaccepted).count();
    String count = Math.max(open, asked.line().unacceptedAlarms()) + " unaccepted";
    Html.Element counts =
        el(
            "div",
            open > 0 ? el("b", count).cls("v warn") : text(count),
            el("br"),
            text(alarms.size() - open + " wait for an answer"),
            el("br"),
            text("no sound on this post"));
    return Html.all(
        el("div", el("h2", "Alarms"), counts.cls("xs")).cls("sum").id("alarm-sum").at("data-live"),
        list());
  }

  private Html list() {
    Html.Element list =
        el("div").cls("alarms").id("alarm-list").at("aria-live", "polite").at("data-live");
    List<Views.Trouble> troubles = asked.line().troubles();
    if (alarms.isEmpty() && troubles.isEmpty()) {
      return list.add(
          el("p", el("b", "Nothing to act on"), el("span", "as of "))
              .cls("quiet")
              .add(Words.time(asked.now(), asked.now())));
    }
    // A trouble takes the place of the last message shown, never that of the first.
    int room = troubles.isEmpty() ? SHOWN_MAX : SHOWN_MAX - 1;
    alarms.stream().limit(room).forEach(alarm -> list.add(alarm(alarm)));
    troubles.stream().limit(1).forEach(trouble -> list.add(trouble(trouble, troubles.size())));
    if (alarms.size() > room) {
      list.add(
          el("a", alarms.size() - room + " more in Messages").cls("btn more").at("href", "/#hg"));
    }
    return list;
  }

  /** Something wrong with the node or the line: it stays until it is over, nobody can accept it. */
  private Html trouble(Views.Trouble trouble, int count) {
    Html.Element what =
        el(
            "div",
            el("b", count == 1 ? "TROUBLE" : count + " TROUBLES"),
            text(" since "),
            Words.time(trouble.since(), asked.now()),
            el("br"),
            el("span", Words.said(trouble.sentence())));
    return el("div", el("span", Signs.shape("p2")).cls("shape"), what.cls("what"))
        .cls("alarm p2")
        .at("data-state", "accepted")
        .add(el("a", "See").cls("btn big").at("href", see(trouble)));
  }

  private static String see(Views.Trouble trouble) {
    return trouble.code().equals("notices-outside") ? "/status#ou" : "/record#rt";
  }

  private Html alarm(Views.Message alarm) {
    String priority = Signs.priority(alarm.kind());
    boolean open = unaccepted(alarm);
    Html.Element what =
        el(
            "div",
            el("b", el("a", alarm.kind()).at("href", "/messages/" + alarm.id())),
            text(" from "),
            asked.tag(alarm.from(), true),
            text(" "),
            open
                ? el("span", text("waiting "), Words.ltr(waiting(alarm))).cls("num")
                : el("span", "accepted, not answered").cls("num"),
            el("br"),
            details(alarm));
    return el("div", el("span", Signs.shape(priority)).cls("shape"), what.cls("what"))
        .cls("alarm " + priority)
        .at("data-state", open ? "unaccepted" : "accepted")
        .at(open && priority.equals("p1"), "role", "alert")
        .add(open ? acceptForm(asked, alarm, "Accept") : see(alarm));
  }

  private String waiting(Views.Message alarm) {
    return Words.length(java.time.Duration.between(alarm.signed(), asked.now()));
  }

  /**
   * First what is due, then what is said: the strip never grows, what is cut stands a press away.
   */
  private Html details(Views.Message alarm) {
    Html.Element details = el("span");
    if (alarm.replyBy() != null) {
      boolean late = alarm.replyBy().isBefore(asked.now());
      details.add(
          text(late ? "reply was due " : "reply by "), Words.time(alarm.replyBy(), asked.now()));
    } else {
      details.add(text("sent "), Words.time(alarm.signed(), asked.now()));
    }
    if (alarm.text() != null && !alarm.text().isEmpty()) {
      details.add(text(" · "), Words.said(brief(alarm.text())));
    }
    if (alarm.place() != null) {
      details.add(text(" · near "), Words.place(alarm.place()));
    }
    if (alarm.band() != null) {
      details.add(text(" · "), Words.ltr(alarm.band().text()));
    }
    return details;
  }

  private static String brief(String text) {
    int end = text.offsetByCodePoints(0, Math.min(90, text.codePointCount(0, text.length())));
    return end < text.length() ? text.substring(0, end) + "…" : text;
  }

  private static Html see(Views.Message alarm) {
    return el("a", "Answer").cls("btn big").at("href", "/messages/" + alarm.id());
  }

  /** The button that accepts; it asks for a name only where nobody has the watch. */
  static Html.Element acceptForm(Asked asked, Views.Message message, String word) {
    String action = "/act/messages/" + message.id() + "/accept";
    Html.Element form = asked.form(action).cls("accept");
    asked.post().ifPresent(post -> form.add(Asked.hidden("post", post.post())));
    String officer = asked.post().map(Views.Watch::officer).orElse("");
    if (officer.isEmpty()) {
      form.add(
          el("input")
              .at("name", "officer")
              .at("required")
              .at("maxlength", "40")
              .at("placeholder", "your name")
              .at("aria-label", "Your name: nobody has the watch here"));
    } else {
      form.add(Asked.hidden("officer", officer));
    }
    return form.add(
        el("button", text(word + " "), el("kbd", "F2").at("dir", "ltr")).cls("btn go big"));
  }
}
