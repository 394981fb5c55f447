package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.IncidentBody;
import hotline.line.body.MatterBody;
import hotline.line.body.MatterSamples;
import hotline.line.body.MessageBody;
import hotline.line.body.WorkingGroupBody;
import hotline.line.matter.Closing;
import hotline.line.matter.Closings;
import hotline.record.statement.StatementId;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Files that every party holds for closed, and what reopens them. */
class ClosingTest {
  private final TestLine line = TestLine.ofTwo();
  private final StatementId incident = Quarrel.id(line.accepted("north", Quarrel.incident()));

  @Test
  void aFileIsClosedWhenEveryPartySaysSoOfItAsItIs() {
    assertThat(code("north", close(incident))).isEqualTo("ok");
    assertThat(closings(incident).closed()).isFalse();
    assertThat(closings(incident).by()).containsExactly("north");
    assertThat(code("north", close(incident))).isEqualTo("item-signed");
    assertThat(code("south", new IncidentBody.Account(incident, "wait"))).isEqualTo("ok");
    assertThat(closings(incident).by()).as("something was said since").isEmpty();
    assertThat(code("south", close(incident))).isEqualTo("ok");
    assertThat(closings(incident).closed()).as("north closed another file").isFalse();
    assertThat(code("north", close(incident))).isEqualTo("ok");
    assertThat(closings(incident).closed()).isTrue();
    assertThat(closings(incident).said()).as("every word stays").hasSize(3);
    assertThat(closings(incident).said().getLast().step()).isEqualTo(Closing.Step.CLOSED);
  }

  @Test
  void inAClosedFileNothingIsSaidUntilEitherReopensIt() {
    StatementId fact = id("south", new MatterBody.Fact(incident, "noon", List.of()));
    StatementId due = id("south", new MatterBody.Due(incident, "north", "tape", line.nowUs));
    StatementId tape = id("north", Quarrel.evidence(Optional.of(incident)));
    StatementId claim = id("north", Quarrel.claim(Optional.of(incident)));
    StatementId loose = id("north", Quarrel.evidence(Optional.empty()));
    StatementId account = id("south", new IncidentBody.Account(incident, "so"));
    Map<String, Body> said = new LinkedHashMap<>();
    said.put("account", new IncidentBody.Account(incident, "more"));
    said.put("evidence", Quarrel.evidence(Optional.of(incident)));
    said.put(
        "disclosure", new IncidentBody.Disclosure(incident, new IncidentBody.What.Sealed(tape)));
    said.put(
        "opening",
        new IncidentBody.Disclosure(
            incident, new IncidentBody.What.Volume(incident, MatterSamples.opening())));
    said.put("claim", Quarrel.claim(Optional.of(incident)));
    said.put("attach", new IncidentBody.Attach(incident, loose));
    said.put("assess", new IncidentBody.Assess(account, IncidentBody.View.ACCEPTS, ""));
    said.put("fact", new MatterBody.Fact(incident, "one", List.of()));
    said.put("finding", new IncidentBody.Finding(incident, "two", List.of()));
    said.put("due", new MatterBody.Due(incident, "south", "it", line.nowUs));
    said.put("due done", new MatterBody.DueDone(due, ""));
    said.put("agree", new MatterBody.Agree(fact, Optional.empty(), Optional.empty()));
    said.put("veto", new MatterBody.Veto(fact, "all", "no", Optional.empty()));
    said.put("retract", new MatterBody.Retract(claim, "no"));
    said.put("close", close(incident));
    closeByAll(incident, Optional.empty());
    for (Map.Entry<String, Body> each : said.entrySet()) {
      assertThat(code("north", each.getValue())).as(each.getKey()).isEqualTo("file-closed");
    }
    assertThat(code("south", reopen(incident))).isEqualTo("ok");
    assertThat(closings(incident).closed()).isFalse();
    said.remove("veto");
    said.forEach((name, body) -> assertThat(code("north", body)).as(name).isEqualTo("ok"));
  }

  @Test
  void aCaseIsClosedFromItsSeats() {
    line.accepted("south", MessageBody.Message.bare(Kind.QUERY));
    StatementId query = line.state.messages().all().getFirst().id();
    StatementId file = id("north", Quarrel.open());
    StatementId proposal = id("south", Quarrel.proposal(file));
    assertThat(code("north", close(file))).isEqualTo("seat-missing");
    assertThat(code("north", new MatterBody.Close(file, "", Optional.of("throne"))))
        .isEqualTo("seat-unknown");
    closeByAll(file, Optional.of("chair"));
    for (Body body :
        List.of(
            new WorkingGroupBody.Position(file, 0, "so", "chair"),
            Quarrel.proposal(file),
            new WorkingGroupBody.Minutes(file, "met", Optional.empty(), "chair"),
            new WorkingGroupBody.HandOff(query, Optional.of(file), ""),
            new MatterBody.Agree(proposal, Optional.empty(), Optional.of("chair")),
            new MatterBody.Veto(proposal, "all", "no", Optional.of("chair")))) {
      assertThat(code("north", body)).as("%s", body).isEqualTo("file-closed");
    }
    assertThat(code("north", new MatterBody.Reopen(file, "more", Optional.of("scribe"))))
        .isEqualTo("ok");
    assertThat(line.state.cases().file(file).orElseThrow().closings().closed()).isFalse();
  }

