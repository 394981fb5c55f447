package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MatterSamples;
import hotline.line.body.NoticeRef;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.notice.Notice;
import hotline.record.merkle.Hash;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What parties that quarrel say, by chance: mostly of what is there, now and then of anything. */
final class Quarrels {
  private static final Kind[] EXHIBITS = {
    Kind.INCIDENT, Kind.ACCOUNT, Kind.EVIDENCE, Kind.DISCLOSURE, Kind.CLAIM
  };
  private static final Kind[] MOTIONS = {Kind.FACT, Kind.FINDING, Kind.PROPOSAL, Kind.MINUTES};

  private final TestLine line;
  private final Chance chance;
  private final Map<Kind, List<StatementId>> accepted = new EnumMap<>(Kind.class);
  private int seen;

  Quarrels(TestLine line, Chance chance) {
    this.line = line;
    this.chance = chance;
  }

  /** Something for a party to say. */
  Body body(String party) {
    look();
    return switch ((int) chance.between(0, 16)) {
      case 0 -> breach();
      case 1 -> aboutBreach();
      case 2, 3 -> exhibit();
      case 4 -> new IncidentBody.Attach(incident(), one(Kind.EVIDENCE, Kind.CLAIM, Kind.BREACH));
      case 5, 6 -> new IncidentBody.Assess(one(EXHIBITS), any(IncidentBody.View.values()), "why");
      case 7 -> fileOrFinding();
      case 8, 9 ->
          new MatterBody.Agree(
              one(MOTIONS), chance.oneIn(4) ? Optional.of("but") : Optional.empty(), seatMaybe());
      case 10 -> new MatterBody.Veto(one(MOTIONS), "all", "no", seatMaybe());
      case 11 -> new MatterBody.Retract(one(concat(MOTIONS, Kind.CLAIM)), "wrong");
      case 12, 13 -> group();
      case 14 -> due();
      case 15 -> closing();
      default -> third(party);
    };
  }

  private void look() {
    for (; seen < line.entries.size(); seen++) {
      if (line.outcomes.get(seen).verdict() == Verdict.ACCEPTED
          && Statements.parse(line.entries.get(seen)) instanceof Statement statement) {
        Kind kind = Kind.ofCode(statement.header().kind()).orElseThrow();
        accepted.computeIfAbsent(kind, _ -> new ArrayList<>()).add(statement.id());
      }
    }
  }

  /** The id of something of one of these kinds, if there is any; else of anything. */
  private StatementId one(Kind... kinds) {
    Kind[] of = chance.oneIn(20) ? Kind.values() : kinds;
    List<StatementId> known =
        Arrays.stream(of).flatMap(kind -> accepted.getOrDefault(kind, List.of()).stream()).toList();
    return known.isEmpty() || chance.oneIn(30)
        ? StatementId.of(chance.bytes(32))
        : chance.pick(known.subList(Math.max(0, known.size() - 12), known.size()));
  }

  private static Kind[] concat(Kind[] kinds, Kind more) {
    Kind[] all = Arrays.copyOf(kinds, kinds.length + 1);
    all[kinds.length] = more;
    return all;
  }

  private <T> T any(T[] choices) {
    return chance.pick(List.of(choices));
  }

  private StatementId incident() {
    return one(Kind.INCIDENT);
  }

  private Optional<StatementId> incidentMaybe() {
    return chance.oneIn(2) ? Optional.empty() : Optional.of(incident());
  }

  private StatementId file() {
    return one(Kind.INCIDENT, Kind.CASE);
  }

  private String seat() {
    return chance.oneIn(12) ? "throne" : chance.oneIn(2) ? "chair" : "scribe";
  }

  private Optional<String> seatMaybe() {
    return chance.oneIn(2) ? Optional.empty() : Optional.of(seat());
  }

  private Optional<NoticeRef> notice() {
    List<Notice> live = List.copyOf(line.state.notices().live());
    return live.isEmpty() ? Optional.empty() : Optional.of(chance.pick(live).ref());
  }

  private Body breach() {
    String of = chance.oneIn(9) ? "moon" : chance.pick(line.genesis.parties());
    Optional<NoticeRef> notice = notice();
    return new BreachBody.Claim(
        of,
        notice.isPresent() && chance.oneIn(2)
            ? new BreachBody.Against.Declared(notice.get())
            : new BreachBody.Against.Clause(7),
        Quarrel.TIME,
        chance.oneIn(2) ? Optional.empty() : Optional.of(Places.position(46, 8)),
        Optional.empty(),
        chance.oneIn(4) ? Optional.of(chance.oneIn(3) ? "atlantis" : "east") : Optional.empty(),
        "too close");
  }

