package hotline.line.key;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.KeyBody;
import hotline.line.effect.KeyEffect;
import hotline.line.effect.KeyEffect.Enrolled;
import hotline.line.effect.KeyEffect.OfficerEnrolled;
import hotline.line.effect.KeyEffect.OfficerSigned;
import hotline.line.effect.KeyEffect.Revoked;
import hotline.line.terms.Agreement;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.TermsInForce;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules of a party's own keys, over those that the terms name. */
public final class KeyFold implements KeyBook {
  /** So many keys a party may enrol, and so many it may revoke, as long as a line lives. */
  public static final int KEYS_MAX = 1_024;

  private final Agreement agreement;

  /** By party, then by the key's name: two keys of one name would be two readings. */
  private final Map<String, SequencedMap<KeyId, Enrolment>> enrolled = new TreeMap<>();

  private final Map<String, SequencedMap<KeyId, Revocation>> revoked = new TreeMap<>();
  private final OfficerFold officers = new OfficerFold(this);

  /** Over the terms, which name the first keys. */
  public KeyFold(Agreement agreement) {
    this.agreement = agreement;
  }

  /** What the rules say to a statement; terms are in force. */
  public Ruling decide(Spoken spoken, KeyBody body) {
    if (!spoken.byRoot()) {
      return Refusals.KEYS_BY_ROOT.refuse(spoken.party());
    }
    PartyTerms terms =
        agreement
            .inForce()
            .map(TermsInForce::terms)
            .flatMap(now -> now.party(spoken.party()))
            .orElseThrow();
    Revocation gone = of(revoked, spoken.party()).get(body.key().id());
    if (gone != null) {
      return Refusals.KEY_SPENT.refuse(body.key().id(), gone.index());
    }
    return switch (body) {
      case KeyBody.Enrol enrol -> enrol(spoken, enrol, terms);
      case KeyBody.EnrolOfficer enrol -> enrol(spoken, enrol, terms);
      case KeyBody.Revoke revoke -> revoke(spoken, revoke, terms);
    };
  }

  private Ruling enrol(Spoken spoken, KeyBody.Enrol body, PartyTerms terms) {
    if (terms.key(body.node()).isEmpty()) {
      return Refusals.NODE_UNKNOWN.refuse(
          body.node(),
          String.join(", ", terms.nodes().stream().map(PartyTerms.NodeKey::node).toList()));
    }
    KeyId kid = body.key().id();
    if (isKnown(terms, kid)) {
      return Refusals.KEY_KNOWN.refuse(kid);
    }
    if (of(enrolled, spoken.party()).size() >= KEYS_MAX) {
      return Refusals.KEYS_FULL.refuse();
    }
    return Ruling.grant(
        new Enrolled(
            new Enrolment(
                spoken.party(), body.node(), body.key(), spoken.index(), spoken.timeUs())));
  }

  private Ruling enrol(Spoken spoken, KeyBody.EnrolOfficer body, PartyTerms terms) {
    KeyId kid = body.key().id();
    if (isKnown(terms, kid)) {
      return Refusals.KEY_KNOWN.refuse(kid);
    }
    if (officers.size(spoken.party()) >= OfficerFold.KEYS_MAX) {
      return Refusals.KEYS_FULL.refuse();
    }
    return Ruling.grant(
        new OfficerEnrolled(
            new OfficerKey(
                spoken.party(), body.officer(), body.key(), spoken.index(), spoken.timeUs())));
  }

  private boolean isKnown(PartyTerms terms, KeyId kid) {
    return of(enrolled, terms.party()).containsKey(kid)
        || officers.has(terms.party(), kid)
        || terms.keys().anyMatch(each -> each.id().equals(kid));
  }

  /** A key that is not known is revoked as well: its enrolment may be on its way. */
  private Ruling revoke(Spoken spoken, KeyBody.Revoke body, PartyTerms terms) {
    if (Stream.of(terms.rootKey(), terms.logKey(), terms.outcomeKey())
        .anyMatch(body.key()::equals)) {
      return Refusals.KEY_BY_TERMS.refuse();
    }
    // Officers come and go; however many, there is room to end the key of a node.
    if (!officers.has(spoken.party(), body.key().id())
        && revokedOthers(spoken.party()) >= KEYS_MAX) {
      return Refusals.KEYS_FULL.refuse();
    }
    return Ruling.grant(
        new Revoked(
            new Revocation(
                spoken.party(), body.key(), body.reason(), spoken.index(), spoken.timeUs())));
  }

  private long revokedOthers(String party) {
    return of(revoked, party).keySet().stream().filter(kid -> !officers.has(party, kid)).count();
  }

  /** What the officer's signature inside is worth for a statement that is being recorded. */
  public OfficerWord recorded(Spoken spoken) {
    return officers.recorded(spoken);
  }

  /** Takes a change over. */
  public void on(KeyEffect effect) {
    switch (effect) {
      case Enrolled(Enrolment one) ->
          enrolled
              .computeIfAbsent(one.party(), _ -> new LinkedHashMap<>())
              .put(one.key().id(), one);
      case OfficerEnrolled(OfficerKey one) -> officers.enrol(one);
      case OfficerSigned signed -> officers.use(signed);
      case Revoked(Revocation one) ->
          revoked.computeIfAbsent(one.party(), _ -> new LinkedHashMap<>()).put(one.key().id(), one);
    }
  }

  @Override
  public Optional<PublicKey> key(String party, String node, KeyId kid) {
    Optional<PublicKey> named = agreement.key(party, node).filter(key -> key.id().equals(kid));
    // Most parties have neither, and this is asked of every statement.
    if (node.equals(PartyTerms.ROOT_NODE) || (enrolled.isEmpty() && revoked.isEmpty())) {
      return named;
    }
    Optional<PublicKey> key = named.isPresent() ? named : enrolled(party, node, kid);
    return key.filter(each -> !isRevoked(party, each));
  }

  private Optional<PublicKey> enrolled(String party, String node, KeyId kid) {
    return Optional.ofNullable(of(enrolled, party).get(kid))
        .filter(each -> each.node().equals(node) && agreement.key(party, node).isPresent())
        .map(Enrolment::key);
  }

  @Override
  public Optional<Revocation> revoked(String party, KeyId kid) {
    return Optional.ofNullable(of(revoked, party).get(kid));
  }

  @Override
  public boolean isRevoked(String party, PublicKey key) {
    return revoked(party, key.id()).filter(gone -> gone.key().equals(key)).isPresent();
  }

  @Override
  public List<Enrolment> enrolled(String party) {
    return List.copyOf(of(enrolled, party).values());
  }

  @Override
  public List<Revocation> revoked(String party) {
    return List.copyOf(of(revoked, party).values());
  }

  @Override
  public List<OfficerKey> officers(String party) {
    return officers.all(party);
  }

  @Override
  public OfficerWord officer(Spoken spoken) {
    return officers.word(spoken);
  }

  private static <T> Map<KeyId, T> of(Map<String, SequencedMap<KeyId, T>> all, String party) {
    SequencedMap<KeyId, T> own = all.get(party);
    return own == null ? Map.of() : own;
  }
}
