package hotline.line.accusation;

import hotline.line.disclosure.Document;
import hotline.line.disclosure.DocumentType;
import hotline.line.disclosure.Promise;
import hotline.line.terms.Genesis;
import hotline.line.terms.Terms;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.merkle.MerkleProofs;
import hotline.record.note.Checkpoint;
import hotline.record.note.SignedCheckpoint;
import hotline.record.note.VerifierKey;
import hotline.record.proof.TlogProof;
import hotline.record.signature.PublicKey;
import hotline.record.statement.ChainRules;
import hotline.record.statement.ChainVerdict;
import hotline.record.statement.Header;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Finds out whether an accusation proves anything, offline, from the genesis and the terms that its
 * reader has signed. Only the accused party's own signature convinces.
 */
public final class AccusationCheck {
  private final Genesis genesis;
  private final Terms terms;
  private final LongFunction<Optional<Hash>> outcomesRoot;
  private final List<String> held = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param held what was found to hold on the way
   * @param proved what the accused party did; empty if nothing is proved
   * @param fault why not; empty if it is proved
   */
  public record Judgement(List<String> held, Optional<String> proved, Optional<String> fault) {}

  /** Why nothing is proved. */
  private static final class NotProved extends Exception {
    private static final long serialVersionUID = 1;

    NotProved(String why) {
      super(why);
    }
  }

  /**
   * With what its reader has.
   *
   * @param outcomesRoot the root of the outcomes of the first so many entries of the reader's own
   *     copy, folded anew; empty if there is no copy, or it does not reach so far
   */
  public AccusationCheck(Genesis genesis, Terms terms, LongFunction<Optional<Hash>> outcomesRoot) {
    this.genesis = genesis;
    this.terms = terms;
    this.outcomesRoot = outcomesRoot;
  }

  /** Checks all of it. */
  public Judgement run(Accusation accusation) {
    try {
      String proved = judge(accusation);
      return new Judgement(List.copyOf(held), Optional.of(proved), Optional.empty());
    } catch (NotProved not) {
      return new Judgement(
          List.copyOf(held), Optional.empty(), Optional.of(String.valueOf(not.getMessage())));
    }
  }

  private String judge(Accusation accusation) throws NotProved {
    require(accusation.line().equals(genesis.lineId()), "it is about another line");
    held.add("of the line " + accusation.line());
    if (accusation.wrong() != Wrong.DOUBLE_USED) {
      require(
          accusation.accused().equals(terms.host()),
          "only the host can have done that, and that is " + terms.host() + " under these terms");
    }
    return switch (accusation.wrong()) {
      case TWO_HISTORIES -> twoHistories(accusation);
      case BROKEN_PROMISE -> brokenPromise(accusation);
      case FORGED_ENTRY -> forgedEntry(accusation);
      case WRONG_OUTCOMES -> wrongOutcomes(accusation);
      case DOUBLE_USED -> doubleUsed(accusation);
    };
  }

  private String twoHistories(Accusation accusation) throws NotProved {
    VerifierKey key = record();
    Optional<SignedCheckpoint> first = checkpoint(accusation, "held", key);
    if (first.isEmpty()) {
      key = outcomes();
      first = checkpoint(accusation, "held", key);
    }
    Checkpoint held = signed(first, "held");
    Checkpoint shown = signed(checkpoint(accusation, "shown", key), "shown");
    this.held.add("both signed by " + terms.host() + " for " + held.origin());
    if (held.size() == shown.size()) {
      require(!held.root().equals(shown.root()), "the two are of one and the same tree");
      return "%s has signed two trees of %d entries: roots %s and %s"
          .formatted(terms.host(), held.size(), held.root(), shown.root());
    }
    Checkpoint small = held.size() < shown.size() ? held : shown;
    Checkpoint large = held.size() < shown.size() ? shown : held;
    byte[] rootBytes = accusation.part("root").orElse(new byte[0]);
    byte[] pathBytes = accusation.part("path").orElse(new byte[1]);
    require(
        rootBytes.length == Hash.LENGTH
            && pathBytes.length % Hash.LENGTH == 0
            && pathBytes.length <= MerkleProofs.LENGTH_MAX * Hash.LENGTH,
        "root and path are not hashes");
    Hash root = Hash.of(rootBytes);
    List<Hash> path = new ArrayList<>();
    for (int at = 0; at < pathBytes.length; at += Hash.LENGTH) {
      path.add(Hash.of(Arrays.copyOfRange(pathBytes, at, at + Hash.LENGTH)));
    }
    require(
        MerkleProofs.verifyConsistency(small.size(), root, large.size(), large.root(), path),
        "the path does not lead from the given root to the larger tree");
    require(!root.equals(small.root()), "the larger tree continues the smaller one");
    return "%s has signed a tree of %d entries that begins with others than the %d that it signed"
        .formatted(terms.host(), large.size(), small.size());
  }

