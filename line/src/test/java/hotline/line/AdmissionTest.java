package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChainBody;
import hotline.line.body.MessageBody;
import hotline.line.body.WatchBody;
import hotline.record.signature.PublicKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What may have the next place in the record, with real signatures. */
class AdmissionTest {
  private final TestLine line = TestLine.of(true, "north", "south");
  private final Voice north = line.voice("north");

  @Test
  void aGoodStatementIsAdmittedAndThenADuplicate() {
    Statement take = take().sign();
    assertThat(Admission.check(line.state, take)).isEqualTo(new Admission.Admit());
    long index = line.order(take).index();
    assertThat(Admission.check(line.state, take))
        .isEqualTo(new Admission.Duplicate(OptionalLong.of(index)));
    assertThat(line.order(take).verdict()).isEqualTo(Verdict.VOID);
  }

  @Test
  void theWrongLineKeyOrSignatureIsNamed() {
    Voice.Draft other = take();
    other.of = LineId.of(new byte[LineId.BYTES]);
    assertThat(code(other.sign())).isEqualTo("wrong-line");

    Voice.Draft stranger = take();
    stranger.with = Keyring.key("stranger");
    assertThat(code(stranger.sign())).isEqualTo("unknown-key");

    Voice.Draft southsKey = take();
    southsKey.with = Keyring.key("south/one");
    assertThat(code(southsKey.sign())).isEqualTo("unknown-key");

    Voice.Draft unsigned = take();
    unsigned.with = new Keyring.Unsigned(TestLine.key("north/one"));
    assertThat(code(unsigned.sign())).isEqualTo("bad-signature");
  }

  @Test
  void aCheckMadeBeforeCountsOnlyForThisStatementAndTheKeyInForce() {
    Voice.Draft draft = take();
    draft.with = new Keyring.Unsigned(TestLine.key("north/one"));
    Statement unsigned = draft.sign();
    PublicKey right = TestLine.key("north/one");
    assertThat(check(unsigned, new Verified(unsigned.id(), right)))
        .isEqualTo(new Admission.Admit());
    assertThat(check(unsigned, new Verified(unsigned.id(), TestLine.key("south/one"))))
        .isInstanceOf(Admission.Refuse.class);
    assertThat(check(unsigned, new Verified(StatementId.of(new byte[32]), right)))
        .isInstanceOf(Admission.Refuse.class);
  }

  @Test
  void outOfChainIsRefusedAndUsesNothingUp() {
    Voice.Draft gap = take();
    gap.sequence += 5;
    assertThat(code(gap.sign())).isEqualTo("gap");
    Voice.Draft backwards = take().at(TestLine.NOON_US - 1);
    assertThat(code(backwards.sign())).isEqualTo("time-went-back");
    assertThat(line.order(gap.sign()).verdict()).isEqualTo(Verdict.VOID);
    assertThat(line.say(north, new WatchBody.Take("duty", "Anna")).code()).isEqualTo("ok");
  }

  @Test
  void aWithdrawTakesThePlaceOfWhatIsNotOrderedYet() {
    Voice.Draft original = take();
    Statement unsent = original.sign();
    Outcome withdrawn = line.say(north, new ChainBody.Withdraw(unsent.id()));
    assertThat(withdrawn.code()).isEqualTo("ok");
    assertThat(code(unsent)).isEqualTo("withdrawn");
    assertThat(line.say(north, new WatchBody.Take("duty", "Boris")).code())
        .as("the next statement links to the original")
        .isEqualTo("ok");
    assertThat(line.state.watches().at("north", "duty").orElseThrow().officer()).isEqualTo("Boris");
  }

  @Test
  void urgentStatementsNeedNoOrder() {
    Voice.Draft late = line.draft(north, MessageBody.Message.bare(Kind.STOP));
    Voice.Draft early = line.draft(north, MessageBody.Message.bare(Kind.STOP));
    late.sequence = 7;
    early.sequence = 3;
    assertThat(line.say(north, late).code()).isEqualTo("ok");
    assertThat(line.say(north, early).code()).isEqualTo("ok");
    assertThat(line.order(early.sign()).code()).isEqualTo("duplicate");
  }

  @Test
  void aRefusalByARuleUsesItsNumber() {
    assertThat(line.say(north, new WatchBody.Take("attic", "Anna")).code())
        .isEqualTo("post-unknown");
    assertThat(line.say(north, new WatchBody.Take("duty", "Anna")).code()).isEqualTo("ok");
  }

  @Test
  void aKindOfTheFutureIsRefusedNotVoid() {
    for (Voice.Draft draft :
        List.of(take(), line.draft(north, MessageBody.Message.bare(Kind.STOP)))) {
      draft.kind = 69;
      Outcome outcome = line.say(north, draft);
      assertThat(outcome.verdict()).isEqualTo(Verdict.REFUSED);
      assertThat(outcome.code()).isEqualTo("unknown-kind");
    }
  }

  private Voice.Draft take() {
    return line.draft(north, new WatchBody.Take("duty", "Anna"));
  }

  private String code(Statement statement) {
    return switch (Admission.check(line.state, statement)) {
      case Admission.Admit() -> "admitted";
      case Admission.Duplicate _ -> "duplicate";
      case Admission.Refuse(String code, String sentence) -> {
        assertThat(sentence).isNotBlank();
        yield code;
      }
    };
  }

  private Admission check(Statement statement, Verified verified) {
    return Admission.check(line.state, statement, Optional.of(verified));
  }
}
