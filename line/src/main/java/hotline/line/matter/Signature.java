package hotline.line.matter;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party's signature under a motion.
 *
 * @param dissent what it holds otherwise; null: nothing
 * @param seat from which it was given; null outside of the working group
 */
public record Signature(Said said, @Nullable String dissent, @Nullable String seat) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .addOrNull(Optional.ofNullable(dissent), CborValue::of)
        .addOrNull(Optional.ofNullable(seat), CborValue::of)
        .build();
  }
}
