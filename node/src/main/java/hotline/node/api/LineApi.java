package hotline.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a node does for its own party: what the pages, the command line and {@code /line/v1}
 * call. Thread-safe. Saying something returns what became of it; nothing here throws for what a
 * person typed. Reads are of the state this node has verified.
 */
public interface LineApi
    extends LineView, MatterApi, SheetApi, KeyApi, TrafficApi, ConformanceApi, AlertApi, StickApi {
  /** The line, each party's status, the record and the outbox. */
  Views.Line line();

  /** Declares a notice, or amends the one named. */
  Said declare(Requests.Declare notice);

  /**
   * What would come of a notice if it were declared now: its conflicts as far as this node knows,
   * what the others would see, what it crosses. Nothing is said, nothing leaves the node.
   */
  Drafted draft(Requests.Declare notice);

  /** Amends a notice by one shift in height or in time; the footprints stay. */
  Said shift(Requests.Shift shift);

  /**
   * The first shift within the terms, nearest first, that clears a notice of every known conflict;
   * empty after an exhaustive search. Asks the other parties by a planning enquiry.
   *
   * @throws Unsearched if there is no such own notice, or another party's node does not tell what
   *     the notice would have to be clear of: then nothing is ruled out
   */
  Optional<Requests.Shift> findShift(String entity);

  /**
   * Moves a notice to {@code ACTIVATED}, {@code NONCONFORMING}, {@code CONTINGENT} or {@code
   * ENDED}.
   */
  Said noticeState(String entity, String state);

  /** Disputes another party's notice. */
  Said dispute(Requests.Dispute dispute);

  /**
   * Every message of other parties that alarms and still waits for a person here: to be accepted,
   * or, once accepted, to be answered. Oldest first; none is ever left out because newer messages
   * came.
   */
  default List<Views.Message> alarms() {
    return messages(10_000).stream()
        .filter(each -> !each.alarm().equals("NONE") && each.delivery().answered() == null)
        .toList()
        .reversed();
  }

  /** Sends a message: urgent kinds go directly and at once, whatever the state of the line. */
  Said send(Requests.Message message);

  /** Says that a message stands on the screen of {@code post}. */
  Said displayed(String message, String post);

  /** A person on watch at {@code post} accepts a message: heard, not agreed. */
  Said accept(String message, String post, String officer);

  /** Answers a message. */
  Said answer(Requests.Answer answer);

  /** States this party's channel status. */
  Said status(Requests.Status status);

  /** Offers to restore, on a condition or none. */
  Said offer(Requests.Offer offer);

  /**
   * Accepts, refuses or withdraws an offer: {@code verb} is {@code accept}, {@code refuse}, {@code
   * withdraw}.
   */
  Said offerVerb(String offer, String verb, String reason);

  /** Proposes terms from their canonical bytes (this party signs them by that). */
  default Said proposeTerms(byte[] terms) {
    return proposeTerms(terms, null);
  }

  /**
   * As {@link #proposeTerms(byte[])}, until a time as typed: who signs later comes too late. Null:
   * no such time.
   */
  Said proposeTerms(byte[] terms, @Nullable String lapses);

  /**
   * Signs, refuses, withdraws or begins proposed terms by hash: {@code verb} is {@code sign},
   * {@code refuse}, {@code withdraw} or {@code begin}. Terms whose time has come are begun by the
   * nodes themselves.
   */
  default Said termsVerb(String hash, String verb, String reason) {
    return termsVerb(hash, verb, reason, "");
  }

  /** As before; a refusal says what in the terms it is about: a veto with scope and reason. */
  Said termsVerb(String hash, String verb, String reason, String scope);

  /** Takes the watch at a post of this party. */
  Said takeWatch(String post, String officer);

  /** Hands the watch over; the other officer then takes it. */
  Said handOverWatch(String post, String toOfficer, List<String> openItems);

  /** Entries of the record from {@code from}, at most {@code limit} (1 to 1,000). */
  List<Views.Entry> entries(long from, int limit);

  /** The bytes of one entry: a statement. */
  Optional<byte[]> entryBytes(long index);

  /** A tlog-proof file for the statement with this id, with the cosignatures at hand. */
  Optional<String> prove(String statementId);

  /** What was disclosed and by whom, newest first. */
  List<Views.Disclosure> disclosures(int limit);

  /**
   * The line as this node knew it at an instant: what had come by then, by this node's own clock.
   * Of a time before the first entry, an empty line; of a time to come, the line as it is.
   */
  Past past(Instant at);

  /** Starts or stops the sequencer of this node, if it hosts one; the node goes on. */
  Said sequencer(boolean running);

  /**
   * Waits until something changed after {@code seen}, at most {@code atMostMs}; the change counter
   * now.
   */
  long awaitChange(long seen, long atMostMs) throws InterruptedException;
}
