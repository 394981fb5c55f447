package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Right;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The main screen: map, conflicts and notices, messages. */
final class WatchPage {
  private static final int CONFLICTS_MAX = 60;
  private static final int NOTICES_MAX = 120;
  private static final int MESSAGES_MAX = 30;
  private static final int MAP_NOTICES_MAX = 80;
  private static final List<String> KINDS =
      List.of("WARNING", "QUERY", "LINE-CHECK", "TEXT", "STOP", "DISTRESS");

  private final Asked asked;
  private final Assets assets;

  WatchPage(Asked asked, Assets assets) {
    this.asked = asked;
    this.assets = assets;
  }

  Html main() {
    List<Views.Conflict> conflicts = asked.view().conflicts(asked.typed("over").equals("yes"));
    List<Views.Notice> notices = asked.view().notices(asked.typed("over").equals("yes"));
    String filter = asked.typed("q").strip().toLowerCase(Locale.ROOT);
    List<Views.Conflict> met =
        conflicts.stream().filter(conflict -> matches(conflict, filter)).toList();
    List<Views.Notice> found = notices.stream().filter(notice -> matches(notice, filter)).toList();
    return el("main", mapPane(met, notices, found), tables(met, found), thread())
        .cls("watch")
        .id("main");
  }

  private Html mapPane(
      List<Views.Conflict> conflicts, List<Views.Notice> all, List<Views.Notice> found) {
    MapFilter filter = MapFilter.read(asked);
    List<Views.Conflict> open =
        conflicts.stream()
            .filter(conflict -> !conflict.state().equals("CLEARED"))
            .filter(conflict -> filter.shows(conflict, asked.now()))
            .toList();
    List<Views.Notice> drawn =
        drawn(open, all, found).stream()
            .filter(notice -> filter.shows(notice, asked.now()))
            .toList();
    return MapPane.of(asked, assets, filter, drawn, open, all.size());
  }

  /** What the map can hold: first what is in the soonest conflicts, then the soonest. */
  private static List<Views.Notice> drawn(
      List<Views.Conflict> open, List<Views.Notice> all, List<Views.Notice> found) {
    Set<String> met = new HashSet<>();
    open.stream()
        .limit(10)
        .forEach(conflict -> {
          met.add(conflict.ownEntity());
          met.add(conflict.otherEntity());
        });
    List<Views.Notice> drawn =
        new ArrayList<>(all.stream().filter(notice -> met.contains(notice.entity())).toList());
    found.stream()
        .filter(notice -> !met.contains(notice.entity()))
        .sorted(Comparator.comparing(Views.Notice::start))
        .limit(Math.max(0, MAP_NOTICES_MAX - drawn.size()))
        .forEach(drawn::add);
    return drawn;
  }

  private Html tables(List<Views.Conflict> conflicts, List<Views.Notice> notices) {
    long open = conflicts.stream().filter(one -> !one.state().equals("CLEARED")).count();
    Html.Element table = el("table", NoticeTable.head()).cls("cards");
    Html.Element body = el("tbody");
    conflicts.stream()
        .limit(CONFLICTS_MAX)
        .forEach(one -> body.add(NoticeTable.conflict(asked, one)));
    notices.stream().limit(NOTICES_MAX).forEach(one -> body.add(NoticeTable.notice(asked, one)));
    table.add(body);
    Html rest = rest(conflicts.size(), notices.size());
    Html.Element scroll =
        el("div", table, rest)
            .cls("scroll")
            .id("table")
            .at("tabindex", "0")
            .at("role", "group")
            .at("aria-labelledby", "ht")
            .at("data-live");
    Html filter =
        el(
                "form",
                el("label", "Filter ")
                    .cls("field")
                    .add(el("input").at("name", "q").at("size", "8").at("value", asked.typed("q"))),
                el("label")
                    .cls("field")
                    .add(
                        el("input")
                            .at("type", "checkbox")
                            .at("name", "over")
                            .at("value", "yes")
                            .at(asked.typed("over").equals("yes"), "checked", ""))
                    .add(" also over"),
                asked.past() ? Asked.hidden("at", asked.now().toString()) : Html.none(),
                el("button", "Apply").cls("btn"))
            .cls("row")
            .at("method", "get")
            .at("action", "/");
    String aside = count(open, "conflict") + " · " + count(notices.size(), "notice");
    Html.Element header =
        el("header", el("h2", "Conflicts and notices").id("ht"))
            .add(el("span", aside).cls("soft xs").id("ht-count").at("data-live"), filter)
            .add(
                asked.silent() || !asked.visitor().may(Right.SPEAK)
                    ? Html.none()
                    : el("a", "New notice").cls("btn").at("href", "/notices/new"));
    return el("section", header, scroll, PlacesTable.of(asked))
        .cls("pane")
        .at("aria-labelledby", "ht");
  }

