package hotline.node.desk;

import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Motion;
import hotline.line.workinggroup.Case;
import hotline.line.workinggroup.CaseFile;
import hotline.line.workinggroup.HandOff;
import hotline.line.workinggroup.Position;
import hotline.node.Times;
import hotline.node.api.MatterRequests;
import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The working group: cases as people see them, and what is said in them. */
final class CaseDesk {
  private final Core core;
  private final FileFinder files;
  private final Bylines bylines;
  private final MotionViews motions;

  CaseDesk(Core core, FileFinder files) {
    this.core = core;
    this.files = files;
    bylines = new Bylines(core);
    motions = new MotionViews(core);
  }

  List<MatterViews.CaseLine> cases() {
    return core.read(state -> state.cases().all()).reversed().stream()
        .flatMap(each -> file(each.id()).stream())
        .map(this::line)
        .toList();
  }

  private Optional<CaseFile> file(StatementId id) {
    return core.read(state -> state.cases().file(id));
  }

  private MatterViews.CaseLine line(CaseFile file) {
    Case opened = file.opened();
    return new MatterViews.CaseLine(
        FileFinder.reference(opened),
        bylines.by(opened.said()),
        opened.content().title(),
        file.agreed().size(),
        (int) file.differing().stream().filter(each -> each.state() == Motion.State.OPEN).count(),
        file.next().map(each -> Times.instant(each.timeUs())).orElse(null),
        motions.overdue(file.dues()),
        file.closings().closed());
  }

  Optional<MatterViews.Case> caseOf(String name) {
    return files.caseOf(name).flatMap(this::file).map(this::view);
  }

  private MatterViews.Case view(CaseFile file) {
    WorkingGroupBody.Open content = file.opened().content();
    List<MatterViews.AgendaItem> agenda = new ArrayList<>();
    for (CaseFile.AgendaItem each : file.agenda()) {
      agenda.add(
          new MatterViews.AgendaItem(
              agenda.size() + 1,
              each.text(),
              core.genesis().parties().stream().map(party -> position(each, party)).toList()));
    }
    return new MatterViews.Case(
        FileFinder.reference(file.opened()),
        bylines.by(file.opened().said()),
        content.seat(),
        content.title(),
        agenda,
        motions.motions(file.agreed()),
        motions.motions(file.differing()),
        motions.motions(file.minutes().reversed()),
        motions.dues(file.dues()),
        file.handOffs().stream().map(this::handedOff).toList(),
        content.refers().stream().map(StatementId::toString).toList(),
        file.next().map(each -> Times.instant(each.timeUs())).orElse(null),
        motions.closings(file.closings()));
  }

  private MatterViews.Position position(CaseFile.AgendaItem item, String party) {
    Optional<Position> taken = item.position(party);
    return new MatterViews.Position(
        party,
        bylines.isOwn(party),
        taken.map(each -> bylines.by(each.said())).orElse(null),
        taken.map(each -> each.content().words()).orElse(null),
        taken.map(each -> each.content().seat()).orElse(null));
  }

  List<MatterViews.HandedOff> handedOff() {
    return core.read(state -> state.cases().handOffs()).reversed().stream()
        .map(this::handedOff)
        .toList();
  }

  private MatterViews.HandedOff handedOff(HandOff handOff) {
    return new MatterViews.HandedOff(
        bylines.by(handOff.said()),
        handOff.content().message().toString(),
        handOff.content().words());
  }

  Said open(MatterRequests.Case request) {
    return Given.say(
        core,
        _ ->
            new WorkingGroupBody.Open(
                request.title().strip(),
                request.agenda().stream().map(String::strip).toList(),
                files.refers(request.refers()),
                request.seat().strip()));
  }

  Said position(MatterRequests.Position request) {
    return Given.say(
        core,
        _ ->
            new WorkingGroupBody.Position(
                files.needCase(request.file()),
                item(request.item()),
                request.words().strip(),
                request.seat().strip()));
  }

  /** People count from 1. */
  private static int item(int typed) {
    if (typed < 1 || typed > WorkingGroupBody.Open.AGENDA_MAX) {
      throw new IllegalArgumentException("The items of the agenda count from 1.");
    }
    return typed - 1;
  }

  Said propose(MatterRequests.Proposal request) {
    return Given.say(
        core,
        _ ->
            new WorkingGroupBody.Proposal(
                files.needCase(request.file()),
                request.words().strip(),
                narrows(Given.text(request.narrows())),
                terms(Given.text(request.terms())),
                request.seat().strip()));
  }

  private static Optional<StatementId> narrows(Optional<String> typed) throws Given.Refused {
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(Given.id(typed.get(), MatterRefusals.ITEM_UNKNOWN));
  }

  private static Optional<Hash> terms(Optional<String> typed) {
    return typed.map(Given::hash);
  }

  Said minutes(MatterRequests.Minutes request) {
    return Given.say(
        core,
        now ->
            new WorkingGroupBody.Minutes(
                files.needCase(request.file()),
                request.words().strip(),
                Given.next(request.next(), now),
                request.seat().strip()));
  }

  Said handOff(MatterRequests.HandOff request) {
    return Given.say(
        core,
        _ -> {
          Optional<String> file = Given.text(request.file());
          return new WorkingGroupBody.HandOff(
              Given.id(request.message(), Refusals.MESSAGE_UNKNOWN),
              file.isEmpty() ? Optional.empty() : Optional.of(files.needCase(file.get())),
              request.words().strip());
        });
  }
}
