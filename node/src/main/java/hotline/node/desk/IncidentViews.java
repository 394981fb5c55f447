package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.line.body.IncidentBody;
import hotline.line.breach.Breach;
import hotline.line.incident.Exhibit;
import hotline.line.incident.Incident;
import hotline.line.incident.IncidentFile;
import hotline.node.Times;
import hotline.node.api.MatterViews;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Incidents as people see them: both versions side by side, never merged. */
final class IncidentViews {
  /** Of each party, newest first; the rest is in the record. */
  private static final int LOOSE_MAX = 1_000;

  private final Core core;
  private final FileFinder files;
  private final Bylines bylines;
  private final MotionViews motions;
  private final ExhibitViews exhibits;

  IncidentViews(Core core, FileFinder files, SealedThings sealed) {
    this.core = core;
    this.files = files;
    bylines = new Bylines(core);
    motions = new MotionViews(core);
    exhibits = new ExhibitViews(core, sealed);
  }

  List<MatterViews.IncidentLine> incidents() {
    return core.read(state -> state.incidents().all()).reversed().stream()
        .flatMap(each -> file(each.id()).stream())
        .map(this::line)
        .toList();
  }

  /** The file of an incident, if there is one with this id. */
  Optional<IncidentFile> file(StatementId id) {
    return core.read(state -> state.incidents().incident(id));
  }

  private MatterViews.IncidentLine line(IncidentFile file) {
    Incident incident = file.incident();
    return new MatterViews.IncidentLine(
        FileFinder.reference(incident),
        bylines.by(incident.said()),
        incident.content().title(),
        Times.instant(incident.content().time().fromUs()),
        Times.instant(incident.content().time().toUs()),
        file.exhibits().size() + file.breaches().size(),
        file.agreedFacts().size(),
        motions.overdue(file.dues()),
        file.closings().closed());
  }

  Optional<MatterViews.Incident> incident(String name) {
    return files.incident(name).flatMap(this::file).map(this::view);
  }

  private MatterViews.Incident view(IncidentFile file) {
    IncidentBody.Open content = file.incident().content();
    Position position = content.position().orElse(null);
    HeightBand band = content.band().orElse(null);
    return new MatterViews.Incident(
        FileFinder.reference(file.incident()),
        bylines.by(file.incident().said()),
        content.title(),
        Times.instant(content.time().fromUs()),
        Times.instant(content.time().toUs()),
        position == null ? null : Places.place(position, core.terms()),
        band == null ? null : Places.band(band),
        core.genesis().parties().stream().map(party -> account(file, party)).toList(),
        exhibits(file),
        motions.motions(file.agreedFacts()),
        motions.motions(file.otherFacts()),
        motions.motions(file.findings()),
        motions.dues(file.dues()),
        content.refers().stream().map(each -> References.shown(core, each)).toList(),
        motions.closings(file.closings()));
  }

  private MatterViews.Account account(IncidentFile file, String party) {
    Optional<Exhibit> account = file.account(party);
    return new MatterViews.Account(
        party,
        bylines.isOwn(party),
        account.map(each -> bylines.by(each.said())).orElse(null),
        account.map(each -> words(each.content())).orElse(null));
  }

  private static String words(IncidentBody.Exhibit content) {
    return switch (content) {
      case IncidentBody.Open open -> open.words();
      case IncidentBody.Account account -> account.words();
      case IncidentBody.Claim claim -> claim.words();
      case IncidentBody.Evidence _, IncidentBody.Disclosure _ -> "";
    };
  }

  /** All that is in the file, in the order of the record. */
  private List<MatterViews.Exhibit> exhibits(IncidentFile file) {
    List<MatterViews.Exhibit> all = new ArrayList<>();
    for (List<Exhibit> versions : file.accounts().values()) {
      for (Exhibit each : versions) {
        all.add(exhibits.view(each, !each.equals(versions.getLast())));
      }
    }
    for (Exhibit each : file.exhibits()) {
      all.add(exhibits.view(each, false));
    }
    for (Breach each : file.breaches()) {
      all.add(exhibits.view(each));
    }
    all.sort(Comparator.comparingLong(each -> each.by().index()));
    return all;
  }

  /** Newest first. */
  List<MatterViews.Exhibit> unattached() {
    return core
        .read(state ->
            core.genesis().parties().stream()
                .flatMap(party -> state.incidents().loose(party, LOOSE_MAX).stream())
                .toList())
        .stream()
        .map(each -> exhibits.view(each, false))
        .sorted(Comparator.<MatterViews.Exhibit>comparingLong(each -> each.by().index()).reversed())
        .toList();
  }
}
