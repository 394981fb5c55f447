package hotline.line.body;

import hotline.line.Kind;
import hotline.line.terms.Keys;
import hotline.line.terms.PartyTerms;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Fields;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Statement;
import java.util.Optional;

/**
 * What a party says of its own keys, signed with its root key and by nobody else. In the urgent
 * lane: it goes to every peer directly, needs no word from the host, and counts in the record from
 * its place on.
 */
public sealed interface KeyBody extends Body {
  /** The most characters of a reason. */
  int REASON_MAX = 500;

  /** The key that it is about. */
  PublicKey key();

  /**
   * What a statement says of keys, if it is about any, well formed, and speaks as the root key of
   * its party; whether that has signed it is not asked. A node's word about keys is nobody's.
   */
  static Optional<KeyBody> of(Statement statement) {
    boolean byRoot = statement.header().chain().node().equals(PartyTerms.ROOT_NODE);
    return Kind.ofCode(statement.header().kind())
                .filter(kind -> byRoot && kind.isAboutKeys())
                .map(kind -> Body.decode(kind, statement.content()))
                .orElse(null)
            instanceof Decoded.Value<Body>(KeyBody body)
        ? Optional.of(body)
        : Optional.empty();
  }

  /** The key that a party has given to one of its nodes by this statement, its root key's word. */
  static Optional<Enrol> enrolment(Statement statement, PartyTerms by) {
    return statement.header().chain().party().equals(by.party())
        ? of(statement)
            .filter(body -> body instanceof Enrol && statement.signedBy(by.rootKey()))
            .map(Enrol.class::cast)
        : Optional.empty();
  }

  /** The key that a party has given to one of its people by this statement, its root key's word. */
  static Optional<EnrolOfficer> officer(Statement statement, PartyTerms by) {
    return statement.header().chain().party().equals(by.party())
        ? of(statement)
            .filter(body -> body instanceof EnrolOfficer && statement.signedBy(by.rootKey()))
            .map(EnrolOfficer.class::cast)
        : Optional.empty();
  }

  /**
   * Another key for one of the party's nodes, beside those that it has.
   *
   * @param node as the terms in force name it
   */
  record Enrol(String node, PublicKey key) implements KeyBody {
    public Enrol {
      if (node.equals(PartyTerms.ROOT_NODE)) {
        throw new IllegalArgumentException("the root key changes by terms alone");
      }
    }

    @Override
    public Kind kind() {
      return Kind.KEY_ENROL;
    }

    static Enrol read(Fields at) {
      return new Enrol(at.name(1), Keys.read(at.at(2)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, node).put(2, key.encoded()).build();
    }
  }

  /**
   * A key with which one of the party's people signs inside what the party's nodes say.
   *
   * @param officer as the party calls the person on this line, 1 to 40 characters; several keys may
   *     have one name, for several browsers
   */
  record EnrolOfficer(String officer, PublicKey key) implements KeyBody {
    public EnrolOfficer {
      if (officer.isBlank()) {
        throw new IllegalArgumentException("an officer has a name");
      }
    }

    @Override
    public Kind kind() {
      return Kind.OFFICER_ENROL;
    }

    static EnrolOfficer read(Fields at) {
      return new EnrolOfficer(at.text(1, WatchBody.OFFICER_MAX), Keys.read(at.at(2)));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, officer).put(2, key.encoded()).build();
    }
  }

  /**
   * Ends a key for good, whatever named it and whatever terms will name it.
   *
   * @param reason for the others' people; may be empty
   */
  record Revoke(PublicKey key, String reason) implements KeyBody {
    @Override
    public Kind kind() {
      return Kind.KEY_REVOKE;
    }

    static Revoke read(Fields at) {
      return new Revoke(Keys.read(at.at(1)), at.text(2, REASON_MAX));
    }

    @Override
    public CborMap content() {
      return CborMap.builder().put(1, key.encoded()).put(2, reason).build();
    }
  }
}
