package hotline.node.record;

import hotline.line.Entry;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import hotline.record.tiles.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Where each statement stands in the record, by id: 16 to 32 bytes of memory an entry, made anew
 * when the record is folded. Keeps 8 bytes of an id; the caller looks at the entry to be sure.
 */
final class IdIndex {
  private static final int FIRST_CAPACITY = 1 << 10;

  /** Open addressing; 0 in {@code places} is a free slot, else the index and one. */
  private long[] keys = new long[FIRST_CAPACITY];

  private long[] places = new long[FIRST_CAPACITY];
  private int size;

  void put(StatementId id, long index) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    put(key(id), index + 1);
  }

  private void put(long key, long place) {
    int slot = slot(key, keys.length);
    while (places[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    places[slot] = place;
    size++;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldPlaces = places;
    keys = new long[2 * oldKeys.length];
    places = new long[2 * oldKeys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != 0) {
        put(oldKeys[i], oldPlaces[i]);
      }
    }
  }

  /** The first index under this id for which {@code isIt} holds. */
  OptionalLong find(StatementId id, LongPredicate isIt) {
    long key = key(id);
    for (int slot = slot(key, keys.length);
        places[slot] != 0;
        slot = (slot + 1) & (keys.length - 1)) {
      if (keys[slot] == key && isIt.test(places[slot] - 1)) {
        return OptionalLong.of(places[slot] - 1);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Whether all that a statement refers to stands in the log before this place; what is none refers
   * to nothing.
   *
   * @throws IOException if the log cannot be read: then it is not known
   */
  boolean haveAll(Parsed parsed, long before, LogStore log) throws IOException {
    for (StatementId id :
        parsed instanceof Statement said ? Entry.refers(said) : List.<StatementId>of()) {
      if (!have(id, before, log)) {
        return false;
      }
    }
    return true;
  }

  private boolean have(StatementId id, long before, LogStore log) throws IOException {
    try {
      return find(id, index -> index < before && isAt(id, index, log)).isPresent();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static boolean isAt(StatementId id, long index, LogStore log) {
    try {
      return Statements.parse(log.entry(index)) instanceof Statement statement
          && statement.id().equals(id);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static long key(StatementId id) {
    return ByteBuffer.wrap(id.bytes()).getLong();
  }

  /** Ids are hashes: their bits are as good as any. */
  private static int slot(long key, int capacity) {
    return (int) (key ^ (key >>> 32)) & (capacity - 1);
  }
}
