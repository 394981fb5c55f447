package hotline.node.desk;

import hotline.line.LineState;
import hotline.line.Outcome;
import hotline.line.body.EntityId;
import hotline.line.body.MessageBody;
import hotline.line.effect.BreachEffect;
import hotline.line.effect.CaseEffect;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.IncidentEffect;
import hotline.line.effect.KeyEffect;
import hotline.line.effect.MatterEffect;
import hotline.line.effect.MessageEffect;
import hotline.line.effect.NoticeEffect;
import hotline.line.effect.StatusEffect;
import hotline.line.effect.TermsEffect;
import hotline.line.effect.ThirdPartyEffect;
import hotline.line.effect.WatchEffect;
import hotline.line.message.LineMessage;
import hotline.line.notice.Notice;
import hotline.line.terms.Terms;
import hotline.node.Loop;
import hotline.node.details.ConflictBook;
import hotline.node.details.ConflictBook.Meeting;
import hotline.node.details.ConflictBook.Pair;
import hotline.node.details.ConflictJournal;
import hotline.node.details.DetailLoop;
import hotline.node.details.Details;
import hotline.node.record.Applied;
import hotline.record.statement.Lane;
import hotline.record.statement.StatementId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows an outcome at this node: details are asked for, messages confirmed, conflicts named.
 * It feeds back only as new statements. One thread, beside the one that applies; everything can be
 * found again in the state, so a full queue means looking there, not loss.
 */
