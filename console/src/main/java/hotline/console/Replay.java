package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Past;
import hotline.node.api.Views;
import java.util.List;
import java.util.Optional;

/**
 * The line as this node knew it at an instant that is past. Its pages stand in a frame that says
 * so; nothing can be said from them. Top bar and alarms round them stay those of now.
 */
final class Replay {
  private static final List<Long> STEPS_SECONDS = List.of(-600L, -60L, -10L, 10L, 60L, 600L);

  private Replay() {}

  /** The same line, as a node knew it then. */
  static Views.Line then(Views.Line line, Past past) {
    return new Views.Line(
        line.lineId(),
        line.name(),
        line.party(),
        line.node(),
        line.host(),
        line.mode(),
        past.at(),
        past.parties(),
        line.record(),
        new Views.Outbox(0, List.of()),
        null,
        null,
        0,
        List.of());
  }

  /** What stands at an address then; empty for pages that know only the present. */
  static Optional<MatterPages.Page> page(Asked then, List<String> path, Assets assets) {
    String first = path.getFirst();
    if (path.size() == 1) {
      return switch (first) {
        case "" -> Optional.of(page("Watch", "/", new WatchPage(then, assets).main()));
        case "status" -> Optional.of(page("Status", "/status", new StatusPage(then).main()));
        case "terms" -> Optional.of(page("Terms", "/terms", new TermsPage(then).main()));
        default -> matter(then, path);
      };
    }
    if (path.size() > 2) {
      return Optional.empty();
    }
    return switch (first) {
      case "notices" ->
          then.view()
              .notice(path.get(1))
              .map(one -> page(one.reference(), "", new NoticePage(then, one).main()));
      case "messages" ->
          then.view()
              .message(path.get(1))
              .map(one -> page(one.kind(), "", new MessagePage(then, one).main()));
      default -> matter(then, path);
    };
  }

  private static Optional<MatterPages.Page> matter(Asked then, List<String> path) {
    return new MatterPages(then)
        .at(path)
        .flatMap(found ->
            found instanceof MatterPages.Page(String title, String here, Html main)
                ? Optional.of(page(title, here, main))
                : Optional.empty());
  }

  private static MatterPages.Page page(String title, String here, Html main) {
    return new MatterPages.Page(title + ", replayed", here, main);
  }

  /** What stands over a replayed page: whose knowledge, of when, and the way on and back. */
  static Html banner(Asked then, Past past) {
    String path = then.request().path();
    Html.Element steps = el("div").cls("row");
    for (long seconds : STEPS_SECONDS) {
      String sign = seconds < 0 ? "− " : "+ ";
      long size = Math.abs(seconds);
      String word = sign + (size < 60 ? size + " s" : size / 60 + " min");
      steps.add(
          el("a", word).cls("btn").at("href", path + "?at=" + past.at().plusSeconds(seconds)));
    }
    Html form =
        el("form", field(past.at().toString()), el("button", "Show").cls("btn"))
            .cls("row")
            .at("method", "get")
            .at("action", path);
    Html words =
        el(
            "p",
            el("b", "As " + Words.party(then.line().party()) + "’s node knew it at "),
            el("b", Words.timeElement(past.at(), Words.clock(past.at()))),
            text(
                " of "
                    + Words.date(past.at())
                    + ", "
                    + past.entries()
                    + " entries of the record. "),
            el("b", "Nothing can be said from here."),
            text(" The bar and the alarms above are of now."));
    return el("section", words, steps, form, el("a", "Back to now").cls("btn").at("href", path))
        .cls("pane told replayed")
        .id("replay")
        .at("aria-label", "Replay");
  }

  private static Html field(String at) {
    return el(
            "label",
            text("Instant, UTC "),
            el("input")
                .at("name", "at")
                .at("value", at)
                .at("maxlength", "40")
                .at("dir", "ltr")
                .at("required"))
        .cls("field");
  }

  /** Chooses an instant and what to look at. */
  static Html choose(Asked asked) {
    String typed = asked.request().parameter("at");
    String start = typed.isEmpty() ? asked.now().minusSeconds(600).toString() : typed;
    Html.Element buttons = el("div").cls("row");
    for (List<String> page :
        List.of(
            List.of("/", "Watch"),
            List.of("/status", "Status"),
            List.of("/terms", "Terms"),
            List.of("/incidents", "Incidents"),
            List.of("/breaches", "Breaches"),
            List.of("/group", "Working group"))) {
      buttons.add(el("button", page.get(1)).cls("btn big").at("formaction", page.get(0)));
    }
    Html form =
        el("form", field(start), el("p", Moment.SENTENCE).cls("note"), buttons)
            .cls("stack")
            .at("method", "get")
            .at("action", "/");
    return el(
            "main",
            Frame.pane("rp", "Look back", "the line as this node knew it then")
                .add(
                    el(
                            "div",
                            form,
                            el("p", "What this node had by then, by its own clock. ")
                                .cls("note")
                                .add("Nothing can be said from there."))
                        .cls("body stack")))
        .cls("page two")
        .id("main");
  }
}
