package hotline.line.key;

import hotline.line.Refusals;
import hotline.line.Spoken;
import hotline.line.effect.KeyEffect.OfficerSigned;
import hotline.record.merkle.Hash;
import hotline.record.signature.KeyId;
import hotline.record.statement.Officer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The officers' keys of each party, and which of their signatures are used up. A signature counts
 * once: of each key the latest {@value #USES_MAX} are known by name, and what is older than all
 * that were forgotten is refused unseen.
 */
final class OfficerFold {
  /** So many keys of officers a party may enrol, as long as a line lives. */
  static final int KEYS_MAX = 1_024;

  /** So long after the officer a node may sign, µs. */
  static final long SIGNED_WITHIN_US = 600_000_000;

  private static final int USES_MAX = 256;

  private final KeyBook keys;
  private final Map<String, SequencedMap<KeyId, OfficerKey>> enrolled = new TreeMap<>();
  private final Map<String, Map<KeyId, Uses>> uses = new TreeMap<>();

  /** What one key has signed lately. */
  private static final class Uses {
    private final TreeSet<OfficerUse> latest = new TreeSet<>(OfficerUse.ORDER);
    private final Map<Hash, Long> places = new HashMap<>();
    private long forgottenUs = -1;

    void add(OfficerUse use) {
      latest.add(use);
      places.put(use.nonce(), use.index());
      if (latest.size() > USES_MAX) {
        OfficerUse oldest = latest.removeFirst();
        places.remove(oldest.nonce());
        forgottenUs = oldest.timeUs();
      }
    }
  }

  /** Beside the party's other keys, which know what was revoked. */
  OfficerFold(KeyBook keys) {
    this.keys = keys;
  }

  /** What the signature inside is worth at the statement's place, later entries left aside. */
  OfficerWord word(Spoken spoken) {
    Officer officer = spoken.statement().officer().orElse(null);
    if (officer == null) {
      return new OfficerWord.None();
    }
    KeyId kid = officer.keyId();
    OfficerKey key = of(spoken.party()).get(kid);
    if (key == null || key.index() >= spoken.index()) {
      return bad(Refusals.OFFICER_UNKNOWN, spoken.party(), kid);
    }
    Optional<Revocation> gone =
        keys.revoked(spoken.party(), kid).filter(each -> each.index() < spoken.index());
    if (gone.isPresent()) {
      return bad(Refusals.OFFICER_REVOKED, kid, key.officer(), gone.get().index());
    }
    if (!officer.signedBy(key.key(), spoken.statement().act())) {
      return bad(Refusals.OFFICER_SIGNATURE, key.officer());
    }
    long agoUs = spoken.timeUs() - officer.timeUs();
    if (agoUs < 0 || agoUs > SIGNED_WITHIN_US) {
      return bad(Refusals.OFFICER_STALE, key.officer());
    }
    OfficerUse use = OfficerUse.of(officer, spoken.index());
    Uses before = uses.getOrDefault(spoken.party(), Map.of()).get(kid);
    Long place = before == null ? null : before.places.get(use.nonce());
    return place != null && place != spoken.index()
        ? bad(Refusals.OFFICER_REPLAYED, key.officer())
        : new OfficerWord.Signed(key, use);
  }

  /** As {@link #word}, for what is being recorded: what may have been used before is refused. */
  OfficerWord recorded(Spoken spoken) {
    OfficerWord word = word(spoken);
    if (word instanceof OfficerWord.Signed(OfficerKey by, OfficerUse use)) {
      Uses before = uses.getOrDefault(by.party(), Map.of()).get(by.key().id());
      if (before != null && use.timeUs() <= before.forgottenUs) {
        return bad(Refusals.OFFICER_REPLAYED, by.officer());
      }
    }
    return word;
  }

  private static OfficerWord bad(Refusals why, Object... details) {
    return new OfficerWord.Bad(why.refuse(details));
  }

  void enrol(OfficerKey one) {
    enrolled.computeIfAbsent(one.party(), _ -> new LinkedHashMap<>()).put(one.key().id(), one);
  }

  void use(OfficerSigned signed) {
    uses.computeIfAbsent(signed.officer().party(), _ -> new HashMap<>())
        .computeIfAbsent(signed.officer().key().id(), _ -> new Uses())
        .add(signed.use());
  }

  List<OfficerKey> all(String party) {
    return List.copyOf(of(party).values());
  }

  boolean has(String party, KeyId kid) {
    return of(party).containsKey(kid);
  }

  int size(String party) {
    return of(party).size();
  }

  private Map<KeyId, OfficerKey> of(String party) {
    SequencedMap<KeyId, OfficerKey> own = enrolled.get(party);
    return own == null ? Map.of() : own;
  }
}
