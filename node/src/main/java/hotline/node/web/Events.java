package hotline.node.web;

import hotline.node.api.LineApi;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The stream of changes. An {@code entry} event for every entry of the record after {@code
 * Last-Event-ID}, with the log index as its id; a {@code change} event whenever anything changed
 * (also what is not in the record yet), and at least once a second, so that silence means that the
 * node is gone; an {@code outside} event when other running notices than before lie outside of what
 * the parties agree on, or are inside again. At most 64 readers.
 */
final class Events {
  private static final int READERS_MAX = 64;
  private static final long BEAT_MS = 1_000;
  private static final int BATCH = 256;

  private final LineApi line;
  private final Semaphore readers = new Semaphore(READERS_MAX);
  private volatile boolean closed;

  Events(LineApi line) {
    this.line = line;
  }

  /** Lets every reader go within a beat. */
  void close() {
    closed = true;
  }

  /** The first index to send, by the header; without it, only what is new. */
  long start(Optional<String> lastEventId) {
    if (lastEventId.isEmpty()) {
      return line.line().record().size();
    }
    if (!lastEventId.get().matches("[0-9]{1,18}")) {
      String sentence = "Last-Event-ID is the index of an entry.";
      throw Problem.of(400, "last-event-id-malformed", sentence).refusal();
    }
    return Long.parseLong(lastEventId.get()) + 1;
  }

  /** Streams from {@code next} until the reader goes or the node stops. */
  void stream(ServerResponse response, long next) throws InterruptedException {
    if (!readers.tryAcquire()) {
      throw Problem.of(503, "too-many-readers", "Too many readers; close one.").refusal();
    }
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      long from = next;
      long seen = -1;
      Told told = new Told();
      while (!closed) {
        from = entries(sink, from);
        long change = line.awaitChange(seen, seen < 0 ? 0 : BEAT_MS);
        seen = change;
        from = entries(sink, from);
        emit(sink, "change", Json.line(new ApiBodies.Change(change, from)));
        told.next(line).ifPresent(outside -> emit(sink, "outside", Json.line(outside)));
      }
    } finally {
      readers.release();
    }
  }

  /** What a reader was told of the notices outside of what is agreed: looked at once a beat. */
  private static final class Told {
    private TermsViews.Outside last = new TermsViews.Outside(null, List.of(), 0, List.of());
    private long lookedNs = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(BEAT_MS);

    private Optional<TermsViews.Outside> next(LineApi line) {
      long nowNs = System.nanoTime();
      if (nowNs - lookedNs < TimeUnit.MILLISECONDS.toNanos(BEAT_MS)) {
        return Optional.empty();
      }
      lookedNs = nowNs;
      TermsViews.Outside now = line.outside();
      boolean same = now.outside().equals(last.outside()) && now.again().equals(last.again());
      last = now;
      return same ? Optional.empty() : Optional.of(now);
    }
  }

  private long entries(SseSink sink, long from) {
    long next = from;
    List<Views.Entry> some;
    do {
      some = line.entries(next, BATCH);
      for (Views.Entry entry : some) {
        sink.emit(
            SseEvent.builder()
                .id(Long.toString(entry.index()))
                .name("entry")
                .mediaType(MediaTypes.TEXT_PLAIN)
                .data(Json.line(entry))
                .build());
        next = entry.index() + 1;
      }
    } while (some.size() == BATCH && !closed);
    return next;
  }

  private static void emit(SseSink sink, String name, String data) {
    sink.emit(SseEvent.builder().name(name).mediaType(MediaTypes.TEXT_PLAIN).data(data).build());
  }
}
