package hotline.line.body;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import java.util.Optional;

/**
 * Who a message is for.
 *
 * @param post a duty desk of the party; empty: every one
 */
public record Address(String party, Optional<String> post) {
  static Address read(Field field) {
    return field.tuple(2, at -> new Address(at.name(0), at.nullable(1, Field::name)));
  }

  /** {@code [party, post | null]}. */
  public CborArray encoded() {
    return CborArray.builder().add(party).addOrNull(post, CborValue::of).build();
  }
}
