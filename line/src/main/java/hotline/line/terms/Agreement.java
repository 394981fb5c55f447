package hotline.line.terms;

import hotline.record.merkle.Hash;
import hotline.record.signature.PublicKey;
import hotline.record.statement.Mode;
import java.util.List;
import java.util.Optional;

/** What the parties have agreed on so far, for reading. */
public interface Agreement {
  /** What the line began with; empty before the first entry. */
  Optional<Genesis> genesis();

  /** The mode in which the line was founded: terms and statuses are said in no other. */
  Optional<Mode> mode();

  /** The terms in force; empty until all parties have signed the first. */
  Optional<TermsInForce> inForce();

  /** Terms that were in force some time ago; the latest are kept. */
  Optional<Terms> earlier(Hash hash);

  /**
   * The proposals that are not over, in the order in which they came: at most one of each party
   * that can still be signed, and one that all have signed and that waits for its time.
   */
  List<Proposal> proposals();

  /** The proposal that is not over with this hash. */
  Optional<Proposal> proposal(Hash hash);

  /**
   * The latest proposals that did not come into force, and how they ended: vetoes with their scope
   * and reason are here. In the order in which they ended; at most {@value TermsFold#ENDED_MAX}
   * ended by each party.
   */
  List<EndedProposal> ended();

  /**
   * The key that the terms in force name for a node of a party, or for its root. Whether it still
   * counts, the party says: {@link hotline.line.key.KeyBook}.
   */
  Optional<PublicKey> key(String party, String node);

  /** The names of the parties, in order; none before the first entry. */
  List<String> parties();
}
