package hotline.record.cbor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of a hostile map by their keys, or of an array by their places from 0.
 *
 * <p>Every key has to be asked for: one that was not is unknown, and refused. A key that is missing
 * is refused; what may be left out is null in a line's formats, see {@link #nullable}.
 */
public final class Fields {
  private final String path;
  private final long[] keys;
  private final List<CborValue> values;
  private final boolean[] asked;

  Fields(String path, CborMap map) {
    this.path = path.isEmpty() ? "" : path + ".";
    this.keys = map.keys();
    this.values = map.values();
    this.asked = new boolean[keys.length];
  }

  Fields(String path, CborArray array) {
    this.path = path.isEmpty() ? "" : path + ".";
    this.values = array.items();
    this.keys = new long[values.size()];
    this.asked = new boolean[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = i;
    }
  }

  /** Reads a map; see {@link Field#decode}. */
  public static <T> Decoded<T> decode(CborMap map, Function<Fields, T> reading) {
    return Field.decode(map, field -> field.map(reading));
  }

  /** The value under a key. */
  public Field at(long key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        asked[i] = true;
        return new Field(path + key, values.get(i));
      }
    }
    throw new Refusal("key " + path + key + " is missing");
  }

  /** Whether there is a value under a key. */
  public boolean has(long key) {
    for (long each : keys) {
      if (each == key) {
        return true;
      }
    }
    return false;
  }

  /** See {@link Field#integer}. */
  public long integer(long key, long least, long most) {
    return at(key).integer(least, most);
  }

  /** See {@link Field#small}. */
  public int small(long key, int least, int most) {
    return at(key).small(least, most);
  }

  /** See {@link Field#bool}. */
  public boolean bool(long key) {
    return at(key).bool();
  }

  /** See {@link Field#bytes(int)}. */
  public byte[] bytes(long key, int length) {
    return at(key).bytes(length);
  }

  /** See {@link Field#bytes(int, int)}. */
  public byte[] bytes(long key, int lengthMin, int lengthMax) {
    return at(key).bytes(lengthMin, lengthMax);
  }

  /** See {@link Field#text}. */
  public String text(long key, int charactersMax) {
    return at(key).text(charactersMax);
  }

  /** See {@link Field#name}. */
  public String name(long key) {
    return at(key).name();
  }

  /** See {@link Field#nullable}. */
  public <T> Optional<T> nullable(long key, Function<Field, T> reading) {
    return at(key).nullable(reading);
  }

  /** See {@link Field#list}. */
  public <T> List<T> list(long key, int sizeMin, int sizeMax, Function<Field, T> each) {
    return at(key).list(sizeMin, sizeMax, each);
  }

  /** See {@link Field#map}. */
  public <T> T map(long key, Function<Fields, T> reading) {
    return at(key).map(reading);
  }

  /** See {@link Field#tuple}. */
  public <T> T tuple(long key, int size, Function<Fields, T> reading) {
    return at(key).tuple(size, reading);
  }

  /** Runs a reading of the whole; what it did not ask for is refused. */
  <T> T readAll(Function<Fields, T> reading) {
    T read;
    try {
      read = reading.apply(this);
    } catch (IllegalArgumentException refused) {
      String where = path.isEmpty() ? "" : "key " + path.substring(0, path.length() - 1) + ": ";
      throw new Refusal(where + refused.getMessage());
    }
    for (int i = 0; i < keys.length; i++) {
      if (!asked[i]) {
        throw new Refusal("key " + path + keys[i] + " is unknown");
      }
    }
    return read;
  }
}
