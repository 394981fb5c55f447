package hotline.testkit.history;

/**
 * The first thing found in a history that no correct line can have done.
 *
 * @param rule what does not hold
 * @param sentence which operations show it
 */
public record Wrong(Rule rule, String sentence) {

  /** What a history must hold. */
  public enum Rule {
    /** What was acknowledged, or kept by a node, stands in the record in the end. */
    LOST,
    /** Nothing stands there twice. */
    TWICE,
    /** Nothing stands there that was refused, or that nobody said. */
    INVENTED,
    /** What was answered before something else was called stands before it. */
    ORDER,
    /** The host's record has all that was acknowledged before it was asked. */
    STALE,
    /** Whoever reads a place, anywhere and ever, reads the same. */
    FORKED,
    /** The record of one start of a node never gets shorter. */
    BACKWARDS,
    /** No node has what was not said yet. */
    AHEAD,
    /** No notice counts if another party's was recorded behind what its signer had verified. */
    OVERLOOKED,
    /** No notice is refused as stale where nothing was. */
    NEEDLESS,
    /** There is an order of the register's writes and reads, within their times, that explains. */
    REGISTER,
    /** The search for such an order took more steps than it may. */
    UNDECIDED
  }
}