  private String brokenPromise(Accusation accusation) throws NotProved {
    if (!(Document.parse(part(accusation, "promise"))
            instanceof Decoded.Value<Document>(Document document))
        || !(Promise.decode(document.payload())
            instanceof Decoded.Value<Promise>(Promise promise))) {
      throw new NotProved("the promise is none");
    }
    require(
        document.header().type() == DocumentType.PROMISE
            && document.header().line().equals(genesis.lineId())
            && document.header().from().equals(terms.host())
            && document.signedBy(terms.hostTerms().logKey()),
        "the promise is not one of " + terms.host() + " for this line");
    held.add("a promise of " + terms.host() + " for place " + promise.index());
    TlogProof proof = placed(accusation, "entry", "proof");
    require(proof.index() == promise.index(), "the entry stands at another place");
    Hash leaf = Merkle.leaf(part(accusation, "entry"));
    require(!leaf.equals(promise.leaf()), "the place has what was promised");
    return "%s has promised place %d to the leaf %s and put %s there"
        .formatted(terms.host(), promise.index(), promise.leaf(), leaf);
  }

  private String forgedEntry(Accusation accusation) throws NotProved {
    TlogProof proof = placed(accusation, "entry", "proof");
    byte[] bytes = part(accusation, "entry");
    String start = terms.host() + " has ordered entry " + proof.index() + ", which ";
    if (!(Statements.parse(bytes) instanceof Statement entry)) {
      return start + "is no statement at all";
    }
    if (!entry.header().line().equals(genesis.lineId())) {
      return start + "is of another line";
    }
    if (accusation.part("before").isPresent()) {
      return start + outOfChain(accusation, proof, entry);
    }
    String party = entry.header().chain().party();
    PublicKey key =
        terms
            .key(entry)
            .orElseThrow(() ->
                new NotProved(
                    "these terms name no such key for "
                        + party
                        + ": it may have been in force under others. Check the host's own record"));
    require(!entry.signedBy(key), "the entry is signed as it should be");
    return start + "is not signed by " + party + ", whose it is said to be";
  }

  private String outOfChain(Accusation accusation, TlogProof proof, Statement entry)
      throws NotProved {
    TlogProof earlier = placed(accusation, "before", "before-proof");
    require(earlier.index() < proof.index(), "what comes before does not come before");
    if (!(Statements.parse(part(accusation, "before")) instanceof Statement before)) {
      throw new NotProved("what comes before is no statement");
    }
    if (before.id().equals(entry.id())) {
      return "stands at place " + earlier.index() + " already";
    }
    Header first = before.header();
    Header second = entry.header();
    require(
        first.line().equals(second.line()) && first.chain().equals(second.chain()),
        "the two are of different chains");
    if (first.sequence() == second.sequence()) {
      return "has the number that entry " + earlier.index() + " of its chain has";
    }
    require(
        first.sequence() + 1 == second.sequence(),
        "the two do not stand next to each other in their chain");
    // What follows a WITHDRAW links to what that took the place of.
    StatementId withdrawn = before.claim().withdraws();
    if (!(withdrawn == null ? before.id() : withdrawn).equals(second.previous())) {
      return "does not link to entry " + earlier.index() + ", the one before in its chain";
    }
    require(second.timeUs() < first.timeUs(), "the two stand in their chain as they should");
    return "is signed earlier than entry " + earlier.index() + ", the one before in its chain";
  }

