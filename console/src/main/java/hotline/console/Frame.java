package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Right;
import hotline.node.api.Views;
import hotline.node.api.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page, always in the same places: mode, parties, facts, clock, alarms,
 * STOP, and the way to the other pages.
 */
final class Frame {
  private static final int REFRESH_SECONDS = 5;
  private static final List<List<String>> PAGES =
      List.of(
          List.of("/", "Watch"),
          List.of("/traffic", "Traffic"),
          List.of("/status", "Status"),
          List.of("/terms", "Terms"),
          List.of("/incidents", "Incidents"),
          List.of("/breaches", "Breaches"),
          List.of("/third", "Third parties"),
          List.of("/record", "Record"),
          List.of("/paper", "Paper form"),
          List.of("/watch", "Who has the watch"),
          List.of("/replay", "Replay"),
          List.of("/group", "Working group"));

  private final Asked asked;
  private final Assets assets;
  private boolean alone;
  private boolean draws;
  private Html replayed = Html.none();

  Frame(Asked asked, Assets assets) {
    this.asked = asked;
    this.assets = assets;
  }

  /** Lets a browser without scripts ask for the page again by itself; only where nobody writes. */
  Frame alone() {
    alone = true;
    return this;
  }

  /** With the map to draw a volume on. */
  Frame draws() {
    draws = true;
    return this;
  }

  /** Says over the page of what instant it is; the frame itself stays that of now. */
  Frame replaying(Html words) {
    replayed = words;
    return this;
  }

  /**
   * A page.
   *
   * @param here the path of the page in the bar; empty if it is none of them
   * @param locked whether the panes scroll inside the screen, as on the watch
   */
  String page(String title, String here, boolean locked, Html main) {
    Views.Line line = asked.line();
    String mode = line.mode().toLowerCase(Locale.ROOT);
    Html.Element frame =
        el("div")
            .cls(
                "frame"
                    + (locked ? " locked" : "")
                    + (asked.told() != null ? " told" : "")
                    + past())
            .at("data-mode", mode);
    frame.add(top(title), strip(), banner(), replayed, main, bar(here));
    List<String> more =
        locked
            ? List.of("ol.js", "map.js")
            : draws ? List.of("ol.js", "draw.js", "check.js") : List.of();
    return head(assets, title, alone ? REFRESH_SECONDS : 0, more)
        .add(
            el("body", el("a", "Skip to alarms").cls("skip").at("href", "#alarms"))
                .add(el("a", "Skip to content").cls("skip").at("href", "#main"))
                .add(Signs.definitions(), frame))
        .page();
  }

  private String past() {
    return replayed instanceof Html.Element ? " told past" : "";
  }

  /** The root element with its head. */
  static Html.Element head(Assets assets, String title, int refreshSeconds) {
    return head(assets, title, refreshSeconds, List.of());
  }

  private static Html.Element head(
      Assets assets, String title, int refreshSeconds, List<String> more) {
    Html refresh =
        el(
            "noscript",
            el("meta").at("http-equiv", "refresh").at("content", Integer.toString(refreshSeconds)));
    return el("html")
        .at("lang", "en")
        .at("dir", "ltr")
        .add(
            el("head")
                .add(el("meta").at("charset", "utf-8"))
                .add(
                    el("meta")
                        .at("name", "viewport")
                        .at("content", "width=device-width, initial-scale=1"))
                .add(Html.when(refreshSeconds > 0, refresh))
                .add(el("title", title + " · Hotline"))
                .add(el("link").at("rel", "icon").at("href", assets.path("icon.svg")))
                .add(sheet(assets.path("tokens.css")), sheet(assets.path("console.css")))
                .add(sheet(assets.path("pages.css")))
                .add(script(assets.path("console.js")), script(assets.path("sound.js")))
                .add(script(assets.path("keys.js")))
                .add(Html.all(more.stream().map(name -> script(assets.path(name))).toList())));
  }

  private static Html script(String path) {
    return el("script").at("src", path).at("defer");
  }

  private static Html sheet(String path) {
    return el("link").at("rel", "stylesheet").at("href", path);
  }

