package hotline.node.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and systems ask of {@link LineApi}: plain records whose texts are as typed; the node
 * parses, keeps the original beside the canonical value, and refuses with one clear sentence.
 */
public final class Requests {
  private Requests() {}

  /**
   * A notice to declare or amend.
   *
   * @param entity null declares a new one; otherwise the notice to amend
   * @param label private to this party (call sign); never leaves the node
   * @param answers the CONFLICT message that an amendment answers; null if none
   * @param release third parties of the terms to whom others may hand it on; null or none: nobody
   */
  public record Declare(
      @Nullable String entity,
      String category,
      @Nullable String label,
      List<Volume> volumes,
      @Nullable String answers,
      @Nullable List<String> release) {
    /** Released to nobody. */
    public Declare(
        @Nullable String entity,
        String category,
        @Nullable String label,
        List<Volume> volumes,
        @Nullable String answers) {
      this(entity, category, label, volumes, answers, null);
    }
  }

  /**
   * One volume as typed: an outline of positions, or one position and a radius; heights and times
   * with their datum and zone.
   *
   * @param radius with its unit ({@code 5 NM}, {@code 9.3 km}); null for an outline
   * @param path the unbuffered path as {@code time position height} lines; null if there is none
   */
  public record Volume(
      List<String> outline,
      @Nullable String radius,
      String floor,
      String ceiling,
      String start,
      String end,
      @Nullable List<String> path) {}

  /**
   * A shift of an existing notice: exactly one of the two, within the terms' limits.
   *
   * @param answers the CONFLICT message that it answers (with WILCO); null if none
   */
  public record Shift(
      String entity,
      @Nullable Long verticalFeet,
      @Nullable Long seconds,
      @Nullable String answers) {}

  /**
   * A message; STOP needs nothing but its kind.
   *
   * @param passed when it was really said, by voice or on paper, if it is entered later: a time in
   *     UTC as typed, the clock alone the last such; null: it is said now
   */
  public record Message(
      String kind,
      List<String> to,
      @Nullable String text,
      @Nullable String language,
      @Nullable String position,
      @Nullable String floor,
      @Nullable String ceiling,
      List<String> notices,
      @Nullable Long replyWithinSeconds,
      @Nullable String passed) {
    /** Said now. */
    public Message(
        String kind,
        List<String> to,
        @Nullable String text,
        @Nullable String language,
        @Nullable String position,
        @Nullable String floor,
        @Nullable String ceiling,
        List<String> notices,
        @Nullable Long replyWithinSeconds) {
      this(kind, to, text, language, position, floor, ceiling, notices, replyWithinSeconds, null);
    }
  }

  /** An answer with one of the CPDLC words. */
  public record Answer(String message, String word, @Nullable String text) {}

  /**
   * A status of this party: {@code SUSPENDED} or {@code IN_FORCE}.
   *
   * @param scope what it speaks of; null: the whole line
   */
  public record Status(
      String state,
      @Nullable String effective,
      Views.@Nullable Condition condition,
      String words,
      Views.@Nullable Scope scope) {
    /** Of the whole line. */
    public Status(
        String state,
        @Nullable String effective,
        Views.@Nullable Condition condition,
        String words) {
      this(state, effective, condition, words, null);
    }
  }

  /**
   * An offer to restore.
   *
   * @param counters the other party's offer that it answers; null: none
   * @param scope what it speaks of; null: the whole line
   */
  public record Offer(
      Views.@Nullable Condition condition,
      String words,
      long lapsesInSeconds,
      @Nullable String counters,
      Views.@Nullable Scope scope) {
    /** Of the whole line, and in answer to none. */
    public Offer(Views.@Nullable Condition condition, String words, long lapsesInSeconds) {
      this(condition, words, lapsesInSeconds, null, null);
    }
  }

  /** A dispute of another party's notice; ground is {@code CONDITION POSITION TIME OTHER}. */
  public record Dispute(String entity, String ground, String reason) {}

  /**
   * A filled-in sheet of terms.
   *
   * @param after the hash of the terms it was drafted from, as its sheet said; null: whatever is in
   *     force, or the first terms
   * @param clauses what is filled in; what is left out stays as the sheet has it
   * @param hash of what was looked at before it is proposed; null: nothing was
   */
  public record Sheet(@Nullable String after, List<SheetClause> clauses, @Nullable String hash) {}

  /** One clause by its name, with its values. */
  public record SheetClause(String name, List<String> values) {}
}
