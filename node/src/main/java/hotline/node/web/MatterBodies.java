package hotline.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of what the parties quarrel over, where the path names what it is said of. */
final class MatterBodies {
  private MatterBodies() {}

  /** What this party says to a breach that is claimed of it. */
  record AnsweringBreach(String word, @Nullable String until, @Nullable String text) {}

  /** More on a breach. */
  record FollowingUp(String step, String words) {}

  /** Words alone. */
  record Words(String words) {}

  /** One exact volume of an own notice, or a sealed thing. */
  record Disclosing(
      @Nullable String notice,
      @Nullable Long version,
      @Nullable Integer item,
      @Nullable String evidence) {}

  /** What goes into the incident. */
  record Attaching(String item) {}

  /** What this party holds of another's exhibit. */
  record Assessing(String word, @Nullable String reason) {}

  /** A fact or a finding. */
  record Stating(String words, List<String> refers) {}

  /** What is due of whom, and when. */
  record Requiring(String party, String words, String due) {}

  /** A position on an item of the agenda, from 1. */
  record Positioning(int item, String words, String seat) {}

  /** A proposal. */
  record Proposing(String words, @Nullable String narrows, @Nullable String terms, String seat) {}

  /** Minutes. */
  record Minuting(String words, @Nullable String next, String seat) {}

  /** A signature. */
  record Signing(@Nullable String dissent, @Nullable String seat) {}

  /** A veto. */
  record Vetoing(String scope, String reason, @Nullable String seat) {}

  /** Where a message belongs: to this case, or to the group. */
  record HandingOff(@Nullable String file, String words) {}

  /** Whether a third party can be reached. */
  record Reaching(boolean can, String words) {}

  /** A note on a closing, or the reason of a reopening. */
  record Closing(String words, @Nullable String seat) {}
}
