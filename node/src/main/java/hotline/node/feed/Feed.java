package hotline.node.feed;

import hotline.node.Backoff;
import hotline.node.api.TrafficViews;
import hotline.traffic.report.TargetReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One feed: a thread that opens its source, reads, and after a failure tries again with growing
 * pauses. Thread-safe.
 */
final class Feed implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Sources end at once when they are closed; one that does not is left behind. */
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final FeedConfig config;
  private final Supplier<Source> sources;
  private final Intake intake;

  /** Guarded by this. */
  private @Nullable Run run;

  private Instant since = Instant.EPOCH;

  /** How a feed stands. */
  enum State {
    /** Stopped by its officer, or never started. */
    STOPPED,
    /** On its way to the source. */
    CONNECTING,
    /** Reading. */
    RUNNING,
    /** Failed; it tries again soon. */
    WAITING,
    /** A recording that is over. */
    ENDED
  }

  Feed(FeedConfig config, Supplier<Source> sources, Intake intake) {
    this.config = config;
    this.sources = sources;
    this.intake = intake;
  }

  /** From a start to a stop; its thread is the only one that reads. */
  private final class Run implements Runnable {
    private final Pause pause = new Pause();
    private final Thread thread =
        Thread.ofPlatform().daemon().name("feed-" + config.name()).unstarted(this);

    /** Guarded by this. */
    private @Nullable Source source;

    private State state = State.CONNECTING;
    private @Nullable String trouble;

    @Override
    public void run() {
      try {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (!pause.isEnded()) {
          long before = intake.counts().reports();
          if (tried()) {
            return;
          }
          if (intake.counts().reports() > before) {
            backoff.succeeded();
          }
          if (!pause.lasts(backoff.failed())) {
            return;
          }
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    /** One try; true if nothing is left to be read. */
    private boolean tried() {
      set(State.CONNECTING, trouble());
      try (Source open = hold(sources.get())) {
        open.read(intake, () -> set(State.RUNNING, null));
        if (config.kind().isRecorded()) {
          set(pause.isEnded() ? State.STOPPED : State.ENDED, null);
          return true;
        }
        set(State.WAITING, "The other side closed the connection.");
      } catch (IOException failed) {
        set(State.WAITING, sentence(failed));
      } catch (RuntimeException wrong) {
        // Whatever bytes did this: this feed is tried again, and nobody else notices.
        LOG.atError().setCause(wrong).log("feed {} failed", config.name());
        set(State.WAITING, "It failed: " + wrong.getClass().getSimpleName() + "; see the log.");
      }
      return false;
    }

    private static String sentence(IOException failed) {
      return failed instanceof FileSystemException file
          ? "Cannot read " + file.getFile() + "."
          : Objects.requireNonNullElse(failed.getMessage(), "It cannot be read.");
    }

    private synchronized Source hold(Source opened) {
      source = opened;
      if (pause.isEnded()) {
        opened.close();
      }
      return opened;
    }

    private synchronized void set(State now, @Nullable String why) {
      state = now;
      trouble = why;
    }

    private synchronized @Nullable String trouble() {
      return trouble;
    }

    private synchronized State state() {
      return pause.isEnded() ? State.STOPPED : state;
    }

    private void end() {
      pause.end();
      synchronized (this) {
        if (source != null) {
          source.close();
        }
      }
    }
  }

  /** Starts it; a feed that runs goes on, a recording that is over begins again. */
  synchronized void start(Instant now) {
    if (run == null || run.state() == State.ENDED) {
      Run begun = new Run();
      run = begun;
      since = now;
      begun.thread.start();
    }
  }

  /** Stops it. */
  void stop(Instant now) {
    Run ended;
    synchronized (this) {
      ended = run;
      run = null;
      since = now;
    }
    if (ended == null) {
      return;
    }
    ended.end();
    try {
      if (!ended.thread.join(ENDING)) {
        LOG.atError().log("feed {} does not end", config.name());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  FeedConfig config() {
    return config;
  }

  List<TargetReport> drain() {
    return intake.drain();
  }

  /** How it stands, at {@code nowUs} of the traffic's time. */
  TrafficViews.Feed view(long nowUs) {
    Run current;
    Instant began;
    synchronized (this) {
      current = run;
      began = since;
    }
    Intake.Counts counts = intake.counts();
    return new TrafficViews.Feed(
        config.name(),
        config.kind().word(),
        config.at(),
        current == null ? State.STOPPED.name() : current.state().name(),
        began,
        counts.lastUs() < 0 ? null : Math.max(0, (nowUs - counts.lastUs()) / 1_000),
        counts.reports(),
        counts.perSecond(),
        counts.rejects().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new TrafficViews.Count(each.getKey(), each.getValue()))
            .toList(),
        counts.dropped(),
        counts.offClock(),
        current == null ? null : current.trouble());
  }

  @Override
  public void close() {
    stop(Instant.EPOCH);
  }
}
