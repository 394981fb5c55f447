package hotline.line.status;

import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one party says of its channel.
 *
 * @param effectiveUs from when it counts, µs since 1970 UTC
 * @param saidUs when the party signed it
 * @param condition that it binds itself to; null if none
 * @param statement of this party by which it is so: a STATUS, an OFFER or an OFFER-ACCEPT
 * @param index the entry at which it became so
 */
public record ChannelStatus(
    String party,
    ChannelState state,
    long effectiveUs,
    long saidUs,
    @Nullable Condition condition,
    String words,
    StatementId statement,
    long index) {
  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(state.code())
        .add(effectiveUs)
        .add(saidUs)
        .addOrNull(Optional.ofNullable(condition), Condition::encoded)
        .add(words)
        .add(statement.bytes())
        .add(index)
        .build();
  }
}
