package hotline.record.cbor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of hostile content with the path to it, read as what it has to be.
 *
 * <pre>{@code
 * Decoded<Head> head =
 *     Field.decode(value, field -> field.tuple(2, at ->
 *         new Head(at.name(0), at.integer(1, 0, 1000))));
 * }</pre>
 *
 * <p>The first thing that is wrong ends the reading inside {@link #decode}, which returns it as a
 * {@link Decoded.Fault}; no accessor ever returns a value out of its bounds.
 */
public final class Field {
  private final String path;
  private final CborValue value;

  Field(String path, CborValue value) {
    this.path = path;
    this.value = value;
  }

  /**
   * Reads a value. An {@link IllegalArgumentException} of {@code reading} is a fault too, so that a
   * record's own constructor may be the one place where a rule stands.
   */
  public static <T> Decoded<T> decode(CborValue value, Function<Field, T> reading) {
    return Refusal.boundary(() -> new Field("", value).read(reading));
  }

  /** The value, whatever it is. */
  public CborValue value() {
    return value;
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  public long integer(long least, long most) {
    if (value instanceof CborInt(long number) && number >= least && number <= most) {
      return number;
    }
    throw refused("a whole number from " + least + " to " + most);
  }

  /** A whole number of 32 bits or fewer, from {@code least} to {@code most}, both included. */
  public int small(int least, int most) {
    return Math.toIntExact(integer(least, most));
  }

  /** True or false. */
  public boolean bool() {
    return switch (value) {
      case CborBool bool -> bool == CborBool.TRUE;
      case CborInt _, CborBytes _, CborText _, CborArray _, CborMap _, CborNull _ ->
          throw refused("true or false");
    };
  }

  /** Exactly so many bytes. */
  public byte[] bytes(int length) {
    return bytes(length, length);
  }

  /** So many bytes, at least and at most. */
  public byte[] bytes(int lengthMin, int lengthMax) {
    if (value instanceof CborBytes bytes
        && bytes.length() >= lengthMin
        && bytes.length() <= lengthMax) {
      return bytes.bytes();
    }
    throw refused(
        lengthMin == lengthMax
            ? lengthMin + " bytes"
            : "a string of " + lengthMin + " to " + lengthMax + " bytes");
  }

  /**
   * A text of at most so many characters (Unicode code points), without control characters other
   * than newline. Everything else is kept as it is, bidi controls too: the signature stands over
   * it, and the page shows it inert.
   */
  public String text(int charactersMax) {
    if (value instanceof CborText(String text)
        && text.codePointCount(0, text.length()) <= charactersMax
        && text.chars().noneMatch(unit -> Character.isISOControl(unit) && unit != '\n')) {
      return text;
    }
    throw refused("a text of at most " + charactersMax + " characters, without control characters");
  }

  /** A name of a party, node, post, zone or category: {@code [a-z][a-z0-9-]{0,30}}. */
  public String name() {
    if (value instanceof CborText(String text) && Names.isName(text)) {
      return text;
    }
    throw refused("a name of 1 to 31 of a–z, 0–9 and -, beginning with a letter");
  }

  /** Nothing if the value is null, else what {@code reading} makes of it. */
  public <T> Optional<T> nullable(Function<Field, T> reading) {
    return value == CborNull.NULL ? Optional.empty() : Optional.of(read(reading));
  }

  /** A map, each of whose keys {@code reading} must ask for. */
  public <T> T map(Function<Fields, T> reading) {
    if (value instanceof CborMap map) {
      return new Fields(path, map).readAll(reading);
    }
    throw refused("a map");
  }

  /** An array of so many values of different kinds, each of which {@code reading} must ask for. */
  public <T> T tuple(int size, Function<Fields, T> reading) {
    if (value instanceof CborArray array && array.size() == size) {
      return new Fields(path, array).readAll(reading);
    }
    throw refused("an array of " + size);
  }

  /**
   * An array of at least and at most so many values, each with a meaning of its own; the last ones
   * may be missing.
   */
  public <T> T tuple(int sizeMin, int sizeMax, Function<Fields, T> reading) {
    if (value instanceof CborArray array && array.size() >= sizeMin && array.size() <= sizeMax) {
      return new Fields(path, array).readAll(reading);
    }
    throw refused("an array of " + sizeMin + " to " + sizeMax);
  }

  /** An array of like values, at least and at most so many, in their order. */
  public <T> List<T> list(int sizeMin, int sizeMax, Function<Field, T> each) {
    if (value instanceof CborArray array && array.size() >= sizeMin && array.size() <= sizeMax) {
      List<T> read = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        read.add(new Field(path + "[" + i + "]", array.items().get(i)).read(each));
      }
      return List.copyOf(read);
    }
    throw refused("an array of " + sizeMin + " to " + sizeMax);
  }

  /** Refuses the value unless {@code holds}; the sentence says what it has to be. */
  public void require(boolean holds, String needed) {
    if (!holds) {
      throw refused(needed);
    }
  }

  private <T> T read(Function<Field, T> reading) {
    try {
      return reading.apply(this);
    } catch (IllegalArgumentException refused) {
      throw new Refusal(where() + refused.getMessage());
    }
  }

  private Refusal refused(String needed) {
    return new Refusal(where() + "needed is " + needed);
  }

  private String where() {
    return path.isEmpty() ? "" : "key " + path + ": ";
  }
}
