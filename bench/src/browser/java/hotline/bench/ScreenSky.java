package hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A grid of aircraft 12 NM apart in layers, all flying east, each told of once a second. */
final class ScreenSky implements AutoCloseable {
  private static final int TICKS = 50;
  private static final int LAYER = 1_000;
  private static final double SPEED_MPS = 230;
  private static final double STEP_DEGREES = 0.2;
  private static final double M_A_DEGREE = 111_000;

  private final Cat062Sender sender;
  private final int tracks;
  private final Thread thread = Thread.ofPlatform().name("sky").unstarted(this::fly);

  ScreenSky(Cat062Sender sender, int tracks) {
    this.sender = sender;
    this.tracks = tracks;
  }

  void start() {
    thread.start();
  }

  private void fly() {
    long began = System.nanoTime();
    try {
      for (long tick = 0; !Thread.interrupted(); tick++) {
        LockSupport.parkNanos(
            began + tick * TimeUnit.SECONDS.toNanos(1) / TICKS - System.nanoTime());
        int each = Math.ceilDiv(tracks, TICKS);
        int from = (int) (tick % TICKS) * each;
        for (int i = from; i < Math.min(tracks, from + each); i++) {
          int row = i % LAYER / 40;
          double lat = 40 + row * STEP_DEGREES;
          double east = SPEED_MPS * tick / TICKS / M_A_DEGREE / Math.cos(Math.toRadians(lat));
          double lng = i % 40 * 2 * STEP_DEGREES + east;
          sender.add(0x100000 + i, lat, lng, SPEED_MPS, 20_000 + 2_000 * (i / LAYER));
        }
        sender.flush();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
