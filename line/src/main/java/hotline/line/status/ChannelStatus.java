package hotline.line.status;

import hotline.line.body.ChannelState;
import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one party says of its channel, or of a part of it.
 *
 * @param scope what it speaks of
 * @param claimedUs from when it is so, as the party says, µs since 1970 UTC
 * @param effectiveUs from when it counts: as claimed, but not before it was said
 * @param saidUs when the party signed it
 * @param condition that it binds itself to; null if none
 * @param statement of this party by which it is so: a STATUS, an OFFER or an OFFER-ACCEPT
 * @param index the entry at which it became so
 * @param contradicts this party's own earlier statements that say otherwise of a time that this one
 *     speaks of too; both texts stand in {@link Statuses#contradictions}
 */
public record ChannelStatus(
    String party,
    Scope scope,
    ChannelState state,
    long claimedUs,
    long effectiveUs,
    long saidUs,
    @Nullable Condition condition,
    String words,
    StatementId statement,
    long index,
    List<StatementId> contradicts) {
  public ChannelStatus {
    contradicts = List.copyOf(contradicts);
  }

  /** Whether it says the same as another, of whatever scope and time: state and condition. */
  boolean agreesWith(ChannelStatus other) {
    return state == other.state
        && Optional.ofNullable(condition).equals(Optional.ofNullable(other.condition));
  }

  ChannelStatus contradicting(List<StatementId> earlier) {
    return new ChannelStatus(
        party,
        scope,
        state,
        claimedUs,
        effectiveUs,
        saidUs,
        condition,
        words,
        statement,
        index,
        earlier);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(scope.encoded())
        .add(state.code())
        .add(claimedUs)
        .add(effectiveUs)
        .add(saidUs)
        .addOrNull(Optional.ofNullable(condition), Condition::encoded)
        .add(words)
        .add(statement.bytes())
        .add(index)
        .add(CborArray.of(contradicts, id -> CborValue.of(id.bytes())))
        .build();
  }
}
