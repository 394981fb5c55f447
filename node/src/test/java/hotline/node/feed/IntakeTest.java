package hotline.node.feed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.traffic.report.TargetReport;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final AtomicLong nowUs = new AtomicLong(1_000_000_000_000L);
  private final Intake intake = new Intake(nowUs::get);

  private TargetReport report(long agoUs) {
    return new TargetReport.Builder(nowUs.get() - agoUs).aircraft(1).build();
  }

  @Test
  void theOldestAreDroppedAndCounted() {
    for (int i = 0; i < Intake.CAPACITY + 10; i++) {
      intake.take(new TargetReport.Builder(nowUs.get()).aircraft(i).build());
    }
    assertThat(intake.counts().dropped()).isEqualTo(10);
    assertThat(intake.drain())
        .hasSize(Intake.CAPACITY)
        .first()
        .extracting(TargetReport::aircraft)
        .isEqualTo("00000a");
    assertThat(intake.drain()).isEmpty();
  }

  @Test
  void aTimeThatCannotBeIsThatOfTheComing() {
    long late = 10_000_000;
    intake.take(report(late));
    intake.take(report(late + 1));
    intake.take(report(-1_000_000));
    intake.take(report(-1_000_001));
    assertThat(intake.drain())
        .extracting(TargetReport::timeUs)
        .containsExactly(nowUs.get() - late, nowUs.get(), nowUs.get() + 1_000_000, nowUs.get());
    assertThat(intake.counts().offClock()).isEqualTo(2);
  }

  @Test
  void theRateIsOfTheLastTenSeconds() {
    for (int second = 0; second < 30; second++) {
      for (int i = 0; i < 5; i++) {
        intake.take(report(0));
      }
      long _ = nowUs.addAndGet(1_000_000);
    }
    long _ = nowUs.addAndGet(-1_000_000);
    assertThat(intake.counts().perSecond()).isEqualTo(5);
    long _ = nowUs.addAndGet(20_000_000);
    assertThat(intake.counts().perSecond()).isZero();
    assertThat(intake.counts().reports()).isEqualTo(150);
  }
}
