package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.body.ChannelState;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.line.body.StatusBody;
import hotline.line.body.TermsBody;
import hotline.line.body.WatchBody;
import hotline.line.body.Word;
import hotline.line.terms.Proposal;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborBytes;
import hotline.record.merkle.Hash;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line in which North may say something of every kind, but for a suspension. */
final class EveryKind {
  private EveryKind() {}

  /** Something of a kind, in the lane where it belongs. */
  record Row(String name, Body body, Lane lane) {}

  /** What the rules would say, without saying it. */
  static String code(TestLine line, Row row) {
    Voice north = row.body() instanceof KeyBody ? line.root("north") : line.voice("north");
    Voice.Draft draft = line.draft(north, row.body()).in(row.lane());
    if (row.lane() == Lane.ROUTINE) {
      draft.basis(line.basis()).terms(line.terms().hash());
    }
    Spoken spoken = new Spoken(line.state.size(), draft.sign());
    return switch (line.state.rules().decide(spoken, true, true)) {
      case Ruling.Granted _ -> Outcome.OK;
      case Ruling.Refused(Refusal refusal, String _) -> refusal.code();
    };
  }

  /**
   * Both parties have a notice of transit in the east, and everything else has something.
   *
   * @param survives what the terms list
   */
  static TestLine prepared(List<Kind> survives) {
    TestLine line = TestLine.unfounded(false, "north", "south");
    line.found();
    line.agree(line.firstTerms().draft().survives(survives).build());
    line.voices.values().forEach(voice -> line.accepted(voice, TestLine.begin()));
    line.accepted("north", Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    line.accepted("south", MessageBody.Message.bare(Kind.QUERY));
    line.accepted("south", MessageBody.Message.bare(Kind.STOP));
    line.accepted("north", new WatchBody.Take("duty", "Anna"));
    Quarrel.prepare(line);
    Terms later = line.terms().next().effectiveUs(Optional.of(line.nowUs)).build();
    line.accepted("south", propose(later));
    line.accepted("north", new TermsBody.Sign(later.hash()));
    line.accepted("south", propose(AgreementTest.next(line.terms(), 31)));
    line.accepted("north", propose(AgreementTest.next(line.terms(), 32)));
    return line;
  }

  /** Offers that rows speak of; last of all, since statuses end offers. */
  static void offers(TestLine line) {
    line.accepted(
        "north",
        new StatusBody.Offer(Optional.empty(), "soon over", line.nowUs + 2 * TestLine.SECOND_US));
    line.accepted(
        "south",
        new StatusBody.Offer(Optional.empty(), "open", line.nowUs + 3600 * TestLine.SECOND_US));
    line.nowUs += 2 * TestLine.SECOND_US;
  }

  private static TermsBody.Propose propose(Terms terms) {
    return new TermsBody.Propose(new CborBytes(terms.encode()));
  }

  /** One or more of every kind. */
  static List<Row> rows(TestLine line) {
    StatementId query = line.state.messages().all().getFirst().id();
    StatementId stop = line.state.messages().all().getLast().id();
    List<NoticeRef> both =
        List.of(new NoticeRef(Places.entity(1), 1), new NoticeRef(Places.entity(2), 1));
    StatementId ownOffer = line.state.statuses().offers().reversed().get(1).id();
    StatementId offer = line.state.statuses().offers().getLast().id();
    List<Proposal> proposals = line.state.agreement().proposals();
    Hash agreed = proposals.get(0).hash();
    Hash proposed = proposals.get(1).hash();
    Hash own = proposals.get(2).hash();
    List<Row> rows = new ArrayList<>();
    add(rows, TestLine.begin());
    add(rows, new ChainBody.Withdraw(StatementId.of(new byte[32])));
    add(rows, new StatusBody.State(ChannelState.SUSPENDED, 0, Optional.empty(), "words"));
    add(rows, new StatusBody.State(ChannelState.IN_FORCE, 0, Optional.empty(), "words"));
    add(rows, new StatusBody.Offer(Optional.empty(), "words", TestLine.NOON_US * 2));
    add(rows, new StatusBody.Refuse(offer, "no"));
    add(rows, new StatusBody.Accept(offer));
    add(rows, new StatusBody.Withdraw(ownOffer));
    add(rows, propose(AgreementTest.next(line.terms(), 33)));
    add(rows, new TermsBody.Sign(proposed));
    add(rows, new TermsBody.Begin(agreed));
    add(rows, new TermsBody.Withdraw(own, "changed our mind"));
    add(rows, new TermsBody.Refuse(proposed, "no"));
    add(rows, new KeyBody.Enrol("one", TestLine.key("north/next")));
    add(rows, new KeyBody.Revoke(TestLine.key("north/one"), "stolen"));
    add(rows, new KeyBody.EnrolOfficer("Anna", TestLine.key("north/anna")));
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
        add(rows, message(kind, both));
      } else if (kind.isMessage()) {
        add(rows, MessageBody.Message.bare(kind));
      }
    }
    for (Kind kind : List.of(Kind.QUERY, Kind.TEXT)) {
      rows.add(new Row(kind.word() + " about notices", message(kind, both), Lane.ROUTINE));
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

  private static MessageBody.Message message(Kind kind, List<NoticeRef> notices) {
    return new MessageBody.Message(
        kind,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        notices);
  }

  private static void add(List<Row> rows, Body body) {
    rows.add(
        new Row(
            body.kind().word(),
            body,
            body.kind().lanes() == Kind.Lanes.URGENT ? Lane.URGENT : Lane.ROUTINE));
  }
}
