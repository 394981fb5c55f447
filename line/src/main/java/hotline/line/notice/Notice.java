package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.line.body.Activity;
import hotline.line.body.EntityId;
import hotline.line.body.ExtentCodec;
import hotline.line.body.NoticeBody;
import hotline.line.body.NoticeRef;
import hotline.line.body.NoticeState;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.merkle.Hash;
import hotline.record.statement.Mode;
import hotline.record.statement.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A live notice in its newest version.
 *
 * @param extents what everyone may know of its volumes
 * @param commitment root over the exact volumes
 * @param leaves of the commitment, with its padding
 * @param answers the CONFLICT that this version answers; null if none
 * @param release third parties to whom others may hand it on, in the order of their names
 * @param saidUs when this version was signed, µs since 1970 UTC
 * @param index the entry of this version
 * @param stateIndex the entry of its state
 * @param disputes at most {@value #DISPUTES_MAX}, in the order in which they came
 */
public record Notice(
    EntityId entity,
    String party,
    long version,
    NoticeState state,
    Mode mode,
    String category,
    List<Extent> extents,
    Hash commitment,
    int leaves,
    @Nullable StatementId answers,
    List<String> release,
    long saidUs,
    long index,
    long stateIndex,
    List<Dispute> disputes) {
  /** The most disputes that one notice holds. */
  public static final int DISPUTES_MAX = 32;

  public Notice {
    extents = List.copyOf(extents);
    release = List.copyOf(release);
    disputes = List.copyOf(disputes);
  }

  /**
   * What a declaration makes of a notice.
   *
   * @param saidUs when it was signed, µs since 1970 UTC
   * @param index its entry
   * @param before the version before; null if it is the first
   */
  public static Notice declared(
      NoticeBody.Declare body,
      String party,
      Mode mode,
      long saidUs,
      long index,
      @Nullable Notice before) {
    return new Notice(
        body.entity(),
        party,
        body.version(),
        before == null ? NoticeState.ACCEPTED : before.state(),
        mode,
        body.category(),
        body.extents(),
        body.commitment(),
        body.leaves(),
        body.answers().orElse(null),
        body.release(),
        saidUs,
        index,
        before == null ? index : before.stateIndex(),
        before == null ? List.of() : before.disputes());
  }

  /** Its newest version. */
  public NoticeRef ref() {
    return new NoticeRef(entity, version);
  }

  /** What it declares. */
  public Activity activity() {
    return new Activity(category, extents);
  }

  /** When it starts, coarsely, µs since 1970 UTC. */
  public long startUs() {
    return extents.stream().mapToLong(extent -> extent.times().startUs()).min().orElseThrow();
  }

  /** When it ends, coarsely, µs since 1970 UTC. */
  public long endUs() {
    return extents.stream().mapToLong(extent -> extent.times().endUs()).max().orElseThrow();
  }

  Notice in(NoticeState next, long at) {
    return new Notice(
        entity,
        party,
        version,
        next,
        mode,
        category,
        extents,
        commitment,
        leaves,
        answers,
        release,
        saidUs,
        index,
        at,
        disputes);
  }

  Notice with(Dispute dispute) {
    List<Dispute> more = new ArrayList<>(disputes);
    more.add(dispute);
    return new Notice(
        entity,
        party,
        version,
        state,
        mode,
        category,
        extents,
        commitment,
        leaves,
        answers,
        release,
        saidUs,
        index,
        stateIndex,
        more);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(entity.bytes())
        .add(party)
        .add(version)
        .add(state.code())
        .add(mode.code())
        .add(category)
        .add(CborArray.of(extents, ExtentCodec::encode))
        .add(commitment.bytes())
        .add(leaves)
        .addOrNull(Optional.ofNullable(answers), id -> CborValue.of(id.bytes()))
        .add(CborArray.of(release, CborValue::of))
        .add(saidUs)
        .add(index)
        .add(stateIndex)
        .add(CborArray.of(disputes, Dispute::encoded))
        .build();
  }
}
