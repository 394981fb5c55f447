package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.LineApi;
import hotline.node.api.LineView;
import hotline.node.api.Pages;
import hotline.node.api.Past;
import hotline.node.api.Rights;
import hotline.node.api.Role;
import hotline.node.api.Views;
import hotline.node.api.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a page: the state of the line once, what was typed, and the sentence to
 * show.
 *
 * @param view what is looked at: the line as it is, or as this node knew it
 * @param told what became of the form before; null if there was none
 */
record Asked(
    LineApi api, LineView view, Views.Line line, Pages.Request request, @Nullable Told told) {
  /** Of the line as it is. */
  static Asked now(LineApi api, Pages.Request request, @Nullable Told told) {
    return new Asked(api, api, api.line(), request, told);
  }

  /** The same request, of the line as this node knew it. */
  Asked then(Past past) {
    return new Asked(api, past, Replay.then(line, past), request, null);
  }

  /** Whether this is of the past: nothing can be said from there. */
  boolean past() {
    return view instanceof Past;
  }

  /**
   * Whether this node's party is none of the line's: it sees all, and everything it says is
   * refused.
   */
  boolean observer() {
    return line.parties().stream().noneMatch(Views.PartyStatus::own);
  }

  /** Who asks. */
  Visitor visitor() {
    return request.visitor();
  }

  /** Whether nothing can be said from here, so that no form is shown. */
  boolean silent() {
    return past() || observer();
  }

  /** The address of a notice, then as now. */
  String notice(String entity) {
    return "/notices/" + entity + at();
  }

  /** The address of a message, then as now. */
  String message(String id) {
    return "/messages/" + id + at();
  }

  /** An address of this node without a query, then as now. */
  String to(String path) {
    return path + at();
  }

  private String at() {
    return past() ? "?at=" + now() : "";
  }

  Instant now() {
    return line.now();
  }

  /** What was typed: of a form that was refused, or of the address. */
  String typed(String name) {
    return request.form().isEmpty() ? request.parameter(name) : request.field(name);
  }

  /** The same, but what was typed in another form of the page is not this form's. */
  Asked in(String form) {
    if (request.form().isEmpty() || request.field("form").equals(form)) {
      return this;
    }
    return new Asked(api, view, line, request.untyped(), told);
  }

  /** Whether a refused form is being shown again. */
  boolean refused() {
    return told != null && !told.done() && !request.form().isEmpty();
  }

  /**
   * A form by POST with its token. Whose role may not send it sees it out of use, and why; what
   * counts is what the node lets through.
   */
  Html.Element form(String action, Html... children) {
    boolean may = Rights.of("POST", action).map(visitor()::may).orElse(true);
    return may
        ? el("form", hidden("csrf", request.csrf()))
            .at("method", "post")
            .at("action", action)
            .add(children)
        : barred().add(children);
  }

  private Html.Element barred() {
    Role role = visitor().role();
    String why =
        visitor().lapsed()
            ? "Your sign-in is over: sign in to do this."
            : "Not for your role" + (role == null ? "." : " (" + role.word() + ").");
    return el("fieldset", el("p", why).cls("note")).at("disabled");
  }

  static Html hidden(String name, String value) {
    return el("input").at("type", "hidden").at("name", name).at("value", value);
  }

  /** The posts of this party. */
  List<Views.Watch> ownPosts() {
    return api.watch().stream().filter(post -> post.party().equals(line.party())).toList();
  }

  /**
   * Where this screen stands: the post taken here, else the first that someone has the watch of.
   */
  Optional<Views.Watch> post() {
    List<Views.Watch> own = ownPosts();
    String here = request.kept().getOrDefault("post", "");
    return own.stream()
        .filter(post -> post.post().equals(here))
        .findFirst()
        .or(() -> own.stream().filter(post -> post.officer() != null).findFirst())
        .or(() -> own.stream().findFirst());
  }

  /** The sign of a party: hue, shape and letter; the word where it is asked for. */
  Html.Element tag(String party, boolean word) {
    Html.Element tag =
        el("span")
            .cls(("pt " + side(party)).strip())
            .at("data-p", Words.party(party).substring(0, 1));
    return word ? tag.add(Words.party(party)) : tag.add(el("span", Words.party(party)).cls("hide"));
  }

  /** {@code n} for the first party by name, {@code s} for the second, nothing for others. */
  String side(String party) {
    List<String> names =
        line.parties().stream().map(Views.PartyStatus::party).sorted().distinct().toList();
    return switch (names.indexOf(party)) {
      case 0 -> "n";
      case 1 -> "s";
      default -> "";
    };
  }
}
