package hotline.line.incident;

import hotline.line.MatterRefusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.breach.Breach;
import hotline.line.breach.Breaches;
import hotline.line.effect.BreachEffect.BreachFiled;
import hotline.line.effect.Effect;
import hotline.line.effect.IncidentEffect;
import hotline.line.effect.IncidentEffect.Assessed;
import hotline.line.effect.IncidentEffect.Attached;
import hotline.line.effect.IncidentEffect.ClaimNarrowed;
import hotline.line.effect.IncidentEffect.ClaimRetracted;
import hotline.line.effect.IncidentEffect.ExhibitPut;
import hotline.line.matter.Files;
import hotline.line.matter.MatterFold;
import hotline.line.matter.Retraction;
import hotline.line.matter.Said;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of incidents. Bounds: see {@link Files}, and {@value Exhibit#ASSESSMENTS_MAX}
 * assessments of an exhibit by each party.
 */
public final class IncidentFold implements Incidents {
  private final Files files;
  private final MatterFold matters;
  private final Breaches breaches;
  private final Map<StatementId, Exhibit> exhibits = new HashMap<>();

  /** By incident, in the order in which they were opened: exhibits and breaches as they came. */
  private final SequencedMap<StatementId, List<StatementId>> contents = new LinkedHashMap<>();

  /** By party, what is in no file yet. */
  private final Map<String, SequencedSet<StatementId>> loose = new TreeMap<>();

  /** Over what it shares with the other folds. */
  public IncidentFold(Files files, MatterFold matters, Breaches breaches) {
    this.files = files;
    this.matters = matters;
    this.breaches = breaches;
  }

  /** What the rules say to a statement. */
  public Ruling decide(Spoken spoken, IncidentBody body, Terms terms) {
    return switch (body) {
      case IncidentBody.Open open ->
          Ruling.unless(files.fullForFile(spoken), () -> put(spoken, open, spoken.id()));
      case IncidentBody.Account account ->
          Ruling.unless(
              barred(spoken, account.incident()), () -> put(spoken, account, account.incident()));
      case IncidentBody.Evidence evidence ->
          Ruling.unless(
              barred(spoken, evidence.incident()),
              () -> put(spoken, evidence, evidence.incident().orElse(null)));
      case IncidentBody.Disclosure disclosure ->
          Ruling.unless(
              barred(spoken, disclosure.incident()).or(() -> sealedElsewhere(spoken, disclosure)),
              () -> put(spoken, disclosure, disclosure.incident()));
      case IncidentBody.Claim claim -> claim(spoken, claim);
      case IncidentBody.Attach attach -> attach(spoken, attach);
      case IncidentBody.Assess assess -> assess(spoken, assess);
      case IncidentBody.Finding finding ->
          Ruling.unless(
              barred(spoken, finding.file()),
              () -> matters.put(spoken, finding, terms.partyNames(), null));
    };
  }

  private Optional<Ruling.Refused> barred(Spoken spoken, StatementId incident) {
    return files.barred(spoken, incident, Files.Sort.INCIDENT);
  }

  private Optional<Ruling.Refused> barred(Spoken spoken, Optional<StatementId> incident) {
    return incident.isPresent() ? barred(spoken, incident.get()) : files.full(spoken);
  }

  private static Ruling put(
      Spoken spoken, IncidentBody.Exhibit content, @Nullable StatementId incident) {
    return Ruling.grant(new ExhibitPut(exhibit(spoken, content, incident)));
  }

  private static Exhibit exhibit(
      Spoken spoken, IncidentBody.Exhibit content, @Nullable StatementId incident) {
    return new Exhibit(Said.of(spoken), content, incident, List.of(), null, null);
  }

  /** A sealed thing is the speaker's own, and in no other file. */
  private Optional<Ruling.Refused> sealedElsewhere(
      Spoken spoken, IncidentBody.Disclosure disclosure) {
    if (!(disclosure.what() instanceof IncidentBody.What.Sealed(StatementId id))) {
      return Optional.empty();
    }
    Exhibit sealed = exhibits.get(id);
    if (sealed == null || !(sealed.content() instanceof IncidentBody.Evidence)) {
      return Optional.of(MatterRefusals.ITEM_UNKNOWN.refuse());
    }
    return notOf(spoken, sealed.said())
        .or(() -> Files.wrongMode(spoken, sealed.said().mode()))
        .or(() ->
            sealed.incident() == null || sealed.incident().equals(disclosure.incident())
                ? Optional.empty()
                : Optional.of(MatterRefusals.OTHER_FILE.refuse()));
  }

  private static Optional<Ruling.Refused> notOf(Spoken spoken, Said said) {
    return said.party().equals(spoken.party())
        ? Optional.empty()
        : Optional.of(MatterRefusals.NOT_YOURS.refuse(said.party()));
  }

  private Ruling claim(Spoken spoken, IncidentBody.Claim claim) {
    Optional<Ruling.Refused> barred = barred(spoken, claim.incident());
    if (barred.isPresent()) {
      return barred.get();
    }
    Exhibit exhibit = exhibit(spoken, claim, claim.incident().orElse(null));
    if (claim.narrows().isEmpty()) {
      return Ruling.grant(new ExhibitPut(exhibit));
    }
    Exhibit wider = exhibits.get(claim.narrows().get());
    if (wider == null || !(wider.content() instanceof IncidentBody.Claim)) {
      return MatterRefusals.ITEM_UNKNOWN.refuse();
    }
    Optional<Ruling.Refused> refused =
        notOf(spoken, wider.said())
            .or(() -> Files.wrongMode(spoken, wider.said().mode()))
            .or(() -> over(wider))
            .or(() ->
                Objects.equals(wider.incident(), exhibit.incident())
                    ? Optional.empty()
                    : Optional.of(MatterRefusals.OTHER_FILE.refuse()));
    return refused
        .<Ruling>map(each -> each)
        .orElseGet(() ->
            Ruling.grant(new ExhibitPut(exhibit), new ClaimNarrowed(wider.id(), exhibit.id())));
  }

  private static Optional<Ruling.Refused> over(Exhibit exhibit) {
    return exhibit.stands()
        ? Optional.empty()
        : Optional.of(
            MatterRefusals.ITEM_ENDED.refuse(
                exhibit.retraction() == null ? "narrowed" : "retracted"));
  }

  private Ruling attach(Spoken spoken, IncidentBody.Attach attach) {
    Optional<Ruling.Refused> barred = barred(spoken, attach.incident());
    if (barred.isPresent()) {
      return barred.get();
    }
    Optional<Breach> breach = breaches.breach(attach.item());
    Exhibit exhibit = exhibits.get(attach.item());
    Said said;
    StatementId file;
    if (breach.isPresent()) {
      said = breach.get().said();
      file = breach.get().incident();
    } else if (exhibit != null) {
      said = exhibit.said();
      file = exhibit.incident();
    } else {
      return MatterRefusals.ITEM_UNKNOWN.refuse();
    }
    Optional<Ruling.Refused> refused =
        notOf(spoken, said).or(() -> Files.wrongMode(spoken, said.mode()));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (file != null) {
      return MatterRefusals.OTHER_FILE.refuse();
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(new Attached(attach.item(), attach.incident(), Said.of(spoken)));
    if (breach.isPresent()) {
      effects.add(new BreachFiled(attach.item(), attach.incident()));
    }
    return new Ruling.Granted(effects);
  }

  private Ruling assess(Spoken spoken, IncidentBody.Assess assess) {
    Exhibit exhibit = exhibits.get(assess.item());
    if (exhibit == null) {
      return MatterRefusals.ITEM_UNKNOWN.refuse();
    }
    if (exhibit.said().party().equals(spoken.party())) {
      return MatterRefusals.OWN_ITEM.refuse();
    }
    Optional<Ruling.Refused> refused =
        Files.wrongMode(spoken, exhibit.said().mode())
            .or(() -> over(exhibit))
            .or(() -> files.closedAround(exhibit.incident()))
            .or(() -> files.full(spoken));
    if (refused.isPresent()) {
      return refused.get();
    }
    long before =
        exhibit.assessments().stream()
            .filter(each -> each.said().party().equals(spoken.party()))
            .count();
    return before < Exhibit.ASSESSMENTS_MAX
        ? Ruling.grant(
            new Assessed(
                exhibit.id(), new Assessment(Said.of(spoken), assess.view(), assess.reason())))
        : MatterRefusals.SAID_ENOUGH.refuse(Exhibit.ASSESSMENTS_MAX);
  }

  /** Whether a RETRACT of this is of a claim. */
  public boolean hasClaim(StatementId id) {
    Exhibit exhibit = exhibits.get(id);
    return exhibit != null && exhibit.content() instanceof IncidentBody.Claim;
  }

  /** What the rules say to a RETRACT of a claim. */
  public Ruling decide(Spoken spoken, MatterBody.Retract retract) {
    Exhibit claim = Objects.requireNonNull(exhibits.get(retract.item()));
    return Ruling.unless(
        notOf(spoken, claim.said())
            .or(() -> Files.wrongMode(spoken, claim.said().mode()))
            .or(() -> over(claim))
            .or(() -> files.closedAround(claim.incident())),
        () ->
            Ruling.grant(
                new ClaimRetracted(claim.id(), new Retraction(Said.of(spoken), retract.reason()))));
  }

  /** Takes a change over. */
  public void on(IncidentEffect effect) {
    switch (effect) {
      case ExhibitPut(Exhibit exhibit) -> put(exhibit);
      case Attached(StatementId item, StatementId incident, Said said) -> {
        exhibits.computeIfPresent(item, (_, exhibit) -> exhibit.in(incident));
        loose.getOrDefault(said.party(), new LinkedHashSet<>()).remove(item);
        contents.getOrDefault(incident, new ArrayList<>()).add(item);
        files.count(said, Optional.of(incident));
      }
      case Assessed(StatementId id, Assessment assessment) -> {
        exhibits.computeIfPresent(
            id,
            (_, exhibit) -> {
              files.touch(assessment.said(), exhibit.incident());
              return exhibit.with(assessment);
            });
        files.count(assessment.said(), Optional.empty());
      }
      case ClaimNarrowed(StatementId id, StatementId by) ->
          exhibits.computeIfPresent(id, (_, exhibit) -> exhibit.narrowedBy(by));
      case ClaimRetracted(StatementId id, Retraction retraction) ->
          exhibits.computeIfPresent(
              id,
              (_, exhibit) -> {
                files.touch(retraction.said(), exhibit.incident());
                return exhibit.with(retraction);
              });
    }
  }

  private void put(Exhibit exhibit) {
    exhibits.put(exhibit.id(), exhibit);
    StatementId incident = exhibit.incident();
    String party = exhibit.said().party();
    if (incident == null) {
      loose.computeIfAbsent(party, _ -> new LinkedHashSet<>()).add(exhibit.id());
      files.count(exhibit.said(), Optional.empty());
    } else {
      contents.computeIfAbsent(incident, _ -> new ArrayList<>()).add(exhibit.id());
      if (exhibit.content() instanceof IncidentBody.Open) {
        files.open(Files.Sort.INCIDENT, exhibit.said());
      } else {
        files.count(exhibit.said(), Optional.of(incident));
      }
    }
  }

  @Override
  public List<Incident> all() {
    return contents.sequencedKeySet().stream().map(this::head).toList();
  }

  private Incident head(StatementId id) {
    Exhibit first = Objects.requireNonNull(exhibits.get(id));
    return new Incident(first.said(), (IncidentBody.Open) first.content());
  }

  @Override
  public Optional<IncidentFile> incident(StatementId id) {
    List<StatementId> items = contents.get(id);
    return items == null
        ? Optional.empty()
        : Optional.of(IncidentFiles.of(head(id), items, exhibits, breaches, matters));
  }

  @Override
  public Optional<Exhibit> exhibit(StatementId id) {
    return Optional.ofNullable(exhibits.get(id));
  }

  @Override
  public List<Exhibit> loose(String party, int limit) {
    return loose.getOrDefault(party, new LinkedHashSet<>()).reversed().stream()
        .limit(limit)
        .map(id -> Objects.requireNonNull(exhibits.get(id)))
        .toList();
  }
}
