package hotline.line.accusation;

import hotline.line.Outcome;
import hotline.line.Verdict;
import hotline.line.body.KeyBody;
import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Promise;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What only the host of a line can do, and its log's own signature proves. */
final class HostWrongs {
  private final Exhibits exhibits;
  private final LongFunction<Optional<Hash>> outcomesRoot;

  HostWrongs(Exhibits exhibits, LongFunction<Optional<Hash>> outcomesRoot) {
    this.exhibits = exhibits;
    this.outcomesRoot = outcomesRoot;
  }

  String twoHistories() throws NotProved {
    VerifierKey key = exhibits.record();
    Optional<SignedCheckpoint> first = exhibits.checkpoint("held", key);
    if (first.isEmpty()) {
      key = exhibits.outcomes();
      first = exhibits.checkpoint("held", key);
    }
    Checkpoint held = exhibits.signed(first, "held");
    Checkpoint shown = exhibits.signed(exhibits.checkpoint("shown", key), "shown");
    exhibits.holds("both signed by " + exhibits.host() + " for " + held.origin());
    if (held.size() == shown.size()) {
      NotProved.unless(!held.root().equals(shown.root()), "the two are of one and the same tree");
      return "%s has signed two trees of %d entries: roots %s and %s"
          .formatted(exhibits.host(), held.size(), held.root(), shown.root());
    }
    Checkpoint small = held.size() < shown.size() ? held : shown;
    Checkpoint large = held.size() < shown.size() ? shown : held;
    byte[] rootBytes = exhibits.find("root").orElse(new byte[0]);
    byte[] pathBytes = exhibits.find("path").orElse(new byte[1]);
    NotProved.unless(
        rootBytes.length == Hash.LENGTH
            && pathBytes.length % Hash.LENGTH == 0
            && pathBytes.length <= MerkleProofs.LENGTH_MAX * Hash.LENGTH,
        "root and path are not hashes");
    Hash root = Hash.of(rootBytes);
    List<Hash> path = new ArrayList<>();
    for (int at = 0; at < pathBytes.length; at += Hash.LENGTH) {
      path.add(Hash.of(Arrays.copyOfRange(pathBytes, at, at + Hash.LENGTH)));
    }
    NotProved.unless(
        MerkleProofs.verifyConsistency(small.size(), root, large.size(), large.root(), path),
        "the path does not lead from the given root to the larger tree");
    NotProved.unless(!root.equals(small.root()), "the larger tree continues the smaller one");
    return "%s has signed a tree of %d entries that begins with others than the %d that it signed"
        .formatted(exhibits.host(), large.size(), small.size());
  }

  String brokenPromise() throws NotProved {
    if (!(Document.parse(exhibits.part("promise"))
            instanceof Decoded.Value<Document>(Document document))
        || !(Promise.decode(document.payload())
            instanceof Decoded.Value<Promise>(Promise promise))) {
      throw new NotProved("the promise is none");
    }
    NotProved.unless(
        document.header().type() == DocumentType.PROMISE
            && document.header().line().equals(exhibits.line())
            && document.header().from().equals(exhibits.host())
            && document.signedBy(exhibits.terms().hostTerms().logKey()),
        "the promise is not one of " + exhibits.host() + " for this line");
    exhibits.holds("a promise of " + exhibits.host() + " for place " + promise.index());
    TlogProof proof = exhibits.placed("entry", "proof");
    NotProved.unless(proof.index() == promise.index(), "the entry stands at another place");
    Hash leaf = Merkle.leaf(exhibits.part("entry"));
    NotProved.unless(!leaf.equals(promise.leaf()), "the place has what was promised");
    return "%s has promised place %d to the leaf %s and put %s there"
        .formatted(exhibits.host(), promise.index(), promise.leaf(), leaf);
  }

