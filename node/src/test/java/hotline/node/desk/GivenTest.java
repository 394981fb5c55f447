package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.line.body.EventTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is typed as a clock alone means the same at each hour of the day. */
class GivenTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
  private static final long MINUTE_US = 60_000_000;
  private static final long DAY_US = 1_440 * MINUTE_US;

  private static long us(EventTime time) {
    return time.toUs() - time.fromUs();
  }

  @Test
  void anEndIsThatOfItsBeginning() throws Exception {
    for (int minute = 0; minute < 1_440; minute++) {
      Instant now = MIDNIGHT.plus(Duration.ofMinutes(minute)).plusMillis(267);
      assertThat(us(Given.times("1200Z", "1210Z", now))).isEqualTo(10 * MINUTE_US);
      assertThat(us(Given.times("2350Z", "00:10Z", now))).isEqualTo(20 * MINUTE_US);
      assertThat(us(Given.times("2026-11-02T12:00Z", "1210Z", now))).isEqualTo(10 * MINUTE_US);
      assertThatThrownBy(() -> Given.times("1210Z", "1200Z", now))
          .hasMessageContaining("before the beginning");
    }
  }

  @Test
  void whatIsToComeIsNotBehind() throws Exception {
    for (int minute = 0; minute < 1_440; minute++) {
      Instant now = MIDNIGHT.plus(Duration.ofMinutes(minute));
      long nowUs = now.getEpochSecond() * 1_000_000;
      assertThat(Given.next("2300Z", now).orElseThrow()).isBetween(nowUs, nowUs + DAY_US - 1);
    }
    assertThat(Given.next("2026-11-02T12:00Z", MIDNIGHT))
        .contains(Instant.parse("2026-11-02T12:00:00Z").getEpochSecond() * 1_000_000);
  }
}
