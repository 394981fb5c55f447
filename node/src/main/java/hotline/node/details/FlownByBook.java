package hotline.node.details;

import hotline.line.body.EntityId;
import hotline.node.store.NodeDatabase;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By what the aircraft of own notices are known, in the private database. Safe for use by many
 * threads.
 */
public final class FlownByBook {
  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS flown_by (entity BLOB NOT NULL PRIMARY KEY, callsign TEXT,"
          + " address TEXT, squawk TEXT, track TEXT) STRICT";

  private final NodeDatabase database;

  /** Guarded by this, as is the count. */
  private final Map<EntityId, FlownBy> known = new HashMap<>();

  private long changes;

  FlownByBook(NodeDatabase database) throws IOException {
    this.database = database;
    record Row(EntityId entity, FlownBy flownBy) {}
    for (Row each :
        database.read(
            "SELECT entity, callsign, address, squawk, track FROM flown_by",
            row ->
                new Row(
                    new EntityId(row.getBytes(1)),
                    new FlownBy(
                        row.getString(2), row.getString(3), row.getString(4), row.getString(5))))) {
      known.put(each.entity(), each.flownBy());
    }
  }

  /** Keeps what an officer says of an own notice; it takes the place of what was said before. */
  public synchronized void keep(EntityId entity, FlownBy flownBy) throws IOException {
    int _ =
        database.write(
            "INSERT OR REPLACE INTO flown_by VALUES (?, ?, ?, ?, ?)",
            entity.bytes(),
            flownBy.callsign(),
            flownBy.address(),
            flownBy.squawk(),
            flownBy.track());
    known.put(entity, flownBy);
    changes++;
  }

  /** What an officer said; empty if nobody did. */
  public synchronized Optional<FlownBy> of(EntityId entity) {
    return Optional.ofNullable(known.get(entity));
  }

  /** How often something was kept since the node began. */
  public synchronized long changes() {
    return changes;
  }
}
