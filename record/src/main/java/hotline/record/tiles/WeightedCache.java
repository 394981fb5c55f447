package hotline.record.tiles;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what was used last, up to a weight in bytes. Safe for use by many threads. */
final class WeightedCache<V> {
  private record Weighed<V>(V value, long bytes) {}

  private final long bytesMax;
  private final Map<TilePath, Weighed<V>> held = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  WeightedCache(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  synchronized @Nullable V get(TilePath path) {
    Weighed<V> found = held.get(path);
    return found == null ? null : found.value();
  }

  synchronized void put(TilePath path, V value, long weight) {
    Weighed<V> before = held.put(path, new Weighed<>(value, weight));
    bytes += weight - (before == null ? 0 : before.bytes());
    Iterator<Weighed<V>> eldest = held.values().iterator();
    while (bytes > bytesMax && eldest.hasNext()) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }
}
