package hotline.line.bundle;

import hotline.line.Reference;
import hotline.line.UtcText;
import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.IncidentBody.What;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident for people: what each party says stands in a column of its own, what each holds of
 * the other's word beside it, and nothing is put in anyone's mouth.
 */
final class Report {
  private final Dossier dossier;
  private final BundleEntry opening;
  private final IncidentBody.Open incident;
  private final List<String> parties;
  private final File file;
  private final Names names;

  Report(Dossier dossier) {
    this.dossier = dossier;
    this.parties = dossier.genesis().parties();
    StatementId id = dossier.index().incident();
    this.opening = dossier.entry(id);
    this.incident =
        (IncidentBody.Open)
            opening.body().filter(IncidentBody.Open.class::isInstance).orElseThrow();
    this.file = new File(dossier, id);
    this.names = new Names(dossier);
  }

  /** What belongs to the incident, by its statements alone. */
  record File(Dossier dossier, StatementId incident) {
    /** Whether an entry speaks of this incident. */
    boolean has(BundleEntry entry) {
      return entry.counts() && entry.body().filter(body -> isOf(entry, body)).isPresent();
    }

    private boolean isOf(BundleEntry entry, Body body) {
      return switch (body) {
        case IncidentBody.Account account -> account.incident().equals(incident);
        case IncidentBody.Evidence evidence ->
            evidence.incident().filter(incident::equals).isPresent() || attached(entry);
        case IncidentBody.Claim claim ->
            claim.incident().filter(incident::equals).isPresent() || attached(entry);
        case IncidentBody.Disclosure disclosure -> disclosure.incident().equals(incident);
        default -> false;
      };
    }

    private boolean attached(BundleEntry item) {
      return dossier.entries().stream()
          .filter(BundleEntry::counts)
          .anyMatch(each ->
              each.body().orElse(null) instanceof IncidentBody.Attach attach
                  && attach.incident().equals(incident)
                  && attach.item().equals(item.statement().id()));
    }
  }

  String html() {
    Page page =
        new Page("Incident " + Reference.incident(file.incident()) + ": " + incident.title());
    page.say(
        "Line %s. Of the time from %s to %s. Opened by %s, entry %d, signed %s."
            .formatted(
                dossier.genesis().name(),
                UtcText.of(incident.time().fromUs()),
                UtcText.of(incident.time().toUs()),
                opening.party(),
                opening.index(),
                UtcText.of(opening.saidUs())));
    page.say(ClosedFile.of(dossier, file.incident()).words());
    incident.position().ifPresent(each -> page.say("Place: " + Telling.place(each)));
    incident.band().ifPresent(each -> page.say("Heights: " + Telling.band(each)));
    page.say(
        "Made from the signed statements of the parties. To check it, and everything it rests on:"
            + " hotline proof verify FILE, with the root keys of the parties.");
    dossier.accusations().forEach(page::warn);
    accounts(page);
    exhibits(page);
    Motions.of(dossier, file.incident()).on(page);
    volumes(page);
    timeline(page);
    return page.end();
  }

  private void accounts(Page page) {
    Map<String, String> latest = new LinkedHashMap<>();
    parties.forEach(party -> latest.put(party, "(says nothing)"));
    latest.put(opening.party(), said(opening, incident.words()));
    for (BundleEntry each : dossier.entries()) {
      if (file.has(each) && each.body().orElse(null) instanceof IncidentBody.Account account) {
        latest.put(each.party(), said(each, account.words()));
      }
    }
    page.part("What each party says");
    page.table(parties, List.of(parties.stream().map(latest::get).toList()));
  }

  private static String said(BundleEntry entry, String words) {
    return words + "\n(entry " + entry.index() + ", " + UtcText.of(entry.saidUs()) + ")";
  }

  private void exhibits(Page page) {
    List<String> head = new ArrayList<>(List.of("entry", "by", "what"));
    parties.forEach(party -> head.add(party + " holds of it"));
    List<List<String>> rows = new ArrayList<>();
    for (BundleEntry each : dossier.entries()) {
      boolean shown = file.has(each) || each.equals(opening);
      if (shown && each.body().orElse(null) instanceof IncidentBody.Exhibit exhibit) {
        List<String> row =
            new ArrayList<>(List.of(Long.toString(each.index()), each.party(), exhibit(exhibit)));
        parties.forEach(
            party -> row.add(party.equals(each.party()) ? "own word" : view(each, party)));
        rows.add(row);
      }
    }
    page.part("What is brought forward, and what each party holds of it");
    page.table(head, rows);
  }

  private String exhibit(IncidentBody.Exhibit exhibit) {
    return switch (exhibit) {
      case IncidentBody.Open _ -> "its account at the opening";
      case IncidentBody.Account _ -> "its account";
      case IncidentBody.Disclosure(StatementId _, What.Volume(StatementId notice, var opening)) ->
          "opens volume " + opening.item() + " of notice " + names.id(notice);
      default -> MatterTelling.of(exhibit, names);
    };
  }

  /** The latest assessment of an exhibit by a party. */
  private String view(BundleEntry exhibit, String party) {
    String view = "(no word)";
    for (BundleEntry each : dossier.entries()) {
      if (each.counts()
          && each.party().equals(party)
          && each.body().orElse(null) instanceof IncidentBody.Assess assess
          && assess.item().equals(exhibit.statement().id())) {
        view = said(each, MatterTelling.view(assess));
      }
    }
    return view;
  }

  private void volumes(Page page) {
    List<List<String>> rows = new ArrayList<>();
    for (Dossier.Opened each : dossier.openings()) {
      var volume = each.volume().volume();
      rows.add(
          List.of(
              Long.toString(each.by().index()),
              each.by().party(),
              Names.entity(each.ref().entity()) + " version " + each.ref().version(),
              Integer.toString(each.item()),
              UtcText.of(volume.times().startUs()) + " to " + UtcText.of(volume.times().endUs()),
              Telling.band(volume.heights()),
              "entry " + each.notice().index() + ", " + UtcText.of(each.notice().saidUs())));
    }
    page.part("Volumes opened: each is what was committed to at the time");
    page.table(List.of("entry", "by", "notice", "volume", "times", "heights", "committed"), rows);
    for (Dossier.Sealed each : dossier.sealed()) {
      page.say(
          "File evidence/%s: %s, sealed by %s in entry %d, %s"
              .formatted(
                  each.evidence().digest().hex(),
                  each.evidence().title(),
                  each.by().party(),
                  each.by().index(),
                  UtcText.of(each.by().saidUs())));
    }
  }

  private void timeline(Page page) {
    List<List<String>> rows = new ArrayList<>();
    for (BundleEntry each : Timeline.of(dossier)) {
      rows.add(
          List.of(
              UtcText.of(each.saidUs()),
              Long.toString(each.index()),
              each.party(),
              Timeline.words(each, names),
              Optional.of(each.code()).filter(code -> !each.counts()).orElse("")));
    }
    page.part(
        "What was said, by the signers' own clocks (entries %d to %d without a gap)"
            .formatted(dossier.index().completeFrom(), dossier.index().completeTo()));
    page.table(List.of("signed", "entry", "by", "what", "refused as"), rows);
  }
}
