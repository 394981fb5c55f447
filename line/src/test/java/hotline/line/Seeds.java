package hotline.line;

import hotline.testkit.Chance;
import java.util.stream.LongStream;

/** The seeds that a property over whole histories is tried with. */
final class Seeds {
  private Seeds() {}

  /** So many, ten times as many in a full run; {@code -Dseed=N} repeats one. */
  static LongStream some(int count) {
    if (Long.getLong("seed") != null) {
      return Chance.seeds();
    }
    return LongStream.range(0, Boolean.getBoolean("hotline.full") ? 10L * count : count);
  }
}