  private Html top(String title) {
    Views.Line line = asked.line();
    Html.Element top = el("header").cls("top").id("top").at("data-live");
    top.add(
        el(
            "div",
            el("div", el("strong", "Hotline"), el("span", line.mode()).cls("mode")).cls("row"),
            el("h1", title),
            el("span", Words.said(line.name())).cls("d")));
    line.parties().forEach(party -> top.add(party(party)));
    return top.add(proven(), confirmed(), age(), clock());
  }

  private Html party(Views.PartyStatus party) {
    boolean inForce = party.state().equals("IN_FORCE");
    String lamp =
        inForce ? "lamp" : party.state().equals("SUSPENDED") ? "lamp off" : "lamp unknown";
    String state =
        switch (party.state()) {
          case "IN_FORCE" -> "In force";
          case "SUSPENDED" -> "Suspended";
          default -> "Unknown";
        };
    Html.Element tag = asked.tag(party.party(), true);
    if (party.own()) {
      tag.add(" (you)");
    }
    return el(
            "div",
            el("div", tag).cls("k"),
            el("div", el("span").cls(lamp), text(state)).cls("v"),
            el("div", since(party)).cls("d"))
        .cls(inForce ? "party" : "party warn");
  }

  private Html since(Views.PartyStatus party) {
    Html.Element words = el("span");
    if (party.effective() == null) {
      words.add("has said nothing");
    } else {
      words.add(text("from "), Words.ltr(Words.minute(party.effective(), asked.now())));
    }
    if (party.condition() != null) {
      words.add(" · on a condition");
    }
    if (party.statementId() != null && !party.confirmed()) {
      words.add(" · not confirmed");
    }
    if (party.own()) {
      return words.add(" · this node");
    }
    return words.add(
        party.heard() == null
            ? " · not heard yet"
            : " · heard "
                + Words.length(java.time.Duration.between(party.heard(), asked.now()))
                + " ago");
  }

  private Html proven() {
    Views.Line line = asked.line();
    if (line.lastProven() == null) {
      return fact("Line last proven", "never", text("no line check answered yet"), true);
    }
    String by = line.lastProvenBy();
    return fact(
        "Line last proven",
        Words.length(java.time.Duration.between(line.lastProven(), asked.now())) + " ago",
        Html.all(
            text((by == null ? "" : Words.party(by) + ", ")),
            Words.time(line.lastProven(), asked.now())),
        false);
  }

  private Html confirmed() {
    Views.RecordState record = asked.line().record();
    boolean reached = record.sequencer().equals("RUNNING") || record.sequencer().equals("REACHED");
    long behind = record.size() - record.confirmedSize();
    int waiting = asked.line().outbox().waiting();
    String detail =
        !reached
            ? "record not reached: " + waiting + " in the outbox"
            : waiting > 0
                ? waiting + " in the outbox, unseen by others"
                : behind > 0 ? behind + " later, not yet confirmed" : "all confirmed";
    Html value =
        record.confirmedAt() == null
            ? text("nothing yet")
            : Html.all(text("to "), Words.time(record.confirmedAt(), asked.now()));
    return fact("Record confirmed by all", value, text(detail), !reached || waiting > 0);
  }

  private Html age() {
    return fact(
            "Data age",
            el("span", "page of " + Words.clock(asked.now()))
                .id("age")
                .at("data-made", asked.now().toString()),
            el("span", "by the node’s clock").id("age-words").at("role", "status"),
            false)
        .cls("fact age");
  }

  private static Html.Element fact(String key, String value, Html detail, boolean warn) {
    return fact(key, text(value), detail, warn);
  }

  private static Html.Element fact(String key, Html value, Html detail, boolean warn) {
    return el(
            "div",
            el("div", key).cls("k"),
            el("div", el("span", value)).cls("v"),
            el("div", detail).cls("d"))
        .cls(warn ? "fact warn" : "fact");
  }

  private Html clock() {
    return el(
            "div",
            Words.timeElement(asked.now(), Words.clock(asked.now())),
            el("div", Words.date(asked.now()) + " · UTC").cls("d"))
        .cls("clock");
  }

