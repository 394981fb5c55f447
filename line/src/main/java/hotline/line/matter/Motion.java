package hotline.line.matter;

import hotline.line.body.MotionBody;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact, finding, proposal or minutes, as one party worded it, with what the parties did to it.
 *
 * @param needs the parties that have to sign it, by the terms in force when it was put
 * @param signatures in their order; the first is of the party that put it
 * @param end null while it is open
 */
public record Motion(
    Said said,
    MotionBody content,
    List<String> needs,
    List<Signature> signatures,
    @Nullable End end) {
  public Motion {
    needs = List.copyOf(needs);
    signatures = List.copyOf(signatures);
  }

  /** How it stands. */
  public enum State {
    OPEN("open"),
    /** Every party that has to has signed it. */
    AGREED("agreed"),
    /** A party has blocked it. */
    VETOED("vetoed"),
    /** The party that put it has taken it back. */
    RETRACTED("retracted");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }

  /**
   * What decided it.
   *
   * @param state any but open
   * @param said whose statement: the last signature, the veto, the retraction
   * @param scope of a veto; else empty
   * @param reason of a veto or a retraction; else empty
   * @param seat of a veto in the working group; else null
   */
  public record End(State state, Said said, String scope, String reason, @Nullable String seat) {
    /** Its one form, for the digest. */
    public CborArray encoded() {
      return CborArray.builder()
          .add(state.name())
          .add(said.encoded())
          .add(scope)
          .add(reason)
          .addOrNull(Optional.ofNullable(seat), CborValue::of)
          .build();
    }
  }

  /** The id of the statement that put it. */
  public StatementId id() {
    return said.id();
  }

  /** How it stands. */
  public State state() {
    return end == null ? State.OPEN : end.state();
  }

  /** Whether a party has signed it. */
  public boolean isSignedBy(String party) {
    return signatures.stream().anyMatch(each -> each.said().party().equals(party));
  }

  /** The parties that still have to sign it. */
  public List<String> missing() {
    return needs.stream().filter(party -> !isSignedBy(party)).toList();
  }

  Motion with(Signature signature) {
    return new Motion(
        said,
        content,
        needs,
        Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
        end);
  }

  Motion ended(End how) {
    return new Motion(said, content, needs, signatures, how);
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(said.encoded())
        .add(content.kind().code())
        .add(content.content())
        .add(CborArray.of(needs, CborValue::of))
        .add(CborArray.of(signatures, Signature::encoded))
        .addOrNull(Optional.ofNullable(end), End::encoded)
        .build();
  }
}
