package hotline.line.status;

import hotline.record.statement.StatementId;
import java.util.List;
import java.util.Optional;

/** The parties' channel statuses and offers, for reading. */
public interface Statuses {
  /** What a party said last, also if it takes effect later; empty: it has said nothing. */
  Optional<ChannelStatus> latest(String party);

  /** What counts of a party at a time: the last said of what is in effect then. */
  Optional<ChannelStatus> at(String party, long timeUs);

  /** Whether a party's channel is suspended at a time; one that has said nothing is not. */
  boolean isSuspended(String party, long timeUs);

  /** One offer. */
  Optional<Offer> offer(StatementId id);

  /** The offers that are open and the latest that are over, in the order in which they came. */
  List<Offer> offers();

  /**
   * The last word from {@code size} on, by another party than this one, by which a status became
   * another.
   */
  Optional<Decision> decidedSince(long size, String exceptBy);

  /** A party's statement by which a status, its own or by an offer, became another. */
  record Decision(String party, long index) {}
}