  private Html strip() {
    return el("section", new AlarmStrip(asked).parts(), urgentOrWhy())
        .cls("strip")
        .id("alarms")
        .at("aria-label", "Alarms");
  }

  private Html urgentOrWhy() {
    if (asked.observer()) {
      return observes();
    }
    return asked.visitor().may(Right.URGENT)
        ? urgent()
        : el("p", el("b", "Your role"), el("br"), text("sees all, sends no STOP")).cls("xs soft");
  }

  private static Html observes() {
    return el("p", el("b", "Observer"), el("br"), text("sees all, says nothing")).cls("xs soft");
  }

  private Html urgent() {
    return asked
        .form(
            "/act/urgent",
            el("button", el("b", "DISTRESS"), el("small", "F9"))
                .cls("btn")
                .at("name", "do")
                .at("value", "DISTRESS"),
            el("button", el("span", Signs.shape("p1"), text(" STOP")), el("small", "F8 · one key"))
                .cls("btn stop")
                .at("name", "do")
                .at("value", "STOP"))
        .cls("urgent")
        .at("aria-label", "STOP, DISTRESS");
  }

  private Html banner() {
    Told told = asked.told();
    if (told == null) {
      return Html.none();
    }
    String word = told.done() ? told.queued() ? "Waits in the outbox" : "Done" : told.word();
    Html.Element line =
        el(
            "p",
            told.done() ? el("b", word) : Signs.named("p2", word),
            text(" "),
            el("span", told.sentence()));
    if (!told.done()) {
      line.add(el("span", text(" "), Words.ltr(told.code())).cls("soft"));
    }
    return el("section", line)
        .cls("pane told" + (told.done() ? "" : " p2"))
        .id("told")
        .at("role", told.done() ? "status" : "alert");
  }

  private Html bar(String here) {
    Html.Element list = el("ul");
    for (List<String> page : PAGES) {
      list.add(
          el(
                  "li",
                  el("a", page.get(1))
                      .at("href", page.get(0))
                      .at(page.get(0).equals(here), "aria-current", "page"))
              .at(page.get(0).equals("/group"), "class", "apart-link"));
    }
    return el(
            "footer",
            el("nav", list).at("aria-label", "Pages"),
            who(),
            new Signing(asked).line(),
            keys())
        .cls("bar");
  }

  /** As whom this browser speaks, and how to change that. */
  private Html who() {
    String party = Words.party(asked.line().party());
    Visitor visitor = asked.visitor();
    Html.Element who = el("div").cls("who row xs").id("who");
    return switch (visitor.way()) {
      case ANYBODY ->
          who.add(
              el("span", "No officers are set up: whoever opens this page speaks for " + party)
                  .cls("soft"));
      case LINK ->
          who.add(
              el("span", "Opened by a link; nobody is signed in."),
              el("a", "Sign in").at("href", "/sign-in"));
      case SIGNED_IN ->
          who.add(
                  el("span", Words.said(Objects.requireNonNull(visitor.officer())))
                      .add(", " + Objects.requireNonNull(visitor.role()).word()))
              .add(
                  visitor.lapsed()
                      ? el("a", "Sign-in is over: sign in").cls("warn").at("href", "/sign-in")
                      : asked.form("/sign-out", el("button", "Sign out").cls("btn")));
    };
  }

  private static Html keys() {
    Html.Element list = el("ul").cls("keys");
    for (List<String> key :
        List.of(
            List.of("F8", "STOP"), List.of("F9", "DISTRESS"), List.of("F2", "accept top alarm"))) {
      list.add(el("li", el("kbd", key.get(0)).at("dir", "ltr"), text(" " + key.get(1))));
    }
    return list;
  }

  /** A pane with its heading. */
  static Html.Element pane(String id, String heading, @Nullable String aside, Html... body) {
    Html.Element header = el("header", el("h2", heading).id(id));
    if (aside != null) {
      header.add(el("span", aside).cls("soft xs"));
    }
    return el("section", header).cls("pane").at("aria-labelledby", id).add(body);
  }
}
