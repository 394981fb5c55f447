package hotline.line.watch;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The watch at one post.
 *
 * @param officer who has it
 * @param sinceUs when the officer took it
 * @param taken how
 * @param handingTo who is to take it next; null if nobody is named
 * @param open statements that still need someone, as handed over last
 * @param index the entry of the last change
 */
public record Watch(
    String party,
    String post,
    String officer,
    long sinceUs,
    Taken taken,
    @Nullable String handingTo,
    List<StatementId> open,
    long index) {
  public Watch {
    open = List.copyOf(open);
  }

  /** How an officer came to have the watch. */
  public enum Taken {
    /** Nobody had it. */
    FRESH,
    /** As the officer before had named. */
    AS_NAMED,
    /** Someone else than the officer before had named. */
    OTHER_THAN_NAMED,
    /** Without having been named. */
    UNNAMED
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(party)
        .add(post)
        .add(officer)
        .add(sinceUs)
        .add(taken.name())
        .addOrNull(Optional.ofNullable(handingTo), CborValue::of)
        .add(CborArray.of(open, id -> CborValue.of(id.bytes())))
        .add(index)
        .build();
  }
}
