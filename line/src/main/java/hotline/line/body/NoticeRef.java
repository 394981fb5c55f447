package hotline.line.body;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import java.util.Comparator;

/**
 * One version of one notice.
 *
 * @param version from 1, at most {@link #VERSION_MAX}
 */
public record NoticeRef(EntityId entity, long version) implements Comparable<NoticeRef> {
  /** More amendments of one notice than anyone makes. */
  public static final long VERSION_MAX = 1_000_000;

  private static final Comparator<NoticeRef> ORDER =
      Comparator.comparing(NoticeRef::entity).thenComparingLong(NoticeRef::version);

  /** Refuses a version out of range. */
  public NoticeRef {
    if (version < 1 || version > VERSION_MAX) {
      throw new IllegalArgumentException("a version is 1 to " + VERSION_MAX + ", not " + version);
    }
  }

  /** Reads {@code [entity, version]}. */
  public static NoticeRef read(Field field) {
    return field.tuple(
        2,
        at ->
            new NoticeRef(
                new EntityId(at.bytes(0, EntityId.LENGTH)), at.integer(1, 1, VERSION_MAX)));
  }

  /** {@code [entity, version]}. */
  public CborArray encoded() {
    return CborArray.builder().add(entity.bytes()).add(version).build();
  }

  @Override
  public int compareTo(NoticeRef other) {
    return ORDER.compare(this, other);
  }
}