  private static Html rest(int conflicts, int notices) {
    int hidden = Math.max(0, conflicts - CONFLICTS_MAX) + Math.max(0, notices - NOTICES_MAX);
    if (conflicts + notices == 0) {
      return el("p", "Nothing matches, or nothing is declared.").cls("foot soft");
    }
    return Html.when(
        hidden > 0, el("p", hidden + " later ones are not shown: filter to see them.").cls("foot"));
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private boolean matches(Views.Conflict conflict, String filter) {
    return filter.isEmpty()
        || has(filter, conflict.reference())
        || has(filter, conflict.ownReference())
        || has(filter, conflict.otherReference())
        || has(filter, conflict.state())
        || has(filter, "conflict");
  }

  private boolean matches(Views.Notice notice, String filter) {
    return filter.isEmpty()
        || has(filter, notice.reference())
        || has(filter, notice.party())
        || has(filter, notice.category())
        || has(filter, notice.state())
        || (notice.label() != null && has(filter, notice.label()));
  }

  private static boolean has(String filter, String text) {
    return text.toLowerCase(Locale.ROOT).contains(filter);
  }

  private Html thread() {
    List<Views.Message> messages = asked.view().messages(MESSAGES_MAX);
    long waiting =
        messages.stream()
            .filter(message -> message.replyBy() != null && message.delivery().answered() == null)
            .count();
    Html.Element list = el("ol");
    messages.forEach(message -> list.add(MessageItem.item(asked, message)));
    if (messages.isEmpty()) {
      list.add(el("li", el("p", "No message yet.").cls("soft")).cls("msg"));
    }
    Html scroll =
        el("div", list)
            .cls("scroll")
            .id("thread")
            .at("tabindex", "0")
            .at("role", "group")
            .at("aria-labelledby", "hg")
            .at("data-live");
    Html.Element write = el("div").cls("templates").at("role", "group");
    write.at("aria-label", "Write a message");
    for (String kind : KINDS) {
      String word = List.of("STOP", "DISTRESS").contains(kind) ? kind + " …" : kind;
      write.add(el("button", word).cls("btn").at("name", "kind").at("value", kind));
    }
    Html foot =
        asked.silent() || !asked.visitor().may(Right.SPEAK)
            ? Html.none()
            : el("form", write).cls("foot").at("method", "get").at("action", "/messages/new");
    String aside = waiting + " wait for an answer · newest first";
    Html header =
        el(
            "header",
            el("h2", "Messages").id("hg"),
            el("span", aside).cls("soft xs").id("hg-count").at("data-live"));
    return el("section", header, scroll, foot).cls("pane thread").at("aria-labelledby", "hg");
  }

  /** Messages of others that this page puts on the screen, and nobody has said so yet. */
  static List<String> shown(Asked asked) {
    return asked.view().messages(MESSAGES_MAX).stream()
        .filter(message -> !message.own() && message.delivery().displayed() == null)
        .map(Views.Message::id)
        .toList();
  }

  static Html soft(String text) {
    return el("span", text(text)).cls("soft");
  }
}
