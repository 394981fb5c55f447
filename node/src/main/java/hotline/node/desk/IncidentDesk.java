package hotline.node.desk;

import hotline.line.MatterRefusals;
import hotline.line.Outcome;
import hotline.line.body.EventTime;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.incident.Exhibit;
import hotline.line.incident.Incident;
import hotline.node.api.MatterRequests;
import hotline.node.api.Said;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of incidents and their exhibits. */
final class IncidentDesk {
  /** As many as a party can have outside of any incident. */
  private static final int LOOSE_MAX = 100_000;

  private final Core core;
  private final FileFinder files;
  private final SealedThings sealed;
  private final OpeningDesk openings;

  IncidentDesk(Core core, FileFinder files, SealedThings sealed, OpeningDesk openings) {
    this.core = core;
    this.files = files;
    this.sealed = sealed;
    this.openings = openings;
  }

  Said open(MatterRequests.Incident request) {
    return Given.say(
        core,
        now ->
            new IncidentBody.Open(
                request.title().strip(),
                Given.times(request.from(), request.to(), now),
                Given.position(request.position(), core.terms()),
                Given.band(request.floor(), request.ceiling()),
                request.words().strip(),
                files.refers(request.refers())));
  }

  Said account(String incident, String words) {
    return Given.say(
        core, _ -> new IncidentBody.Account(files.needIncident(incident), words.strip()));
  }

  /** Only the digest goes out. */
  Said seal(MatterRequests.Seal request) {
    return Given.say(
        core,
        now ->
            new IncidentBody.Evidence(
                Given.word(IncidentBody.Sort.values(), request.sort()),
                request.title().strip(),
                Given.hash(request.sha256()),
                request.bytes(),
                covered(request, now),
                file(Given.text(request.incident()))));
  }

  private static Optional<EventTime> covered(MatterRequests.Seal request, Instant now)
      throws Read.NotUnderstood {
    Optional<String> from = Given.text(request.from());
    Optional<String> to = Given.text(request.to());
    if (from.isPresent() != to.isPresent()) {
      throw new IllegalArgumentException("Give both times that it covers, or none.");
    }
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(Given.times(from.get(), to.orElseThrow(), now));
  }

  private Optional<StatementId> file(Optional<String> incident) throws Given.Refused {
    return incident.isEmpty() ? Optional.empty() : Optional.of(files.needIncident(incident.get()));
  }

  /** Keeps what an EVIDENCE in the record has sealed, and nothing else. */
  Said keep(byte[] bytes) {
    Hash digest = Merkle.plain(bytes);
    Optional<Exhibit> evidence = evidence(digest, bytes.length);
    if (evidence.isEmpty()) {
      return Said.refused(
          "not-sealed",
          "Nobody has sealed these "
              + bytes.length
              + " bytes (SHA-256 "
              + digest.hex()
              + "). Seal them first, or check that the file is the one that was sealed.");
    }
    try {
      sealed.keep(digest, bytes);
    } catch (IOException failed) {
      return Said.refused(
          "disk", "This node cannot write to its disk (" + failed.getMessage() + ").");
    }
    core.changes().happened();
    return new Said(
        true,
        Said.State.RECORDED,
        Outcome.OK,
        "Kept here, and put into bundles of the incident.",
        evidence.get().id().toString(),
        evidence.get().said().index());
  }

  /** The bytes that this evidence has sealed, or that this disclosure hands over. */
  Optional<byte[]> kept(String item) throws IOException {
    Optional<Exhibit> named = Core.id(item.strip().toLowerCase(Locale.ROOT)).flatMap(this::exhibit);
    if (named.isPresent()
        && named.get().content()
            instanceof IncidentBody.Disclosure(StatementId _, IncidentBody.What.Sealed(var id))) {
      named = exhibit(id);
    }
    return named.isPresent() && named.get().content() instanceof IncidentBody.Evidence evidence
        ? sealed.bytes(evidence.digest(), evidence.bytes())
        : Optional.empty();
  }

  private Optional<Exhibit> exhibit(StatementId id) {
    return core.read(state -> state.incidents().exhibit(id));
  }

