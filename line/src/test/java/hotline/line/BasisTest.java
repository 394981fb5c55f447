package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChannelState;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeState;
import hotline.line.body.StatusBody;
import hotline.line.body.WatchBody;
import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A notice counts iff nothing its signer had to know was written after its basis. */
class BasisTest {
  private final TestLine line = TestLine.ofTwo();
  private final Voice north = line.voice("north");

  @Test
  void whatOthersDeclareInItsWayMakesItStale() {
    Basis before = line.basis();
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    Outcome stale = declare(before);
    assertThat(stale.code()).isEqualTo("stale");
    assertThat(stale.sentence())
        .contains("notice " + Places.entity(2) + " of south, version 1, at entry");
    assertThat(declare(line.basis()).code()).isEqualTo("ok");
  }

  @Test
  void whatOthersDeclareElsewhereDoesNot() {
    Basis before = line.basis();
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 9, 10, 0)));
    line.accepted("south", Places.declare(3, 1, Places.extent(46, 8, 12, 0)));
    line.accepted("south", Places.declare(4, 1, Places.extent(46, 8, 10, 30)));
    assertThat(declare(before).code()).isEqualTo("ok");
  }

  @Test
  void aNewVersionIsNewsAndAnEndIsNot() {
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    Basis before = line.basis();
    line.accepted("south", Places.declare(2, 2, Places.extent(46, 8, 10, 1)));
    assertThat(declare(before).code()).isEqualTo("stale");
    line.accepted("south", new NoticeBody.End(Places.entity(2), 2));
    assertThat(declare(before).code()).isEqualTo("ok");
  }

  @Test
  void whatTheSignerSaidItselfNeverMakesItStale() {
    Basis before = line.basis();
    line.accepted(north, status());
    line.accepted(north, Places.declare(9, 1, Places.extent(46, 8, 10, 0)));
    line.accepted(north, new WatchBody.Take("duty", "Anna"));
    assertThat(declare(before).code()).isEqualTo("ok");
  }

  @Test
  void anothersStatusMakesItStale() {
    Basis before = line.basis();
    line.accepted("south", status());
    assertThat(declare(before).sentence()).contains("what south said of the channel at entry");
    assertThat(declare(line.basis()).code()).isEqualTo("ok");
  }

  @Test
  void anOfferIsNewsWhenAnotherDecidesIt() {
    Basis before = line.basis();
    Outcome offer =
        line.accepted(
            "south",
            new StatusBody.Offer(
                Optional.empty(), "let us", line.nowUs + 1000 * TestLine.SECOND_US));
    assertThat(declare(before).code()).as("only offered").isEqualTo("ok");
    line.accepted(north, new StatusBody.Accept(new StatementId(offer.id())));
    assertThat(declare(before, 2).code()).as("decided by the signer itself").isEqualTo("ok");
    Outcome own =
        line.accepted(
            north,
            new StatusBody.Offer(
                Optional.empty(), "let us", line.nowUs + 1000 * TestLine.SECOND_US));
    line.accepted("south", new StatusBody.Accept(new StatementId(own.id())));
    assertThat(declare(before, 3).code()).isEqualTo("stale");
  }

  @Test
  void newTermsMakeItStale() {
    Basis before = line.basis();
    line.agree(AgreementTest.next(line.terms(), 33));
    assertThat(declare(before).sentence()).contains("the terms in force since entry");
  }

  @Test
  void anActivationIsHeldToItToo() {
    line.accepted(north, Places.declare(1, 1, Places.extent(46, 8, 10, 0)));
    Basis before = line.basis();
    line.accepted("south", Places.declare(2, 1, Places.extent(46, 8, 10, 0)));
    assertThat(move(NoticeState.ACTIVATED, before).code()).isEqualTo("stale");
    assertThat(move(NoticeState.NONCONFORMING, before).code()).isEqualTo("ok");
    assertThat(move(NoticeState.ACTIVATED, line.basis()).code()).isEqualTo("ok");
    assertThat(move(NoticeState.CONTINGENT, null).code()).isEqualTo("ok");
  }

  @Test
  void aBasisThatIsNotOfThisRecordIsEvidence() {
    Basis foreign = new Basis(3, Hash.of(new byte[32]));
    Basis future = new Basis(line.entries.size() + 5, line.basis().root());
    assertThat(declare(foreign).code()).isEqualTo("basis-unknown");
    assertThat(declare(future).code()).isEqualTo("basis-unknown");
    assertThat(
            line.say(north, line.draft(north, new WatchBody.Take("duty", "Anna")).basis(foreign))
                .code())
        .as("whatever the statement is")
        .isEqualTo("basis-unknown");
    assertThat(line.say(north, draft(1).basis(null)).code()).isEqualTo("basis-missing");
    assertThat(line.outcomes).allMatch(outcome -> outcome.verdict() != Verdict.VOID);
  }

  private Outcome declare(Basis basis) {
    return declare(basis, 1);
  }

  private Outcome declare(Basis basis, long version) {
    return line.say(north, draft(version).basis(basis));
  }

  private Voice.Draft draft(long version) {
    return line.draft(north, Places.declare(1, version, Places.extent(46, 8, 10, 0)));
  }

  private Outcome move(NoticeState state, @Nullable Basis basis) {
    return line.say(
        north, line.draft(north, new NoticeBody.Move(Places.entity(1), 1, state)).basis(basis));
  }

  private static StatusBody.State status() {
    return new StatusBody.State(ChannelState.IN_FORCE, 0, Optional.empty(), "words");
  }
}
