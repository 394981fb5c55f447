package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What parties quarrel over, as they see it: breaches, incidents, cases, third parties. Everything
 * is someone's word and says whose; event time and entry time stand apart; what two parties say of
 * one thing stands side by side. As in {@link Views}: ids are hex, a time that has not come is
 * null.
 */
public final class MatterViews {
  private MatterViews() {}

  /**
   * Whose word something is.
   *
   * @param id of the statement
   * @param said when it was signed, by the signer's clock
   * @param received when this node had it; null if that was lost
   * @param index its entry in the record
   * @param confirmed whether it has its receipt
   */
  public record By(
      String id,
      String party,
      boolean own,
      Instant said,
      @Nullable Instant received,
      long index,
      boolean confirmed,
      String mode) {}

  /**
   * A claim that a party broke what was agreed.
   *
   * @param against in words: a clause of the terms, a notice, or a track as the claimant names it
   * @param notice its reference, if it is against one
   * @param place null if none was given
   * @param state {@code OPEN}, {@code NARROWED}, {@code WITHDRAWN}
   * @param answers of the party it is claimed of, oldest first; the last one counts
   * @param mayAnswer whether it is this party's to answer
   */
  public record Breach(
      By by,
      String accused,
      String against,
      @Nullable String notice,
      Instant from,
      Instant to,
      Views.@Nullable Place place,
      Views.@Nullable Band band,
      @Nullable String zone,
      String words,
      String state,
      List<BreachAnswer> answers,
      List<FollowUp> followUps,
      boolean mayAnswer) {}

  /** An answer: {@code ACCEPTS DISPUTES NO_COMMENT NEEDS_TIME}; with the last, until when. */
  public record BreachAnswer(By by, String word, @Nullable Instant until, @Nullable String text) {}

  /** What was said later: {@code COMMENT NARROWED WITHDRAWN}. */
  public record FollowUp(By by, String step, String words) {}

  /**
   * An incident in a list.
   *
   * @param reference short, the same at every node: {@code I-} and letters
   * @param overdue how much that is due is not done in time
   * @param closed whether every party holds it for closed
   */
  public record IncidentLine(
      String reference,
      By by,
      String title,
      Instant from,
      Instant to,
      int exhibits,
      int facts,
      int overdue,
      boolean closed) {}

  /**
   * An incident, whole.
   *
   * @param accounts each party's latest version, in the order of the parties; never merged
   * @param exhibits what was brought forward, in the order of the record
   * @param agreed facts that all have signed; {@code differing}: those proposed, vetoed, retracted
   * @param refers what it is about: notices by their short names, all else by the statement's id
   */
  public record Incident(
      String reference,
      By by,
      String title,
      Instant from,
      Instant to,
      Views.@Nullable Place place,
      Views.@Nullable Band band,
      List<Account> accounts,
      List<Exhibit> exhibits,
      List<Motion> agreed,
      List<Motion> differing,
      List<Motion> findings,
      List<Due> dues,
      List<String> refers,
      Closings closings) {}

  /**
   * Who holds a file for closed.
   *
   * @param closed whether all do: nothing can be said in it until one reopens it
   * @param by the parties whose closing stands, as nothing was said in the file since
   * @param said every closing and reopening, oldest first
   */
  public record Closings(boolean closed, List<String> by, List<Closing> said) {}

  /** {@code CLOSE}, {@code CLOSED} (the last that was needed) or {@code REOPEN}, with its words. */
  public record Closing(By by, String step, String words, @Nullable String seat) {}

  /** A party's version; {@code words} is null if it has given none. */
  public record Account(String party, boolean own, @Nullable By by, @Nullable String words) {}

  /**
   * Something that was brought forward.
   *
   * @param sort {@code INCIDENT ACCOUNT EVIDENCE DISCLOSURE CLAIM BREACH}; the last is a claim of
   *     the breach ledger that was put into the file
   * @param what in words
   * @param digest SHA-256 of a sealed thing
   * @param sealedAt when it was committed to or sealed: the entry's signed time
   * @param holds of a disclosure: {@code HOLDS}, {@code FALSE} or {@code UNKNOWN} (computed here
   *     from the record, whatever anyone says); null for others
   * @param why what is wrong with a disclosure that does not hold
   * @param state {@code STANDS NARROWED RETRACTED}; {@code REPLACED} for a version that its party
   *     has given anew
   * @param views what each other party holds of it
   */
  public record Exhibit(
      By by,
      String sort,
      String what,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String digest,
      @Nullable Long bytes,
      @Nullable Instant sealedAt,
      @Nullable String holds,
      @Nullable String why,
      Views.@Nullable Volume volume,
      String state,
      List<View> views,
      boolean mayAssess) {}

