package hotline.node;

import java.time.Duration;

/** A thread for each loop. */
enum ThreadPace implements Pace {
  INSTANCE;

  @Override
  public Loop loop(String name, Duration gather, Loop.Round round) {
    return new ThreadLoop(Thread.ofVirtual().name(name), gather, round);
  }

  @Override
  public Loop writer(String name, Duration gather, Loop.Round round) {
    return new ThreadLoop(Thread.ofPlatform().daemon().name(name), gather, round);
  }

  @Override
  public Loop urgent(String name, Loop.Round round) {
    return writer(name, Duration.ZERO, round);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Duration patience(Duration most) {
    return most;
  }
}