  private Optional<Exhibit> evidence(Hash digest, long bytes) {
    for (String party : core.genesis().parties()) {
      Optional<Exhibit> loose =
          sealing(core.read(state -> state.incidents().loose(party, LOOSE_MAX)), digest, bytes);
      if (loose.isPresent()) {
        return loose;
      }
    }
    for (Incident each : core.read(state -> state.incidents().all())) {
      Optional<Exhibit> filed =
          core.read(state -> state.incidents().incident(each.id()))
              .flatMap(file -> sealing(file.exhibits(), digest, bytes));
      if (filed.isPresent()) {
        return filed;
      }
    }
    return Optional.empty();
  }

  private static Optional<Exhibit> sealing(List<Exhibit> all, Hash digest, long bytes) {
    return all.stream()
        .filter(each ->
            each.content() instanceof IncidentBody.Evidence evidence
                && evidence.digest().equals(digest)
                && evidence.bytes() == bytes)
        .findFirst();
  }

  Said disclose(MatterRequests.Disclose request) {
    return Given.say(
        core,
        _ -> {
          StatementId incident = files.needIncident(request.incident());
          Optional<String> evidence = Given.text(request.evidence());
          Optional<String> notice = Given.text(request.notice());
          Given.oneOf(
              "Say what is disclosed: a volume of an own notice, or a sealed thing.",
              List.of(evidence.isPresent(), notice.isPresent()));
          return new IncidentBody.Disclosure(
              incident,
              evidence.isPresent()
                  ? new IncidentBody.What.Sealed(
                      Given.id(evidence.get(), MatterRefusals.ITEM_UNKNOWN))
                  : openings.open(notice.orElseThrow(), request.version(), request.item()));
        });
  }

  Said claim(MatterRequests.Claim request) {
    return Given.say(
        core,
        now ->
            new IncidentBody.Claim(
                file(Given.text(request.incident())),
                request.words().strip(),
                Given.times(request.from(), request.to(), now),
                Given.position(request.position(), core.terms()),
                item(Given.text(request.narrows()))));
  }

  private static Optional<StatementId> item(Optional<String> typed) throws Given.Refused {
    return typed.isEmpty() ? Optional.empty() : Optional.of(item(typed.get()));
  }

  private static StatementId item(String typed) throws Given.Refused {
    return Given.id(typed, MatterRefusals.ITEM_UNKNOWN);
  }

  Said attach(String incident, String item) {
    return Given.say(core, _ -> new IncidentBody.Attach(files.needIncident(incident), item(item)));
  }

  Said assess(MatterRequests.Assess request) {
    return Given.say(
        core,
        _ ->
            new IncidentBody.Assess(
                item(request.item()),
                Given.word(IncidentBody.View.values(), request.word()),
                Given.text(request.reason()).orElse("")));
  }

  Said finding(MatterRequests.Wording request) {
    return Given.say(
        core,
        _ ->
            new IncidentBody.Finding(
                files.needIncident(request.file()),
                request.words().strip(),
                files.refers(request.refers())));
  }

  Said fact(MatterRequests.Wording request) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Fact(
                files.needFile(request.file()),
                request.words().strip(),
                files.refers(request.refers())));
  }

  Said due(MatterRequests.Due request) {
    return Given.say(
        core,
        now ->
            new MatterBody.Due(
                files.needFile(request.file()),
                request.party().strip(),
                request.words().strip(),
                Read.nextUs(request.due(), now)));
  }

  Said dueDone(String due, String words) {
    return Given.say(core, _ -> new MatterBody.DueDone(item(due), words.strip()));
  }

  Said agree(MatterRequests.Agree request) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Agree(
                item(request.item()), Given.text(request.dissent()), Given.text(request.seat())));
  }

  Said veto(MatterRequests.Veto request) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Veto(
                item(request.item()),
                request.scope().strip(),
                request.reason().strip(),
                Given.text(request.seat())));
  }

  Said close(MatterRequests.Closing request) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Close(
                files.needFile(request.file()),
                request.words().strip(),
                Given.text(request.seat())));
  }

  Said reopen(MatterRequests.Closing request) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Reopen(
                files.needFile(request.file()),
                Given.reason(request.words(), "What was closed is opened for all"),
                Given.text(request.seat())));
  }

  Said retract(String item, String reason) {
    return Given.say(
        core,
        _ ->
            new MatterBody.Retract(
                item(item), Given.reason(reason, "What is taken back stays on record")));
  }
}
