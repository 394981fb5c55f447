package hotline.record.cbor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of values. */
public final class CborArray implements CborValue {
  private final List<CborValue> items;
  private final int depth;

  /**
   * The list of these values.
   *
   * @throws IllegalArgumentException if it would be deeper than {@link CborValue#DEPTH_MAX}
   */
  public CborArray(List<? extends CborValue> items) {
    this.items = List.copyOf(items);
    this.depth = Depth.above(this.items);
  }

  /** The list of these values. */
  public static CborArray of(CborValue... items) {
    return new CborArray(Arrays.asList(items));
  }

  /** The list of what {@code each} makes of every element, in their order. */
  public static <T> CborArray of(
      Collection<T> elements, Function<? super T, ? extends CborValue> each) {
    List<CborValue> items = new ArrayList<>(elements.size());
    for (T element : elements) {
      items.add(each.apply(element));
    }
    return new CborArray(items);
  }

  /** Starts a list whose items are of several kinds. */
  public static Builder builder() {
    return new Builder();
  }

  /** The items; not to be changed. */
  public List<CborValue> items() {
    return items;
  }

  /** How many there are. */
  public int size() {
    return items.size();
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CborArray that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }

  /** Collects items in their order. */
  public static final class Builder {
    private final List<CborValue> items = new ArrayList<>();

    private Builder() {}

    /** Adds a whole number. */
    public Builder add(long value) {
      return add(CborValue.of(value));
    }

    /** Adds a copy of these bytes. */
    public Builder add(byte[] value) {
      return add(CborValue.of(value));
    }

    /** Adds a text. */
    public Builder add(String value) {
      return add(CborValue.of(value));
    }

    /** Adds a value. */
    public Builder add(CborValue value) {
      items.add(value);
      return this;
    }

    /** Adds what {@code form} makes of the value, or null if there is none. */
    public <T> Builder addOrNull(Optional<T> value, Function<? super T, ? extends CborValue> form) {
      return add(value.<CborValue>map(form).orElse(CborNull.NULL));
    }

    /** The list. */
    public CborArray build() {
      return new CborArray(items);
    }
  }
}
