package hotline.record.statement;

import hotline.record.cbor.CborMap;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Runs of statements as they come to the host, with the verdict on each. */
final class ChainVectors {
  private static final Statement BEGIN =
      Statements.sign(Samples.KEY, Samples.begin(), CborMap.empty());
  private static final Statement ONE = say(Samples.ROUTINE, 1, BEGIN, "one");
  private static final Statement WITHDRAW_ONE = withdraw(1, BEGIN, ONE);
  private static final Statement TWO = say(Samples.ROUTINE, 2, ONE, "two");
  private static final Statement THREE = say(Samples.ROUTINE, 3, TWO, "three");

  private ChainVectors() {}

  static void write(ArrayNode chains) {
    chain(chains, "in order, and sent again", BEGIN, ONE, ONE, TWO, THREE, THREE, ONE);
    chain(chains, "without its beginning, then with a gap", ONE, BEGIN, TWO, ONE, TWO);
    chain(
        chains,
        "withdrawn before it is ordered: the next links to the original",
        BEGIN,
        WITHDRAW_ONE,
        ONE,
        WITHDRAW_ONE,
        say(Samples.ROUTINE, 2, WITHDRAW_ONE, "linked to the withdrawal"),
        TWO);
    chain(chains, "ordered before it is withdrawn", BEGIN, ONE, WITHDRAW_ONE, TWO);
    chain(
        chains,
        "one number for two things",
        BEGIN,
        ONE,
        say(Samples.ROUTINE, 1, BEGIN, "not one"),
        withdraw(1, BEGIN, TWO),
        withdraw(1, TWO, ONE));
    chain(
        chains,
        "two withdrawals, and the withdrawal of a withdrawal",
        BEGIN,
        WITHDRAW_ONE,
        withdraw(1, BEGIN, WITHDRAW_ONE),
        withdraw(1, BEGIN, TWO));
    chain(
        chains,
        "a WITHDRAW that names nothing, and one of the beginning",
        BEGIN,
        sign(Samples.ROUTINE, 1, BEGIN, Header.WITHDRAW, CborMap.empty()),
        sign(Samples.ROUTINE, 0, null, Header.WITHDRAW, names(BEGIN)));
    chain(
        chains,
        "a BEGIN inside a chain, one with a previous, and a second one",
        BEGIN,
        sign(Samples.ROUTINE, 1, BEGIN, Header.BEGIN, CborMap.empty()),
        sign(Samples.ROUTINE, 0, BEGIN, Header.BEGIN, CborMap.empty()),
        sign(Samples.ROUTINE, 0, null, Header.BEGIN, names(BEGIN)));
    Header early =
        new Header(
            Samples.LINE,
            Samples.ROUTINE,
            1,
            BEGIN.id(),
            null,
            null,
            Mode.LIVE,
            46,
            Samples.TIME_US - 1);
    chain(
        chains,
        "a signed time that goes back",
        BEGIN,
        Statements.sign(Samples.KEY, early, CborMap.empty()));
    Statement stop = say(Samples.URGENT, 5, null, "stop");
    chain(
        chains,
        "urgent: each number once, in any order, without BEGIN",
        stop,
        say(Samples.URGENT, 2, null, "before"),
        stop,
        say(Samples.URGENT, 5, null, "another stop"),
        sign(Samples.URGENT, 5, null, Header.WITHDRAW, names(stop)),
        BEGIN);
  }

  private static void chain(ArrayNode chains, String name, Statement... steps) {
    ArrayNode list = chains.addObject().put("name", name).putArray("steps");
    ChainHeads heads = new ChainHeads();
    for (Statement step : List.of(steps)) {
      ChainVerdict verdict = ChainRules.check(heads, step.claim());
      if (verdict instanceof ChainVerdict.Admitted) {
        heads.admit(step.claim());
      }
      list.addObject()
          .put("bytes", HexFormat.of().formatHex(step.bytes()))
          .put("verdict", verdict.code());
    }
  }

  private static Statement say(
      Chain chain, long sequence, @Nullable Statement previous, String words) {
    int kind = chain.lane() == Lane.URGENT ? 40 : 46;
    return sign(chain, sequence, previous, kind, CborMap.builder().put(3, words).build());
  }

  private static Statement withdraw(long sequence, Statement previous, Statement original) {
    return sign(Samples.ROUTINE, sequence, previous, Header.WITHDRAW, names(original));
  }

  private static CborMap names(Statement original) {
    return CborMap.builder().put(Claim.WITHDRAWN_KEY, original.id().bytes()).build();
  }

  private static Statement sign(
      Chain chain, long sequence, @Nullable Statement previous, int kind, CborMap content) {
    StatementId link = previous == null ? null : previous.id();
    return Statements.sign(Samples.KEY, Samples.header(chain, sequence, link, kind), content);
  }
}
