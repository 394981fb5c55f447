package hotline.record.statement;

import hotline.record.statement.ChainVerdict.Admitted;
import hotline.record.statement.ChainVerdict.BegunAgain;
import hotline.record.statement.ChainVerdict.ChainsFull;
import hotline.record.statement.ChainVerdict.DoubleUsed;
import hotline.record.statement.ChainVerdict.Duplicate;
import hotline.record.statement.ChainVerdict.Gap;
import hotline.record.statement.ChainVerdict.NamesNothing;
import hotline.record.statement.ChainVerdict.NotBegun;
import hotline.record.statement.ChainVerdict.TimeWentBack;
import hotline.record.statement.ChainVerdict.TooLate;
import hotline.record.statement.ChainVerdict.Used;
import hotline.record.statement.ChainVerdict.Withdrawn;
import hotline.record.statement.ChainVerdict.WrongPrevious;
import java.util.Objects;

/**
 * Whether a statement has its place in its chain. The host asks before it orders, every follower
 * asks of what was ordered, and an offline check asks of a whole record: all get one answer.
 *
 * <p><b>Routine.</b> Number 0 is a BEGIN without previous, and no other number is. Each later one
 * has the next number, links to the one before, and is signed no earlier.
 *
 * <p><b>WITHDRAW.</b> A node that has signed O with number n, and does not see it ordered, may sign
 * one WITHDRAW with number n, the same previous, and O's id in its content. Whichever is ordered
 * first counts; the other is then refused, lawfully ({@link Withdrawn} or {@link TooLate}), and
 * proves nothing against the node. Number n + 1 links to O in both cases, so the node can go on
 * signing before it knows which one counts. A BEGIN cannot be withdrawn (a chain that is not wanted
 * is left alone), nor can a WITHDRAW; a second WITHDRAW, or one that names anything else than what
 * holds the number, is a second use of the number.
 *
 * <p><b>Urgent.</b> Each number once, in any order, with gaps; no BEGIN, and previous is not looked
 * at. WITHDRAW means nothing there: what was shouted cannot be unsaid.
 *
 * <p>A new incarnation closes no other: statements of the old one may still be under way.
 *
 * <p>What is not looked at here: the signature, the line, and the right to speak.
 */
public final class ChainRules {
  private ChainRules() {}

  /** The verdict on a statement, given what has been ordered before. Changes nothing. */
  public static ChainVerdict check(ChainHeads heads, Claim claim) {
    return switch (claim.header().chain().lane()) {
      case ROUTINE -> checkRoutine(heads, claim);
      case URGENT -> checkUrgent(heads, claim);
    };
  }

  /**
   * The verdict on a statement whose number another one, or itself, holds in the record: {@link
   * Duplicate}, {@link Withdrawn}, {@link TooLate} or {@link DoubleUsed}.
   *
   * <p>Two statements that are {@link DoubleUsed} in one order are so in the other. With a
   * signature that holds on each, they prove to any stranger that their node contradicted itself.
   *
   * @throws IllegalArgumentException unless both claim the same number in the same chain of one
   *     line
   */
  public static ChainVerdict compare(Claim ordered, Claim later) {
    Header first = ordered.header();
    Header second = later.header();
    if (!first.line().equals(second.line())
        || !first.chain().equals(second.chain())
        || first.sequence() != second.sequence()) {
      throw new IllegalArgumentException("two statements with different numbers");
    }
    if (ordered.id().equals(later.id())) {
      return new Duplicate();
    }
    if (isLawful(ordered, later)) {
      return new Withdrawn(ordered.id());
    }
    return isLawful(later, ordered) ? new TooLate(ordered.id()) : new DoubleUsed(ordered.id());
  }

  /** Whether the first may stand for the second. */
  private static boolean isLawful(Claim withdraw, Claim original) {
    return withdraw.header().chain().lane() == Lane.ROUTINE
        && withdraw.header().sequence() > 0
        && withdraw.isWithdraw()
        && !original.isWithdraw()
        && original.id().equals(withdraw.withdraws())
        && Objects.equals(withdraw.header().previous(), original.header().previous());
  }

  private static ChainVerdict checkRoutine(ChainHeads heads, Claim claim) {
    Header header = claim.header();
    if (header.sequence() == 0) {
      return checkFirst(heads, claim);
    }
    if (claim.isBegin()) {
      return new BegunAgain();
    }
    RoutineHead head = heads.routine(header.chain()).orElse(null);
    if (head == null) {
      return new NotBegun();
    }
    if (header.sequence() <= head.sequence()) {
      return checkUsed(head, claim);
    }
    if (header.sequence() > head.sequence() + 1) {
      return new Gap(head.sequence() + 1);
    }
    if (!head.link().equals(header.previous())) {
      return new WrongPrevious(head.link());
    }
    if (header.timeUs() < head.timeUs()) {
      return new TimeWentBack(head.timeUs());
    }
    return claim.isWithdraw() && claim.withdraws() == null ? new NamesNothing() : new Admitted();
  }

  private static ChainVerdict checkFirst(ChainHeads heads, Claim claim) {
    if (!claim.isBegin()) {
      return new NotBegun();
    }
    if (claim.header().previous() != null) {
      return new WrongPrevious(null);
    }
    RoutineHead head = heads.routine(claim.header().chain()).orElse(null);
    if (head != null) {
      return checkUsed(head, claim);
    }
    return heads.isFull(claim.header().chain()) ? new ChainsFull() : new Admitted();
  }

  /** As {@link #compare}, from what the head still knows of the statement that holds the number. */
  private static ChainVerdict checkUsed(RoutineHead head, Claim claim) {
    Header header = claim.header();
    if (header.sequence() < head.sequence()) {
      return new Used(header.sequence());
    }
    if (claim.id().equals(head.id())) {
      return new Duplicate();
    }
    boolean linksAlike = Objects.equals(header.previous(), head.before());
    if (linksAlike
        && !claim.isWithdraw()
        && head.isWithdrawal()
        && claim.id().equals(head.link())) {
      return new Withdrawn(head.id());
    }
    return linksAlike && !head.isWithdrawal() && head.id().equals(claim.withdraws())
        ? new TooLate(head.id())
        : new DoubleUsed(head.id());
  }

  private static ChainVerdict checkUrgent(ChainHeads heads, Claim claim) {
    Header header = claim.header();
    UrgentChain chain = heads.urgent(header.chain()).orElse(null);
    if (chain == null) {
      return heads.isFull(header.chain()) ? new ChainsFull() : new Admitted();
    }
    if (!chain.isUsed(header.sequence())) {
      return new Admitted();
    }
    return chain
        .usedBy(header.sequence())
        .<ChainVerdict>map(id -> id.equals(claim.id()) ? new Duplicate() : new DoubleUsed(id))
        .orElse(new Used(header.sequence()));
  }
}
