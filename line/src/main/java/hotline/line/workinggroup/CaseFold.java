package hotline.line.workinggroup;

import hotline.line.Kind;
import hotline.line.MatterRefusals;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.MotionBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.effect.CaseEffect;
import hotline.line.effect.CaseEffect.CaseOpened;
import hotline.line.effect.CaseEffect.HandedOff;
import hotline.line.effect.CaseEffect.PositionTaken;
import hotline.line.matter.Files;
import hotline.line.matter.MatterFold;
import hotline.line.matter.Motion;
import hotline.line.matter.Said;
import hotline.line.matter.SeatRules;
import hotline.line.message.LineMessage;
import hotline.line.message.Messages;
import hotline.line.terms.Matter;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules of the working group. Bounds: see {@link Files}. */
public final class CaseFold implements Cases {
  private final Files files;
  private final MatterFold matters;
  private final SequencedMap<StatementId, Case> cases = new LinkedHashMap<>();

  /** By case, in the order of the record. */
  private final Map<StatementId, List<Position>> positions = new HashMap<>();

  /** By message, in the order of the record. */
  private final Map<StatementId, List<HandOff>> handOffsOf = new HashMap<>();

  /** By case or none, in the order of the record. */
  private final Map<Optional<StatementId>, List<HandOff>> handOffsIn = new HashMap<>();

