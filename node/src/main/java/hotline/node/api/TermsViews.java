package hotline.node.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parties agreed on, and what they say of it, as {@link Views} has everything else. */
public final class TermsViews {
  private TermsViews() {}

  /**
   * One word of a party on its channel, on the whole line or a part of it. Its words stand where no
   * later one does; none is ever taken from another party's.
   *
   * @param counts whether it stands now; false: it is to take effect later
   * @param contradicts the party's own earlier statements that say otherwise of the same time
   */
  public record ChannelWord(
      String party,
      boolean own,
      Views.Scope scope,
      String state,
      Instant effective,
      Instant said,
      Views.@Nullable Condition condition,
      String words,
      String statementId,
      boolean confirmed,
      boolean counts,
      List<String> contradicts) {}

  /** Two words of one party that speak of the same time, and differ; {@code to} null: no end. */
  public record Contradiction(
      String party, ChannelWord earlier, ChannelWord later, Instant from, @Nullable Instant to) {}

  /**
   * What was said while the channel was suspended the last time, for both sides to go through.
   *
   * @param suspendedBy whose word suspended it, at entry {@code suspendedAt}
   * @param restoredAt the entry from which no party's channel was suspended; null: not yet
   * @param entries in between, oldest first, at most 1,000
   * @param more how many came after those
   */
  public record Reconciliation(
      String suspendedBy,
      long suspendedAt,
      @Nullable Long restoredAt,
      List<Views.Entry> entries,
      long more) {}

  /**
   * Running and soon starting notices, of either party, that lie outside of what the parties agree
   * on: the same at every node.
   *
   * @param since when the latest word of a party took effect; null: nobody has said anything
   * @param outside soonest first, at most 1,000; {@code more}: how many besides
   * @param again what was outside just before that word and is not any more
   */
  public record Outside(
      @Nullable Instant since, List<OutsideNotice> outside, long more, List<OutsideNotice> again) {}

  /**
   * A notice with each party's reason.
   *
   * @param running false: it begins within two hours
   */
  public record OutsideNotice(
      String entity,
      String reference,
      String party,
      boolean own,
      int version,
      String state,
      Instant start,
      Instant end,
      boolean running,
      List<OutsideReason> reasons) {}

  /** Why a notice is outside for one party, by that party's own word. */
  public record OutsideReason(
      String party, boolean own, String statementId, Instant effective, String why) {}

  /**
   * Terms that are in force, proposed, agreed (all have signed, and their time has not come) or
   * over.
   *
   * @param state {@code IN_FORCE}, {@code PROPOSED}, {@code AGREED}, {@code REFUSED}, {@code
   *     WITHDRAWN}, {@code REPLACED}, {@code LAPSED} or {@code OVERTAKEN}
   * @param clauses each with its number, in their order: {@code 15.1 Reply by: 1 min}
   * @param proposedBy null of those in force
   * @param effective from when they are in force, if they say so
   * @param lapses a signature signed later comes too late
   * @param end how a proposal ended; a refusal is a veto with its scope and reason
   * @param lines that are crossed only with notice, and corridors, for drawing
   */
  public record Terms(
      String hash,
      long number,
      String state,
      List<String> signedBy,
      List<String> clauses,
      List<Zone> zones,
      List<Views.Place> points,
      List<String> categories,
      List<String> survives,
      long minimumHorizontalMm,
      long minimumVerticalFeet,
      @Nullable String proposedBy,
      @Nullable Instant effective,
      @Nullable Instant lapses,
      @Nullable End end,
      List<Seats> seats,
      List<Line> lines) {
    /** With nothing said of when and by whom. */
    public Terms(
        String hash,
        long number,
        String state,
        List<String> signedBy,
        List<String> clauses,
        List<Zone> zones,
        List<Views.Place> points,
        List<String> categories,
        List<String> survives,
        long minimumHorizontalMm,
        long minimumVerticalFeet) {
      this(
          hash,
          number,
          state,
          signedBy,
          clauses,
          zones,
          points,
          categories,
          survives,
          minimumHorizontalMm,
          minimumVerticalFeet,
          null,
          null,
          null,
          null,
          List.of(),
          List.of());
    }

    /** The seats of a party in the working group. */
    public record Seats(String party, List<String> seats) {}

    /** A zone with its outline for drawing. */
    public record Zone(String zone, String title, List<Long> outlineLatLngNanodegrees) {}

    /**
     * An agreed line or a corridor with its points, for drawing.
     *
     * @param sort {@code LINE} or {@code CORRIDOR}
     * @param band the heights it is for; null: all
     */
    public record Line(
        String line,
        String title,
        String sort,
        List<Long> latLngNanodegrees,
        long widthMm,
        Views.@Nullable Band band) {}

    /** Whose statement ended a proposal, and why; scope and reason may be empty. */
    public record End(String by, String scope, String reason, Instant said) {}
  }

  /**
   * What terms change in those in force, in plain words.
   *
   * @param against the hash of those in force; null: there are none, and everything is new
   */
  public record TermsDiff(String hash, @Nullable String against, List<ClauseChange> changes) {}

  /**
   * One clause that differs; {@code before} null: it is new; {@code after} null: it is gone.
   *
   * @param number of the clause, the same everywhere: {@code 15.1}
   */
  public record ClauseChange(
      String number, String what, @Nullable String before, @Nullable String after) {}
}
