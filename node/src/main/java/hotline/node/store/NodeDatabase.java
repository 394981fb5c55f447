package hotline.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node's private database: one SQLite file, on disk before a write returns. Safe for use by
 * many threads, one at a time.
 */
public final class NodeDatabase implements AutoCloseable {
  /** Guarded by this. */
  private final Connection connection;

  private final Path file;

  private NodeDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, or a new one, and makes the tables that are missing. */
  public static NodeDatabase open(Path file, Opener opener, List<String> tables)
      throws IOException {
    try {
      Connection connection = opener.open(file);
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("PRAGMA secure_delete=ON");
        for (String table : tables) {
          statement.execute(table);
        }
        check(file, statement.executeQuery("PRAGMA quick_check(1)"));
        return new NodeDatabase(file, connection);
      } catch (SQLException | IOException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      throw unusable(file, failed);
    }
  }

  private static void check(Path file, ResultSet verdict) throws SQLException, IOException {
    try (verdict) {
      if (!verdict.next() || !"ok".equals(verdict.getString(1))) {
        throw unusable(file, new SQLException("its integrity check failed"));
      }
    }
  }

  private static IOException unusable(Path file, SQLException failed) {
    return new IOException(
        file
            + " cannot be used ("
            + failed.getMessage()
            + "). Check free space; if the file is damaged, keep it, restore it from a backup, and"
            + " start the node again.",
        failed);
  }

  /** Runs one statement with these parameters: text, integers, byte strings or null. */
  public synchronized int write(String sql, @Nullable Object... parameters) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw unusable(file, failed);
    }
  }

  /** Runs several writes as one: all of them, or none. */
  public synchronized void together(Writes writes) throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        writes.run();
        connection.commit();
      } catch (IOException | RuntimeException | SQLException failed) {
        undo(failed);
        throw failed;
      }
      connection.setAutoCommit(true);
    } catch (SQLException failed) {
      throw unusable(file, failed);
    }
  }

  /** SQLite has already undone by itself what a full disk stopped; it refuses to do it again. */
  private void undo(Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException done) {
      failed.addSuppressed(done);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException done) {
      failed.addSuppressed(done);
    }
  }

  /** The rows of a query, each made by {@code row}. */
  public synchronized <T> List<T> read(String sql, Row<T> row, @Nullable Object... parameters)
      throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(row.of(result));
        }
      }
      return rows;
    } catch (SQLException failed) {
      throw unusable(file, failed);
    }
  }

  /** The first row of a query, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws IOException {
    return read(sql, row, parameters).stream().findFirst();
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw unusable(file, failed);
    }
  }

  /** Opens what stands behind a database's file. */
  @FunctionalInterface
  public interface Opener {
    /** The file itself. */
    Opener FILES = file -> DriverManager.getConnection("jdbc:sqlite:" + file);

    /** A connection to it, or to a new one. */
    Connection open(Path file) throws SQLException;
  }

  /** Makes something of one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the columns; must not keep the result set. */
    T of(ResultSet row) throws SQLException;
  }

  /** Writes that belong together. */
  @FunctionalInterface
  public interface Writes {
    /** Runs them. */
    void run() throws IOException;
  }
}
