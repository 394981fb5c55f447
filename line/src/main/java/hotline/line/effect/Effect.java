package hotline.line.effect;

import hotline.record.cbor.CborArray;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import java.util.List;

/** One change. Immutable; equal when its encoded forms are. */
public sealed interface Effect
    permits ChainEffect,
        TermsEffect,
        KeyEffect,
        StatusEffect,
        NoticeEffect,
        MessageEffect,
        WatchEffect,
        BreachEffect,
        IncidentEffect,
        MatterEffect,
        CaseEffect,
        ThirdPartyEffect {
  /** Its one form for the digest: a tag of its own, then every value it sets. */
  CborArray encoded();

  /** SHA-256 over the encoded effects, in their order. */
  static Hash digest(List<Effect> effects) {
    return Merkle.plain(CborArray.of(effects, Effect::encoded).encode());
  }
}
