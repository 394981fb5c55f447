package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of {@link LineApi}: plain records, in the words of the field. Digests and ids are
 * lower-case hex. Positions are 10⁻⁹ degree, distances millimetres, heights a datum ({@code W84} in
 * millimetres, {@code STANDARD_PRESSURE} in feet). A time that has not come is null, never a guess.
 */
public final class Views {
  private Views() {}

  /** The line as this node sees it: the top bar of every page. */
  public record Line(
      String lineId,
      String name,
      String party,
      String node,
      String host,
      String mode,
      Instant now,
      List<PartyStatus> parties,
      RecordState record,
      Outbox outbox,
      @Nullable Instant lastProven,
      @Nullable String lastProvenBy,
      int unacceptedAlarms,
      List<Trouble> troubles) {}

  /**
   * Something about the node or the line itself that a person must know of: the host's record did
   * not hold, the disk is full, a peer refuses. Shown until it is over; evidence stays.
   *
   * @param code stable
   * @param sentence what is wrong, and what to do
   */
  public record Trouble(Instant since, String code, String sentence) {}

  /**
   * What one party last said of the channel. The parties' statements stand side by side and are
   * never merged.
   *
   * @param state {@code IN_FORCE}, {@code SUSPENDED} or {@code UNKNOWN} (has said nothing)
   * @param confirmed whether the statement has its receipt
   * @param heard when this node last had a signed word of it, by any way
   */
  public record PartyStatus(
      String party,
      boolean own,
      String state,
      @Nullable Instant effective,
      @Nullable Instant said,
      @Nullable Condition condition,
      String words,
      @Nullable String statementId,
      boolean confirmed,
      @Nullable Instant heard) {}

  /** A condition as its words and as its rules; a null category or zone means any. */
  public record Condition(String words, List<Rule> rules) {
    /**
     * What is allowed; null: any.
     *
     * @param times of every UTC day, as {@code 22:00-06:00}; it may pass midnight
     * @param floor as typed, with its datum; given with a ceiling, or not at all
     */
    public record Rule(
        @Nullable String category,
        @Nullable String zone,
        @Nullable String times,
        @Nullable String floor,
        @Nullable String ceiling) {
      /** At any time and any height. */
      public Rule(@Nullable String category, @Nullable String zone) {
        this(category, zone, null, null, null);
      }
    }
  }

  /** What a status or an offer speaks of; null and null: the whole line. */
  public record Scope(@Nullable String zone, @Nullable String category) {}

  /**
   * How far the record is.
   *
   * @param sequencer {@code RUNNING}, {@code WAITING} or {@code STOPPED} (this node hosts it, and
   *     it waits for the others to show their copies, or is stopped), {@code REACHED} or {@code
   *     UNREACHED} (another party hosts it)
   */
  public record RecordState(
      String origin,
      String sequencer,
      long size,
      String root,
      long confirmedSize,
      @Nullable Instant confirmedAt,
      long outcomesSize,
      String outcomesRoot) {}

  /** What was said here and is not yet seen by the others. */
  public record Outbox(int waiting, List<Waiting> statements) {
    /** One statement that waits. */
    public record Waiting(String id, String kind, Instant signed, String why) {}
  }

  /** A step that a statement or message has reached, with its time; null: not yet. */
  public record Delivery(
      Instant sent,
      @Nullable Instant recorded,
      @Nullable Instant confirmed,
      @Nullable Instant delivered,
      @Nullable Instant displayed,
      @Nullable Instant accepted,
      @Nullable Instant answered,
      @Nullable String acceptedBy,
      @Nullable String answer) {}

  /** A position with its rendering against the nearest reference point of the terms. */
  public record Place(
      long latNanodegrees,
      long lngNanodegrees,
      String text,
      @Nullable String referencePoint,
      @Nullable Long bearingMillidegrees,
      @Nullable Long distanceMm) {}

  /** A height band; {@code floor} and {@code ceiling} in the datum's unit. */
  public record Band(String datum, long floor, long ceiling, String text) {}

  /** A volume this node may know exactly: its own, or one opened to it. */
  public record Volume(
      int item,
      List<Long> outlineLatLngNanodegrees,
      @Nullable Long radiusMm,
      Band band,
      Instant start,
      Instant end) {}

  /**
   * A notice as the record has it, and as much of its volumes as this node knows.
   *
   * @param reference short name for talk: {@code N-0412}
   * @param state {@code ACCEPTED}, {@code ACTIVATED}, {@code NONCONFORMING}, {@code CONTINGENT} or
   *     {@code ENDED}
   * @param covered for each party with a condition in force, whether the condition covers it
   * @param startsInSeconds negative once it runs
   * @param label the owner's private label (call sign); null for another party's notice
   * @param release third parties to whom others may hand it on
   * @param crossings which agreed lines it crosses and which corridors it uses, as far as this node
   *     knows
   */
  public record Notice(
      String entity,
      String reference,
      String party,
      boolean own,
      int version,
      String state,
      String category,
      @Nullable String label,
      Band band,
      Instant start,
      Instant end,
      long startsInSeconds,
      boolean late,
      List<Covered> covered,
      List<Volume> volumes,
      List<String> cellTokens,
      int conflicts,
      List<Dispute> disputes,
      Delivery delivery,
      String mode,
      List<String> release,
      List<Crossing> crossings) {
    /** Released to nobody, crossing nothing. */
    public Notice(
        String entity,
        String reference,
        String party,
        boolean own,
        int version,
        String state,
        String category,
        @Nullable String label,
        Band band,
        Instant start,
        Instant end,
        long startsInSeconds,
        boolean late,
        List<Covered> covered,
        List<Volume> volumes,
        List<String> cellTokens,
        int conflicts,
        List<Dispute> disputes,
        Delivery delivery,
        String mode) {
      this(
          entity,
          reference,
          party,
          own,
          version,
          state,
          category,
          label,
          band,
          start,
          end,
          startsInSeconds,
          late,
          covered,
          volumes,
          cellTokens,
          conflicts,
          disputes,
          delivery,
          mode,
          List.of(),
          List.of());
    }
  }

