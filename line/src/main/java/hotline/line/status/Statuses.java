package hotline.line.status;

import hotline.line.body.Activity;
import hotline.line.terms.Terms;
import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The parties' channel statuses and offers, for reading: side by side, never merged. */
public interface Statuses {
  /**
   * What a party said last of the whole line, also if it takes effect later; empty: nothing yet.
   */
  Optional<ChannelStatus> latest(String party);

  /** What counts of a party at a time for the whole line. */
  Optional<ChannelStatus> at(String party, long timeUs);

  /**
   * What counts of a party at a time for these activities together: its last word in effect then in
   * whose scope all of them wholly lie. No activities: what cannot be placed, as {@link #at(String,
   * long)}.
   *
   * @param terms whose zones count
   */
  Optional<ChannelStatus> at(String party, long timeUs, List<Activity> about, Terms terms);

  /**
   * All words of a party that count at a time, for the whole line or a part of it, in the order in
   * which they were said: each stands where no later one does.
   */
  List<ChannelStatus> standing(String party, long timeUs);

  /** The words of a party that are kept, those that take effect later too, as they were said. */
  List<ChannelStatus> said(String party);

  /** Whether a party's channel is suspended as a whole; one that has said nothing is not. */
  boolean isSuspended(String party, long timeUs);

  /**
   * Where a party's STATUS said otherwise than its own earlier words of the same time: both texts,
   * the latest {@value StatusFold#CONTRADICTIONS_MAX}, in the order in which they were found.
   */
  List<Contradiction> contradictions(String party);

  /** One offer. */
  Optional<Offer> offer(StatementId id);

  /** The offers that are open and the latest that are over, in the order in which they came. */
  List<Offer> offers();

  /**
   * The parties whose acceptance makes an offer bind, and whose refusal ends it: those that the
   * terms ask for offers, without the one that made it; all others if that leaves nobody.
   */
  List<String> asked(Offer offer, Terms terms);

  /**
   * The last word from {@code size} on, by another party than this one, by which a status became
   * another.
   */
  Optional<Decision> decidedSince(long size, String exceptBy);

  /** A party's statement by which a status, its own or by an offer, became another. */
  record Decision(String party, long index) {}
}
