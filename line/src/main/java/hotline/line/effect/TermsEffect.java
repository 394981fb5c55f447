package hotline.line.effect;

import hotline.line.terms.ProposalEnd;
import hotline.line.terms.Terms;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.merkle.Hash;
import java.util.Optional;

/** What changes in the terms. */
public sealed interface TermsEffect extends Effect {
  /** The terms. */
  Hash hash();

  /** Terms are proposed, and signed by their proposer. */
  record Proposed(Hash hash, Terms terms, String party, long index, Optional<Long> lapsesUs)
      implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("terms-proposed")
          .add(hash.bytes())
          .add(party)
          .add(index)
          .addOrNull(lapsesUs, CborValue::of)
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

  /** The last party has signed terms that begin later. */
  record Agreed(Hash hash, String by, long index) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("terms-agreed").add(hash.bytes()).add(by).add(index).build();
    }
  }

  /** A proposal is over and did not come into force: by a veto, or otherwise. */
  record Ended(Hash hash, ProposalEnd end) implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("terms-ended").add(hash.bytes()).add(end.encoded()).build();
    }
  }

  /** All have signed them and their time has come; every other proposal is over. */
  record InForce(Hash hash, Terms terms, long index, String by, long sinceUs)
      implements TermsEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("terms-in-force")
          .add(hash.bytes())
          .add(index)
          .add(by)
          .add(sinceUs)
          .build();
    }
  }
}