  private Body aboutBreach() {
    StatementId breach = one(Kind.BREACH);
    if (chance.oneIn(2)) {
      return new BreachBody.FollowUp(breach, any(BreachBody.Step.values()), "more");
    }
    BreachBody.Reply reply = any(BreachBody.Reply.values());
    return new BreachBody.Answer(
        breach,
        reply,
        reply == BreachBody.Reply.NEEDS_TIME ? Optional.of(line.nowUs) : Optional.empty(),
        Optional.empty());
  }

  private Body exhibit() {
    return switch ((int) chance.between(0, 5)) {
      case 0 -> Quarrel.incident();
      case 1 -> new IncidentBody.Account(incident(), "as we saw it");
      case 2 -> Quarrel.evidence(incidentMaybe());
      case 3 ->
          new IncidentBody.Disclosure(
              incident(),
              chance.oneIn(3)
                  ? new IncidentBody.What.Volume(one(Kind.NOTICE), MatterSamples.opening())
                  : new IncidentBody.What.Sealed(one(Kind.EVIDENCE)));
      case 4 -> Quarrel.claim(incidentMaybe());
      default ->
          new IncidentBody.Claim(
              incidentMaybe(),
              "only one",
              Quarrel.TIME,
              Optional.empty(),
              Optional.of(one(Kind.CLAIM)));
    };
  }

  private Body fileOrFinding() {
    return chance.oneIn(2)
        ? new MatterBody.Fact(
            file(), "it was noon", chance.oneIn(3) ? List.of(one(EXHIBITS)) : List.of())
        : new IncidentBody.Finding(incident(), "too close", List.of());
  }

  private Body group() {
    return switch ((int) chance.between(0, 5)) {
      case 0 -> new WorkingGroupBody.Open("Zone", List.of("hours", "heights"), List.of(), seat());
      case 1 ->
          new WorkingGroupBody.Position(one(Kind.CASE), (int) chance.between(0, 2), "so", seat());
      case 2 ->
          new WorkingGroupBody.Proposal(
              one(Kind.CASE),
              "by day",
              Optional.empty(),
              Optional.of(Hash.of(chance.bytes(32))),
              seat());
      case 3 ->
          new WorkingGroupBody.Proposal(
              one(Kind.CASE),
              "by night",
              Optional.of(one(Kind.PROPOSAL)),
              Optional.empty(),
              seat());
      case 4 ->
          new WorkingGroupBody.Minutes(one(Kind.CASE), "met", Optional.of(line.nowUs + 1), seat());
      default ->
          new WorkingGroupBody.HandOff(
              one(Kind.QUERY, Kind.TEXT, Kind.STOP),
              chance.oneIn(2) ? Optional.empty() : Optional.of(one(Kind.CASE)),
              "");
    };
  }

  private Body due() {
    return chance.oneIn(2)
        ? new MatterBody.Due(
            file(),
            chance.oneIn(9) ? "moon" : chance.pick(line.genesis.parties()),
            "the tape",
            line.nowUs)
        : new MatterBody.DueDone(one(Kind.DUE), "done");
  }

  /** Of the newest file mostly, so that now and then all say it. */
  private Body closing() {
    StatementId file = file();
    return chance.oneIn(4)
        ? new MatterBody.Reopen(file, "more", seatMaybe())
        : new MatterBody.Close(file, chance.oneIn(2) ? "" : "done", seatMaybe());
  }

  private Body third(String party) {
    String name = chance.oneIn(9) ? "moon" : chance.pick(List.of("civil", "rescue"));
    if (chance.oneIn(3)) {
      return new ThirdPartyBody.Reach(name, party.length() % 2 == 0, "");
    }
    Optional<NoticeRef> notice = notice();
    return new ThirdPartyBody.Relay(
        notice.isPresent() && chance.oneIn(2)
            ? new ThirdPartyBody.What.Declared(notice.get())
            : new ThirdPartyBody.What.Message(one(Kind.QUERY, Kind.TEXT, Kind.STOP)),
        chance.oneIn(2)
            ? new ThirdPartyBody.To.ThirdParty(name)
            : new ThirdPartyBody.To.Unit("Tower 2"),
        any(ThirdPartyBody.Step.values()),
        Optional.empty());
  }
}
