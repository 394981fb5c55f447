package hotline.record.statement;

import org.jspecify.annotations.Nullable;

/**
 * Where a routine chain stands.
 *
 * @param sequence the number of its last statement
 * @param id the statement that was ordered with that number
 * @param link what the next one has to name as previous: the same, or what it withdrew
 * @param before what the last one named as previous; null at number 0
 * @param timeUs when the last one was signed; the next may not be earlier
 */
public record RoutineHead(
    long sequence, StatementId id, StatementId link, @Nullable StatementId before, long timeUs) {
  /** The head after a statement that has its place. */
  static RoutineHead after(Claim claim) {
    Header header = claim.header();
    StatementId withdraws = claim.withdraws();
    return new RoutineHead(
        header.sequence(),
        claim.id(),
        withdraws == null ? claim.id() : withdraws,
        header.previous(),
        header.timeUs());
  }

  /** Whether a WITHDRAW stands at the head. */
  boolean isWithdrawal() {
    return !link.equals(id);
  }
}
