package hotline.node.alert;

import hotline.node.Times;
import hotline.node.store.NodeDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alerts that were raised here, one row each, on disk; the oldest go. */
final class AlertStore implements Closeable {
  /** Rows kept: years of an alarm system that is in order. */
  static final int KEPT_MAX = 100_000;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS alert (id INTEGER PRIMARY KEY, first TEXT NOT NULL,"
              + " second TEXT NOT NULL, raised_us INTEGER NOT NULL, at_us INTEGER NOT NULL,"
              + " cause TEXT NOT NULL, lost INTEGER NOT NULL, accepted_us INTEGER,"
              + " accepted_by TEXT, nuisance_us INTEGER, nuisance_by TEXT, warned_us INTEGER,"
              + " warned_by TEXT, warning TEXT) STRICT",
          "CREATE INDEX IF NOT EXISTS alert_by_time ON alert (at_us)");

  private final NodeDatabase database;

  private AlertStore(NodeDatabase database) {
    this.database = database;
  }

  static AlertStore open(Path file, NodeDatabase.Opener opener) throws IOException {
    return new AlertStore(NodeDatabase.open(file, opener, TABLES));
  }

  /** The highest number ever given. */
  long last() throws IOException {
    return number("SELECT COALESCE(MAX(id), 0) FROM alert");
  }

  private long number(String sql, @Nullable Object... parameters) throws IOException {
    return database.read(sql, row -> row.getLong(1), parameters).getFirst();
  }

  /** Keeps these as they are now; {@code at}: when those that are new were raised, by our clock. */
  void keep(Collection<AlertLife> lives, Instant at) throws IOException {
    database.together(() -> {
      for (AlertLife each : lives) {
        AlertLife.Mark accepted = each.accepted();
        AlertLife.Mark nuisance = each.nuisance();
        AlertLife.Warned warned = each.warned();
        int _ =
            database.write(
                "INSERT INTO alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET lost = excluded.lost,"
                    + " accepted_us = excluded.accepted_us, accepted_by = excluded.accepted_by,"
                    + " nuisance_us = excluded.nuisance_us, nuisance_by = excluded.nuisance_by,"
                    + " warned_us = excluded.warned_us, warned_by = excluded.warned_by,"
                    + " warning = excluded.warning",
                each.number(),
                each.situation().first(),
                each.situation().second(),
                each.situation().firstUs(),
                Times.micros(at),
                each.situation().cause().words(),
                each.wasCurrent() ? 1L : 0L,
                accepted == null ? null : Times.micros(accepted.at()),
                accepted == null ? null : accepted.by(),
                nuisance == null ? null : Times.micros(nuisance.at()),
                nuisance == null ? null : nuisance.by(),
                warned == null ? null : Times.micros(warned.at()),
                warned == null ? null : warned.by(),
                warned == null ? null : warned.message());
      }
      int _ =
          database.write("DELETE FROM alert WHERE id <= (SELECT MAX(id) FROM alert) - ?", KEPT_MAX);
    });
  }

  /** How many were raised, and how many of them were a nuisance. */
  AlertBook.Counts counts(Instant now) throws IOException {
    return database
        .read(
            "SELECT COUNT(*), COUNT(nuisance_us), COALESCE(SUM(at_us > ?), 0),"
                + " COALESCE(SUM(at_us > ?), 0), MIN(at_us), COALESCE(SUM(lost), 0) FROM alert",
            row ->
                new AlertBook.Counts(
                    row.getLong(1) == 0 ? null : Times.instant(row.getLong(5)),
                    row.getLong(1),
                    row.getLong(6),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4)),
            Times.micros(now.minus(Duration.ofHours(1))),
            Times.micros(now.minus(Duration.ofMinutes(10))))
        .getFirst();
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
