package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.MatterViews;
import hotline.node.api.Views;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One incident: the versions side by side, never merged; exhibits, facts, findings, what is due.
 */
final class IncidentPage {
  private final Asked asked;
  private final MatterViews.Incident incident;
  private final List<MatterViews.Exhibit> loose;
  private final String action;

  IncidentPage(Asked asked, MatterViews.Incident incident) {
    this.asked = asked;
    this.incident = incident;
    this.loose = asked.view().unattached();
    this.action = "/act/incidents/" + incident.reference();
  }

  Html main() {
    Motions motions = new Motions(asked, action, false);
    return el(
            "main",
            head(),
            versions(),
            new Exhibits(asked, incident, action).pane().cls("pane wide"))
        .cls("page side")
        .id("main")
        .add(
            el("div", facts(motions), findings(motions), new Timeline(asked, incident).pane())
                .cls("stack gap1"),
            el(
                    "div",
                    Pieces.forms(asked, new IncidentForms(asked, incident, loose, action).pane()),
                    new Dues(asked, action).pane(incident.dues()),
                    new ClosingPane(asked, action, false).pane(incident.closings()))
                .cls("stack gap1"));
  }

  private Html head() {
    Html.Element facts = el("dl").cls("kv kv4");
    Pieces.fact(facts, "Opened by", Pieces.by(asked, incident.by()));
    Pieces.fact(facts, "Happened", Pieces.event(asked, incident.from(), incident.to()));
    Pieces.fact(facts, "Where", Pieces.where(incident.place(), incident.band()));
    Pieces.fact(facts, "About", refers());
    String at = Objects.toString(incident.from());
    Html links = asked.past() ? Html.none() : links(at);
    return el(
            "section",
            el(
                "header",
                el("h2", Words.said(incident.title())).id("ih"),
                el("span", "versions are never merged · " + asked.line().mode()).cls("soft xs")),
            el("div", facts, links).cls("body stack"))
        .cls("pane wide")
        .at("aria-labelledby", "ih");
  }

  private Html links(String at) {
    return el(
            "div",
            el("a", "Download the bundle")
                .cls("btn")
                .at("href", "/incidents/" + incident.reference() + "/bundle")
                .at("download", incident.reference() + ".zip"),
            el("a", "What this node knew then").cls("btn").at("href", "/?at=" + at),
            el("span", "A stranger can check the bundle with nothing but the parties’ root keys.")
                .cls("soft xs"))
        .cls("row");
  }

  private Html refers() {
    Html.Element all = el("span");
    for (String reference : incident.refers()) {
      all.add(reference(reference), text(" "));
    }
    return incident.refers().isEmpty() ? text("nothing named") : all;
  }

  private Html reference(String reference) {
    var notice = asked.view().notice(reference);
    if (notice.isPresent()) {
      return el("a", Words.ltr(notice.get().reference()))
          .at("href", asked.notice(notice.get().entity()));
    }
    Optional<Views.Message> message = asked.view().message(reference);
    if (message.isPresent()) {
      return el("a", message.get().kind() + " of " + Words.party(message.get().from()))
          .at("href", asked.message(reference));
    }
    return asked.view().breaches().stream()
        .filter(one -> one.by().id().equals(reference))
        .findFirst()
        .<Html>map(one ->
            el("a", "breach claimed by " + Words.party(one.by().party()))
                .at("href", asked.to("/breaches")))
        .orElseGet(() -> Words.ltr(Words.brief(reference)));
  }

  private Html versions() {
    Html.Element all = el("div").cls("page two wide versions");
    boolean drawn = false;
    for (MatterViews.Account account : incident.accounts()) {
      List<Views.Notice> disclosed = disclosed(account.party());
      all.add(version(account, map(account.party(), disclosed, drawn)));
      drawn |= !disclosed.isEmpty();
    }
    return all;
  }

  private Html map(String party, List<Views.Notice> disclosed, boolean sharing) {
    if (disclosed.isEmpty()) {
      return Html.none();
    }
    MapDrawing map =
        MapDrawing.small(asked, disclosed, List.of())
            .named("What " + Words.party(party) + " disclosed; in words under Exhibits");
    return sharing ? map.sharing().pane() : map.pane();
  }

  private Html version(MatterViews.Account account, Html map) {
    String id = "v-" + account.party();
    String letter = asked.side(account.party());
    Html aside =
        account.by() == null
            ? el("span", "none given").cls("soft xs")
            : Pieces.entered(asked, account.by());
    Html words =
        account.words() == null
            ? Pieces.nothing("This party has given no version. That says nothing.")
            : el("p", Words.said(account.words()));
    return el(
            "section",
            el(
                "header",
                el("h2", asked.tag(account.party(), true), text("’s version")).id(id),
                aside),
            map,
            el("div", words).cls("body stack"))
        .cls(("pane " + letter).strip())
        .at("aria-labelledby", id);
  }

  /** What this party disclosed, as the map draws notices; nothing that does not hold. */
  private List<Views.Notice> disclosed(String party) {
    return incident.exhibits().stream()
        .filter(one -> one.by().party().equals(party) && "HOLDS".equals(one.holds()))
        .flatMap(one -> one.volume() == null ? Stream.empty() : drawn(one, one.volume()))
        .toList();
  }

  private Stream<Views.Notice> drawn(MatterViews.Exhibit one, Views.Volume volume) {
    MatterViews.By by = one.by();
    return Stream.of(
        new Views.Notice(
            by.id(),
            "E-" + (incident.exhibits().indexOf(one) + 1),
            by.party(),
            by.own(),
            1,
            "ENDED",
            "",
            null,
            volume.band(),
            volume.start(),
            volume.end(),
            0,
            false,
            List.of(),
            List.of(volume),
            List.of(),
            0,
            List.of(),
            new Views.Delivery(by.said(), null, null, null, null, null, null, null, null),
            by.mode()));
  }

  private Html facts(Motions motions) {
    String count = incident.agreed().size() + " agreed · " + incident.differing().size() + " not";
    return Frame.pane("if", "Agreed facts", count)
        .add(
            el(
                    "div",
                    motions.list(incident.agreed(), "No fact is agreed yet."),
                    el("h3", "Proposed, vetoed, taken back"),
                    motions.list(incident.differing(), "None."),
                    el("p", "A fact is agreed when all have signed the same words.").cls("note"))
                .cls("body stack"));
  }

  private Html findings(Motions motions) {
    return Frame.pane("ig", "Findings", "each signature may carry dissent")
        .add(el("div", motions.list(incident.findings(), "No finding yet.")).cls("body stack"));
  }
}
