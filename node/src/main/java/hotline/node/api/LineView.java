package hotline.node.api;

import java.util.List;
import java.util.Optional;

/** What can be looked at of a line: as it is, or as a node knew it at an instant that is past. */
public interface LineView extends MatterView {
  /** Notices not ended, soonest first; with {@code all} the ended ones too. */
  List<Views.Notice> notices(boolean all);

  /** One notice by entity id or reference. */
  Optional<Views.Notice> notice(String entity);

  /** Conflicts between this party's notices and others', soonest first; cleared ones on demand. */
  List<Views.Conflict> conflicts(boolean all);

  /** Messages, newest first, at most {@code limit}. */
  List<Views.Message> messages(int limit);

  /** One message by id. */
  Optional<Views.Message> message(String id);

  /** Offers, newest first. */
  List<Views.Offer> offers();

  /** Terms: those in force first, then proposals. */
  List<TermsViews.Terms> terms();

  /** Proposals that did not come into force, newest first: vetoes with their scope and reason. */
  List<TermsViews.Terms> endedTerms();

  /** What proposed terms, by hash, change in those in force. */
  Optional<TermsViews.TermsDiff> termsDiff(String hash);

  /** The bytes of terms that are in force, proposed or over, by hash: what the parties sign. */
  Optional<byte[]> termsBytes(String hash);

  /** Every word of every party on its channel that stands, or is to take effect later. */
  List<TermsViews.ChannelWord> channelWords();

  /** Where a party said otherwise than its own earlier word, newest first: both texts. */
  List<TermsViews.Contradiction> contradictions();

  /** What was said while the channel was suspended the last time; empty if it never was. */
  Optional<TermsViews.Reconciliation> reconciliation();

  /** Which running and soon starting notices lie outside of what the parties agree on, and why. */
  TermsViews.Outside outside();

  /** Who has the watch. */
  List<Views.Watch> watch();
}
