package hotline.line.key;

import hotline.line.Spoken;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import java.util.List;
import java.util.Optional;

/** Which keys speak for whom now, for reading. */
public interface KeyBook {
  /**
   * The key with this name that speaks for a node of a party, or for its root: named by the terms
   * in force (before the first, a root key by the genesis) or enrolled, and not revoked.
   */
  Optional<PublicKey> key(String party, String node, KeyId kid);

  /** What ended a key of a party, by the key's name. */
  Optional<Revocation> revoked(String party, KeyId kid);

  /** Whether a party has ended this very key. */
  boolean isRevoked(String party, PublicKey key);

  /** The keys that a party has enrolled, revoked ones too, in their order. */
  List<Enrolment> enrolled(String party);

  /** The officers' keys that a party has enrolled, revoked ones too, in their order. */
  List<OfficerKey> officers(String party);

  /**
   * What the officer's signature inside a statement is worth at the statement's place: a key that
   * was revoked later counted there. Of what is not recorded the place is the record's size.
   */
  OfficerWord officer(Spoken spoken);

  /** The keys that a party has revoked, in their order. */
  List<Revocation> revoked(String party);
}
