package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A watch changes hands: what is open goes with it, and whoever takes it says that it was read. Two
 * statements, of which each officer signs one; the rules make them one handover.
 */
final class Handover {
  /** Why nothing is tried out meanwhile. */
  static final String NO_TEST = "No test: a watch is being handed over";

  /** As many as a statement takes. */
  private static final int OPEN_MAX = 64;

  private static final int MESSAGES_MAX = 1_000;

  private final Asked asked;

  Handover(Asked asked) {
    this.asked = asked;
  }

  /**
   * Something open.
   *
   * @param id the statement that it is about; null if it is about none
   * @param since when it was said, or is due
   */
  private record Item(@Nullable String id, String words, @Nullable Instant since) {}

  /** Whether a watch of this party is handed over and not taken yet. */
  static boolean isOpen(Asked asked) {
    return asked.ownPosts().stream().anyMatch(each -> each.handingTo() != null);
  }

  /** What needs somebody now: alarms, what waits for a reply, offers, conflicts, line checks. */
  private List<Item> open() {
    List<Item> all = new ArrayList<>();
    List<Views.Message> alarms = AlarmStrip.of(asked);
    for (Views.Message each : alarms) {
      String state = each.alarm().equals("UNACCEPTED") ? "not accepted" : "not answered";
      all.add(
          new Item(
              each.id(),
              each.kind() + " from " + Words.party(each.from()) + ", " + state,
              each.signed()));
    }
    for (Views.Message each : asked.view().messages(MESSAGES_MAX)) {
      if (each.replyBy() != null
          && each.delivery().answered() == null
          && alarms.stream().noneMatch(alarm -> alarm.id().equals(each.id()))) {
        String from = each.own() ? "own " : "";
        String whose = each.own() ? "" : " from " + Words.party(each.from());
        all.add(
            new Item(each.id(), from + each.kind() + whose + ", no reply, due", each.replyBy()));
      }
    }
    for (Views.Offer each : asked.view().offers()) {
      if (each.state().equalsIgnoreCase("OPEN")) {
        all.add(
            new Item(
                each.id(), "offer of " + Words.party(each.party()) + ", lapses", each.lapses()));
      }
    }
    for (Views.Conflict each : asked.view().conflicts(false)) {
      all.add(
          new Item(
              each.messageId(),
              "conflict " + each.reference() + ", " + Words.plain(each.state()),
              each.overlapStart()));
    }
    for (Views.Trouble each : asked.line().troubles()) {
      if (Shelf.takes(each)) {
        all.add(new Item(null, "line check missed: " + each.sentence(), each.since()));
      }
    }
    return all;
  }

  /** Handing over a post that somebody has. */
  Html form(Views.Watch post) {
    List<Item> open = open();
    Html.Element items = el("ul").cls("list");
    open.stream().limit(OPEN_MAX).forEach(each -> items.add(item(each)));
    Html.Element form =
        asked
            .form(
                "/act/watch/" + post.post() + "/handover",
                el("p", Words.count(open.size(), "open item") + " with it:"),
                items,
                Html.when(
                    open.size() > OPEN_MAX,
                    el("p", "The first " + OPEN_MAX + " go with it; the rest stays on the watch.")),
                Fields.required(asked, "to", "Hand over to (name)", 40))
            .cls("stack");
    open.stream()
        .limit(OPEN_MAX)
        .map(Item::id)
        .forEach(id -> {
          if (id != null) {
            form.add(Asked.hidden("open", id));
          }
        });
    return form.add(
        el("p", "You keep the watch until the other officer takes it.").cls("note"),
        el("button", "Hand over").cls("btn big"));
  }

  private Html item(Item item) {
    Html.Element what = el("span", Words.said(item.words()));
    if (item.id() != null) {
      what.add(text(" "), Words.ltr(Words.brief(item.id())));
    }
    return el(
        "li",
        el("span", "–").cls("mark"),
        what,
        item.since() == null ? el("span") : Words.time(item.since(), asked.now()));
  }

  /** For whoever takes a post that was handed over: what went with it, and that it was read. */
  Html taking(Views.Watch post) {
    if (post.handingTo() == null) {
      return Html.none();
    }
    Html.Element items = el("ul").cls("list");
    for (String id : post.open()) {
      Optional<Views.Message> message = asked.view().message(id);
      String kind = message.map(Views.Message::kind).orElse("statement");
      items.add(
          el(
              "li",
              el("span", "–").cls("mark"),
              message.isPresent() ? el("a", kind).at("href", asked.message(id)) : el("span", kind),
              Words.ltr(Words.brief(id))));
    }
    return el(
            "fieldset",
            el("legend", "Handed over with " + Words.count(post.open().size(), "open item")),
            items,
            el(
                    "label",
                    el("input")
                        .at("type", "checkbox")
                        .at("name", "read")
                        .at("value", "yes")
                        .at("required"))
                .add(" I have read what is open and take it over"))
        .cls("stack tight");
  }

  /** Why a post that was handed over is not taken. */
  static Optional<Told> notRead(LineApi api, Pages.Request request, String post) {
    String own = api.line().party();
    boolean handed =
        api.watch().stream()
            .anyMatch(each ->
                each.party().equals(own) && each.post().equals(post) && each.handingTo() != null);
    return handed && !request.field("read").equals("yes")
        ? Optional.of(
            Told.refused(
                "open-items-not-read",
                "This watch is handed over with what is open: read it, say so, and take it then."))
        : Optional.empty();
  }
}
