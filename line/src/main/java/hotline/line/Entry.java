package hotline.line;

import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.Statement;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One entry of the record, in its place, as the fold takes it. */
public final class Entry {
  private final long index;
  private final byte[] bytes;
  private final boolean basisHolds;
  private final @Nullable Verified verified;

  /**
   * An entry.
   *
   * @param index its place, from 0
   * @param bytes as they stand in the log; not to be changed
   * @param basisHolds whether the root that the statement names as its basis is this record's own
   *     at that size; true if it names none. It follows from the record alone, so every node finds
   *     the same
   * @param verified a signature check made before; the fold makes its own if it is not of the key
   *     in force
   */
  public Entry(long index, byte[] bytes, boolean basisHolds, Optional<Verified> verified) {
    if (index < 0) {
      throw new IllegalArgumentException("an entry has a place from 0, not " + index);
    }
    this.index = index;
    this.bytes = bytes;
    this.basisHolds = basisHolds;
    this.verified = verified.orElse(null);
  }

  /** Its place, from 0. */
  public long index() {
    return index;
  }

  /** As it stands in the log; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether its basis is of this record. */
  public boolean basisHolds() {
    return basisHolds;
  }

  /** A signature check made before. */
  public Optional<Verified> verified() {
    return Optional.ofNullable(verified);
  }

  /**
   * Whether the basis of a statement, ordered at {@code index}, is of this record.
   *
   * @param rootAt this record's root at a size from 0 to {@code index}
   */
  public static boolean basisHolds(
      Statement statement, long index, LongFunction<Optional<Hash>> rootAt) {
    Basis basis = statement.header().basis();
    return basis == null
        || (basis.size() <= index
            && rootAt.apply(basis.size()).filter(basis.root()::equals).isPresent());
  }
}
