package hotline.node.api;

import java.util.List;

/** What a notice that is not declared yet would be. */
public sealed interface Drafted {
  /**
   * What would come of it, if it were said now: nothing has been said, and nobody asked.
   *
   * @param crossings which agreed lines it would cross and which corridors it would use
   * @param conflicts with the notices that this node knows, soonest first: exact where a volume
   *     that was opened before overlaps, else possible, never clear
   * @param more notices that it meets as well and that were not looked at, being too many
   * @param seen the notice as the other parties' nodes will show it, before any volume is opened to
   *     them; of a new one, the id is made up
   * @param opens to whom exact volumes will be opened, because its notices meet them
   * @param leadSeconds the notice that the terms ask for before it starts; 0: none
   */
  record Checked(
      List<Crossing> crossings,
      List<Views.Conflict> conflicts,
      int more,
      Views.Notice seen,
      List<Opens> opens,
      long leadSeconds)
      implements Drafted {}

  /** How many of its volumes a party may have opened to it. */
  record Opens(String party, int volumes) {}

  /** It could not be; {@code code} is stable. */
  record Refused(String code, String sentence) implements Drafted {}
}
