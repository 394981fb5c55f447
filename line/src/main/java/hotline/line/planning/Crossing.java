package hotline.line.planning;

import hotline.line.terms.AgreedLine;
import hotline.line.terms.TermsWords;

/**
 * That a notice crosses an agreed line or uses an agreed corridor, or may.
 *
 * @param exact whether exact volumes say so; false: the coarse cells allow it, no more is known
 * @param atUs when, at the earliest, µs since 1970 UTC
 * @param givenUs from the signing of the notice to then; negative if it was signed after
 */
public record Crossing(AgreedLine line, boolean exact, long atUs, long givenUs) {
  private static final long MINUTE_US = 60_000_000;

  /** Whether less notice was given than the terms ask for. */
  public boolean isLate() {
    return givenUs < line.crossingLeadUs();
  }

  /** As people say it: {@code crosses the river: 10 min notice is asked, 4 min given: late}. */
  public String words() {
    boolean corridor = line.sort() == AgreedLine.Sort.CORRIDOR;
    String verb =
        corridor
            ? exact ? "uses corridor " : "may use corridor "
            : exact ? "crosses " : "may cross ";
    String what = verb + line.title();
    if (line.crossingLeadUs() == 0) {
      return what;
    }
    String given =
        givenUs < 0 ? "none given" : TermsWords.duration(givenUs - givenUs % minutes()) + " given";
    return "%s: %s notice is asked, %s%s"
        .formatted(
            what, TermsWords.duration(line.crossingLeadUs()), given, isLate() ? ": late" : "");
  }

  /** Whole minutes where there is one; never rounded up to what is asked. */
  private long minutes() {
    return givenUs >= MINUTE_US ? MINUTE_US : 1_000_000;
  }
}
