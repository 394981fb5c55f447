package hotline.node.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@link MatterApi}; texts as typed: places, heights and times in any usual form.
 */
public final class MatterRequests {
  private MatterRequests() {}

  /**
   * A claim of a breach: of exactly one of a clause of the terms (its number), a notice (id or
   * reference) or a track.
   */
  public record Breach(
      String party,
      @Nullable Integer clause,
      @Nullable String notice,
      @Nullable String track,
      String from,
      String to,
      @Nullable String position,
      @Nullable String floor,
      @Nullable String ceiling,
      @Nullable String zone,
      String words) {}

  /** An answer: {@code ACCEPTS DISPUTES NO_COMMENT NEEDS_TIME}. */
  public record BreachAnswer(
      String breach, String word, @Nullable String until, @Nullable String text) {}

  /** A follow-up: {@code COMMENT NARROWED WITHDRAWN}. */
  public record FollowUp(String breach, String step, String words) {}

  /** Opens an incident; {@code words} are this party's first version. */
  public record Incident(
      String title,
      String from,
      String to,
      @Nullable String position,
      @Nullable String floor,
      @Nullable String ceiling,
      String words,
      List<String> refers) {}

  /** Seals a thing of this many bytes by its SHA-256: {@code TRACK FILE RECORDING OTHER}. */
  public record Seal(
      String sort,
      String title,
      String sha256,
      long bytes,
      @Nullable String from,
      @Nullable String to,
      @Nullable String incident) {}

  /** Discloses one exact volume of an own notice (and version), or a sealed thing. */
  public record Disclose(
      String incident,
      @Nullable String notice,
      @Nullable Long version,
      @Nullable Integer item,
      @Nullable String evidence) {}

  /** A claim; without an incident it is lodged beforehand or stands alone. */
  public record Claim(
      @Nullable String incident,
      String words,
      String from,
      String to,
      @Nullable String position,
      @Nullable String narrows) {}

  /** {@code ACCEPTS DISPUTES CANNOT_VERIFY NO_FIRM_INFORMATION}; a dispute has a reason. */
  public record Assess(String item, String word, @Nullable String reason) {}

  /** A fact of an incident or a case, or a finding of an incident. */
  public record Wording(String file, String words, List<String> refers) {}

  /** Something that a party is to do by a time. */
  public record Due(String file, String party, String words, String due) {}

  /** Opens a case. */
  public record Case(String title, List<String> agenda, List<String> refers, String seat) {}

  /** This party's position on an item of the agenda, from 1. */
  public record Position(String file, int item, String words, String seat) {}

  /** A proposal. */
  public record Proposal(
      String file, String words, @Nullable String narrows, @Nullable String terms, String seat) {}

  /** Minutes, and when the group meets next. */
  public record Minutes(String file, String words, @Nullable String next, String seat) {}

  /** Signs a fact, finding, proposal or minutes. */
  public record Agree(String item, @Nullable String dissent, @Nullable String seat) {}

  /** Blocks one of them. */
  public record Veto(String item, String scope, String reason, @Nullable String seat) {}

  /** A message that belongs to the working group. */
  public record HandOff(String message, @Nullable String file, String words) {}

  /** What was handed on: a message (id) or a notice (id or reference) to whom. */
  public record Relay(
      @Nullable String message, @Nullable String notice, String to, String state, String words) {}

  /** Closes or reopens a file; {@code words} are a note, or the reason. A case has a seat. */
  public record Closing(String file, String words, @Nullable String seat) {}
}
