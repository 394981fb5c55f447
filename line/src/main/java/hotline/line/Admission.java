package hotline.line;

import hotline.line.body.Body;
import hotline.line.body.ChainBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Chain;
import hotline.record.statement.ChainRules;
import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a statement may have the next place in the record: of this line, signed by the key in
 * force, with its place in its chain. Asked in order by the host before it orders, by every
 * follower and by an offline check after; all get one answer. Asking changes nothing.
 */
public sealed interface Admission {
  /** It may. */
  record Admit() implements Admission {}

  /**
   * It is in the record already; sending it again is harmless.
   *
   * @param index its place, unless that was too long ago
   */
  record Duplicate(OptionalLong index) implements Admission {
    /** The code of a duplicate. */
    public static final String CODE = "duplicate";
  }

  /** It may not. It is not recorded and uses nothing up. */
  record Refuse(String code, String sentence) implements Admission {
    private static Refuse of(Refusals refusal, Object... details) {
      return new Refuse(refusal.code(), refusal.sentence(details));
    }
  }

  /** Checks a statement, its signature too. */
  static Admission check(LineState state, Statement statement) {
    return check(state, statement, Optional.empty());
  }

  /** Checks a statement; its signature only if it was not checked before under the right key. */
  static Admission check(LineState state, Statement statement, Optional<Verified> verified) {
    Header header = statement.header();
    if (!header.line().equals(state.line())) {
      return Refuse.of(Refusals.WRONG_LINE, header.line());
    }
    OptionalLong recorded = state.recentIndex(statement.id());
    if (recorded.isPresent()) {
      return new Duplicate(recorded);
    }
    Chain chain = header.chain();
    Optional<PublicKey> key;
    if (state.agreement().genesis().isEmpty()) {
      Optional<Genesis> genesis = foundation(state, statement);
      if (genesis.isEmpty()) {
        return Refuse.of(Refusals.NOT_FOUNDED);
      }
      key = genesis.get().rootKey(chain.party());
    } else {
      Optional<Refuse> silent = silent(state, statement);
      if (silent.isPresent()) {
        return silent.get();
      }
      key = state.key(chain.party(), chain.node(), statement.keyId());
    }
    if (key.filter(each -> isNamed(each, statement)).isEmpty()) {
      return noKey(state, statement);
    }
    boolean checked =
        verified
            .filter(known -> known.id().equals(statement.id()) && known.key().equals(key.get()))
            .isPresent();
    if (!checked && !statement.signedBy(key.get())) {
      return Refuse.of(Refusals.BAD_SIGNATURE, chain.party() + "/" + chain.node());
    }
    return switch (ChainRules.check(state.heads(), statement.claim())) {
      case ChainVerdict.Admitted _ -> new Admit();
      case ChainVerdict.Duplicate _ -> new Duplicate(OptionalLong.empty());
      case ChainVerdict refused -> new Refuse(refused.code(), refused.sentence());
    };
  }

  private static Refuse noKey(LineState state, Statement statement) {
    String party = statement.header().chain().party();
    return state
        .keys()
        .revoked(party, statement.keyId())
        .map(gone -> Refuse.of(Refusals.KEY_REVOKED, statement.keyId(), party, gone.index()))
        .orElseGet(() ->
            Refuse.of(
                Refusals.UNKNOWN_KEY,
                statement.keyId(),
                party + "/" + statement.header().chain().node()));
  }

  /**
   * Why an observer or a witness of the terms in force may not say anything, if it is one that
   * speaks: what only pretends to be theirs is signed by an unknown key, as anyone's is.
   */
  private static Optional<Refuse> silent(LineState state, Statement statement) {
    String name = statement.header().chain().party();
    // Asked of every statement; most lines have neither.
    Optional<Terms> terms =
        state.terms().filter(each -> !each.observers().isEmpty() || !each.witnesses().isEmpty());
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refuse> observer =
        terms.stream()
            .flatMap(each -> each.observers().stream())
            .filter(each -> each.name().equals(name) && isSigned(each.key(), statement))
            .findFirst()
            .map(_ -> Refuse.of(Refusals.OBSERVER_SILENT, name));
    return observer.or(() ->
        terms.stream()
            .flatMap(each -> each.witnesses().stream())
            .filter(each -> each.name().equals(name) && isSigned(each.cosignerKey(), statement))
            .findFirst()
            .map(_ -> Refuse.of(Refusals.WITNESS_SILENT, name)));
  }

  private static boolean isSigned(PublicKey key, Statement statement) {
    return isNamed(key, statement) && statement.signedBy(key);
  }

  /** The genesis in a statement that may be the first of this line. */
  static Optional<Genesis> foundation(LineState state, Statement statement) {
    boolean begins =
        statement.header().kind() == Header.BEGIN
            && statement.header().chain().node().equals(PartyTerms.ROOT_NODE);
    return begins
            && Body.decode(Kind.BEGIN, statement.content())
                instanceof Decoded.Value<Body>(ChainBody.Begin begin)
        ? begin.genesis().filter(genesis -> genesis.lineId().equals(state.line()))
        : Optional.empty();
  }

  private static boolean isNamed(PublicKey key, Statement statement) {
    return key.id().equals(statement.keyId()) && key.algorithm() == statement.algorithm();
  }
}
