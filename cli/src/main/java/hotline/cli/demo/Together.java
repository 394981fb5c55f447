package hotline.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Calls made side by side, a few at once; closing waits for all and passes on the first failure.
 */
final class Together implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  Together(int atOnce) {
    this.threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
  }

  void run(Runnable call) {
    running.add(threads.submit(call));
  }

  @Override
  public void close() {
    try {
      for (Future<?> call : running) {
        call.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Failed known) {
        throw known;
      }
      throw new Failed("A call failed: " + failed.getCause(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    } finally {
      threads.shutdownNow();
      threads.close();
    }
  }
}
