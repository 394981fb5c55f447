package hotline.cli.check;

import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.note.VerifierKey;
import hotline.record.proof.Policy;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a proof is checked against, from what its reader has signed or compared in person: the
 * genesis with the parties' root keys, and the terms that name every other key.
 */
public final class ProofKeys {
  private final Genesis genesis;
  private final Hash line;
  private final Terms terms;
  private final Policy policy;

  private ProofKeys(Genesis genesis, Hash line, Terms terms, Policy policy) {
    this.genesis = genesis;
    this.line = line;
    this.terms = terms;
    this.policy = policy;
  }

  /**
   * The keys of a line under its terms.
   *
   * @throws IllegalArgumentException with one sentence if they are none, or do not belong together
   */
  public static ProofKeys of(byte[] genesisBytes, byte[] termsBytes) {
    if (!(Genesis.decode(genesisBytes) instanceof Decoded.Value<Genesis>(Genesis genesis))) {
      throw new IllegalArgumentException(
          "The genesis is none; take the file that founded the line.");
    }
    if (!(Terms.decode(termsBytes) instanceof Decoded.Value<Terms>(Terms terms))) {
      throw new IllegalArgumentException(
          "The terms are none; take the file of \"terms draft\", \"change\" or \"save\".");
    }
    genesis
        .founders()
        .forEach(founder -> {
          if (terms
              .party(founder.party())
              .filter(party -> party.rootKey().equals(founder.rootKey()))
              .isEmpty()) {
            throw new IllegalArgumentException(
                "The terms name another root key of "
                    + founder.party()
                    + " than the genesis: they are not of one line.");
          }
        });
    return new ProofKeys(genesis, Merkle.plain(genesisBytes), terms, policy(genesis, terms));
  }

  /** As in the terms: the host's log, cosigned by as many others as make a receipt. */
  private static Policy policy(Genesis genesis, Terms terms) {
    Map<String, VerifierKey> cosigners = new LinkedHashMap<>();
    for (PartyTerms party : terms.parties()) {
      if (!party.party().equals(terms.host())) {
        cosigners.put(party.party(), genesis.cosignerKey(party));
      }
    }
    PartyTerms host = terms.party(terms.host()).orElseThrow();
    return Policy.of(genesis.recordKey(host), cosigners, terms.quorum() - 1);
  }

  /** Whose word on the log counts. */
  Policy policy() {
    return policy;
  }

  /** The genesis, with the root keys. */
  Genesis genesis() {
    return genesis;
  }

  /** The terms, which name every other key. */
  Terms named() {
    return terms;
  }

  /** The line's id. */
  Hash line() {
    return line;
  }

  /** Which terms they are of. */
  Hash terms() {
    return terms.hash();
  }

  /** The key that has to have signed a statement. */
  Optional<PublicKey> key(Statement statement) {
    return terms.key(statement);
  }
}
