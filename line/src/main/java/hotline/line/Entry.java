package hotline.line;

import hotline.line.body.Body;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.statement.Basis;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One entry of the record, in its place, as the fold takes it. */
public final class Entry {
  private static final List<StatementId> NONE = List.of();

  private final long index;
  private final byte[] bytes;
  private final boolean basisHolds;
  private final boolean refersHold;
  private final @Nullable Verified verified;

  /**
   * An entry.
   *
   * @param index its place, from 0
   * @param bytes as they stand in the log; not to be changed
   * @param basisHolds whether the root that the statement names as its basis is this record's own
   *     at that size; true if it names none. It follows from the record alone, so every node finds
   *     the same
   * @param refersHold whether all that the statement refers to stands in this record before it;
   *     true if it refers to nothing. It follows from the record alone, too
   * @param verified a signature check made before; the fold makes its own if it is not of the key
   *     in force
   */
  public Entry(
      long index,
      byte[] bytes,
      boolean basisHolds,
      boolean refersHold,
      Optional<Verified> verified) {
    if (index < 0) {
      throw new IllegalArgumentException("an entry has a place from 0, not " + index);
    }
    this.index = index;
    this.bytes = bytes;
    this.basisHolds = basisHolds;
    this.refersHold = refersHold;
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

  /** Whether all that it refers to stands in this record before it. */
  public boolean refersHold() {
    return refersHold;
  }

  /**
   * The statements that a statement refers to, at most 16; what they are need not be known to the
   * fold any more, but they stand in the record.
   */
  public static List<StatementId> refers(Statement statement) {
    return Kind.ofCode(statement.header().kind())
        .filter(Kind::isAboutMatters)
        .map(kind -> Body.decode(kind, statement.content()))
        .map(decoded -> decoded instanceof Decoded.Value<Body>(Body body) ? body.refers() : NONE)
        .orElse(NONE);
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