  private String wrongOutcomes(Accusation accusation) throws NotProved {
    Checkpoint shown = signed(checkpoint(accusation, "shown", outcomes()), "shown");
    held.add("signed by " + terms.host() + " for " + shown.origin());
    Hash own =
        outcomesRoot
            .apply(shown.size())
            .orElseThrow(() ->
                new NotProved(
                    "whether the outcomes are wrong, only the first "
                        + shown.size()
                        + " entries say: give your copy of them with --record"));
    require(!own.equals(shown.root()), "the outcomes are what these rules make of your copy");
    return "%s has signed outcomes of %d entries with the root %s; they have %s"
        .formatted(terms.host(), shown.size(), shown.root(), own);
  }

  private String doubleUsed(Accusation accusation) throws NotProved {
    Statement first = ownStatement(accusation, "first");
    Statement second = ownStatement(accusation, "second");
    held.add("both signed by " + accusation.accused());
    Header one = first.header();
    Header other = second.header();
    require(
        one.chain().equals(other.chain()) && one.sequence() == other.sequence(),
        "the two have different numbers");
    require(
        ChainRules.compare(first.claim(), second.claim()) instanceof ChainVerdict.DoubleUsed,
        "the two are one and the same, or one withdraws the other, which is lawful");
    return "%s/%s has signed two statements with number %d of one chain: %s and %s"
        .formatted(
            accusation.accused(), one.chain().node(), one.sequence(), first.id(), second.id());
  }

  private Statement ownStatement(Accusation accusation, String name) throws NotProved {
    if (!(Statements.parse(part(accusation, name)) instanceof Statement said)) {
      throw new NotProved(name + " is no statement");
    }
    Header header = said.header();
    require(header.line().equals(genesis.lineId()), name + " is of another line");
    require(
        header.chain().party().equals(accusation.accused()), name + " is not of who is accused");
    require(
        terms.key(said).filter(said::signedBy).isPresent(),
        name + " is not signed by a key that these terms name for " + accusation.accused());
    return said;
  }

  /** A proof that the host's record has the entry; its signature alone is asked for. */
  private TlogProof placed(Accusation accusation, String entry, String name) throws NotProved {
    TlogProof proof =
        TlogProof.parse(part(accusation, name))
            .asOptional()
            .orElseThrow(() -> new NotProved(name + " is no tlog-proof"));
    Checkpoint checkpoint =
        signed(SignedCheckpoint.open(proof.note(), record()).asOptional(), name);
    require(
        MerkleProofs.verifyInclusion(
            Merkle.leaf(part(accusation, entry)),
            proof.index(),
            checkpoint.size(),
            proof.path(),
            checkpoint.root()),
        name + " does not lead from the entry to the checkpoint's root");
    held.add(
        "entry %d of %d that %s has signed"
            .formatted(proof.index(), checkpoint.size(), terms.host()));
    return proof;
  }

  private Optional<SignedCheckpoint> checkpoint(Accusation accusation, String name, VerifierKey key)
      throws NotProved {
    return SignedCheckpoint.open(part(accusation, name), key).asOptional();
  }

  private Checkpoint signed(Optional<SignedCheckpoint> found, String name) throws NotProved {
    return found
        .orElseThrow(
            () -> new NotProved(name + " is not a checkpoint that " + terms.host() + " has signed"))
        .checkpoint();
  }

  private byte[] part(Accusation accusation, String name) throws NotProved {
    return accusation.part(name).orElseThrow(() -> new NotProved(name + " is missing"));
  }

  private VerifierKey record() {
    return genesis.recordKey(terms.hostTerms());
  }

  private VerifierKey outcomes() {
    return genesis.outcomesKey(terms.hostTerms());
  }

  private static void require(boolean holds, String otherwise) throws NotProved {
    if (!holds) {
      throw new NotProved(otherwise);
    }
  }
}
