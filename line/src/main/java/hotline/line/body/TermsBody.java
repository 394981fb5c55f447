package hotline.line.body;

import hotline.line.Kind;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;

/** What makes and ends terms. Terms bind by the hash of those before them, not by the header. */
public sealed interface TermsBody extends Body {
  /** The most characters of a reason. */
  int REASON_MAX = 500;

  /**
   * Proposes terms, and signs them by that.
   *
   * @param terms their bytes, whether they are good terms or not
   */
  record Propose(CborBytes terms) implements TermsBody {
    @Override
    public Kind kind() {
      return Kind.TERMS_PROPOSE;
    }

    static Propose read(Fields at) {
      return new Propose(new CborBytes(at.bytes(1, 1, Terms.BYTES_MAX)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms).build();
    }
  }

  /** Signs the proposed terms with this hash. */
  record Sign(Hash terms) implements TermsBody {
    @Override
    public Kind kind() {
      return Kind.TERMS_SIGN;
    }

    static Sign read(Fields at) {
      return new Sign(Ids.hash(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms.bytes()).build();
    }
  }

  /** Ends the proposal of the terms with this hash: a veto, on record. */
  record Refuse(Hash terms, String reason) implements TermsBody {
    @Override
    public Kind kind() {
      return Kind.TERMS_REFUSE;
    }

    static Refuse read(Fields at) {
      return new Refuse(Ids.hash(at.at(1)), at.text(2, REASON_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms.bytes()).put(2, reason).build();
    }
  }
}
