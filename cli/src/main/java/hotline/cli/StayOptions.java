package hotline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;

/** How a command that runs something and stays is told to stop. */
final class StayOptions {
  @Option(
      names = "--until-input-ends",
      hidden = true,
      description = "Stop when standard input closes: for whoever started this as a child.")
  private boolean untilInputEnds;

  /** What is done when it is time to stop. */
  interface Closing {
    void close() throws IOException;
  }

  /** Waits until this program is told to stop, then closes; it ends no sooner than that is done. */
  void untilStopped(Closing closing) throws IOException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  await(stopped);
                },
                "stop"));
    if (untilInputEnds) {
      Thread.ofPlatform().daemon().name("parent").start(() -> drain(System.in, stop));
    }
    await(stop);
    try {
      closing.close();
    } finally {
      stopped.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(InputStream in, CountDownLatch stop) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // The one who started this is gone; that is all there was to learn.
    } finally {
      stop.countDown();
    }
  }
}
