package hotline.record.cbor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map from whole numbers to values, in the order of its bytes. */
public final class CborMap implements CborValue {
  /** The order of encoded keys: 0, 1, 2 … then −1, −2, −3 … (RFC 8949 §4.2.1). */
  static final Comparator<Long> KEY_ORDER = CborMap::compareKeys;

  private final long[] keys;
  private final List<CborValue> values;
  private final int depth;

  private CborMap(long[] keys, List<CborValue> values) {
    this.keys = keys;
    this.values = values;
    this.depth = Depth.above(values);
  }

  /** The map without entries. */
  public static CborMap empty() {
    return builder().build();
  }

  /** Starts a map. */
  public static Builder builder() {
    return new Builder();
  }

  /** The map with these keys, which are in order, and their values. */
  static CborMap ordered(long[] keys, List<CborValue> values) {
    return new CborMap(keys, List.copyOf(values));
  }

  /** The value under a key, if there is one. */
  public Optional<CborValue> get(long key) {
    int at = indexOf(key);
    return at < 0 ? Optional.empty() : Optional.of(values.get(at));
  }

  /** How many entries there are. */
  public int size() {
    return keys.length;
  }

  /** A fresh array of the keys, in their order. */
  public long[] keys() {
    return keys.clone();
  }

  /** The values, in the order of the keys; not to be changed. */
  public List<CborValue> values() {
    return values;
  }

  /** Where a key stands, or −1. Maps are small: their writers are people's statements. */
  int indexOf(long key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CborMap that
        && Arrays.equals(keys, that.keys)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + values.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < keys.length; i++) {
      text.append(i == 0 ? "" : ", ").append(keys[i]).append(": ").append(values.get(i));
    }
    return text.append('}').toString();
  }

  static int compareKeys(long left, long right) {
    if ((left < 0) != (right < 0)) {
      return left < 0 ? 1 : -1;
    }
    return left < 0 ? Long.compare(right, left) : Long.compare(left, right);
  }

  /** Collects entries, in any order. */
  public static final class Builder {
    private final SortedMap<Long, CborValue> entries = new TreeMap<>(KEY_ORDER);

    private Builder() {}

    /** Puts a whole number. */
    public Builder put(long key, long value) {
      return put(key, CborValue.of(value));
    }

    /** Puts a copy of these bytes. */
    public Builder put(long key, byte[] value) {
      return put(key, CborValue.of(value));
    }

    /** Puts a text. */
    public Builder put(long key, String value) {
      return put(key, CborValue.of(value));
    }

    /**
     * Puts a value.
     *
     * @throws IllegalArgumentException if the key has one
     */
    public Builder put(long key, CborValue value) {
      if (entries.putIfAbsent(key, value) != null) {
        throw new IllegalArgumentException("key " + key + " is put twice");
      }
      return this;
    }

    /** Puts what {@code form} makes of the value, or null if there is none. */
    public <T> Builder putOrNull(
        long key, Optional<T> value, Function<? super T, ? extends CborValue> form) {
      return put(key, value.<CborValue>map(form).orElse(CborNull.NULL));
    }

    /** The map. */
    public CborMap build() {
      long[] keys = new long[entries.size()];
      List<CborValue> values = new ArrayList<>(keys.length);
      for (Map.Entry<Long, CborValue> entry : entries.entrySet()) {
        keys[values.size()] = entry.getKey();
        values.add(entry.getValue());
      }
      return ordered(keys, values);
    }
  }
}
