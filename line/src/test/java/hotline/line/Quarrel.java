package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.EventTime;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MatterSamples;
import hotline.line.body.ThirdPartyBody;
import hotline.line.body.WorkingGroupBody;
import hotline.record.merkle.Hash;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line on which north can say something of every kind from BREACH on, and it counts. */
final class Quarrel {
  static final EventTime TIME = new EventTime(TestLine.NOON_US, TestLine.NOON_US);

  private Quarrel() {}

  /** Brings the line there. */
  static void prepare(TestLine line) {
    line.accepted("south", breach("north"));
    StatementId incident = id(line.accepted("south", incident()));
    StatementId opened = id(line.accepted("south", open()));
    line.accepted("south", new MatterBody.Fact(incident, "it was noon", List.of()));
    line.accepted("south", new MatterBody.Due(incident, "north", "the tape", line.nowUs));
    line.accepted("south", proposal(opened));
    line.accepted("north", claim(Optional.empty()));
    StatementId over = id(line.accepted("south", incident()));
    line.accepted("north", new MatterBody.Close(over, "", Optional.empty()));
    line.accepted("south", new MatterBody.Close(over, "done", Optional.empty()));
  }

  /** One body of each kind, for north. */
  static List<Body> bodies(TestLine line) {
    LineState state = line.state;
    StatementId breach = state.breaches().all().getFirst().id();
    StatementId incident = state.incidents().all().getFirst().id();
    StatementId closed = state.incidents().all().getLast().id();
    StatementId opened = state.cases().all().getFirst().id();
    StatementId fact = state.matters().motionsOf(incident).getFirst().id();
    StatementId proposal = state.matters().motionsOf(opened).getFirst().id();
    StatementId claim = state.incidents().loose("north", 1).getFirst().id();
    StatementId query = state.messages().all().getFirst().id();
    List<Body> bodies = new ArrayList<>();
    bodies.add(breach("south"));
    bodies.add(
        new BreachBody.Answer(
            breach, BreachBody.Reply.DISPUTES, Optional.empty(), Optional.empty()));
    bodies.add(new BreachBody.FollowUp(breach, BreachBody.Step.COMMENT, "look again"));
    bodies.add(incident());
    bodies.add(new IncidentBody.Account(incident, "as we saw it"));
    bodies.add(evidence(Optional.of(incident)));
    bodies.add(
        new IncidentBody.Disclosure(
            incident, new IncidentBody.What.Volume(incident, MatterSamples.opening())));
    bodies.add(claim(Optional.of(incident)));
    bodies.add(new IncidentBody.Attach(incident, claim));
    bodies.add(new IncidentBody.Assess(incident, IncidentBody.View.ACCEPTS, ""));
    bodies.add(new MatterBody.Fact(incident, "it was day", List.of()));
    bodies.add(new IncidentBody.Finding(incident, "too close", List.of()));
    bodies.add(new MatterBody.Due(incident, "south", "the tape", line.nowUs));
    bodies.add(new MatterBody.DueDone(state.matters().duesOf(incident).getFirst().id(), ""));
    bodies.add(open());
    bodies.add(new WorkingGroupBody.Position(opened, 0, "so", "chair"));
    bodies.add(proposal(opened));
    bodies.add(new WorkingGroupBody.Minutes(opened, "met", Optional.empty(), "scribe"));
    bodies.add(new MatterBody.Agree(fact, Optional.empty(), Optional.empty()));
    bodies.add(new MatterBody.Veto(proposal, "all", "no", Optional.of("chair")));
    bodies.add(new MatterBody.Retract(claim, "no"));
    bodies.add(new WorkingGroupBody.HandOff(query, Optional.of(opened), "for the group"));
    bodies.add(new MatterBody.Close(incident, "", Optional.empty()));
    bodies.add(new MatterBody.Reopen(closed, "the tape", Optional.empty()));
    bodies.add(new ThirdPartyBody.Reach("civil", true, ""));
    bodies.add(
        new ThirdPartyBody.Relay(
            new ThirdPartyBody.What.Message(query),
            new ThirdPartyBody.To.ThirdParty("civil"),
            ThirdPartyBody.Step.HANDED_ON,
            Optional.empty()));
    return bodies;
  }

  static StatementId id(Outcome outcome) {
    return new StatementId(outcome.id());
  }

  static BreachBody.Claim breach(String of) {
    return new BreachBody.Claim(
        of,
        new BreachBody.Against.Track("two, low"),
        TIME,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "too close");
  }

  static IncidentBody.Open incident() {
    return new IncidentBody.Open(
        "Near pass", TIME, Optional.empty(), Optional.empty(), "they came close", List.of());
  }

  static IncidentBody.Claim claim(Optional<StatementId> incident) {
    return new IncidentBody.Claim(incident, "too low", TIME, Optional.empty(), Optional.empty());
  }

  static IncidentBody.Evidence evidence(Optional<StatementId> incident) {
    return new IncidentBody.Evidence(
        IncidentBody.Sort.TRACK, "track", Hash.of(new byte[32]), 12, Optional.of(TIME), incident);
  }

  static WorkingGroupBody.Open open() {
    return new WorkingGroupBody.Open("Zone east", List.of("hours", "heights"), List.of(), "chair");
  }

  static WorkingGroupBody.Proposal proposal(StatementId file) {
    return new WorkingGroupBody.Proposal(
        file, "by day only", Optional.empty(), Optional.empty(), "chair");
  }
}
