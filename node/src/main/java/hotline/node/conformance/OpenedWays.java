package hotline.node.conformance;

import hotline.line.LineState;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.node.details.PrivateStore;
import hotline.node.record.LocalRecord;
import hotline.traffic.watch.Declarations;
import hotline.traffic.watch.DeclaredWay;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways in what other parties have opened of their notices to this one: of the versions that are
 * live, and at a time near to now. The thread that looks never waits for the disk: another one
 * reads what was opened since.
 */
final class OpenedWays {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedWays.class);

  /** Of so many notices, those that were opened last. */
  static final int NOTICES_MAX = 5_000;

  private final LocalRecord record;
  private final PrivateStore store;
  private volatile Map<NoticeRef, List<DeclaredWay>> known = Map.of();
  private volatile long changes = -1;

  OpenedWays(LocalRecord record, PrivateStore store) {
    this.record = record;
    this.store = store;
  }

  /** Those that an aircraft may be on now. */
  List<DeclaredWay> now(long nowUs) {
    Map<NoticeRef, List<DeclaredWay>> near = new LinkedHashMap<>();
    for (Map.Entry<NoticeRef, List<DeclaredWay>> each : known.entrySet()) {
      List<DeclaredWay> ways = each.getValue().stream().filter(way -> way.isAt(nowUs)).toList();
      if (!ways.isEmpty()) {
        near.put(each.getKey(), ways);
      }
    }
    if (near.isEmpty()) {
      return List.of();
    }
    Set<NoticeRef> live = record.read(state -> live(state, near.keySet()));
    return near.entrySet().stream()
        .filter(each -> live.contains(each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .limit(Declarations.OTHERS_MAX)
        .toList();
  }

  private static Set<NoticeRef> live(LineState state, Set<NoticeRef> among) {
    return among.stream()
        .filter(ref ->
            state
                .notices()
                .live(ref.entity())
                .filter(notice -> notice.ref().equals(ref) && notice.state() != NoticeState.ENDED)
                .isPresent())
        .collect(Collectors.toSet());
  }

  /** Whether something was opened that was not read yet. */
  boolean isBehind() {
    return store.openings() != changes;
  }

  /** Reads what was opened; one thread at a time, and not the one that looks. */
  void read() {
    long now = store.openings();
    if (now == changes) {
      return;
    }
    try {
      Map<NoticeRef, List<DeclaredWay>> read = new LinkedHashMap<>();
      for (NoticeRef each : store.openedLast(NOTICES_MAX)) {
        List<DeclaredWay> ways = DeclaredWays.of(store.opened(each).values(), false);
        if (!ways.isEmpty()) {
          read.put(each, ways);
        }
      }
      known = Collections.unmodifiableMap(read);
      changes = now;
    } catch (IOException unreadable) {
      LOG.atWarn().setCause(unreadable).log("what others have opened cannot be read");
    }
  }
}
