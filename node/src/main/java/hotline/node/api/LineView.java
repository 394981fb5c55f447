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
  default List<TermsViews.Terms> endedTerms() {
    return List.of();
  }

  /** What proposed terms, by hash, change in those in force. */
  default Optional<TermsViews.TermsDiff> termsDiff(String hash) {
    return Optional.empty();
  }

  /** Every word of every party on its channel that stands, or is to take effect later. */
  default List<TermsViews.ChannelWord> channelWords() {
    return List.of();
  }

  /** Where a party said otherwise than its own earlier word, newest first: both texts. */
  default List<TermsViews.Contradiction> contradictions() {
    return List.of();
  }

  /** What was said while the channel was suspended the last time; empty if it never was. */
  default Optional<TermsViews.Reconciliation> reconciliation() {
    return Optional.empty();
  }

  /** Who has the watch. */
  List<Views.Watch> watch();
}
