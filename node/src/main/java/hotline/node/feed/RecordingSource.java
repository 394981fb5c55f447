package hotline.node.feed;

import hotline.traffic.report.TargetReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A recording as if it happened now: its first piece at once, the others as far after it. */
final class RecordingSource implements Source {
  /** A recording may have a gap of a night; nobody waits for that. */
  private static final long GAP_US = 600_000_000;

  private final Recorded file;
  private final TrafficClock clock;
  private final Pause pause = new Pause();

  RecordingSource(Recorded file, TrafficClock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public void read(Intake into, Runnable opened) throws IOException {
    try (file) {
      Optional<Recorded.Piece> piece = file.next(into);
      opened.run();
      long shiftUs = piece.map(first -> clock.nowUs() - first.timeUs()).orElse(0L);
      long beforeUs = Long.MIN_VALUE;
      while (piece.isPresent()) {
        long timeUs = piece.get().timeUs();
        if (beforeUs != Long.MIN_VALUE && timeUs - beforeUs > GAP_US) {
          shiftUs -= timeUs - beforeUs - GAP_US;
        }
        beforeUs = Math.max(beforeUs, timeUs);
        long shift = shiftUs;
        if (!waitUntil(timeUs + shift)) {
          return;
        }
        for (TargetReport report : piece.get().reports()) {
          into.take(report.at(report.timeUs() + shift));
        }
        piece = file.next(into);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean waitUntil(long timeUs) throws InterruptedException {
    long leftUs = (timeUs - clock.nowUs()) / clock.speed();
    return leftUs <= 0
        ? !pause.isEnded()
        : pause.lasts(Duration.ofNanos(Math.min(leftUs, GAP_US) * 1_000));
  }

  @Override
  public void close() {
    pause.end();
  }
}