public final class Effects implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
  private static final int QUEUE_MAX = 100_000;
  private static final Duration SOON = Duration.ofMillis(200);

  /** With so many statements in the outbox, no further DELIVERED is put into it. */
  private static final int RECEIPTS_WAITING_MAX = 1_000;

  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Core core;
  private final ConflictJournal journal;
  private final ConflictBook book;
  private final DetailLoop details;
  private final ConflictCalls calls;
  private final Loop loop;
  private final Counter recorded;
  private final Counter refused;
  private final Runnable termsChanged;

  /** What is to be done, oldest first; guarded by this, as is the flag. */
  private final Deque<Effect> queue = new ArrayDeque<>();

  private boolean overflowed = true;

  /** Whether some DELIVERED is still to be said; used by the loop's thread alone. */
  private boolean deferred;

  /** Messages for which DELIVERED was said; used by the loop's thread alone. */
  private final Set<StatementId> delivered = new HashSet<>();

  /** Over these parts; not started. */
  public Effects(Core core, Details details, MeterRegistry metrics, Runnable termsChanged) {
    this.core = core;
    this.loop = core.pace().loop("effects", this::round);
    this.termsChanged = termsChanged;
    journal = details.journal();
    book = new ConflictBook(journal::note);
    this.details =
        new DetailLoop(
            details,
            book,
            () -> core.terms().map(Terms::separation),
            core.troubles(),
            core.pace(),
            this::known);
    calls = new ConflictCalls(core, book);
    recorded = metrics.counter("hotline.recorded");
    refused = metrics.counter("hotline.refused");
  }

  /** The conflicts. */
  ConflictBook book() {
    return book;
  }

  /** What was known of conflicts, and when. */
  ConflictJournal journal() {
    return journal;
  }

  /** Begins, with all that the state asks for. */
  public void start() {
    details.start();
    loop.start();
  }

  /** An entry was applied. */
  public void onRecorded(Applied.Recorded entry) {
    recorded.increment();
    if (!entry.outcome().code().equals(Outcome.OK)) {
      refused.increment();
      if (entry.statement().header().chain().party().equals(core.party())) {
        calls.refused(entry.statement());
      }
    }
    boolean any = false;
    synchronized (this) {
      for (Effect effect : entry.outcome().effects()) {
        if (concerns(effect)) {
          any = true;
          if (queue.size() < QUEUE_MAX) {
            queue.add(effect);
          } else {
            overflowed = true;
          }
        }
      }
    }
    if (any) {
      loop.wake();
    }
  }

  private static boolean concerns(Effect effect) {
    return switch (effect) {
      case NoticeEffect.Declared _,
          NoticeEffect.Ended _,
          MessageEffect.MessageArrived _,
          TermsEffect.InForce _,
          KeyEffect _,
          StatusEffect.StatusChanged _ ->
          true;
      case NoticeEffect _, MessageEffect _, TermsEffect _ -> false;
      case ChainEffect _, StatusEffect _, WatchEffect _, BreachEffect _ -> false;
      case IncidentEffect _, MatterEffect _, CaseEffect _, ThirdPartyEffect _ -> false;
    };
  }

  private Duration round() {
    if (takeOverflow()) {
      lookAtAll();
    } else if (deferred && core.outbox().size() < RECEIPTS_WAITING_MAX / 2) {
      lookAtMessages();
    }
    for (Effect next = take(); next != null && !loop.isClosed(); next = take()) {
      try {
        perform(next);
      } catch (RuntimeException failed) {
        LOG.atError().setCause(failed).log("an effect failed: {}", next);
      }
    }
    calls.callAll();
    return deferred ? SOON : IDLE;
  }

  private synchronized boolean takeOverflow() {
    boolean was = overflowed;
    overflowed = false;
    return was;
  }

  private synchronized @Nullable Effect take() {
    return queue.poll();
  }

  /** After a start, or when the queue was full: whatever the state still asks for. */
  private void lookAtAll() {
    lookAtMessages();
    calls.recallOutbox();
    for (EntityId entity : book.entities()) {
      if (core.read(state -> state.notices().live(entity)).isEmpty()) {
        book.ended(entity);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (Notice notice : core.read(state -> List.copyOf(state.notices().live()))) {
      if (notice.party().equals(core.party())) {
        pairs.addAll(book.ownMeets(notice, meeting(notice)));
      }
    }
    details.want(details.recall(pairs));
  }

  private void lookAtMessages() {
    deferred = false;
    for (LineMessage message : core.read(state -> List.copyOf(state.messages().all()))) {
      message(message);
    }
  }

  private Collection<Notice> meeting(Notice notice) {
    return core.read(state -> state.notices().meeting(notice, margin(state)));
  }

  private static long margin(LineState state) {
    return state.terms().map(terms -> terms.separation().datumMarginFt()).orElse(0L);
  }

  private void perform(Effect effect) {
    switch (effect) {
      case NoticeEffect.Declared(Notice notice) -> declared(notice);
      case NoticeEffect.Ended ended -> book.ended(ended.entity());
      case MessageEffect.MessageArrived(LineMessage message) -> message(message);
      case TermsEffect.InForce _ -> {
        termsChanged.run();
        // Other margins may let other notices meet.
        lookAtAll();
      }
      case NoticeEffect _, MessageEffect _, TermsEffect _, KeyEffect _ -> {}
      case ChainEffect _, StatusEffect _, WatchEffect _, BreachEffect _ -> {}
      case IncidentEffect _, MatterEffect _, CaseEffect _, ThirdPartyEffect _ -> {}
    }
  }

  private void declared(Notice notice) {
    Collection<Notice> meets = meeting(notice);
    if (notice.party().equals(core.party())) {
      details.want(book.ownMeets(notice, meets));
    } else {
      List<Notice> own = meets.stream().filter(each -> each.party().equals(core.party())).toList();
      details.want(book.otherMeets(notice, own));
    }
    core.changes().happened();
  }

  private void message(LineMessage message) {
    calls.recorded(message);
    // Urgent ones are confirmed in their own lane.
    if (core.speaks()
        && message.lane() == Lane.ROUTINE
        && message.isFor(core.party())
        && message.delivery(core.party()).delivered() == null
        && !delivered.contains(message.id())) {
      // A flood of messages must not take the room that people need for what they say.
      if (core.outbox().size() < RECEIPTS_WAITING_MAX
          && core.voice().post(new MessageBody.Delivered(message.id())).isPresent()) {
        delivered.add(message.id());
      } else {
        deferred = true;
      }
    }
  }

  /** A pair was found out about; the next round says what is to be said of it. */
  private void known(Meeting meeting) {
    loop.wake();
    core.changes().happened();
  }

  @Override
  public void close() {
    loop.close();
    details.close();
    journal.close();
  }
}
