package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.SignedBy;

/** Who of a party has signed what the party's node said, as far as that counts. */
final class SignedLine {
  private SignedLine() {}

  /** Beside the party: the officer's name, or nothing. */
  static Html brief(SignedBy by) {
    String officer = by.officer();
    return officer == null ? Html.none() : el("span", text(" "), Words.said(officer)).cls("soft");
  }

  /** In a list: as the line, but nothing where the node signed alone. */
  static Html note(SignedBy by) {
    return by.code().equals("none") ? Html.none() : line(by);
  }

  /** A line of its own: the officer, the node alone, or what is wrong with the signature inside. */
  static Html line(SignedBy by) {
    String officer = by.officer();
    if (officer != null) {
      return el("p", text("Signed by "), el("b", Words.said(officer)), text(" and the node."));
    }
    return by.code().equals("none")
        ? el("p", "Signed by the node alone.").cls("soft")
        : el(
            "p",
            text("Signed by the node. The officer’s signature inside does not count: "),
            Words.ltr(by.code()));
  }
}
