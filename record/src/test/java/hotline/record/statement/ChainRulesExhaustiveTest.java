package hotline.record.statement;

import static hotline.record.statement.ChainRulesTest.routine;
import static hotline.record.statement.ChainRulesTest.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.statement.ChainVerdict.Admitted;
import hotline.record.statement.ChainVerdict.Used;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every order in which five (in full: six) of a small chain's statements can reach the host: the
 * rules against the whole history, which the heads do not have.
 */
class ChainRulesExhaustiveTest {
  private static final int DELIVERIES = Boolean.getBoolean("hotline.full") ? 6 : 5;

  private static final Claim BEGIN = routine(1, 0, null, Header.BEGIN);
  private static final Claim ONE = routine(2, 1, BEGIN, 46);
  private static final Claim WITHDRAW_ONE = withdraw(3, 1, BEGIN, ONE);
  private static final Claim TWO = routine(4, 2, ONE, 46);
  private static final Claim WITHDRAW_TWO = withdraw(5, 2, ONE, TWO);
  private static final Claim THREE = routine(6, 3, TWO, 46);

  private static final List<Claim> ALL =
      List.of(
          BEGIN,
          ONE,
          WITHDRAW_ONE,
          TWO,
          WITHDRAW_TWO,
          THREE,
          // What no honest node signs.
          routine(10, 0, null, Header.BEGIN),
          routine(11, 1, BEGIN, 46),
          withdraw(12, 1, BEGIN, ONE),
          withdraw(13, 1, BEGIN, WITHDRAW_ONE),
          withdraw(14, 1, TWO, ONE),
          routine(15, 2, WITHDRAW_ONE, 46),
          routine(16, 1, BEGIN, Header.WITHDRAW));

  private long tried;

  @Test
  void everyOrderOfDelivery() {
    deliver(new ArrayList<>(), new ChainHeads(), DELIVERIES);
    assertThat(tried).isGreaterThan(100_000);
  }

  private void deliver(List<Claim> ordered, ChainHeads heads, int left) {
    if (left == 0) {
      return;
    }
    for (Claim claim : ALL) {
      ChainVerdict verdict = ChainRules.check(heads, claim);
      tried++;
      if (isAdmissible(ordered, claim) != verdict instanceof Admitted) {
        throw new AssertionError(ordered + " then " + claim + ": " + verdict);
      }
      requireAgreement(ordered, claim, verdict);
      if (verdict instanceof Admitted) {
        ChainHeads after = ChainHeads.of(heads.toCbor()).orElseThrow();
        after.admit(claim);
        ordered.add(claim);
        deliver(ordered, after, left - 1);
        ordered.removeLast();
      } else {
        // A refusal uses nothing up: the rest goes on as if it had not come.
        deliver(ordered, heads, left - 1);
      }
    }
  }

  /** The rule in words, from the whole history. */
  private static boolean isAdmissible(List<Claim> ordered, Claim claim) {
    Header header = claim.header();
    if (header.sequence() != ordered.size()) {
      return false;
    }
    if (ordered.isEmpty()) {
      return header.kind() == Header.BEGIN && header.previous() == null;
    }
    Claim last = ordered.getLast();
    StatementId link = last.withdraws() == null ? last.id() : last.withdraws();
    return header.kind() != Header.BEGIN
        && link.equals(header.previous())
        && (header.kind() != Header.WITHDRAW || claim.withdraws() != null);
  }

  /** Whoever has the statement that holds the number gets the same verdict as the head's. */
  private static void requireAgreement(List<Claim> ordered, Claim claim, ChainVerdict verdict) {
    long sequence = claim.header().sequence();
    boolean isLast = sequence == ordered.size() - 1;
    boolean isOlder = sequence < ordered.size() - 1;
    if (isOlder && !(verdict instanceof Used)) {
      throw new AssertionError(ordered + " then " + claim + ": " + verdict);
    }
    if (isLast) {
      ChainVerdict full = ChainRules.compare(ordered.getLast(), claim);
      if (!Objects.equals(full, verdict)) {
        throw new AssertionError(ordered + " then " + claim + ": " + verdict + " not " + full);
      }
    }
  }

  /** Evidence is evidence whichever of the two came first. */
  @Test
  void contradictionDoesNotDependOnOrder() {
    for (Claim first : ALL) {
      for (Claim second : ALL) {
        if (first.header().sequence() == second.header().sequence()) {
          assertThat(ChainRules.compare(first, second) instanceof ChainVerdict.DoubleUsed)
              .isEqualTo(ChainRules.compare(second, first) instanceof ChainVerdict.DoubleUsed);
        } else {
          assertThatThrownBy(() -> ChainRules.compare(first, second))
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }

  /**
   * A node that signs BEGIN, one, two, three and withdraws one or both of the middle ones: in
   * whatever order they come, again and again, exactly four numbers are used, one of each pair
   * counts, and nothing is ever held against the node.
   */
  @Test
  void anHonestNodeIsNeverAccused() {
    List<Claim> honest = List.of(BEGIN, ONE, WITHDRAW_ONE, TWO, WITHDRAW_TWO, THREE);
    permute(new ArrayList<>(honest), 0);
  }

  private static void permute(List<Claim> order, int from) {
    if (from == order.size()) {
      ChainHeads heads = new ChainHeads();
      for (int round = 0; round < 4; round++) {
        for (Claim claim : order) {
          ChainVerdict verdict = ChainRules.check(heads, claim);
          assertThat(verdict).isNotInstanceOf(ChainVerdict.DoubleUsed.class);
          assertThat(verdict).isNotInstanceOf(ChainVerdict.WrongPrevious.class);
          if (verdict instanceof Admitted) {
            heads.admit(claim);
          }
        }
      }
      assertThat(heads.routine(BEGIN.header().chain()).orElseThrow().id()).isEqualTo(THREE.id());
      return;
    }
    for (int i = from; i < order.size(); i++) {
      Collections.swap(order, from, i);
      permute(order, from + 1);
      Collections.swap(order, from, i);
    }
  }
}
