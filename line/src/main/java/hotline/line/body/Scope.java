package hotline.line.body;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import java.util.Optional;

/**
 * What a status or an offer speaks of.
 *
 * @param zone of the terms; empty: everywhere
 * @param category of activity; empty: any
 */
public record Scope(Optional<String> zone, Optional<String> category) {
  /** The whole line. */
  public static final Scope WHOLE = new Scope(Optional.empty(), Optional.empty());

  static Scope read(Field field) {
    return field.tuple(
        2, at -> new Scope(at.nullable(0, Field::name), at.nullable(1, Field::name)));
  }

  /** {@code [zone | null, category | null]}. */
  public CborArray encoded() {
    return CborArray.builder()
        .addOrNull(zone, CborValue::of)
        .addOrNull(category, CborValue::of)
        .build();
  }

  /** Whether it is the whole line. */
  public boolean isWhole() {
    return zone.isEmpty() && category.isEmpty();
  }

  /** Whether all that the other speaks of is in this one, whatever the zones are. */
  public boolean includes(Scope other) {
    return (zone.isEmpty() || zone.equals(other.zone))
        && (category.isEmpty() || category.equals(other.category));
  }

  /** As people say it: {@code the whole line}, {@code zone east}, {@code transit in zone east}. */
  public String words() {
    if (isWhole()) {
      return "the whole line";
    }
    return category
        .map(name -> name + zone.map(where -> " in zone " + where).orElse(" everywhere"))
        .orElseGet(() -> "zone " + zone.orElseThrow());
  }
}
