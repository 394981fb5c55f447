package hotline.node.desk;

import hotline.line.LineState;
import hotline.node.Times;
import hotline.node.record.Confirmations;
import hotline.node.record.History;
import hotline.node.record.LocalRecord;
import hotline.node.stick.StickBook;
import hotline.node.urgent.UrgentLane;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From where a desk looks at the line: from now, or from an instant that is past and what this node
 * knew then. All that a view shows comes through here, so that a replay is the same view.
 */
final class Outlook {
  private final LocalRecord record;
  private final Confirmations confirmations;
  private final UrgentLane urgent;
  private final InstantSource clock;
  private final @Nullable Past past;

  /** A past instant, and how many entries this node had by then. */
  private record Past(Instant at, long size, History history) {}

  private Outlook(
      LocalRecord record,
      Confirmations confirmations,
      UrgentLane urgent,
      InstantSource clock,
      @Nullable Past past) {
    this.record = record;
    this.confirmations = confirmations;
    this.urgent = urgent;
    this.clock = clock;
    this.past = past;
  }

  /** From now, as it goes on. */
  static Outlook now(
      LocalRecord record, Confirmations confirmations, UrgentLane urgent, InstantSource clock) {
    return new Outlook(record, confirmations, urgent, clock, null);
  }

  /** From an instant that is past. */
  Outlook at(Instant at, History history) throws IOException {
    return new Outlook(
        record, confirmations, urgent, clock, new Past(at, history.sizeAt(at), history));
  }

  /** The instant looked from. */
  Instant instant() {
    return past == null ? clock.instant() : past.at();
  }

  /** The instant, if it is past. */
  Optional<Instant> pastInstant() {
    return Optional.ofNullable(past).map(Past::at);
  }

  /** How many entries there were. */
  long size() {
    return past == null ? record.size() : past.size();
  }

  /** Looks at the state; {@code look} must not keep it. */
  <T> T read(Function<LineState, T> look) {
    if (past == null) {
      return record.read(look);
    }
    try {
      return past.history().read(past.size(), look);
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read", failed);
    }
  }

  /** The joint statistics over the entries that there were. */
  LocalRecord.Counted statistics() {
    if (past == null) {
      return record.statistics();
    }
    try {
      return past.history().statistics(past.size());
    } catch (IOException failed) {
      throw new UncheckedIOException("the record cannot be read", failed);
    }
  }

  private boolean known(Instant time) {
    return past == null || !time.isAfter(past.at());
  }

  /** When this node had an entry. */
  Optional<Instant> receivedAt(long index) {
    return record.receivedAt(index).filter(this::known);
  }

  /** When an entry had its receipt at the latest; empty: not yet. */
  Optional<Instant> confirmedAt(long index) {
    return confirmations.at(index).filter(this::known);
  }

  /** Whether an entry has its receipt; of the past, as far as its time is still known. */
  boolean isConfirmed(long index) {
    return past == null ? index < confirmations.size() : confirmedAt(index).isPresent();
  }

  /** Whether a statement is in the record. */
  boolean isRecorded(StatementId id) {
    return record.indexOf(id).stream().anyMatch(index -> index < size());
  }

  /** The statement at a place. */
  Optional<Statement> statement(long index) {
    return index < size() ? record.statement(index) : Optional.empty();
  }

  /** The statement with this id, if it is in the record. */
  Optional<Statement> statement(StatementId id) {
    return record.indexOf(id).stream().boxed().findFirst().flatMap(this::statement);
  }

  /** Urgent statements of other parties, oldest first. */
  List<UrgentLane.Arrived> arrived() {
    return urgent.arrived().stream().filter(each -> known(each.at())).toList();
  }

  /** How an urgent statement of another party came. */
  Optional<UrgentLane.Arrived> arrived(StatementId id) {
    return urgent.arrived(id).filter(each -> known(each.at()));
  }

  /** What was said in the urgent lane of a message, oldest first. */
  List<UrgentLane.Replied> replies(StatementId message) {
    List<UrgentLane.Replied> all = urgent.replies(message);
    if (past == null || all.isEmpty()) {
      return all;
    }
    List<UrgentLane.Replied> then = new ArrayList<>();
    for (UrgentLane.Replied each : all) {
      Instant came =
          urgent
              .arrived(each.statement().id())
              .map(UrgentLane.Arrived::at)
              .orElseGet(() -> Times.instant(each.statement().header().timeUs()));
      if (known(came)) {
        then.add(each);
      }
    }
    return then;
  }

  /** Own urgent statements that the record has not, oldest first. */
  List<Statement> ownNotRecorded() {
    return past == null
        ? urgent.notRecorded()
        : urgent.own().stream()
            .filter(each -> known(Times.instant(each.header().timeUs())))
            .filter(each -> !isRecorded(each.id()))
            .toList();
  }

  /** Whether a statement had come by stick. */
  boolean isBrought(StickBook stick, StatementId id) {
    return stick.of(id).filter(brought -> known(brought.at())).isPresent();
  }

  /** Whether any other party's node has an own urgent statement. */
  boolean isReached(StatementId id) {
    return !urgent.reached(id).isEmpty();
  }
}
