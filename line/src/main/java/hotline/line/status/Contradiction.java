package hotline.line.status;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two words of one party that speak of the same time, and differ. Neither is better here: which one
 * counts is in the statuses, what to make of it is for people, who see both texts.
 *
 * @param fromUs from when both speak, µs since 1970 UTC
 * @param toUs until when; null: without end
 */
public record Contradiction(
    ChannelStatus earlier, ChannelStatus later, long fromUs, @Nullable Long toUs) {
  /** The party that contradicts itself. */
  public String party() {
    return later.party();
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(earlier.encoded())
        .add(later.encoded())
        .add(fromUs)
        .addOrNull(Optional.ofNullable(toUs), CborValue::of)
        .build();
  }
}