  @Test
  void onlyWhoHoldsItForClosedReopensIt() {
    assertThat(code("north", reopen(incident))).isEqualTo("file-open");
    line.accepted("north", close(incident));
    assertThat(code("south", reopen(incident))).isEqualTo("file-open");
    assertThat(code("north", reopen(incident))).as("it takes its word back").isEqualTo("ok");
    assertThat(closings(incident).by()).isEmpty();
    assertThat(code("north", close(StatementId.of(new byte[32])))).isEqualTo("file-unknown");
    assertThat(code("north", reopen(StatementId.of(new byte[32])))).isEqualTo("file-unknown");
  }

  @Test
  void closingAndReopeningComesToAnEnd() {
    for (int i = 0; i < 16; i++) {
      line.accepted("north", close(incident));
      line.accepted("north", reopen(incident));
    }
    assertThat(code("north", close(incident))).isEqualTo("said-enough");
    assertThat(code("south", close(incident))).as("each for itself").isEqualTo("ok");
  }

  /** Against another reckoning, from what was accepted alone. */
  @Test
  void closedIsWhatAllSaidSinceTheLastWord() {
    Seeds.some(20)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          TestLine some = TestLine.of(false, "east", "north", "south");
          StatementId file = Quarrel.id(some.accepted("east", Quarrel.incident()));
          Set<String> closed = new TreeSet<>();
          for (int i = 0; i < 60; i++) {
            String party = chance.pick(some.genesis.parties());
            boolean all = closed.size() == 3;
            Body body =
                chance.oneIn(8)
                    ? new IncidentBody.Account(file, "again")
                    : chance.oneIn(5) ? reopen(file) : close(file);
            boolean done = some.say(party, body).verdict() == Verdict.ACCEPTED;
            switch (body) {
              case MatterBody.Close _ -> {
                assertThat(done && closed.contains(party)).isFalse();
                if (done) {
                  closed.add(party);
                }
              }
              case MatterBody.Reopen _ -> {
                assertThat(done && !closed.contains(party)).isFalse();
                if (done) {
                  closed.clear();
                }
              }
              default -> {
                assertThat(done).isEqualTo(!all);
                if (done) {
                  closed.clear();
                }
              }
            }
            Closings now = some.state.matters().closings(file);
            assertThat(now.by()).as("seed %d", seed).containsExactlyElementsOf(closed);
            assertThat(now.closed()).isEqualTo(closed.size() == 3);
          }
        });
  }

  /** What is referred to stands in the record before; what is not yet there is not. */
  @Test
  void whatIsReferredToIsInTheRecord() {
    StatementId nothing = StatementId.of(new byte[32]);
    List<Body> bodies = new ArrayList<>();
    for (StatementId id : List.of(incident, nothing)) {
      bodies.add(
          new IncidentBody.Open(
              "t", Quarrel.TIME, Optional.empty(), Optional.empty(), "w", List.of(incident, id)));
      bodies.add(new MatterBody.Fact(incident, "w", List.of(id)));
      bodies.add(new IncidentBody.Finding(incident, "w", List.of(id)));
      bodies.add(new WorkingGroupBody.Open("t", List.of("a"), List.of(id), "chair"));
      bodies.add(
          new IncidentBody.Disclosure(
              incident, new IncidentBody.What.Volume(id, MatterSamples.opening())));
    }
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(code("north", bodies.get(i)))
          .as("%s", bodies.get(i))
          .isEqualTo(i < bodies.size() / 2 ? "ok" : "refers-unknown");
    }
    Voice north = line.voice("north");
    Voice.Draft itself = line.draft(north, new MatterBody.Fact(incident, "w", List.of()));
    StatementId later = itself.sign().id();
    assertThat(code("south", new MatterBody.Fact(incident, "w", List.of(later))))
        .isEqualTo("refers-unknown");
    assertThat(line.say(north, itself).code()).isEqualTo("ok");
    assertThat(code("south", new MatterBody.Fact(incident, "w", List.of(later)))).isEqualTo("ok");
  }

  private void closeByAll(StatementId file, Optional<String> seat) {
    for (String party : List.of("north", "south")) {
      line.accepted(party, new MatterBody.Close(file, "", seat));
    }
    assertThat(closings(file).closed()).isTrue();
  }

  private static MatterBody.Close close(StatementId file) {
    return new MatterBody.Close(file, "", Optional.empty());
  }

  private static MatterBody.Reopen reopen(StatementId file) {
    return new MatterBody.Reopen(file, "the tape was found", Optional.empty());
  }

  private Closings closings(StatementId file) {
    return line.state.matters().closings(file);
  }

  private StatementId id(String party, Body body) {
    return Quarrel.id(line.accepted(party, body));
  }

  private String code(String party, Body body) {
    return line.say(party, body).code();
  }
}