  /** Over what it shares with the other folds. */
  public CaseFold(Files files, MatterFold matters) {
    this.files = files;
    this.matters = matters;
  }

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, WorkingGroupBody body, Terms terms, Messages messages) {
    return switch (body) {
      case WorkingGroupBody.Open open ->
          Ruling.unless(
              SeatRules.check(spoken, open.seat(), terms).or(() -> files.fullForFile(spoken)),
              () -> Ruling.grant(new CaseOpened(new Case(Said.of(spoken), open))));
      case WorkingGroupBody.Position position -> position(spoken, position, terms);
      case WorkingGroupBody.Proposal proposal ->
          Ruling.unless(
              barred(spoken, proposal.file(), proposal.seat(), terms)
                  .or(() -> proposal.narrows().flatMap(earlier -> notNarrowed(proposal, earlier))),
              () -> put(spoken, proposal, proposal.seat(), Matter.PROPOSAL, terms));
      case WorkingGroupBody.Minutes minutes ->
          Ruling.unless(
              barred(spoken, minutes.file(), minutes.seat(), terms),
              () -> put(spoken, minutes, minutes.seat(), Matter.MINUTES, terms));
      case WorkingGroupBody.HandOff handOff -> handOff(spoken, handOff, messages);
    };
  }

  private Ruling put(Spoken spoken, MotionBody motion, String seat, Matter matter, Terms terms) {
    return matters.put(spoken, motion, terms.mustAgree(matter), seat);
  }

  private Optional<Ruling.Refused> barred(
      Spoken spoken, StatementId file, String seat, Terms terms) {
    return files
        .barred(spoken, file, Files.Sort.CASE)
        .or(() -> SeatRules.check(spoken, seat, terms));
  }

  private Ruling position(Spoken spoken, WorkingGroupBody.Position position, Terms terms) {
    Optional<Ruling.Refused> barred = barred(spoken, position.file(), position.seat(), terms);
    if (barred.isPresent()) {
      return barred.get();
    }
    Case file = cases.get(position.file());
    int items = file == null ? 0 : file.content().agenda().size();
    return position.item() < items
        ? Ruling.grant(new PositionTaken(new Position(Said.of(spoken), position)))
        : MatterRefusals.AGENDA_UNKNOWN.refuse(items - 1);
  }

  /** What is narrowed is a proposal of the same case, and not what was agreed. */
  private Optional<Ruling.Refused> notNarrowed(
      WorkingGroupBody.Proposal proposal, StatementId earlier) {
    Optional<Motion> motion =
        matters.motion(earlier).filter(each -> each.content() instanceof WorkingGroupBody.Proposal);
    if (motion.isEmpty()) {
      return Optional.of(MatterRefusals.ITEM_UNKNOWN.refuse());
    }
    if (!motion.get().content().file().equals(proposal.file())) {
      return Optional.of(MatterRefusals.OTHER_FILE.refuse());
    }
    return motion.get().state() == Motion.State.AGREED
        ? Optional.of(MatterRefusals.ITEM_ENDED.refuse(Motion.State.AGREED.words()))
        : Optional.empty();
  }

  private Ruling handOff(Spoken spoken, WorkingGroupBody.HandOff handOff, Messages messages) {
    Optional<LineMessage> known = messages.message(handOff.message());
    if (known.isEmpty()) {
      return Refusals.MESSAGE_UNKNOWN.refuse();
    }
    LineMessage message = known.get();
    if (!message.party().equals(spoken.party()) && !message.isFor(spoken.party())) {
      return Refusals.NOT_ADDRESSED.refuse(spoken.party());
    }
    if (message.kind().lanes() == Kind.Lanes.URGENT) {
      return MatterRefusals.URGENT_STAYS.refuse(message.kind().word());
    }
    boolean said =
        handOffsOf(message.id()).stream()
            .anyMatch(each ->
                each.said().party().equals(spoken.party())
                    && each.content().file().equals(handOff.file()));
    if (said) {
      return Refusals.ALREADY_SAID.refuse();
    }
    return Ruling.unless(
        Files.wrongMode(spoken, message.mode())
            .or(() ->
                handOff.file().isPresent()
                    ? files.barred(spoken, handOff.file().get(), Files.Sort.CASE)
                    : files.full(spoken)),
        () -> Ruling.grant(new HandedOff(new HandOff(Said.of(spoken), handOff))));
  }

  /** Takes a change over. */
  public void on(CaseEffect effect) {
    switch (effect) {
      case CaseOpened(Case opened) -> {
        cases.put(opened.id(), opened);
        files.open(Files.Sort.CASE, opened.said());
      }
      case PositionTaken(Position position) -> {
        StatementId file = position.content().file();
        positions.computeIfAbsent(file, _ -> new ArrayList<>()).add(position);
        files.count(position.said(), Optional.of(file));
      }
      case HandedOff(HandOff handOff) -> {
        handOffsOf
            .computeIfAbsent(handOff.content().message(), _ -> new ArrayList<>())
            .add(handOff);
        handOffsIn.computeIfAbsent(handOff.content().file(), _ -> new ArrayList<>()).add(handOff);
        files.count(handOff.said(), handOff.content().file());
      }
    }
  }

  @Override
  public List<Case> all() {
    return List.copyOf(cases.values());
  }

  @Override
  public Optional<CaseFile> file(StatementId id) {
    return Optional.ofNullable(cases.get(id)).map(this::file);
  }

  private CaseFile file(Case opened) {
    List<Motion> motions = matters.motionsOf(opened.id());
    List<Motion> minutes =
        motions.stream().filter(each -> each.content().kind() == Kind.MINUTES).toList();
    List<Motion> others =
        motions.stream().filter(each -> each.content().kind() != Kind.MINUTES).toList();
    return new CaseFile(
        opened,
        agenda(opened),
        others.stream().filter(each -> each.state() == Motion.State.AGREED).toList(),
        others.stream().filter(each -> each.state() != Motion.State.AGREED).toList(),
        minutes,
        next(minutes),
        matters.duesOf(opened.id()),
        matters.closings(opened.id()),
        handOffsIn.getOrDefault(Optional.of(opened.id()), List.of()));
  }

  private List<CaseFile.AgendaItem> agenda(Case opened) {
    List<SortedMap<String, List<Position>>> taken = new ArrayList<>();
    opened.content().agenda().forEach(_ -> taken.add(new TreeMap<>()));
    for (Position each : positions.getOrDefault(opened.id(), List.of())) {
      taken
          .get(each.content().item())
          .computeIfAbsent(each.said().party(), _ -> new ArrayList<>())
          .add(each);
    }
    List<CaseFile.AgendaItem> agenda = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      taken.get(i).replaceAll((_, own) -> List.copyOf(own));
      agenda.add(new CaseFile.AgendaItem(opened.content().agenda().get(i), taken.get(i)));
    }
    return agenda;
  }

  private static Optional<CaseFile.Meeting> next(List<Motion> minutes) {
    return minutes.reversed().stream()
        .filter(each -> each.state() == Motion.State.OPEN || each.state() == Motion.State.AGREED)
        .flatMap(each ->
            ((WorkingGroupBody.Minutes) each.content())
                .nextUs().stream()
                    .map(timeUs ->
                        new CaseFile.Meeting(timeUs, each.state() == Motion.State.AGREED)))
        .findFirst();
  }

  @Override
  public List<HandOff> handOffs() {
    return List.copyOf(handOffsIn.getOrDefault(Optional.<StatementId>empty(), List.of()));
  }

  @Override
  public List<HandOff> handOffsOf(StatementId message) {
    return List.copyOf(handOffsOf.getOrDefault(message, List.of()));
  }
}
