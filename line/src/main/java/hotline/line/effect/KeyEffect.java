package hotline.line.effect;

import hotline.line.key.Enrolment;
import hotline.line.key.OfficerKey;
import hotline.line.key.OfficerUse;
import hotline.line.key.Revocation;
import hotline.record.cbor.CborArray;

/** What changes in the keys of a party. */
public sealed interface KeyEffect extends Effect {
  /** A node of a party has one more key. */
  record Enrolled(Enrolment enrolment) implements KeyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("key-enrolled").add(enrolment.encoded()).build();
    }
  }

  /** An officer of a party has one more key. */
  record OfficerEnrolled(OfficerKey officer) implements KeyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("officer-enrolled").add(officer.encoded()).build();
    }
  }

  /**
   * An officer's signature inside a statement holds, and is used up.
   *
   * @param use what of it may not come again
   */
  record OfficerSigned(OfficerKey officer, OfficerUse use) implements KeyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder()
          .add("officer-signed")
          .add(officer.party())
          .add(officer.officer())
          .add(officer.key().id().bytes())
          .add(use.nonce().bytes())
          .add(use.timeUs())
          .add(use.index())
          .build();
    }
  }

  /** A key never counts again. */
  record Revoked(Revocation revocation) implements KeyEffect {
    @Override
    public CborArray encoded() {
      return CborArray.builder().add("key-revoked").add(revocation.encoded()).build();
    }
  }
}
