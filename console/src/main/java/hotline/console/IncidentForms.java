package hotline.console;

import static hotline.console.Html.el;

import hotline.node.api.MatterViews;
import java.util.ArrayList;
import java.util.List;

/** What a party can bring forward in an incident, each as one folded form. */
final class IncidentForms {
  private static final List<List<String>> SORTS =
      List.of(
          List.of("TRACK", "track"),
          List.of("FILE", "file"),
          List.of("RECORDING", "recording"),
          List.of("OTHER", "other"));

  private final Asked asked;
  private final MatterViews.Incident incident;
  private final List<MatterViews.Exhibit> loose;
  private final String action;

  IncidentForms(
      Asked asked, MatterViews.Incident incident, List<MatterViews.Exhibit> loose, String action) {
    this.asked = asked;
    this.incident = incident;
    this.loose = loose;
    this.action = action;
  }

  Html pane() {
    Html.Element body = el("div").cls("body stack tight");
    body.add(account(), claimForm(), sealForm(), disclose(), handOver(), keep());
    body.add(attach(), wording("fact", "Propose a fact"), wording("finding", "Word a finding"));
    return Frame.pane("ip", "Bring forward", "each becomes a signed entry").add(body);
  }

  private Html account() {
    Asked typed = asked.in("account");
    Html form =
        Pieces.form(typed, "account", action + "/account")
            .add(
                Fields.area(typed, "words", "Our version, whole", Pieces.WORDS_MAX, ""),
                el("p", "It takes the place of our last one, which stays in the record.")
                    .cls("note"),
                Pieces.button("Give our version anew"));
    return Pieces.fold(typed, "Our version anew", form);
  }

  private Html claimForm() {
    Asked typed = asked.in("claim");
    List<List<String>> own =
        incident.exhibits().stream()
            .filter(one -> one.by().own() && one.sort().equals("CLAIM"))
            .filter(one -> one.state().equals("STANDS"))
            .map(one -> List.of(one.by().id(), one.what()))
            .toList();
    return Pieces.fold(typed, "Claim, or narrow a claim", claim(typed, action + "/claim", own));
  }

  /** A claim; it may narrow one of {@code own}. */
  static Html claim(Asked typed, String action, List<List<String>> own) {
    Html narrows =
        own.isEmpty()
            ? Html.none()
            : Pieces.select(typed, "narrows", "In place of our claim", "a new claim", own);
    return Pieces.form(typed, "claim", action)
        .add(
            Fields.area(typed, "words", "What we claim", Pieces.WORDS_MAX, ""),
            IncidentsPage.times(typed),
            Fields.line(typed, "position", "Where, if it has a place", Pieces.PLACE_MAX),
            narrows,
            Pieces.button("Claim"));
  }

  private Html sealForm() {
    Asked typed = asked.in("seal");
    return Pieces.fold(typed, "Seal a thing by its digest", seal(typed, action + "/seal"));
  }

  /** Seals a thing; it stays where it is, only its digest goes into the record. */
  static Html seal(Asked typed, String action) {
    return Pieces.form(typed, "seal", action)
        .add(
            Pieces.choice(typed, "sort", "What it is", SORTS),
            Fields.required(typed, "title", "What it shows", Pieces.TITLE_MAX),
            Fields.required(typed, "sha256", "SHA-256, 64 hex digits", 80),
            Fields.required(typed, "bytes", "Length in bytes", 16),
            el(
                    "div",
                    Fields.line(typed, "from", "Covers from, UTC", Pieces.TIME_MAX),
                    Fields.line(typed, "to", "Until, UTC", Pieces.TIME_MAX))
                .cls("page two"),
            el("p", "The thing itself stays here. ")
                .cls("note")
                .add("Make the digest where it lies: ")
                .add(el("code", "sha256sum FILE")),
            Pieces.button("Seal"));
  }

  private Html disclose() {
    Asked typed = asked.in("disclose");
    Html form =
        Pieces.form(typed, "disclose", action + "/disclose")
            .add(
                Fields.required(typed, "notice", "Our notice, e.g. N-0412", 40),
                el(
                        "div",
                        Fields.line(typed, "version", "Version; empty: the last", 8),
                        Fields.preset(typed, "item", "Volume, from 0", 4, "0"))
                    .cls("page two"),
                el("p", "This one exact volume, and no other, becomes known to all for good.")
                    .cls("note"),
                Pieces.button("Disclose this volume"));
    return Pieces.fold(typed, "Disclose one exact volume", form);
  }

  private Html handOver() {
    List<List<String>> sealed = new ArrayList<>();
    for (MatterViews.Exhibit one : incident.exhibits()) {
      if (one.by().own() && one.sort().equals("EVIDENCE")) {
        sealed.add(List.of(one.by().id(), one.what()));
      }
    }
    if (sealed.isEmpty()) {
      return Html.none();
    }
    Asked typed = asked.in("hand-over");
    Html form =
        Pieces.form(typed, "hand-over", action + "/disclose")
            .add(
                Pieces.select(typed, "evidence", "Which", "choose a sealed thing", sealed),
                el("p", "For the bundle, keep its bytes in this node, too.").cls("note"),
                Pieces.button("Hand it over"));
    return Pieces.fold(typed, "Hand over a sealed thing", form);
  }

  /** The bytes of what anyone has sealed; the node finds out of what by their digest. */
  private Html keep() {
    Asked typed = asked.in("bytes");
    Html.Element form =
        Pieces.form(typed, "bytes", action + "/bytes")
            .at("enctype", "multipart/form-data")
            .add(
                Fields.labelled(
                    "The file that was sealed, at most 64 MB",
                    el("input").at("type", "file").at("name", "file").at("required")),
                el("p", "It stays in this node, and goes into bundles. ")
                    .cls("note")
                    .add("Refused unless an entry of the record has sealed these very bytes."),
                Pieces.button("Keep it here"));
    return Pieces.fold(typed, "Keep the bytes of a sealed thing", form);
  }

  private Html attach() {
    List<List<String>> own =
        loose.stream()
            .filter(one -> one.by().own())
            .map(one -> List.of(one.by().id(), one.what()))
            .toList();
    if (own.isEmpty()) {
      return Html.none();
    }
    Asked typed = asked.in("attach");
    Html form =
        Pieces.form(typed, "attach", action + "/attach")
            .add(
                Pieces.select(typed, "item", "Which", "choose one of ours", own),
                Pieces.button("Attach to this incident"));
    return Pieces.fold(typed, "Attach what was claimed or sealed beforehand", form);
  }

  private Html wording(String kind, String heading) {
    Asked typed = asked.in(kind);
    Html.Element form =
        Pieces.form(typed, kind, action + "/" + kind)
            .add(
                Fields.area(typed, "words", "The words all are to sign", Pieces.WORDS_MAX, ""),
                Fields.line(typed, "refers", "What it rests on: exhibits, ids", 1_000),
                el("p", "You sign it by this.").cls("note"),
                Pieces.button(heading));
    return Pieces.fold(typed, heading, form);
  }
}
