package hotline.line.accusation;

import hotline.line.body.KeyBody;
import hotline.line.terms.Genesis;
import hotline.line.terms.PartyTerms;
import hotline.line.terms.Terms;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.statement.LineId;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of an accusation, read with the keys that its reader has. */
final class Exhibits {
  private final Genesis genesis;
  private final Terms terms;
  private final Accusation accusation;
  private final List<String> held = new ArrayList<>();

  Exhibits(Genesis genesis, Terms terms, Accusation accusation) {
    this.genesis = genesis;
    this.terms = terms;
    this.accusation = accusation;
  }

  LineId line() {
    return genesis.lineId();
  }

  Terms terms() {
    return terms;
  }

  String host() {
    return terms.host();
  }

  String accused() {
    return accusation.accused();
  }

  /** Notes what was found to hold on the way. */
  void holds(String sentence) {
    held.add(sentence);
  }

  List<String> held() {
    return List.copyOf(held);
  }

  Optional<byte[]> find(String name) {
    return accusation.part(name);
  }

  byte[] part(String name) throws NotProved {
    return accusation.part(name).orElseThrow(() -> new NotProved(name + " is missing"));
  }

  VerifierKey record() {
    return genesis.recordKey(terms.hostTerms());
  }

  VerifierKey outcomes() {
    return genesis.outcomesKey(terms.hostTerms());
  }

  /**
   * The key with this name of a node of the accused party: as these terms name it, or as the
   * party's own root key has enrolled it.
   */
  Optional<PublicKey> key(String node, KeyId kid) throws NotProved {
    Optional<PartyTerms> party = terms.party(accused());
    Optional<PublicKey> named = party.flatMap(each -> each.key(node));
    if (named.isPresent() && named.get().id().equals(kid)) {
      return named;
    }
    byte[] word = find("enrolment").orElse(null);
    if (word == null || party.isEmpty()) {
      return Optional.empty();
    }
    if (!(Statements.parse(word) instanceof Statement said)
        || !said.header().line().equals(line())
        || !(KeyBody.enrolment(said, party.get()).orElse(null)
            instanceof KeyBody.Enrol(String of, PublicKey key))) {
      throw new NotProved("the enrolment is none by the root key of " + accused());
    }
    holds("the root key of " + accused() + " has enrolled " + key.id() + " for its node " + of);
    return Optional.of(key).filter(each -> of.equals(node) && each.id().equals(kid));
  }

  /** A proof that the host's record has the entry; its signature alone is asked for. */
  TlogProof placed(String entry, String name) throws NotProved {
    TlogProof proof = leading(entry, name, record());
    holds("entry %d of %d that %s has signed".formatted(proof.index(), size(proof), host()));
    return proof;
  }

  /** A proof that the host's outcomes have the leaf. */
  TlogProof resulted(String leaf, String name) throws NotProved {
    TlogProof proof = leading(leaf, name, outcomes());
    holds("outcome %d of %d that %s has signed".formatted(proof.index(), size(proof), host()));
    return proof;
  }

  /** The same, of a tree that the accused party has signed too: as its host, or as a cosigner. */
  TlogProof signedByAccused(String leaf, String name, VerifierKey log) throws NotProved {
    TlogProof proof = leading(leaf, name, log);
    if (!accused().equals(host())) {
      VerifierKey cosigner =
          terms
              .party(accused())
              .map(genesis::cosignerKey)
              .orElseThrow(() -> new NotProved(accused() + " is no party of these terms"));
      NotProved.unless(
          new SignedCheckpoint(Checkpoint.of(proof.note()), proof.note())
              .cosignatures(List.of(cosigner))
              .asOptional()
              .filter(lines -> !lines.isEmpty())
              .isPresent(),
          name + " is of a tree that " + accused() + " has not cosigned");
    }
    return proof;
  }

  private static long size(TlogProof proof) {
    return Checkpoint.of(proof.note()).size();
  }

  private TlogProof leading(String leaf, String name, VerifierKey log) throws NotProved {
    TlogProof proof =
        TlogProof.parse(part(name))
            .asOptional()
            .orElseThrow(() -> new NotProved(name + " is no tlog-proof"));
    Checkpoint checkpoint = signed(SignedCheckpoint.open(proof.note(), log).asOptional(), name);
    NotProved.unless(
        MerkleProofs.verifyInclusion(
            Merkle.leaf(part(leaf)),
            proof.index(),
            checkpoint.size(),
            proof.path(),
            checkpoint.root()),
        name + " does not lead from " + leaf + " to the checkpoint's root");
    return proof;
  }

  Optional<SignedCheckpoint> checkpoint(String name, VerifierKey key) throws NotProved {
    return SignedCheckpoint.open(part(name), key).asOptional();
  }

  Checkpoint signed(Optional<SignedCheckpoint> found, String name) throws NotProved {
    return found
        .orElseThrow(
            () -> new NotProved(name + " is not a checkpoint that " + host() + " has signed"))
        .checkpoint();
  }
}
