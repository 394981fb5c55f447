package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was brought forward, and beside each thing what every party holds of it. */
final class Exhibits {
  private static final List<List<String>> WORDS =
      List.of(
          List.of("ACCEPTS", "We accept it"),
          List.of("DISPUTES", "We dispute it"),
          List.of("CANNOT_VERIFY", "We cannot verify it"),
          List.of("NO_FIRM_INFORMATION", "We have no firm information"));

  private final Asked asked;
  private final MatterViews.Incident incident;
  private final String action;

  Exhibits(Asked asked, MatterViews.Incident incident, String action) {
    this.asked = asked;
    this.incident = incident;
    this.action = action;
  }

  Html.Element pane() {
    Html.Element head = el("tr");
    List<String> columns = new ArrayList<>(List.of("Item", "From", "What", "Happened", "Entered"));
    parties().forEach(party -> columns.add(Words.party(party) + "’s view"));
    columns.forEach(column -> head.add(el("th", column).at("scope", "col")));
    Html.Element body = el("tbody");
    int number = 1;
    for (MatterViews.Exhibit one : incident.exhibits()) {
      body.add(row(one, number++));
    }
    Html.Element pane =
        Frame.pane("ie", "Exhibits", "each is judged by every party; nobody’s view is merged");
    if (incident.exhibits().isEmpty()) {
      return pane.add(el("div", Pieces.nothing("Nothing was brought forward.")).cls("body"));
    }
    Html table = el("table", el("thead", head), body).cls("cards exhibits");
    return pane.add(
        el("div", table)
            .cls("scroll")
            .at("tabindex", "0")
            .at("role", "group")
            .at("aria-labelledby", "ie"));
  }

  private List<String> parties() {
    return asked.line().parties().stream().map(Views.PartyStatus::party).toList();
  }

  private Html row(MatterViews.Exhibit one, int number) {
    boolean loud = "FALSE".equals(one.holds());
    boolean over = !one.state().equals("STANDS");
    Html.Element row =
        el("tr")
            .cls(loud ? "p2" : over ? "past" : "")
            .id("e-" + one.by().id())
            .add(el("th", Words.ltr("E-" + number)).at("scope", "row"))
            .add(el("td", asked.tag(one.by().party(), true)))
            .add(what(one))
            .add(el("td", happened(one)).at("data-k", "Happened"))
            .add(el("td", entered(one)).at("data-k", "Entered"));
    parties().forEach(party -> row.add(view(one, party)));
    return row;
  }

  private Html what(MatterViews.Exhibit one) {
    Html.Element cell = el("td").cls("full");
    cell.add(el("b", sort(one.sort()) + ": "), Words.said(one.what()));
    if (!one.state().equals("STANDS")) {
      cell.add(el("p", el("b", Words.plain(one.state()) + " by its own party")));
    }
    cell.add(holds(one));
    if (one.digest() != null) {
      String length = one.bytes() == null ? "" : " · " + one.bytes() + " bytes";
      cell.add(
          el("p", text("SHA-256 "), Words.ltrLong(one.digest()).cls("code wrap-ok"), text(length))
              .cls("soft xs"));
    }
    if (one.volume() != null) {
      cell.add(volume(one.volume()));
    }
    if (one.by().own() && one.state().equals("STANDS") && takenBack(one.sort())) {
      cell.add(Motions.retract(asked, action, one.by().id()));
    }
    return cell;
  }

  private static boolean takenBack(String sort) {
    return sort.equals("CLAIM");
  }

  private static String sort(String sort) {
    return switch (sort) {
      case "INCIDENT" -> "First version";
      case "ACCOUNT" -> "Version";
      case "EVIDENCE" -> "Sealed";
      case "DISCLOSURE" -> "Disclosed";
      case "CLAIM" -> "Claim";
      default -> Words.plain(sort);
    };
  }

  /** Whether what was disclosed is what was committed to then; computed here, said in words. */
  private static Html holds(MatterViews.Exhibit one) {
    if (one.holds() == null) {
      return Html.none();
    }
    Html why = one.why() == null ? Html.none() : Html.all(text(" "), Words.said(one.why()));
    return switch (one.holds()) {
      case "HOLDS" ->
          el(
              "p",
              el("b", "Holds: "),
              text("this node checked that it is what was committed to then."));
      case "FALSE" ->
          el("p", Signs.named("p2", "FALSE: this is not what was committed to then."), why)
              .cls("loud");
      default ->
          el("p", el("b", "Not known: "), text("this node cannot check it."), why).cls("v warn");
    };
  }

  private Html volume(Views.Volume volume) {
    int corners = volume.outlineLatLngNanodegrees().size() / 2;
    String shape =
        volume.radiusMm() == null
            ? corners + " corners"
            : "circle, radius " + Words.nauticalMiles(volume.radiusMm());
    return el(
            "p",
            text("Volume " + volume.item() + ": " + shape + ", "),
            Words.ltr(volume.band().text()),
            text(", "),
            Pieces.event(asked, volume.start(), volume.end()))
        .cls("soft xs");
  }

  private Html happened(MatterViews.Exhibit one) {
    return one.from() == null || one.to() == null
        ? text("–")
        : Pieces.event(asked, one.from(), one.to());
  }

  private Html entered(MatterViews.Exhibit one) {
    Html.Element cell = el("span", Pieces.entered(asked, one.by()));
    if (one.sealedAt() != null && !one.sealedAt().equals(one.by().said())) {
      cell.add(
          el("br"),
          el("span", "committed ").cls("soft xs"),
          Words.time(one.sealedAt(), asked.now()));
    }
    return cell;
  }

  private Html view(MatterViews.Exhibit one, String party) {
    Html.Element cell = el("td").at("data-k", Words.party(party) + "’s view");
    if (one.by().party().equals(party)) {
      return cell.add(el("span", "brought it forward").cls("soft"));
    }
    Optional<MatterViews.View> view =
        one.views().stream().filter(each -> each.party().equals(party)).findFirst();
    view.ifPresentOrElse(each -> cell.add(said(each)), () -> cell.add("has not said"));
    boolean here = party.equals(asked.line().party()) && one.mayAssess();
    return here ? cell.add(assess(one)) : cell;
  }

  private Html said(MatterViews.View view) {
    Html word =
        switch (view.word()) {
          case "ACCEPTS" -> el("b", "accepts");
          case "DISPUTES" -> el("b", "disputes: ").cls("v warn");
          case "CANNOT_VERIFY" -> el("b", "cannot verify");
          case "NO_FIRM_INFORMATION" -> el("b", "has no firm information");
          default -> el("span", "has not said").cls("soft");
        };
    Html.Element all = el("span", word);
    if (!view.reason().isEmpty()) {
      all.add(text(" "), Words.said(view.reason()));
    }
    return view.by() == null ? all : all.add(el("br"), Pieces.entered(asked, view.by()));
  }

  private Html assess(MatterViews.Exhibit one) {
    String name = "assess-" + one.by().id();
    Asked typed = asked.in(name);
    Html form =
        Pieces.form(typed, name, action + "/assess")
            .add(
                Asked.hidden("item", one.by().id()),
                Pieces.choice(typed, "word", "What we hold of it", WORDS),
                Fields.line(typed, "reason", "Reason; a dispute needs one", Pieces.LINE_MAX),
                Pieces.button("Say so"));
    return Pieces.fold(typed, "Assess", form);
  }
}
