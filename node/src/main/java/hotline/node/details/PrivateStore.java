package hotline.node.details;

import hotline.line.body.EntityId;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.VolumeCodec;
import hotline.node.Pace;
import hotline.node.Times;
import hotline.node.store.NodeDatabase;
import hotline.record.cbor.Decoded;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The private database: volumes, labels, what was typed, and the log of disclosures. */
public final class PrivateStore implements Closeable {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS own_notice (entity BLOB NOT NULL, version INTEGER NOT NULL,"
              + " label TEXT, typed TEXT NOT NULL, PRIMARY KEY (entity, version)) STRICT",
          "CREATE TABLE IF NOT EXISTS own_volume (entity BLOB NOT NULL, version INTEGER NOT NULL,"
              + " item INTEGER NOT NULL, bytes BLOB NOT NULL,"
              + " PRIMARY KEY (entity, version, item)) STRICT",
          "CREATE TABLE IF NOT EXISTS opened (entity BLOB NOT NULL, version INTEGER NOT NULL,"
              + " item INTEGER NOT NULL, bytes BLOB NOT NULL, at_us INTEGER NOT NULL,"
              + " PRIMARY KEY (entity, version, item)) STRICT",
          "CREATE TABLE IF NOT EXISTS told (own BLOB NOT NULL, own_version INTEGER NOT NULL,"
              + " other BLOB NOT NULL, other_version INTEGER NOT NULL,"
              + " PRIMARY KEY (own, own_version, other, other_version)) STRICT",
          "CREATE TABLE IF NOT EXISTS disclosure (id INTEGER PRIMARY KEY, at_us INTEGER NOT NULL,"
              + " direction TEXT NOT NULL, peer TEXT NOT NULL, on_behalf TEXT NOT NULL,"
              + " opened INTEGER NOT NULL, withheld INTEGER NOT NULL, digest TEXT NOT NULL,"
              + " request BLOB NOT NULL, answer BLOB NOT NULL) STRICT",
          FlownByBook.TABLE,
          ConflictJournal.TABLE,
          ConflictJournal.INDEX);

  private final NodeDatabase database;

  /**
   * What is asked for again and again; guarded by this, over disk and memory: what one thread read
   * must not take the place of what another has written since.
   */
  private final Map<NoticeRef, List<ExactVolume>> own = new Latest<>();

  private final Map<NoticeRef, SortedMap<Integer, ExactVolume>> opened = new Latest<>();

  private volatile long openings;

  private final Map<EntityId, String> labels = new HashMap<>();

  private final FlownByBook flownBy;

  /** The volumes of the notices used last, at hand without the disk. */
  private static final class Latest<V> extends LinkedHashMap<NoticeRef, V> {
    private static final long serialVersionUID = 1;
    private static final int KEPT_MAX = 10_000;

