package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.KeyApi;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;

/** The keys of each party: what for, from which entry on, and until which. Nothing to press. */
final class KeysPage {
  static final String ADDRESS = "/keys";
  private static final List<String> COLUMNS =
      List.of("Key", "Counts", "From", "Until", "Said by its root key");

  private final Asked asked;

  KeysPage(Asked asked) {
    this.asked = asked;
  }

  Html main() {
    List<KeyApi.Key> all = asked.api().keys();
    Html.Element panes = el("div").cls("stack gap1").id("keys").at("data-live");
    for (Views.PartyStatus party : asked.line().parties()) {
      List<KeyApi.Key> its =
          all.stream().filter(each -> each.party().equals(party.party())).toList();
      long counting = its.stream().filter(KeyApi.Key::counts).count();
      panes.add(
          Pieces.table(
              "k-" + party.party(),
              "Keys of " + Words.party(party.party()),
              counting + " of " + its.size() + " count",
              COLUMNS,
              its.stream().map(this::row).toList(),
              "The terms name no keys of this party."));
    }
    return el("main", panes, el("div", about()).cls("stack gap1")).cls("page side").id("main");
  }

  private List<Html> row(KeyApi.Key key) {
    List<Html> cells = new ArrayList<>();
    Html.Element whose = el("span", purpose(key), text(" "), Words.ltr(key.id()));
    cells.add(key.used() ? whose.add(" · this node signs with it") : whose);
    cells.add(key.counts() ? text("yes") : Signs.named("p2", "no"));
    cells.add(from(key));
    cells.add(until(key));
    cells.add(word(key));
    return cells;
  }

  /** What it is for, and whose it is. */
  private static Html purpose(KeyApi.Key key) {
    return switch (key.purpose()) {
      case "root" -> text("root");
      case "node" ->
          key.node() == null ? text("node") : Html.all(text("node "), Words.ltr(key.node()));
      case "log" -> text("log of the record");
      case "outcomes" -> text("log of the outcomes");
      case "cosigner" -> text("cosigner");
      case "officer" ->
          key.officer() == null
              ? text("officer")
              : Html.all(text("officer "), Words.said(key.officer()));
      default -> text("named by nothing any more");
    };
  }

  private Html from(KeyApi.Key key) {
    if (key.enrolled() != null) {
      return entry(key.enrolled());
    }
    boolean enrolled = key.said() != null && key.reason() == null;
    return text(enrolled ? "not recorded yet" : key.purpose().equals("other") ? "–" : "the terms");
  }

  private Html until(KeyApi.Key key) {
    if (key.revoked() != null) {
      return Html.all(text("revoked at "), entry(key.revoked()));
    }
    return text(key.reason() != null ? "revoked, not recorded yet" : "–");
  }

  private static Html entry(long index) {
    return el("a", "entry " + index).at("href", "/record?from=" + index);
  }

  private Html word(KeyApi.Key key) {
    if (key.said() == null) {
      return text("–");
    }
    Html when = Words.time(key.said(), asked.now());
    return key.reason() == null ? when : Html.all(when, text(": "), Words.said(key.reason()));
  }

  private static Html about() {
    return Frame.pane("k-about", "How keys change", "only by a party’s own root key")
        .add(
            el(
                    "div",
                    el(
                        "p",
                        "What a key signed before the entry that revokes it stays valid for ever;"
                            + " what it signs from that entry on counts nowhere."),
                    el(
                        "p",
                        "A key is enrolled or revoked with the root key, away from this page."
                            + " Compare ids by voice with the other party."),
                    el("p", el("code", "hotline key list")))
                .cls("body stack"));
  }
}
