package hotline.node.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(1);

  @Test
  void anEntryIsConfirmedWithTheFirstReceiptThatHasIt() {
    Confirmations confirmations = new Confirmations();
    assertThat(confirmations.at(0)).isEmpty();
    assertThat(confirmations.confirm(5, FIRST)).isTrue();
    assertThat(confirmations.confirm(7, SECOND)).isTrue();
    assertThat(confirmations.confirm(6, SECOND.plusSeconds(1))).isFalse();
    for (long index = 0; index < 5; index++) {
      // Before a restart there may have been an earlier one: at the latest by this.
      assertThat(confirmations.at(index)).contains(FIRST);
    }
    assertThat(confirmations.at(5)).contains(SECOND);
    assertThat(confirmations.at(6)).contains(SECOND);
    assertThat(confirmations.at(7)).isEmpty();
  }
}
