package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.KeyApi;
import hotline.node.api.LineApi;
import hotline.node.api.Pages;
import hotline.node.api.Said;
import hotline.node.api.Visitor;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what is said from this browser is signed by its officer's own key as well as by the node;
 * if not, why not, and how it comes to that. The key itself never leaves the browser; the session
 * keeps its public half.
 */
final class Signing {
  private static final String KEPT = "key";
  private static final String PAGE = "/watch";

  private final Asked asked;
  private final String kept;
  private final String hex;
  private final Optional<KeyApi.Key> known;

  Signing(Asked asked) {
    this.asked = asked;
    this.kept = asked.request().kept().getOrDefault(KEPT, "");
    this.hex = hex(kept);
    this.known =
        kept.isEmpty()
            ? Optional.empty()
            : asked.api().keys().stream()
                .filter(each -> each.own() && each.key().equals(hex))
                .findFirst();
  }

  /** What is signed how, and why. */
  private record Word(String state, String sentence) {}

  private Word word() {
    Visitor visitor = asked.visitor();
    if (visitor.officer() == null) {
      return new Word("nobody", "The node signs alone: nobody is signed in.");
    }
    if (visitor.lapsed()) {
      return new Word("over", "The node signs alone: your sign-in is over.");
    }
    if (kept.isEmpty()) {
      return new Word("none", "The node signs alone: no key of yours on this computer.");
    }
    if (known.isPresent()) {
      return known(known.get(), visitor.officer());
    }
    return asked.api().keyRequests().stream().anyMatch(each -> each.key().equals(hex))
        ? new Word("asked", "The node signs alone: your key waits to be enrolled.")
        : new Word("unknown", "The node signs alone: your key is not known. Make a new one.");
  }

  private static Word known(KeyApi.Key key, String officer) {
    if (!officer.equals(key.officer())) {
      return new Word("unknown", "The node signs alone: the key here is not enrolled as yours.");
    }
    if (!key.counts()) {
      return new Word("revoked", "The node signs alone: your key " + key.id() + " was revoked.");
    }
    return key.recorded()
        ? new Word("own", "You sign too, with your key " + key.id() + ".")
        : new Word("asked", "The node signs alone: your key is not in the record yet.");
  }

  /** One line for the foot of every page; the script finds there whose key it is to look for. */
  Html line() {
    if (asked.observer()) {
      return Html.none();
    }
    Word word = word();
    String officer = asked.visitor().officer();
    Html.Element line =
        el("div", el("span", word.sentence()).id("signs-words"))
            .cls("who row xs")
            .id("signs")
            .at("data-live")
            .at("data-state", word.state())
            .at("data-key", kept);
    if (officer != null) {
      line.at("data-officer", officer).at("data-line", asked.line().lineId());
      line.add(el("noscript", "Scripts are off: the node signs alone."));
      if (word.state().equals("none")) {
        line.add(el("a", "Make one").at("href", PAGE + "#own-key"));
      }
    }
    return line;
  }

  /** Making a key, on the page of the watch. */
  Html pane() {
    if (asked.visitor().officer() == null || asked.observer()) {
      return Html.none();
    }
    Word word = word();
    Html.Element body = el("div", el("p", word.sentence())).cls("body stack");
    if (!kept.isEmpty()) {
      body.add(
          el(
              "p",
              text("The key, to be compared before it is enrolled: "),
              el("code", Words.ltr(hex))));
    }
    boolean replaces = !word.state().equals("none");
    body.add(
        el(
                "p",
                "The key is made in this browser and cannot be taken out of it. With it you sign"
                    + " what you say; the node signs as well. STOP never waits for it.")
            .cls("note"),
        el("noscript", el("p", "Scripts are off: no key can be made, and the node signs alone.")),
        asked.form(
            "/act/key",
            Asked.hidden("key", ""),
            el(
                    "button",
                    replaces ? "Make another key on this computer" : "Make a key on this computer")
                .cls("btn")
                .at("disabled")
                .at("data-make-key")));
    return Frame.pane("own-key", "Your own key", null).add(body);
  }

  /** The browser tells which key it holds; one that nobody knows yet is kept as a request. */
  static Actions.Result act(LineApi api, Pages.Request request) {
    String officer = request.visitor().officer();
    if (officer == null || !request.visitor().signedIn()) {
      return new Actions.Result(
          Told.refused("not-signed-in", "Sign in first: a key is a person's."), PAGE);
    }
    String key = request.field("key");
    String hex = hex(key);
    boolean known = api.keys().stream().anyMatch(each -> each.own() && each.key().equals(hex));
    Said said =
        known
            ? new Said(true, Said.State.RECORDED, "ok", "Your key is known here.", null, null)
            : api.askForKey(officer, hex);
    return new Actions.Result(Told.of(said), PAGE, said.done() ? Map.of(KEPT, key) : Map.of());
  }

  private static String hex(String base64) {
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64));
    } catch (IllegalArgumentException not) {
      return "";
    }
  }
}
