package hotline.node.desk;

import hotline.line.Kind;
import hotline.line.LineState;
import hotline.line.body.Address;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.line.body.NoticeRef;
import hotline.line.message.LineMessage;
import hotline.line.planning.Conflict;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.details.ConflictBook;
import hotline.node.details.ConflictBook.Knowledge;
import hotline.node.details.ConflictBook.Meeting;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CONFLICT messages: the party whose notice was ordered earlier asks the other to move, once
 * for each pair of versions. What was asked before is found again in the record and in the outbox,
 * so that a restart asks nothing twice. While the channel is suspended nothing is asked, and all of
 * it afterwards.
 */
final class ConflictCalls {
  /** How often a message about one pair is signed again after the record refused it. */
  private static final int REFUSED_MAX = 3;

  private static final int KEPT_MAX = 10_000;

  private final Core core;
  private final ConflictBook book;

  /** How often the record refused a message about two versions; guarded by itself. */
  private final Map<Set<NoticeRef>, Integer> refused =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<NoticeRef>, Integer> eldest) {
          return size() > KEPT_MAX;
        }
      };

  ConflictCalls(Core core, ConflictBook book) {
    this.core = core;
    this.book = book;
  }

  /** A message is in the record. */
  void recorded(LineMessage message) {
    named(message.body(), new ConflictBook.Call(message.id(), message.party()));
  }

  /** What is signed and not in the record yet was asked all the same. */
  void recallOutbox() {
    for (Statement each : core.outbox().waiting()) {
      conflict(each)
          .ifPresent(message -> named(message, new ConflictBook.Call(each.id(), core.party())));
    }
  }

  private void named(MessageBody.Message message, ConflictBook.Call call) {
    List<NoticeRef> about = message.notices();
    if (message.kind() == Kind.CONFLICT && about.size() == 2) {
      book.called(about.getFirst(), about.getLast(), call);
    }
  }

  /** A statement of this party came into the record without effect. */
  void refused(Statement statement) {
    Optional<MessageBody.Message> message = conflict(statement);
    if (message.isEmpty() || message.get().notices().size() != 2) {
      return;
    }
    List<NoticeRef> about = message.get().notices();
    book.notCalled(about.getFirst(), about.getLast(), statement.id());
    synchronized (refused) {
      int _ = refused.merge(Set.copyOf(about), 1, Integer::sum);
    }
  }

  private static Optional<MessageBody.Message> conflict(Statement statement) {
    return statement.header().kind() == Kind.CONFLICT.code()
            && Body.decode(Kind.CONFLICT, statement.content())
                instanceof Decoded.Value<Body>(MessageBody.Message message)
        ? Optional.of(message)
        : Optional.empty();
  }

  /** Asks wherever this party has to and has not yet. */
  void callAll() {
    Optional<Terms> terms = core.terms();
    if (terms.isEmpty() || !core.read(state -> passes(state, terms.get()))) {
      return;
    }
    for (Meeting meeting : book.all()) {
      if (!meeting.gone()
          && !meeting.ownToMove()
          && meeting.knowledge() instanceof Knowledge.Exact(Conflict conflict)
          && book.calls(meeting.own(), meeting.other(), core.party()).isEmpty()
          && !isRefusedTooOften(meeting)) {
        call(meeting, conflict, terms.get());
      }
    }
  }

  private boolean isRefusedTooOften(Meeting meeting) {
    synchronized (refused) {
      return refused.getOrDefault(Set.of(meeting.own(), meeting.other()), 0) >= REFUSED_MAX;
    }
  }

  /** Whether a CONFLICT of this party gets through now (docs/rules.md, suspended). */
  private boolean passes(LineState state, Terms terms) {
    long nowUs = Times.micros(core.clock().instant());
    return terms.survives(Kind.CONFLICT)
        || !(state.statuses().isSuspended(core.party(), nowUs)
            || terms.partyNames().stream()
                .filter(party -> !party.equals(core.party()))
                .allMatch(party -> state.statuses().isSuspended(party, nowUs)));
  }

  private void call(Meeting meeting, Conflict conflict, Terms terms) {
    long replyByUs = Times.micros(core.clock().instant()) + terms.times().replyByUs();
    core.voice()
        .post(
            new MessageBody.Message(
                Kind.CONFLICT,
                List.of(new Address(meeting.otherParty(), Optional.empty())),
                Optional.of(replyByUs),
                Optional.empty(),
                Optional.empty(),
                Optional.of(conflict.place()),
                Optional.of(conflict.heights()),
                List.of(meeting.own(), meeting.other())))
        .ifPresent(id ->
            book.called(meeting.own(), meeting.other(), new ConflictBook.Call(id, core.party())));
  }
}