  /** Whether one party's condition covers a notice, and the words to show. */
  public record Covered(String party, boolean covered, String why) {}

  /** A party's recorded dispute of a notice. */
  public record Dispute(String party, Instant said, String ground, String reason) {}

  /**
   * Two notices of two parties whose volumes overlap, or may.
   *
   * @param certainty {@code EXACT}, or {@code POSSIBLE}: the other party's volumes are not known
   *     here, which is never clear
   * @param horizontalMm least distance of the unbuffered paths when they are closest; null if
   *     unknown
   * @param state {@code OPEN}, {@code CLEARED} or {@code UNABLE}
   * @param toMove the party whose notice was ordered later and is to move
   */
  public record Conflict(
      String reference,
      String ownEntity,
      String ownReference,
      String otherEntity,
      String otherReference,
      String otherParty,
      String certainty,
      String state,
      String toMove,
      Instant overlapStart,
      Instant overlapEnd,
      Band overlapBand,
      @Nullable Place place,
      @Nullable Instant closestAt,
      @Nullable Long horizontalMm,
      @Nullable Long verticalFeet,
      @Nullable String messageId,
      boolean toBeAnsweredHere) {}

  /**
   * A message between posts.
   *
   * @param late whether it was signed so long before it came that it must not alarm
   * @param alarm {@code NONE}, {@code UNACCEPTED} or {@code ACCEPTED}
   * @param way {@code RECORD}, {@code DIRECT} or {@code BOTH}: how it came; {@code STICK}: it was
   *     carried here by hand before it came in any other way
   * @param signed when it was signed; of one that was entered later, when it was entered
   * @param passed when it was really said, by voice or on paper, as its sender says; null: it was
   *     not entered later
   */
  public record Message(
      String id,
      String kind,
      boolean urgent,
      String from,
      boolean own,
      List<String> to,
      Instant signed,
      @Nullable Instant replyBy,
      @Nullable String text,
      @Nullable String language,
      @Nullable Place place,
      @Nullable Band band,
      List<String> notices,
      Delivery delivery,
      List<Answer> answers,
      String alarm,
      boolean late,
      String way,
      String mode,
      @Nullable Long index,
      SignedBy by,
      @Nullable Instant passed) {}

  /** One answer to a message. */
  public record Answer(String party, String word, @Nullable String text, Instant said) {}

  /**
   * An offer to restore, and what became of it: open, accepted, refused, withdrawn, lapsed,
   * overtaken.
   *
   * @param scope what would be restored
   * @param counters the other party's offer that it answers
   */
  public record Offer(
      String id,
      String party,
      boolean own,
      @Nullable Condition condition,
      String words,
      Instant said,
      Instant lapses,
      String state,
      List<Answer> answers,
      Scope scope,
      @Nullable String counters) {
    /** Of the whole line, and in answer to none. */
    public Offer(
        String id,
        String party,
        boolean own,
        @Nullable Condition condition,
        String words,
        Instant said,
        Instant lapses,
        String state,
        List<Answer> answers) {
      this(
          id,
          party,
          own,
          condition,
          words,
          said,
          lapses,
          state,
          answers,
          new Scope(null, null),
          null);
    }
  }

  /**
   * A post and who has the watch there; null officer: nobody has said so.
   *
   * @param handingTo to whom it is handed over; null: to nobody, or it was taken
   * @param handed since when it is handed over and not taken
   * @param open statements that were handed over with it
   */
  public record Watch(
      String party,
      String post,
      @Nullable String officer,
      @Nullable Instant since,
      @Nullable String handingTo,
      @Nullable Instant handed,
      List<String> open) {}

  /** One entry of the record, explained. */
  public record Entry(
      long index,
      String id,
      String kind,
      String party,
      String node,
      String lane,
      long sequence,
      Instant signed,
      String verdict,
      String code,
      String sentence,
      int bytes,
      boolean confirmed,
      SignedBy by) {}

  /**
   * A disclosure of exact volumes, as logged at this end.
   *
   * @param direction {@code GIVEN} by this party, or {@code RECEIVED} from {@code peer}
   * @param opened how many volumes
   * @param withheld of how many notices nothing was opened
   */
  public record Disclosure(
      Instant at,
      String direction,
      String peer,
      String onBehalfOf,
      int opened,
      int withheld,
      String requestDigest) {}

  /**
   * The line at an instant that is past, as a whole.
   *
   * @param entries of the record that this node had by then
   * @param parties each party's channel status then
   */
  public record PastLine(Instant at, long entries, List<PartyStatus> parties) {}
}
