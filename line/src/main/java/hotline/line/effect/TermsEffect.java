package hotline.line.effect;

import hotline.line.terms.Terms;
import hotline.record.cbor.CborArray;
import hotline.record.merkle.Hash;

/** What changes in the terms. */
public sealed interface TermsEffect extends Effect {
  /** The terms. */
  Hash hash();

  /** Terms are proposed, and signed by their proposer. */
  record Proposed(Hash hash, Terms terms, String party, long index) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("terms-proposed")
          .add(hash.bytes())
          .add(party)
          .add(index)
          .build();
    }
  }

  /** A party has signed a proposal. */
  record Signed(Hash hash, String party) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("terms-signed").add(hash.bytes()).add(party).build();
    }
  }

  /** A party's veto: the proposal is over. */
  record Refused(Hash hash, String party, String reason) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("terms-refused")
          .add(hash.bytes())
          .add(party)
          .add(reason)
          .build();
    }
  }

  /** The proposer has proposed others in their place: the proposal is over. */
  record Replaced(Hash hash, String party) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("terms-replaced").add(hash.bytes()).add(party).build();
    }
  }

  /** The last party has signed; every other proposal is over. */
  record InForce(Hash hash, Terms terms, long index, String by) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("terms-in-force").add(hash.bytes()).add(index).add(by).build();
    }
  }
}
