package hotline.line.terms;

import hotline.line.Spoken;
import hotline.record.cbor.CborArray;
import hotline.record.statement.StatementId;

/**
 * How a proposal of terms ended without coming into force.
 *
 * @param by the party whose statement ended it
 * @param scope what in the terms a veto is about, as given, or empty
 * @param reason as given, or empty
 * @param statement that ended it
 */
public record ProposalEnd(
    Ending ending,
    String by,
    String scope,
    String reason,
    StatementId statement,
    long timeUs,
    long index) {
  /** The ways. */
  public enum Ending {
    /** A party's veto. */
    REFUSED("refused"),
    WITHDRAWN("withdrawn"),
    /** Its proposer proposed others, or all agreed on others that are to begin later too. */
    REPLACED("replaced by others"),
    /** Its time to be signed was over when the same terms were proposed anew. */
    LAPSED("let lapse"),
    /** Others came into force. */
    OVERTAKEN("overtaken by others that came into force");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }

  static ProposalEnd of(Ending ending, Spoken spoken) {
    return of(ending, spoken, "", "");
  }

  static ProposalEnd of(Ending ending, Spoken spoken, String scope, String reason) {
    return new ProposalEnd(
        ending, spoken.party(), scope, reason, spoken.id(), spoken.timeUs(), spoken.index());
  }

  /** Its one form, for the digest. */
  public CborArray encoded() {
    return CborArray.builder()
        .add(ending.name())
        .add(by)
        .add(scope)
        .add(reason)
        .add(statement.bytes())
        .add(timeUs)
        .add(index)
        .build();
  }
}
