package hotline.line.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.TimeInterval;
import org.junit.jupiter.api.Test;

/** Times of day, also past midnight. */
class DailyTest {
  private static final int HOUR_S = 3600;
  private static final long HOUR_US = HOUR_S * 1_000_000L;
  private static final long MIDNIGHT_US = 20_000 * 24 * HOUR_US;

  /** Every span of whole hours and every interval of up to two days, against counting hours. */
  @Test
  void everySpanHoldsExactlyTheIntervalsWhoseHoursAreAllInOneRunOfIt() {
    for (int from = 0; from < 24; from++) {
      for (int to = 1; to <= 24; to++) {
        if (from == to) {
          continue;
        }
        Daily daily = new Daily(from * HOUR_S, to * HOUR_S);
        for (int start = 0; start < 24; start++) {
          for (int end = start + 1; end <= start + 48; end++) {
            assertThat(
                    daily.holds(
                        new TimeInterval(
                            MIDNIGHT_US + start * HOUR_US, MIDNIGHT_US + end * HOUR_US)))
                .as("%d–%d in %s", start, end, daily.words())
                .isEqualTo(hoursAllIn(from, to, start, end));
          }
        }
      }
    }
  }

  /** Runs never join, but for the whole day: 06–05 leaves out an hour of every day. */
  private static boolean hoursAllIn(int from, int to, int start, int end) {
    for (int hour = start; hour < end; hour++) {
      int ofDay = hour % 24;
      boolean in = from < to ? ofDay >= from && ofDay < to : ofDay >= from || ofDay < to;
      if (!in) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aMicrosecondDecides() {
    Daily night = new Daily(22 * HOUR_S, 6 * HOUR_S);
    long fromUs = MIDNIGHT_US - 2 * HOUR_US;
    long toUs = MIDNIGHT_US + 6 * HOUR_US;
    assertThat(night.holds(new TimeInterval(fromUs, toUs))).isTrue();
    assertThat(night.holds(new TimeInterval(fromUs - 1, toUs))).isFalse();
    assertThat(night.holds(new TimeInterval(fromUs, toUs + 1))).isFalse();
    assertThat(night.holds(new TimeInterval(0, 6 * HOUR_US)))
        .as("the first night of 1970")
        .isTrue();
    assertThat(night.holds(new TimeInterval(fromUs, TimeInterval.MAX_US))).isFalse();
  }

  @Test
  void thereIsOneWayToWriteASpan() {
    for (int[] wrong : new int[][] {{0, 0}, {5, 5}, {86_400, 1}, {5, 0}, {-1, 5}, {0, 86_401}}) {
      assertThatThrownBy(() -> new Daily(wrong[0], wrong[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Daily(0, 86_400).isAllDay()).isTrue();
    assertThat(new Daily(0, 86_400).holds(new TimeInterval(0, TimeInterval.MAX_US))).isTrue();
    assertThat(new Daily(79_200, 21_630).words()).isEqualTo("22:00 to 06:00:30 UTC");
  }
}
