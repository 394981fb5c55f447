package hotline.node.conformance;

import hotline.line.LineState;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeState;
import hotline.line.disclosure.ExactVolume;
import hotline.line.effect.Effect;
import hotline.line.effect.NoticeEffect;
import hotline.line.notice.Notice;
import hotline.node.details.FlownBy;
import hotline.node.details.PrivateStore;
import hotline.node.record.LocalRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This party's live notices with what is known privately of each, kept up with the record: a line
 * may have a million notices of others, which are looked through once.
 */
final class OwnNotices {
  private static final Logger LOG = LoggerFactory.getLogger(OwnNotices.class);

  /** More than one party has at a time; those that were declared first are kept. */
  static final int MAX = 10_000;

  private final String party;
  private final LocalRecord record;
  private final PrivateStore store;

  /** Of which something was recorded; guarded by this, as is the flag. */
  private Set<EntityId> touched = new HashSet<>();

  private boolean all = true;

  /** Used by the thread that looks alone. */
  private final Map<EntityId, OwnNotice> known = new TreeMap<>();

  private long flownByChanges = -1;

  OwnNotices(String party, LocalRecord record, PrivateStore store) {
    this.party = party;
    this.record = record;
    this.store = store;
  }

  /** Something was recorded. */
  synchronized void hear(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof NoticeEffect notice) {
        touched(notice).ifPresent(touched::add);
      }
    }
    if (touched.size() > MAX) {
      touched = new HashSet<>();
      all = true;
    }
  }

  private Optional<EntityId> touched(NoticeEffect effect) {
    return switch (effect) {
      case NoticeEffect.Declared(Notice notice) ->
          Optional.of(notice.entity()).filter(_ -> notice.party().equals(party));
      case NoticeEffect.Moved moved -> Optional.of(moved.entity());
      case NoticeEffect.Ended ended -> Optional.of(ended.entity());
      case NoticeEffect.NoticeMeets _, NoticeEffect.Disputed _ -> Optional.empty();
    };
  }

  /** All of them now; one thread at a time. */
  Collection<OwnNotice> now() {
    Set<EntityId> changed;
    boolean every;
    synchronized (this) {
      changed = touched;
      every = all;
      touched = new HashSet<>();
      all = false;
    }
    long said = store.flownBy().changes();
    if (every || said != flownByChanges) {
      flownByChanges = said;
      known.clear();
      record.read(state -> mine(state)).forEach(each -> known.put(each.entity(), of(each)));
    } else {
      for (EntityId entity : changed) {
        Optional<Notice> live = record.read(state -> state.notices().live(entity));
        if (live.isPresent() && live.get().party().equals(party)) {
          known.put(entity, of(live.get()));
        } else {
          known.remove(entity);
        }
      }
    }
    return known.values();
  }

  private List<Notice> mine(LineState state) {
    return state.notices().live().stream()
        .filter(each -> each.party().equals(party) && each.state() != NoticeState.ENDED)
        .limit(MAX)
        .toList();
  }

  private OwnNotice of(Notice notice) {
    FlownBy said = store.flownBy().of(notice.entity()).orElse(FlownBy.UNKNOWN);
    FlownBy whole =
        said.callsign() != null
            ? said
            : new FlownBy(
                store.label(notice.entity()).flatMap(FlownBy::callsign).orElse(null),
                said.address(),
                said.squawk(),
                said.track());
    List<ExactVolume> exact = volumes(notice);
    return new OwnNotice(
        notice,
        whole,
        exact.stream().map(ExactVolume::volume).toList(),
        DeclaredWays.of(exact, true));
  }

  private List<ExactVolume> volumes(Notice notice) {
    try {
      return store.own(notice.ref()).orElse(List.of());
    } catch (IOException unreadable) {
      LOG.atWarn().setCause(unreadable).log("the volumes of an own notice cannot be read");
      return List.of();
    }
  }
}