    private Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<NoticeRef, V> eldest) {
      return size() > KEPT_MAX;
    }
  }

  private PrivateStore(NodeDatabase database) throws IOException {
    this.database = database;
    flownBy = new FlownByBook(database);
    record Label(EntityId entity, String text) {}
    for (Label each :
        database.read(
            "SELECT entity, label FROM own_notice WHERE label IS NOT NULL ORDER BY version",
            row -> new Label(new EntityId(row.getBytes(1)), row.getString(2)))) {
      labels.put(each.entity(), each.text());
    }
  }

  /** Opens the file, or a new one. */
  public static PrivateStore open(Path file, NodeDatabase.Opener opener) throws IOException {
    return new PrivateStore(NodeDatabase.open(file, opener, TABLES));
  }

  /**
   * Keeps what an own notice commits to, before it is said.
   *
   * @param typed as it was typed, for the record of this party's own people
   */
  public synchronized void keepOwn(
      NoticeRef notice, @Nullable String label, String typed, List<ExactVolume> volumes)
      throws IOException {
    byte[] entity = notice.entity().bytes();
    database.together(() -> {
      int _ =
          database.write(
              "INSERT OR REPLACE INTO own_notice VALUES (?, ?, ?, ?)",
              entity,
              notice.version(),
              label,
              typed);
      for (int item = 0; item < volumes.size(); item++) {
        int _ =
            database.write(
                "INSERT OR REPLACE INTO own_volume VALUES (?, ?, ?, ?)",
                entity,
                notice.version(),
                item,
                VolumeCodec.encode(volumes.get(item)));
      }
      int _ =
          database.write(
              "DELETE FROM own_volume WHERE entity = ? AND version = ? AND item >= ?",
              entity,
              notice.version(),
              volumes.size());
    });
    own.put(notice, List.copyOf(volumes));
    if (label != null) {
      labels.put(notice.entity(), label);
    }
  }

  /** By what the aircraft of own notices are known. */
  public FlownByBook flownBy() {
    return flownBy;
  }

  /** The volumes of an own notice in their order; empty if they are not here. */
  public synchronized Optional<List<ExactVolume>> own(NoticeRef notice) throws IOException {
    List<ExactVolume> known = own.get(notice);
    if (known == null) {
      known =
          List.copyOf(
              read("SELECT item, bytes FROM own_volume WHERE entity = ? AND version = ?", notice)
                  .values());
      if (known.isEmpty()) {
        return Optional.empty();
      }
      own.put(notice, known);
    }
    return Optional.of(known);
  }

  private SortedMap<Integer, ExactVolume> read(String sql, NoticeRef notice) throws IOException {
    return volumes(sql, notice.entity().bytes(), notice.version());
  }

  private SortedMap<Integer, ExactVolume> volumes(String sql, @Nullable Object... parameters)
      throws IOException {
    SortedMap<Integer, ExactVolume> volumes = new TreeMap<>();
    List<Map.Entry<Integer, byte[]>> rows =
        database.read(sql, row -> Map.entry(row.getInt(1), row.getBytes(2)), parameters);
    for (Map.Entry<Integer, byte[]> each : rows) {
      if (VolumeCodec.decode(each.getValue())
          instanceof Decoded.Value<ExactVolume>(ExactVolume volume)) {
        volumes.put(each.getKey(), volume);
      }
    }
    return volumes;
  }

  /** The private label of an own notice. */
  public synchronized Optional<String> label(EntityId entity) {
    return Optional.ofNullable(labels.get(entity));
  }

  /**
   * Keeps what another party opened.
   *
   * @param onBehalf the own notice that was asked for; null for an enquiry
   * @param at when; a volume that was opened before keeps its first time
   */
  public synchronized void keepOpened(
      @Nullable NoticeRef onBehalf,
      NoticeRef other,
      SortedMap<Integer, ExactVolume> volumes,
      Instant at)
      throws IOException {
    database.together(() -> {
      for (Map.Entry<Integer, ExactVolume> each : volumes.entrySet()) {
        int _ =
            database.write(
                "INSERT OR IGNORE INTO opened VALUES (?, ?, ?, ?, ?)",
                other.entity().bytes(),
                other.version(),
                each.getKey(),
                VolumeCodec.encode(each.getValue()),
                Times.micros(at));
      }
      if (onBehalf != null) {
        int _ =
            database.write(
                "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)",
                onBehalf.entity().bytes(),
                onBehalf.version(),
                other.entity().bytes(),
                other.version());
      }
    });
    opened.remove(other);
    openings++;
  }

  /** Another number whenever something was opened. */
  public long openings() {
    return openings;
  }

  /** Of which notices something was opened, the last first. */
  public List<NoticeRef> openedLast(int limit) throws IOException {
    return database.read(
        "SELECT entity, version FROM opened GROUP BY entity, version ORDER BY max(at_us) DESC"
            + " LIMIT ?",
        row -> new NoticeRef(new EntityId(row.getBytes(1)), row.getLong(2)),
        limit);
  }

  /** The volumes of another's notice that were opened so far, by item. */
  public synchronized SortedMap<Integer, ExactVolume> opened(NoticeRef notice) throws IOException {
    SortedMap<Integer, ExactVolume> known = opened.get(notice);
    if (known == null) {
      known =
          Collections.unmodifiableSortedMap(
              read("SELECT item, bytes FROM opened WHERE entity = ? AND version = ?", notice));
      opened.put(notice, known);
    }
    return known;
  }

  /** The volumes of another's notice that had been opened by then, by item. */
  public SortedMap<Integer, ExactVolume> openedBy(NoticeRef notice, Instant at) throws IOException {
    return volumes(
        "SELECT item, bytes FROM opened WHERE entity = ? AND version = ? AND at_us <= ?",
        notice.entity().bytes(),
        notice.version(),
        Times.micros(at));
  }

  /** What was known of conflicts, and when, in the same file. */
  ConflictJournal journal(InstantSource clock, Pace pace) {
    return new ConflictJournal(database, clock, pace);
  }

  /** Whether another's notice was opened on behalf of an own one, as far as the two meet. */
  public boolean isTold(NoticeRef onBehalf, NoticeRef other) throws IOException {
    return !database
        .read(
            "SELECT 1 FROM told WHERE own = ? AND own_version = ? AND other = ?"
                + " AND other_version = ?",
            row -> row.getInt(1),
            onBehalf.entity().bytes(),
            onBehalf.version(),
            other.entity().bytes(),
            other.version())
        .isEmpty();
  }

  /**
   * One exchange, as logged at this end.
   *
   * @param direction {@link #RECEIVED} or {@link #GIVEN}
   */
  @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
  public record Exchange(
      Instant at,
      String direction,
      String peer,
      String onBehalf,
      int opened,
      int withheld,
      String digest,
      byte[] request,
      byte[] answer) {
    /** This party asked, and was answered. */
    public static final String RECEIVED = "RECEIVED";

    /** Another party asked, and this one answered. */
    public static final String GIVEN = "GIVEN";
  }

  /** Logs an exchange; on disk when this returns. */
  public void log(Exchange exchange) throws IOException {
    int _ =
        database.write(
            "INSERT INTO disclosure (at_us, direction, peer, on_behalf, opened, withheld, digest,"
                + " request, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            Times.micros(exchange.at()),
            exchange.direction(),
            exchange.peer(),
            exchange.onBehalf(),
            exchange.opened(),
            exchange.withheld(),
            exchange.digest(),
            exchange.request(),
            exchange.answer());
  }

  /** The exchanges, newest first. */
  public List<Exchange> exchanges(int limit) throws IOException {
    return new ArrayList<>(
        database.read(
            "SELECT at_us, direction, peer, on_behalf, opened, withheld, digest, request, answer"
                + " FROM disclosure ORDER BY id DESC LIMIT ?",
            row ->
                new Exchange(
                    Times.instant(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getString(7),
                    row.getBytes(8),
                    row.getBytes(9)),
            limit));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
