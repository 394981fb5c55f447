package hotline.cli.check;

import hotline.line.body.KeyBody;
import hotline.record.note.Parsed;
import hotline.record.proof.TlogProof;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.util.Base64;
import java.util.Optional;

/**
 * The officer's signature inside a statement, against the proof of the entry by which the party's
 * root key enrolled the officer's key. That the key was not revoked before, and the signature not
 * used before, is the word of those who cosigned the outcomes; this asks only who signed.
 */
final class OfficerCheck {
  private OfficerCheck() {}

  /** In one sentence who signed, or why that does not hold. */
  static Parsed<String> of(
      Officer officer, Statement said, long index, byte[] enrolment, ProofKeys given) {
    return TlogProof.parse(enrolment)
        .then(read -> {
          Optional<byte[]> entry = read.extra().map(Base64.getDecoder()::decode);
          return entry.isEmpty()
              ? refused("the proof does not carry its statement")
              : read.verify(entry.get(), given.policy())
                  .then(_ -> signed(officer, said, index, entry.get(), read.index(), given));
        });
  }

  private static Parsed<String> signed(
      Officer officer, Statement said, long index, byte[] entry, long at, ProofKeys given) {
    String party = said.header().chain().party();
    Optional<KeyBody.EnrolOfficer> enrolled =
        Statements.parse(entry) instanceof Statement word
                && word.header().line().hash().equals(given.line())
            ? given.named().party(party).flatMap(by -> KeyBody.officer(word, by))
            : Optional.empty();
    if (enrolled.isEmpty()) {
      return refused(
          "the entry enrols no officer by the root key that the terms name for " + party);
    }
    KeyBody.EnrolOfficer enrol = enrolled.get();
    if (!officer.signedBy(enrol.key(), said.act())) {
      return refused("the signature inside is not by the key that was enrolled");
    }
    if (at >= index) {
      return refused("the officer's key was enrolled at entry " + at + ", after it was used");
    }
    return Parsed.good(
        "signed inside by %s's officer %s, with the key %s that its root key enrolled at entry %d"
            .formatted(party, enrol.officer(), enrol.key().id(), at));
  }

  private static Parsed<String> refused(String sentence) {
    return Parsed.refused("officer", sentence);
  }
}
