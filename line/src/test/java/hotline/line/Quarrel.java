package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.BreachBody;
import hotline.line.body.EventTime;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line on which north can say something of every kind from BREACH on, and it counts. */
final class Quarrel {
  private Quarrel() {}

  /** Brings the line there. */
  static void prepare(TestLine line) {
    line.accepted("south", breach("north"));
  }

  /** One body of each kind, for north. */
  static List<Body> bodies(TestLine line) {
    StatementId breach = line.state.breaches().all().getFirst().id();
    List<Body> bodies = new ArrayList<>();
    bodies.add(breach("south"));
    bodies.add(
        new BreachBody.Answer(
            breach, BreachBody.Reply.DISPUTES, Optional.empty(), Optional.empty()));
    bodies.add(new BreachBody.FollowUp(breach, BreachBody.Step.COMMENT, "look again"));
    return bodies;
  }

  static BreachBody.Claim breach(String of) {
    return new BreachBody.Claim(
        of,
        new BreachBody.Against.Track("two, low"),
        new EventTime(TestLine.NOON_US, TestLine.NOON_US),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "too close");
  }
}