  String forgedEntry() throws NotProved {
    TlogProof proof = exhibits.placed("entry", "proof");
    byte[] bytes = exhibits.part("entry");
    String start = exhibits.host() + " has ordered entry " + proof.index() + ", which ";
    if (!(Statements.parse(bytes) instanceof Statement entry)) {
      return start + "is no statement at all";
    }
    if (!entry.header().line().equals(exhibits.line())) {
      return start + "is of another line";
    }
    if (exhibits.find("revocation").isPresent()) {
      return start + byRevokedKey(proof, entry);
    }
    if (exhibits.find("before").isPresent()) {
      return start + outOfChain(proof, entry);
    }
    String party = entry.header().chain().party();
    PublicKey key =
        exhibits
            .terms()
            .key(entry)
            .orElseThrow(() ->
                new NotProved(
                    "these terms name no such key for "
                        + party
                        + ": it may have been in force under others. Check the host's own record"));
    NotProved.unless(!entry.signedBy(key), "the entry is signed as it should be");
    return start + "is not signed by " + party + ", whose it is said to be";
  }

  /**
   * That the revocation counts, the host itself has signed: its outcome is accepted. So it does not
   * matter here what else was in force.
   */
  private String byRevokedKey(TlogProof proof, Statement entry) throws NotProved {
    TlogProof earlier = exhibits.placed("revocation", "revocation-proof");
    if (!(Statements.parse(exhibits.part("revocation")) instanceof Statement said)
        || !(KeyBody.of(said).orElse(null) instanceof KeyBody.Revoke revoked)) {
      throw new NotProved("the revocation is none");
    }
    NotProved.unless(earlier.index() < proof.index(), "the revocation does not come before");
    TlogProof outcome = exhibits.resulted("outcome", "outcome-proof");
    NotProved.unless(
        outcome.index() == earlier.index()
            && Outcome.leaf(exhibits.part("outcome"))
                instanceof Decoded.Value<Outcome.Leaf>(Outcome.Leaf leaf)
            && leaf.id().equals(said.id().hash())
            && leaf.verdict() == Verdict.ACCEPTED,
        "the outcome is not that the revocation counts");
    String party = entry.header().chain().party();
    NotProved.unless(
        said.header().chain().party().equals(party)
            && said.header().line().equals(entry.header().line()),
        "the revocation is another party's");
    NotProved.unless(
        entry.signedBy(revoked.key()), "the entry is not signed by the key that was revoked");
    return "is signed by a key that " + party + " had revoked at entry " + earlier.index();
  }

  private String outOfChain(TlogProof proof, Statement entry) throws NotProved {
    TlogProof earlier = exhibits.placed("before", "before-proof");
    NotProved.unless(earlier.index() < proof.index(), "what comes before does not come before");
    if (!(Statements.parse(exhibits.part("before")) instanceof Statement before)) {
      throw new NotProved("what comes before is no statement");
    }
    if (before.id().equals(entry.id())) {
      return "stands at place " + earlier.index() + " already";
    }
    Header first = before.header();
    Header second = entry.header();
    NotProved.unless(
        first.line().equals(second.line()) && first.chain().equals(second.chain()),
        "the two are of different chains");
    if (first.sequence() == second.sequence()) {
      return "has the number that entry " + earlier.index() + " of its chain has";
    }
    NotProved.unless(
        first.sequence() + 1 == second.sequence(),
        "the two do not stand next to each other in their chain");
    // What follows a WITHDRAW links to what that took the place of.
    StatementId withdrawn = before.claim().withdraws();
    if (!(withdrawn == null ? before.id() : withdrawn).equals(second.previous())) {
      return "does not link to entry " + earlier.index() + ", the one before in its chain";
    }
    NotProved.unless(
        second.timeUs() < first.timeUs(), "the two stand in their chain as they should");
    return "is signed earlier than entry " + earlier.index() + ", the one before in its chain";
  }

  String wrongOutcomes() throws NotProved {
    Checkpoint shown = exhibits.signed(exhibits.checkpoint("shown", exhibits.outcomes()), "shown");
    exhibits.holds("signed by " + exhibits.host() + " for " + shown.origin());
    Hash own =
        outcomesRoot
            .apply(shown.size())
            .orElseThrow(() ->
                new NotProved(
                    "whether the outcomes are wrong, only the first "
                        + shown.size()
                        + " entries say: give your copy of them with --record"));
    NotProved.unless(
        !own.equals(shown.root()), "the outcomes are what these rules make of your copy");
    return "%s has signed outcomes of %d entries with the root %s; they have %s"
        .formatted(exhibits.host(), shown.size(), shown.root(), own);
  }
}
