package hotline.cli.check;

import hotline.line.body.KeyBody;
import hotline.record.note.Parsed;
import hotline.record.proof.TlogProof;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.util.Base64;
import java.util.Optional;

/**
 * A key that the root key of a party has given to one of its nodes, as the proof of that entry
 * shows it. That it was not revoked before it was used is the word of those who cosigned: none
 * cosigns a tree in which a revoked key speaks.
 *
 * @param index of the entry; the key counts behind it
 */
record Enrolled(String party, String node, PublicKey key, long index) {
  /** Reads a proof file that carries the entry, and checks it with the keys of the terms. */
  static Parsed<Enrolled> of(byte[] proof, ProofKeys given) {
    return TlogProof.parse(proof).then(read -> placed(read, given));
  }

  private static Parsed<Enrolled> placed(TlogProof read, ProofKeys given) {
    Optional<byte[]> entry = read.extra().map(Base64.getDecoder()::decode);
    return entry.isEmpty()
        ? refused("the proof does not carry its statement")
        : read.verify(entry.get(), given.policy())
            .then(_ -> said(entry.get(), read.index(), given));
  }

  private static Parsed<Enrolled> said(byte[] entry, long index, ProofKeys given) {
    if (!(Statements.parse(entry) instanceof Statement said)
        || !said.header().line().hash().equals(given.line())) {
      return refused("the entry is no statement of this line");
    }
    String party = said.header().chain().party();
    if (!(given.named().party(party).flatMap(by -> KeyBody.enrolment(said, by)).orElse(null)
        instanceof KeyBody.Enrol(String node, PublicKey key))) {
      return refused("the entry gives no key by the root key that the terms name for " + party);
    }
    return Parsed.good(new Enrolled(party, node, key, index));
  }

  private static Parsed<Enrolled> refused(String sentence) {
    return Parsed.refused("enrolment", sentence);
  }

  /** Whether a statement names this key and the node that has it. */
  boolean speaksFor(Statement said) {
    Header header = said.header();
    return header.chain().party().equals(party)
        && header.chain().node().equals(node)
        && said.keyId().equals(key.id());
  }
}
