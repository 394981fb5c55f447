package hotline.node.api;

import java.util.List;

/** What a notice that is not declared yet would be. */
public sealed interface Drafted {
  /** Which agreed lines it would cross and which corridors it would use, if it were said now. */
  record Crosses(List<Crossing> crossings) implements Drafted {}

  /** It could not be; {@code code} is stable. */
  record Refused(String code, String sentence) implements Drafted {}
}
