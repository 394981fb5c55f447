package hotline.line.bundle;

import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.KeyBody;
import hotline.line.body.TermsBody;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.KeyEffect;
import hotline.line.effect.TermsEffect;
import hotline.line.key.KeyFold;
import hotline.line.key.OfficerKey;
import hotline.line.key.OfficerUse;
import hotline.line.key.OfficerWord;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsFold;
import hotline.line.terms.TermsInForce;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Mode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which key spoke for whom, from the root keys on, as the statements about terms and keys make it.
 * It is the fold's own parts, fed with those statements alone: a signature under terms that were
 * left out does not hold under any that are there.
 */
final class KeyHistory {
  private final TermsFold terms = new TermsFold();
  private final KeyFold keys = new KeyFold(terms);
  private final SortedMap<String, Integer> officers = new TreeMap<>();

  KeyHistory(Genesis genesis, Mode mode) {
    terms.on(new ChainEffect.Founded(genesis, mode));
  }

  /** What is wrong with the next entry; nothing if its signature holds where it stands. */
  Optional<String> next(BundleEntry entry) {
    Header header = entry.statement().header();
    Optional<PublicKey> key =
        keys.key(header.chain().party(), header.chain().node(), entry.statement().keyId());
    if (key.isEmpty() || !entry.statement().signedBy(key.get())) {
      return Optional.of(
          "it is not signed by a key that the terms then in force, or its root key, named for "
              + header.chain().party()
              + "/"
              + header.chain().node());
    }
    Spoken spoken = new Spoken(entry.index(), entry.statement());
    Optional<String> fault = inside(spoken, entry.counts());
    if (fault.isPresent() || !entry.counts()) {
      return fault;
    }
    return switch (entry.body().orElse(null)) {
      case TermsBody body -> take(terms.decide(spoken, body));
      case KeyBody body when terms.inForce().isPresent() -> take(keys.decide(spoken, body));
      case null, default -> Optional.empty();
    };
  }

  /** Who signed inside, with a key that counts where the statement stands. */
  private Optional<String> inside(Spoken spoken, boolean counts) {
    return switch (keys.recorded(spoken)) {
      case OfficerWord.None _ -> Optional.empty();
      case OfficerWord.Signed(OfficerKey by, OfficerUse use) -> {
        keys.on(new KeyEffect.OfficerSigned(by, use));
        int _ = officers.merge(by.party() + "'s officer " + by.officer(), 1, Integer::sum);
        yield Optional.empty();
      }
      // An urgent statement is never refused for its officer: it is the node's alone then.
      case OfficerWord.Bad _ ->
          counts && spoken.lane() == Lane.ROUTINE
              ? Optional.of("it was accepted, and its officer's signature inside does not hold")
              : Optional.empty();
    };
  }

  /** How many statements each officer has signed inside. */
  SortedMap<String, Integer> officers() {
    return officers;
  }

  private Optional<String> take(Ruling ruling) {
    if (!(ruling instanceof Ruling.Granted granted)) {
      return Optional.of("it does not follow from the statements about terms and keys before it");
    }
    for (Effect effect : granted.effects()) {
      if (effect instanceof TermsEffect change) {
        terms.on(change);
      } else if (effect instanceof KeyEffect change) {
        keys.on(change);
      }
    }
    return Optional.empty();
  }

  /** The terms in force now. */
  Optional<Terms> inForce() {
    return terms.inForce().map(TermsInForce::terms);
  }
}
