package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.body.ChainBody;
import hotline.line.body.MessageBody;
import hotline.line.body.TermsBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborBytes;
import hotline.record.statement.Mode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a line begins: genesis, root keys, first terms. */
class FoundingTest {
  @Test
  void aLineOfSignedStatementsComesIntoForce() {
    TestLine line = TestLine.of(true, "north", "south");
    assertThat(line.outcomes).allMatch(outcome -> outcome.verdict() == Verdict.ACCEPTED);
    assertThat(line.state.terms()).contains(line.firstTerms());
    assertThat(line.state.agreement().genesis()).contains(line.genesis);
    assertThat(line.state.agreement().mode()).contains(Mode.LIVE);
    assertThat(line.state.agreement().proposals()).isEmpty();
  }

  @Test
  void theFirstEntryCarriesThisLinesGenesis() {
    TestLine line = TestLine.unfounded(false, "north", "south");
    assertThat(line.say(line.root("north"), TestLine.begin()).code()).isEqualTo("not-founded");
    Genesis other = new Genesis("Other", line.genesis.founders(), new byte[16]);
    TestLine again = TestLine.unfounded(false, "north", "south");
    assertThat(
            again
                .say(again.root("north"), new ChainBody.Begin(List.of(), Optional.of(other)))
                .code())
        .isEqualTo("not-founded");
    TestLine byNode = TestLine.unfounded(false, "north", "south");
    assertThat(
            byNode.say("north", new ChainBody.Begin(List.of(), Optional.of(byNode.genesis))).code())
        .isEqualTo("not-founded");
  }

  @Test
  void aVoidFirstEntryLeavesTheLineUnfounded() {
    TestLine line = TestLine.unfounded(true, "north", "south");
    line.order(new byte[] {1, 2, 3}, true, Optional.empty());
    assertThat(line.outcomes.getFirst().verdict()).isEqualTo(Verdict.VOID);
    assertThat(line.say(line.root("north"), TestLine.begin()).code()).isEqualTo("not-founded");
  }

  @Test
  void beforeTermsOnlyRootKeysSpeakAndOnlyOfTerms() {
    TestLine line = TestLine.unfounded(false, "north", "south");
    line.found();
    assertThat(line.say(line.root("north"), MessageBody.Message.bare(Kind.STOP)).code())
        .isEqualTo("no-terms");
    Outcome byNode = line.say("north", TestLine.begin());
    assertThat(byNode.verdict()).isEqualTo(Verdict.VOID);
    assertThat(byNode.code()).isEqualTo("unknown-key");
  }

  @Test
  void theGenesisComesOnce() {
    TestLine line = TestLine.ofTwo();
    line.root("south").reincarnate(99);
    assertThat(
            line.say(line.root("south"), new ChainBody.Begin(List.of(), Optional.of(line.genesis)))
                .code())
        .isEqualTo("genesis-again");
  }

  @Test
  void afterTermsTheRootKeySpeaksOfTermsOnly() {
    TestLine line = TestLine.ofTwo();
    assertThat(line.say(line.root("north"), MessageBody.Message.bare(Kind.STOP)).code())
        .isEqualTo("root-only-terms");
    line.root("north").reincarnate(98);
    assertThat(line.say(line.root("north"), TestLine.begin()).code()).isEqualTo("ok");
  }

  @Test
  void theFirstTermsHaveTheRootKeysOfTheGenesis() {
    TestLine line = TestLine.unfounded(false, "north", "south");
    line.found();
    TestLine foreign = TestLine.unfounded(false, "east", "west");
    Terms others = foreign.firstTerms();
    assertThat(
            line.say(line.root("north"), new TermsBody.Propose(new CborBytes(others.encode())))
                .code())
        .isEqualTo("terms-parties");
  }
}
