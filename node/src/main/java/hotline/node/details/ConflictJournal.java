package hotline.node.details;

import hotline.airspace.ClosestApproach;
import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.planning.Conflict;
import hotline.node.Loop;
import hotline.node.Pace;
import hotline.node.Times;
import hotline.node.details.ConflictBook.Knowledge;
import hotline.node.details.ConflictBook.Meeting;
import hotline.node.store.NodeDatabase;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import java.io.Closeable;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node knew of each conflict, and since when: private, for replay. Written a moment
 * later, many at once, so that it never holds up a notice; the last moments before a crash may be
 * missing. Safe for use by many threads.
 */
public final class ConflictJournal implements Closeable {
  /** The table, beside the others of the private database. */
  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS conflict_known (id INTEGER PRIMARY KEY, at_us INTEGER NOT NULL,"
          + " own BLOB NOT NULL, own_version INTEGER NOT NULL, own_index INTEGER NOT NULL,"
          + " other BLOB NOT NULL, other_version INTEGER NOT NULL, other_index INTEGER NOT NULL,"
          + " other_party TEXT NOT NULL, known INTEGER NOT NULL, why TEXT NOT NULL, was BLOB,"
          + " gone INTEGER NOT NULL) STRICT";

  static final String INDEX =
      "CREATE INDEX IF NOT EXISTS conflict_known_by_time ON conflict_known (at_us)";

  private static final Logger LOG = LoggerFactory.getLogger(ConflictJournal.class);
  private static final Duration GATHER = Duration.ofMillis(200);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int QUEUE_MAX = 100_000;
  private static final int CONFLICT_BYTES_MAX = 1024;
  private static final int POSSIBLE = 0;
  private static final int EXACT = 1;
  private static final int CLEAR = 2;

  private final NodeDatabase database;
  private final InstantSource clock;
  private final Loop loop;

  /** Guarded by this. */
  private final Deque<Row> waiting = new ArrayDeque<>();

  private record Row(Instant at, Meeting meeting) {}

  ConflictJournal(NodeDatabase database, InstantSource clock, Pace pace) {
    this.database = database;
    this.clock = clock;
    loop = pace.loop("conflict journal", GATHER, this::round);
    loop.start();
  }

  /** A pair is now like this. */
  public void note(Meeting meeting) {
    synchronized (this) {
      if (waiting.size() == QUEUE_MAX) {
        // A disk that has stood still for so long is told of elsewhere; replay is not vital.
        return;
      }
      waiting.add(new Row(clock.instant(), meeting));
    }
    loop.wake();
  }

  private Duration round() {
    write();
    return IDLE;
  }

  private synchronized List<Row> take() {
    List<Row> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  private void write() {
    List<Row> rows = take();
    if (rows.isEmpty()) {
      return;
    }
    try {
      database.together(() -> {
        for (Row each : rows) {
          write(each);
        }
      });
    } catch (IOException failed) {
      LOG.atWarn().setCause(failed).log("what was known of conflicts could not be kept");
    }
  }

  private void write(Row row) throws IOException {
    Meeting meeting = row.meeting();
    int known =
        switch (meeting.knowledge()) {
          case Knowledge.Possible _ -> POSSIBLE;
          case Knowledge.Exact _ -> EXACT;
          case Knowledge.Clear _ -> CLEAR;
        };
    String why = meeting.knowledge() instanceof Knowledge.Possible(String reason) ? reason : "";
    int _ =
        database.write(
            "INSERT INTO conflict_known (at_us, own, own_version, own_index, other, other_version,"
                + " other_index, other_party, known, why, was, gone)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Times.micros(row.at()),
            meeting.own().entity().bytes(),
            meeting.own().version(),
            meeting.ownIndex(),
            meeting.other().entity().bytes(),
            meeting.other().version(),
            meeting.otherIndex(),
            meeting.otherParty(),
            known,
            why,
            meeting.was() == null ? null : encoded(meeting.was()).encode(),
            meeting.gone() ? 1 : 0);
  }

  /** Every pair as it was known then. */
  public List<Meeting> at(Instant at) throws IOException {
    write();
    return database.read(
        "SELECT own, own_version, own_index, other, other_version, other_index, other_party,"
            + " known, why, was, gone, MAX(id) FROM conflict_known WHERE at_us <= ?"
            + " GROUP BY own, other",
        ConflictJournal::meeting,
        Times.micros(at));
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    NoticeRef own = new NoticeRef(new EntityId(row.getBytes(1)), row.getLong(2));
    NoticeRef other = new NoticeRef(new EntityId(row.getBytes(4)), row.getLong(5));
    Conflict was = conflict(own, other, row.getBytes(10)).orElse(null);
    int known = row.getInt(8);
    Knowledge knowledge =
        known == EXACT && was != null
            ? new Knowledge.Exact(was)
            : known == CLEAR ? new Knowledge.Clear() : new Knowledge.Possible(row.getString(9));
    return new Meeting(
        own,
        row.getLong(3),
        other,
        row.getLong(6),
        row.getString(7),
        knowledge,
        was,
        row.getInt(11) != 0);
  }

  private static CborArray encoded(Conflict conflict) {
    return CborArray.builder()
        .add(conflict.times().startUs())
        .add(conflict.times().endUs())
        .add(conflict.heights().datum() == Datum.W84 ? 0 : 1)
        .add(conflict.heights().floor())
        .add(conflict.heights().ceiling())
        .add(conflict.datumsDiffer() ? 1 : 0)
        .add(conflict.place().latNanodegrees())
        .add(conflict.place().lngNanodegrees())
        .addOrNull(Optional.ofNullable(conflict.closest()), ConflictJournal::encoded)
        .build();
  }

  private static CborArray encoded(ClosestApproach closest) {
    return CborArray.builder()
        .add(closest.timeUs())
        .add(closest.horizontalMm())
        .add(closest.verticalFeet())
        .add(closest.positionOfA().latNanodegrees())
        .add(closest.positionOfA().lngNanodegrees())
        .add(closest.positionOfB().latNanodegrees())
        .add(closest.positionOfB().lngNanodegrees())
        .add(closest.datumsDiffer() ? 1 : 0)
        .build();
  }

  private static Optional<Conflict> conflict(
      NoticeRef own, NoticeRef other, byte @Nullable [] bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    Decoded<Conflict> read =
        CborReader.read(bytes, CONFLICT_BYTES_MAX)
            .then((CborValue value) ->
                Field.decode(value, field -> field.tuple(9, at -> conflict(own, other, at))));
    return read instanceof Decoded.Value<Conflict>(Conflict conflict)
        ? Optional.of(conflict)
        : Optional.empty();
  }

  private static Conflict conflict(NoticeRef own, NoticeRef other, Fields at) {
    return new Conflict(
        own,
        other,
        new TimeInterval(any(at, 0), any(at, 1)),
        new HeightBand(
            at.small(2, 0, 1) == 0 ? Datum.W84 : Datum.STANDARD_PRESSURE, any(at, 3), any(at, 4)),
        at.small(5, 0, 1) == 1,
        new Position(any(at, 6), any(at, 7)),
        at.nullable(8, field -> field.tuple(8, ConflictJournal::closest)).orElse(null));
  }

  private static ClosestApproach closest(Fields at) {
    return new ClosestApproach(
        any(at, 0),
        any(at, 1),
        any(at, 2),
        new Position(any(at, 3), any(at, 4)),
        new Position(any(at, 5), any(at, 6)),
        at.small(7, 0, 1) == 1);
  }

  private static long any(Fields at, long key) {
    return at.integer(key, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void close() {
    loop.close();
    write();
  }
}
