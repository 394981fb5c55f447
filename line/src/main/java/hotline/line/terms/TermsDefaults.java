package hotline.line.terms;

import hotline.line.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures that a new line starts its talks with. */
public final class TermsDefaults {
  private static final long NAUTICAL_MILE_MM = 1_852_000;
  private static final long SECOND_US = 1_000_000;
  private static final long MINUTE_US = 60 * SECOND_US;
  private static final long HOUR_US = 60 * MINUTE_US;
  private static final long DAY_US = 24 * HOUR_US;

  /** 5 NM or 1,000 ft; half of each as buffers, and 30 s; 3,000 ft between datums. */
  public static final Separation SEPARATION =
      new Separation(
          5 * NAUTICAL_MILE_MM, 1_000, 5 * NAUTICAL_MILE_MM / 2, 500, 30 * SECOND_US, 3_000);

  /** Two-minute volumes; shifts of 500 ft up to 2,000 ft, or of 1 min up to 10 min. */
  public static final Planning PLANNING =
      new Planning(2 * MINUTE_US, 500, 2_000, MINUTE_US, 10 * MINUTE_US);

  /** Cells of some 10 km, at most 32; whole minutes; 300 m or 1,000 ft. */
  public static final Granularity GRANULARITY = new Granularity(10, 32, MINUTE_US, 300_000, 1_000);

  /** Enough for a flight of some hours in two-minute volumes. */
  public static final Limits LIMITS = new Limits(256, 24 * HOUR_US, 256, 12 * HOUR_US, 600);

  /** Answers in a minute, urgent ones accepted in 30 s, a line check every 30 min, 10 min lead. */
  public static final Times TIMES =
      new Times(MINUTE_US, 30 * SECOND_US, 30 * MINUTE_US, 10 * MINUTE_US);

  /** The safety minimum, and plain talk. */
  public static final List<Kind> SURVIVES =
      Stream.concat(Terms.SAFETY_MINIMUM.stream(), Stream.of(Kind.QUERY, Kind.TEXT))
          .sorted()
          .toList();

  /** The record for ten years, private things for one. */
  public static final Retention RETENTION = new Retention(3_653 * DAY_US, 366 * DAY_US);

  /** The one seat that each party has in the working group. */
  public static final String SEAT = "delegate";

  /** What the terms are written in. */
  public static final String LANGUAGE = "en";

  private TermsDefaults() {}

  /**
   * The first terms of a line, with the default figures: no bound to the area, every party agrees
   * on everything, one liar, nobody else is let in, in force when all have signed.
   */
  public static Terms first(
      String host,
      List<PartyTerms> parties,
      List<String> categories,
      List<Zone> zones,
      List<ReferencePoint> points) {
    return new Terms(
        1,
        Optional.empty(),
        host,
        1,
        parties,
        SEPARATION,
        PLANNING,
        GRANULARITY,
        categories,
        zones,
        points,
        SURVIVES,
        LIMITS,
        TIMES,
        Optional.empty(),
        List.of(),
        List.of(),
        parties.stream().map(each -> new Seats(each.party(), List.of(SEAT))).toList(),
        List.of(LANGUAGE),
        1,
        List.of(),
        List.of(),
        List.of(),
        RETENTION,
        Optional.empty());
  }
}
