package hotline.testkit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One operation as the client saw it: one line of a history. Times are microseconds since the
 * history began, by one clock.
 *
 * @param client who called; one call at a time
 * @param node which node was called
 * @param run which start of that node answered, counted from 0
 * @param host whether that node is the host: only there is a read of the newest state
 * @param act what was asked
 * @param key {@code record}, the register: {@code party/post}, or whose notice it is
 * @param value what was said, taken or read; of a notice the id of its statement; null: nothing of
 *     a client stands there, or it is not known
 * @param index the place in the record, or for SIZE how many entries there are; null if unknown
 * @param basis of a notice that stands in the record, how many entries its signer had verified; of
 *     anything else null, and left out
 * @param outcome what the client was told
 * @param callUs when it was called
 * @param returnUs when the answer came; of {@link Outcome#UNKNOWN} it means nothing
 */
public record Op(
    int client,
    String node,
    int run,
    boolean host,
    Act act,
    String key,
    @Nullable String value,
    @Nullable Long index,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long basis,
    Outcome outcome,
    long callUs,
    long returnUs) {

  /** Of anything but a notice in the record. */
  public Op(
      int client,
      String node,
      int run,
      boolean host,
      Act act,
      String key,
      @Nullable String value,
      @Nullable Long index,
      Outcome outcome,
      long callUs,
      long returnUs) {
    this(client, node, run, host, act, key, value, index, null, outcome, callUs, returnUs);
  }

  /** What is asked of a node. */
  public enum Act {
    /** Appends a text, found nowhere else in the history, to the record. */
    SAY,
    /** How many entries the record has. */
    SIZE,
    /** What stands at one place of the record. */
    ENTRY,
    /** Writes the register: who has the watch at a post. */
    TAKE,
    /** Reads the register. */
    HOLDER,
    /** Declares or amends a notice; all of a history meet each other. */
    DECLARE,
    /** What notice stands at one place: it counts (OK), or is refused as stale (REFUSED). */
    NOTICE
  }

  /** What the client was told. */
  public enum Outcome {
    /** Done, or read. */
    OK,
    /** Kept at the node, and not in the record yet: it has to come there. */
    KEPT,
    /** Refused, without effect. */
    REFUSED,
    /** Nothing: it may have had its effect, or have it later, or never. */
    UNKNOWN
  }

  /** Whether the client knows that it had its effect between call and return. */
  boolean isOk() {
    return outcome == Outcome.OK;
  }

  /** The place or size that it has to have. */
  long at() {
    if (index == null) {
      throw new IllegalArgumentException("no index: " + this);
    }
    return index;
  }
}
