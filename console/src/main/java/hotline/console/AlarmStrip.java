package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Right;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What someone must act on: messages nobody here has accepted, then those accepted and not yet
 * answered. An alarm is never hidden by another: what does not fit is counted.
 */
final class AlarmStrip {
  /** Kept with a session whose person heard no sound at the start of the watch. */
  static final String DEAF = "deaf";

  private static final int SHOWN_MAX = 2;

  private final Asked asked;
  private final List<Views.Message> alarms;
  private final TrafficAlarm traffic;

  AlarmStrip(Asked asked) {
    this.asked = asked;
    this.traffic = new TrafficAlarm(asked);
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
    open = Math.max(open, asked.line().unacceptedAlarms()) + traffic.count();
    String count = open + " unaccepted";
    Html.Element counts =
        el(
            "div",
            open > 0 ? el("b", count).cls("v warn") : text(count),
            el("br"),
            text(waiting() + " wait for an answer"),
            el("br"),
            el("button", "No sound on this screen")
                .cls("sound")
                .id("sound")
                .at("type", "button")
                .at(Handover.isOpen(asked), "data-held", Handover.NO_TEST)
                .at("disabled"));
    return Html.all(
        el("div", el("h2", "Alarms"), counts.cls("xs")).cls("sum").id("alarm-sum").at("data-live"),
        list());
  }

  private Html list() {
    Html.Element list =
        el("div").cls("alarms").id("alarm-list").at("aria-live", "polite").at("data-live");
    List<Views.Trouble> troubles = troubles();
    if (alarms.isEmpty() && troubles.isEmpty() && traffic.count() == 0) {
      return list.add(
          el("p", el("b", "Nothing to act on"), el("span", "as of "))
              .cls("quiet")
              .add(Words.time(asked.now(), asked.now())));
    }
    // Traffic and a trouble take the place of the last message shown, never that of the first.
    int others = (troubles.isEmpty() ? 0 : 1) + (traffic.count() == 0 ? 0 : 1);
    int room = Math.min(alarms.size(), Math.max(1, SHOWN_MAX - others));
    boolean lossFirst = traffic.isLoss() && !firstIsStop();
    if (lossFirst) {
      list.add(traffic.row());
    }
    alarms.stream().limit(room).forEach(alarm -> list.add(alarm(alarm)));
    if (!lossFirst) {
      list.add(traffic.row());
    }
    if (room + others <= SHOWN_MAX) {
      troubles.stream().limit(1).forEach(trouble -> list.add(trouble(trouble, troubles.size())));
    } else if (!troubles.isEmpty()) {
      list.add(
          el("a", Words.count(troubles.size(), "trouble"))
              .cls("btn more")
              .at("href", "/record#rt"));
    }
    if (alarms.size() > room) {
      list.add(
          el("a", alarms.size() - room + " more in Messages").cls("btn more").at("href", "/#hg"));
    }
    return list;
  }

  /** What is wrong with this screen stands before what is wrong with the node. */
  private List<Views.Trouble> troubles() {
    List<Views.Trouble> all = new ArrayList<>();
    if (asked.request().kept().getOrDefault(DEAF, "").equals("yes")) {
      all.add(
          new Views.Trouble(
              asked.now(),
              "no-sound",
              "No alarm was heard on this screen at the start of the watch. Use another one, or play"
                  + " the alarm again and take the watch once more."));
    }
    all.addAll(asked.line().troubles());
    return all;
  }

  private String state(Views.Trouble trouble) {
    return !Shelf.takes(trouble) || asked.observer()
        ? "accepted"
        : Shelf.of(asked).isPresent() ? "shelved" : "unaccepted";
  }

  private long waiting() {
    return alarms.stream().filter(each -> !unaccepted(each)).count();
  }

  private boolean firstIsStop() {
    return !alarms.isEmpty()
        && unaccepted(alarms.getFirst())
        && Signs.priority(alarms.getFirst().kind()).equals("p1");
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
        .at("data-state", state(trouble))
        .add(el("a", "See").cls("btn big").at("href", see(trouble)));
  }

  private static String see(Views.Trouble trouble) {
    return trouble.code().equals("notices-outside")
        ? "/status#ou"
        : trouble.code().equals("no-sound") || Shelf.takes(trouble)
            ? "/watch#ws"
            : trouble.code().startsWith("handover-") ? "/watch" : "/record#rt";
  }

  private Html alarm(Views.Message alarm) {
    String priority = Signs.priority(alarm.kind());
    boolean open = unaccepted(alarm);
    Html.Element what =
        el(
            "div",
            el("b", el("a", alarm.kind()).at("href", "/messages/" + alarm.id())),
            text(" "),
            text("from "),
            asked.tag(alarm.from(), true),
            text(" "),
            open
                ? el("span", text("waiting "), Words.ltr(waiting(alarm))).cls("num")
                : el("span", "accepted, not answered").cls("num"),
            text(" · "),
            el("span", alarm.mode()).cls("row-mode"),
            el("br"),
            details(alarm),
            Translation.brief(asked, alarm));
    return el("div", el("span", Signs.shape(priority)).cls("shape"), what.cls("what"))
        .cls("alarm " + priority)
        .at("data-state", open ? "unaccepted" : "accepted")
        .at(open && priority.equals("p1"), "role", "alert")
        .add(
            open && !asked.observer() && mayAccept()
                ? acceptForm(asked, alarm, "Accept")
                : see(alarm));
  }

  private boolean mayAccept() {
    return asked.visitor().may(Right.URGENT);
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

  /**
   * The button that accepts; it asks for a name only where nobody is signed in, or has the watch.
   */
  static Html.Element acceptForm(Asked asked, Views.Message message, String word) {
    String action = "/act/messages/" + message.id() + "/accept";
    Html.Element form = asked.form(action).cls("accept");
    asked.post().ifPresent(post -> form.add(Asked.hidden("post", post.post())));
    String officer = asked.post().map(Views.Watch::officer).orElse("");
    if (asked.visitor().signedIn()) {
      return form.add(accept(word));
    }
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
    return form.add(accept(word));
  }

  private static Html accept(String word) {
    return el("button", text(word + " "), el("kbd", "F2").at("dir", "ltr")).cls("btn go big");
  }
}
