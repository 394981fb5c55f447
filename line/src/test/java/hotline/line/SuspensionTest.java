package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.ChannelState;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.body.WatchBody;
import hotline.line.body.Word;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every kind in every situation of the channel: what a suspension refuses, and nothing else. */
class SuspensionTest {
  /** What is refused while suspended, when the terms let nothing pass that they need not. */
  private static final Set<String> PLANNING =
      Set.of("NOTICE", "NOTICE-STATE ACTIVATED", "DISPUTE", "QUERY", "CONFLICT", "TEXT");

  private enum Situation {
    NOBODY_HAS_SPOKEN(false),
    ALL_IN_FORCE(false),
    OWN_SUSPENDED(true),
    OWN_SUSPENDED_LATER(false),
    OTHER_SUSPENDED(true),
    OTHER_SUSPENDED_LATER(false),
    BOTH_SUSPENDED(true),
    RESTORED_BY_ITSELF(false),
    RESTORED_BY_OFFER(false);

    private final boolean bars;

    Situation(boolean bars) {
      this.bars = bars;
    }
  }

  private record Row(String name, Body body, Lane lane) {}

  @Test
  void everyKindInEverySituation() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (boolean talkSurvives : List.of(true, false)) {
      for (Situation situation : Situation.values()) {
        TestLine line = prepared(talkSurvives);
        bring(line, situation);
        Set<String> refused = new TreeSet<>();
        for (Row row : rows(line)) {
          String code = code(line, row);
          assertThat(code).as("%s, %s", row.name(), situation).isIn("ok", "suspended");
          if (code.equals("suspended")) {
            refused.add(row.name());
          }
          seen.add(row.body().kind());
        }
        Set<String> expected = new TreeSet<>(situation.bars ? PLANNING : Set.of());
        if (talkSurvives) {
          expected.removeAll(Set.of("QUERY", "TEXT"));
        }
        assertThat(refused)
            .as("%s, talk survives: %s", situation, talkSurvives)
            .isEqualTo(expected);
      }
    }
    seen.addAll(List.of(Kind.TERMS_BEGIN, Kind.TERMS_WITHDRAW));
    assertThat(seen).as("kinds in the table").isEqualTo(EnumSet.allOf(Kind.class));
  }

  /** What the rules would say, without saying it. */
  private static String code(TestLine line, Row row) {
    Voice north = line.voice("north");
    Voice.Draft draft = line.draft(north, row.body()).in(row.lane());
    if (row.lane() == Lane.ROUTINE) {
      draft.basis(line.basis()).terms(line.terms().hash());
    }
    Spoken spoken = new Spoken(line.state.size(), draft.sign());
    return switch (line.state.rules().decide(spoken, true)) {
      case Ruling.Granted _ -> Outcome.OK;
      case Ruling.Refused(Refusal refusal, String _) -> refusal.code();
    };
  }

  @Test
  void withThreePartiesTheTwoThatAreInForceGoOn() {
    TestLine line = TestLine.of(false, "east", "north", "south");
    line.accepted("south", status(ChannelState.SUSPENDED, 0));
    line.accepted("north", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("east", status(ChannelState.SUSPENDED, 0));
    assertThat(line.say("north", Places.declare(2, 1, Places.extent(46, 8, 11, 0))).code())
        .isEqualTo("suspended");
  }

  private static void bring(TestLine line, Situation situation) {
    long laterUs = line.nowUs + 3600 * TestLine.SECOND_US;
    switch (situation) {
      case NOBODY_HAS_SPOKEN -> {}
      case ALL_IN_FORCE -> {
        line.accepted("north", status(ChannelState.IN_FORCE, 0));
        line.accepted("south", status(ChannelState.IN_FORCE, 0));
      }
      case OWN_SUSPENDED -> line.accepted("north", status(ChannelState.SUSPENDED, 0));
      case OWN_SUSPENDED_LATER -> line.accepted("north", status(ChannelState.SUSPENDED, laterUs));
      case OTHER_SUSPENDED -> line.accepted("south", status(ChannelState.SUSPENDED, 0));
      case OTHER_SUSPENDED_LATER -> line.accepted("south", status(ChannelState.SUSPENDED, laterUs));
      case BOTH_SUSPENDED -> {
        line.accepted("north", status(ChannelState.SUSPENDED, 0));
        line.accepted("south", status(ChannelState.SUSPENDED, 0));
      }
      case RESTORED_BY_ITSELF -> {
        line.accepted("south", status(ChannelState.SUSPENDED, 0));
        line.accepted("south", status(ChannelState.IN_FORCE, 0));
      }
      case RESTORED_BY_OFFER -> {
        line.accepted("north", status(ChannelState.SUSPENDED, 0));
        line.accepted("south", status(ChannelState.SUSPENDED, 0));
        Outcome offer =
            line.accepted("south", new StatusBody.Offer(Optional.empty(), "let us", laterUs));
        line.accepted("north", new StatusBody.Accept(new StatementId(offer.id())));
      }
    }
    line.accepted(
        "north",
        new StatusBody.Offer(Optional.empty(), "soon over", line.nowUs + 2 * TestLine.SECOND_US));
    line.accepted("south", new StatusBody.Offer(Optional.empty(), "open", laterUs));
    line.nowUs += 2 * TestLine.SECOND_US;
  }

  /** A line in which each row can be accepted, but for a suspension. */
  private static TestLine prepared(boolean talkSurvives) {
    TestLine line = TestLine.unfounded(false, "north", "south");
    line.found();
    line.agree(talkSurvives ? line.firstTerms() : withoutTalk(line.firstTerms()));
    line.voices.values().forEach(voice -> line.accepted(voice, TestLine.begin()));
    line.accepted("north", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", MessageBody.Message.bare(Kind.QUERY));
    line.accepted("south", MessageBody.Message.bare(Kind.STOP));
    line.accepted("north", new WatchBody.Take("duty", "Anna"));
    Quarrel.prepare(line);
    line.accepted(
        "south",
        new TermsBody.Propose(new CborBytes(AgreementTest.next(line.terms(), 31).encode())));
    return line;
  }

  private static Terms withoutTalk(Terms terms) {
    return terms.draft().survives(Terms.SAFETY_MINIMUM.stream().sorted().toList()).build();
  }

  private static List<Row> rows(TestLine line) {
    StatementId query = line.state.messages().all().getFirst().id();
    StatementId stop = line.state.messages().all().getLast().id();
    List<NoticeRef> both =
        List.of(new NoticeRef(Places.entity(1), 1), new NoticeRef(Places.entity(2), 1));
    StatementId ownOffer = line.state.statuses().offers().reversed().get(1).id();
    StatementId offer = line.state.statuses().offers().getLast().id();
    Hash proposed = line.state.agreement().proposals().getFirst().hash();
    List<Row> rows = new ArrayList<>();
    add(rows, TestLine.begin());
    add(rows, new ChainBody.Withdraw(StatementId.of(new byte[32])));
    add(rows, new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "words"));
    add(rows, new StatusBody.State(ChannelState.IN_FORCE, 0, Optional.empty(), "words"));
    add(rows, new StatusBody.Offer(Optional.empty(), "words", TestLine.NOON_US * 2));
    add(rows, new StatusBody.Refuse(offer, "no"));
    add(rows, new StatusBody.Accept(offer));
    add(rows, new StatusBody.Withdraw(ownOffer));
    add(rows, new TermsBody.Propose(new CborBytes(AgreementTest.next(line.terms(), 33).encode())));
    add(rows, new TermsBody.Sign(proposed));
    add(rows, new TermsBody.Refuse(proposed, "no"));
    add(rows, Places.declare(1, 2, Places.extent(46, 8, 12, 0)));
    for (NoticeState state :
        List.of(NoticeState.ACTIVATED, NoticeState.NONCONFORMING, NoticeState.CONTINGENT)) {
      rows.add(
          new Row(
              "NOTICE-STATE " + state,
              new NoticeBody.Move(Places.entity(1), 1, state),
              Lane.ROUTINE));
    }
    add(rows, new NoticeBody.End(Places.entity(1), 1));
    add(rows, new NoticeBody.Dispute(Places.entity(2), 1, NoticeBody.Ground.TIME, ""));
    for (Kind kind : Kind.values()) {
      if (kind == Kind.CONFLICT) {
        add(
            rows,
            new MessageBody.Message(
                kind,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                both));
      } else if (kind.isMessage()) {
        add(rows, MessageBody.Message.bare(kind));
      }
    }
    for (Lane lane : Lane.values()) {
      StatementId message = lane == Lane.URGENT ? stop : query;
      rows.add(new Row("DELIVERED", new MessageBody.Delivered(message), lane));
      rows.add(new Row("DISPLAYED", new MessageBody.Displayed(message, "duty"), lane));
      rows.add(new Row("ACCEPTED", new MessageBody.Accepted(message, "duty", "Anna"), lane));
      rows.add(
          new Row(
              "ANSWER",
              new MessageBody.Answer(message, Word.ROGER, Optional.empty(), Optional.empty()),
              lane));
    }
    add(rows, new WatchBody.Take("duty", "Boris"));
    add(rows, new WatchBody.Handover("duty", "Boris", List.of()));
    Quarrel.bodies(line).forEach(body -> add(rows, body));
    return rows;
  }

  private static void add(List<Row> rows, Body body) {
    rows.add(
        new Row(
            body.kind().word(),
            body,
            body.kind().lanes() == Kind.Lanes.URGENT ? Lane.URGENT : Lane.ROUTINE));
  }

  private static StatusBody.State status(ChannelState state, long effectiveUs) {
    return new StatusBody.State(state, effectiveUs, Optional.empty(), "words");
  }
}
