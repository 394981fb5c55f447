package hotline.line.body;

import hotline.line.Kind;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Fields;
import hotline.record.merkle.Hash;
import hotline.record.statement.Header;
import java.util.Optional;

/** What makes and ends terms. Terms bind by the hash of those before them, not by the header. */
public sealed interface TermsBody extends Body {
  /** The most characters of a reason. */
  int REASON_MAX = 500;

  /** The most characters of what a refusal is about. */
  int SCOPE_MAX = 200;

  /**
   * Proposes terms, and signs them by that.
   *
   * @param terms their bytes, whether they are good terms or not
   * @param lapsesUs a signature that is signed later comes too late; empty: none does
   */
  record Propose(CborBytes terms, Optional<Long> lapsesUs) implements TermsBody {
    /** Without a lapse. */
    public Propose(CborBytes terms) {
      this(terms, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.TERMS_PROPOSE;
    }

    static Propose read(Fields at) {
      return new Propose(
          new CborBytes(at.bytes(1, 1, Terms.BYTES_MAX)),
          at.nullable(2, time -> time.integer(0, Header.TIME_US_MAX)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms).putOrNull(2, lapsesUs, CborValue::of).build();
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

  /**
   * Ends the proposal of the terms with this hash: a veto, on record.
   *
   * @param scope what in the terms it is about
   */
  record Refuse(Hash terms, String reason, String scope) implements TermsBody {
    /** Of the terms as a whole. */
    public Refuse(Hash terms, String reason) {
      this(terms, reason, "");
    }

    @Override
    public Kind kind() {
      return Kind.TERMS_REFUSE;
    }

    static Refuse read(Fields at) {
      return new Refuse(Ids.hash(at.at(1)), at.text(2, REASON_MAX), at.text(3, SCOPE_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms.bytes()).put(2, reason).put(3, scope).build();
    }
  }

  /** Puts the terms with this hash in force: all have signed them, and their time has come. */
  record Begin(Hash terms) implements TermsBody {
    @Override
    public Kind kind() {
      return Kind.TERMS_BEGIN;
    }

    static Begin read(Fields at) {
      return new Begin(Ids.hash(at.at(1)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms.bytes()).build();
    }
  }

  /** Takes the own proposal of the terms with this hash back. */
  record Withdraw(Hash terms, String reason) implements TermsBody {
    @Override
    public Kind kind() {
      return Kind.TERMS_WITHDRAW;
    }

    static Withdraw read(Fields at) {
      return new Withdraw(Ids.hash(at.at(1)), at.text(2, REASON_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, terms.bytes()).put(2, reason).build();
    }
  }
}