  /**
   * What a party holds of another's exhibit: {@code ACCEPTS DISPUTES CANNOT_VERIFY
   * NO_FIRM_INFORMATION}, or {@code NONE} while it has not said.
   */
  public record View(String party, boolean own, String word, String reason, @Nullable By by) {}

  /**
   * What is put to the parties for their signatures: a fact, a finding, a proposal, minutes.
   *
   * @param sort {@code FACT FINDING PROPOSAL MINUTES}
   * @param state {@code OPEN AGREED VETOED RETRACTED NARROWED}
   * @param needed who has to sign
   * @param narrows the motion that this one takes the place of
   * @param next of minutes: when the group meets next
   */
  public record Motion(
      By by,
      String sort,
      String words,
      String state,
      List<Signature> signatures,
      List<String> needed,
      List<Veto> vetoes,
      @Nullable String narrows,
      @Nullable Instant next,
      boolean maySign) {}

  /** A signature, with what the signer does not agree with. */
  public record Signature(By by, @Nullable String dissent, @Nullable String seat) {}

  /** A veto: who, of what scope, why. */
  public record Veto(By by, String scope, String reason, @Nullable String seat) {}

  /** Something that a party is to do by a time; {@code done} is null until it says so. */
  public record Due(
      By by,
      String party,
      String words,
      Instant due,
      @Nullable By done,
      @Nullable String doneWords,
      boolean overdue) {}

  /** A case in a list. */
  public record CaseLine(
      String reference,
      By by,
      String title,
      int agreed,
      int open,
      @Nullable Instant next,
      int overdue,
      boolean closed) {}

  /**
   * A case of the working group.
   *
   * @param agreed what is agreed stands first; {@code differing} beside it
   * @param minutes newest first
   */
  public record Case(
      String reference,
      By by,
      String seat,
      String title,
      List<AgendaItem> agenda,
      List<Motion> agreed,
      List<Motion> differing,
      List<Motion> minutes,
      List<Due> dues,
      List<HandedOff> handedOff,
      List<String> refers,
      @Nullable Instant next,
      Closings closings) {}

  /** An item of the agenda with each party's latest position. */
  public record AgendaItem(int number, String text, List<Position> positions) {}

  /** A party's position; {@code words} is null if it has given none. */
  public record Position(
      String party, boolean own, @Nullable By by, @Nullable String words, @Nullable String seat) {}

  /** A message that came in on the wrong line. */
  public record HandedOff(By by, String message, String words) {}

  /**
   * A third party and whether each party says that it can reach it.
   *
   * @param reach by party: {@code CAN CANNOT UNKNOWN}
   */
  public record ThirdParty(String name, String title, List<Reach> reach) {}

  /**
   * Someone who is no party and is let in.
   *
   * @param role {@code OBSERVER} or {@code WITNESS}
   * @param key the short name of its key
   * @param cosigned of a witness: how many entries the checkpoint has that this node knows its
   *     cosignature of; null: it has none that this node knows, or is an observer
   */
  public record Guest(
      String role, String name, String title, String key, @Nullable Long cosigned) {}

  /** One party's word on a third party. */
  public record Reach(String party, boolean own, String word, String words, @Nullable By by) {}

  /**
   * What was handed on.
   *
   * @param what the message's id or the notice's reference
   * @param state {@code HANDED_ON CONFIRMED COULD_NOT}
   */
  public record Relay(By by, String what, boolean notice, String to, String state, String words) {}

  /**
   * The line in numbers, computed from the record alone: the same at every node.
   *
   * @param entries of the record that they are over
   */
  public record Statistics(
      long entries, List<AnswerTimes> answers, List<WeekCount> weeks, List<PlaceCount> places) {}

  /**
   * Milliseconds from a message to its answer, of what one party was asked, by kind.
   *
   * @param count how many it has answered
   * @param unanswered how many it has not
   */
  public record AnswerTimes(
      String party,
      String kind,
      long count,
      long unanswered,
      @Nullable Long medianMs,
      @Nullable Long p90Ms) {}

  /**
   * A week ({@code 2026-W47}) of one party.
   *
   * @param notices flights declared, the denominator
   * @param lateNotices declared later before their start than the terms ask
   * @param crossings notices that by their cells may cross an agreed line or use a corridor
   * @param lateCrossings those of them declared later than that line asks
   * @param missedChecks line checks not answered in the terms' interval
   */
  public record WeekCount(
      String week,
      String party,
      long notices,
      long lateNotices,
      long crossings,
      long lateCrossings,
      long missedChecks,
      long breachesClaimed,
      long breachesAccepted,
      long breachesDisputed) {}

  /** A zone or the nearest reference point, by party. */
  public record PlaceCount(String place, String party, long notices, long breachesClaimed) {}
}
