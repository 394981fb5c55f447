package hotline.line.accusation;

import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.record.merkle.Hash;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Finds out whether an accusation proves anything, offline, from the genesis and the terms that its
 * reader has signed. Only the accused party's own signature convinces.
 */
public final class AccusationCheck {
  private final Genesis genesis;
  private final Terms terms;
  private final LongFunction<Optional<Hash>> outcomesRoot;

  /**
   * What came of it.
   *
   * @param held what was found to hold on the way
   * @param proved what the accused party did; empty if nothing is proved
   * @param fault why not; empty if it is proved
   */
  public record Judgement(List<String> held, Optional<String> proved, Optional<String> fault) {}

  /**
   * With what its reader has.
   *
   * @param outcomesRoot the root of the outcomes of the first so many entries of the reader's own
   *     copy, folded anew; empty if there is no copy, or it does not reach so far
   */
  public AccusationCheck(Genesis genesis, Terms terms, LongFunction<Optional<Hash>> outcomesRoot) {
    this.genesis = genesis;
    this.terms = terms;
    this.outcomesRoot = outcomesRoot;
  }

  /** Checks all of it. */
  public Judgement run(Accusation accusation) {
    Exhibits exhibits = new Exhibits(genesis, terms, accusation);
    try {
      String proved = judge(accusation, exhibits);
      return new Judgement(exhibits.held(), Optional.of(proved), Optional.empty());
    } catch (NotProved not) {
      return new Judgement(
          exhibits.held(), Optional.empty(), Optional.of(String.valueOf(not.getMessage())));
    }
  }

  private String judge(Accusation accusation, Exhibits exhibits) throws NotProved {
    NotProved.unless(accusation.line().equals(genesis.lineId()), "it is about another line");
    exhibits.holds("of the line " + accusation.line());
    NotProved.unless(
        !accusation.wrong().isTheHosts() || accusation.accused().equals(terms.host()),
        "only the host can have done that, and that is " + terms.host() + " under these terms");
    HostWrongs host = new HostWrongs(exhibits, outcomesRoot);
    NodeWrongs node = new NodeWrongs(exhibits);
    return switch (accusation.wrong()) {
      case TWO_HISTORIES -> host.twoHistories();
      case BROKEN_PROMISE -> host.brokenPromise();
      case FORGED_ENTRY -> host.forgedEntry();
      case WRONG_OUTCOMES -> host.wrongOutcomes();
      case DOUBLE_USED -> node.doubleUsed();
      case FALSE_DETAILS -> node.falseDetails();
    };
  }
}
