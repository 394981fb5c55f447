package hotline.line.bundle;

import hotline.line.Ruling;
import hotline.line.Spoken;
import hotline.line.body.TermsBody;
import hotline.line.effect.ChainEffect;
import hotline.line.effect.Effect;
import hotline.line.effect.TermsEffect;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsFold;
import hotline.line.terms.TermsInForce;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Header;
import hotline.record.statement.Mode;
import java.util.Optional;

/**
 * Which key spoke for whom, from the root keys on, as the statements about terms make it. It is the
 * fold's own part, fed with those statements alone: a signature under terms that were left out does
 * not hold under any that are there.
 */
final class KeyHistory {
  private final TermsFold terms = new TermsFold();

  KeyHistory(Genesis genesis, Mode mode) {
    terms.on(new ChainEffect.Founded(genesis, mode));
  }

  /** What is wrong with the next entry; nothing if its signature holds where it stands. */
  Optional<String> next(BundleEntry entry) {
    Header header = entry.statement().header();
    Optional<PublicKey> key =
        terms
            .key(header.chain().party(), header.chain().node())
            .filter(each -> each.id().equals(entry.statement().keyId()));
    if (key.isEmpty() || !entry.statement().signedBy(key.get())) {
      return Optional.of(
          "it is not signed by a key that the terms then in force named for "
              + header.chain().party()
              + "/"
              + header.chain().node());
    }
    if (entry.counts() && entry.body().orElse(null) instanceof TermsBody body) {
      return take(new Spoken(entry.index(), entry.statement()), body);
    }
    return Optional.empty();
  }

  private Optional<String> take(Spoken spoken, TermsBody body) {
    if (!(terms.decide(spoken, body) instanceof Ruling.Granted granted)) {
      return Optional.of("it does not follow from the statements about terms before it");
    }
    for (Effect effect : granted.effects()) {
      if (effect instanceof TermsEffect change) {
        terms.on(change);
      }
    }
    return Optional.empty();
  }

  /** The terms in force now. */
  Optional<Terms> inForce() {
    return terms.inForce().map(TermsInForce::terms);
  }
}
