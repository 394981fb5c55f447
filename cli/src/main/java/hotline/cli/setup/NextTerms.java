package hotline.cli.setup;

import hotline.airspace.typed.Typed;
import hotline.airspace.typed.TypedDistance;
import hotline.airspace.typed.TypedTime;
import hotline.line.terms.ReferencePoint;
import hotline.line.terms.Seats;
import hotline.line.terms.Separation;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsDraft;
import hotline.line.terms.ThirdParty;
import hotline.line.terms.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The next terms of a line: what those in force say, but for what is changed. What is typed under a
 * name that is there already takes its place.
 */
public final class NextTerms {
  private final Terms before;
  private final TermsDraft draft;

  /** Terms after these, with nothing changed yet. */
  public NextTerms(Terms before) {
    this.before = before;
    this.draft = before.next();
  }

  /**
   * Adds categories, zones and reference points, and leaves out what has one of the names in {@code
   * without}.
   *
   * @param zones each {@code name=Title=position;position;position…}
   * @param points each {@code name=Title=position}
   * @throws IllegalArgumentException with one sentence about what cannot stand
   */
  public NextTerms places(
      List<String> categories, List<String> zones, List<String> points, List<String> without) {
    List<String> kept = new ArrayList<>(before.categories());
    kept.removeAll(without);
    categories.stream().filter(each -> !kept.contains(each)).forEach(kept::add);
    draft
        .categories(kept)
        .zones(
            put(before.zones(), zones.stream().map(FirstTerms::zone).toList(), Zone::zone, without))
        .points(
            put(
                before.points(),
                points.stream().map(FirstTerms::point).toList(),
                ReferencePoint::name,
                without));
    return this;
  }

  /**
   * Adds third parties, and puts others in a party's seats.
   *
   * @param thirdParties each {@code name=Title}
   * @param seats each {@code party=seat,seat…}
   */
  public NextTerms people(List<String> thirdParties, List<String> seats, List<String> without) {
    draft
        .thirdParties(
            put(
                before.thirdParties(),
                thirdParties.stream()
                    .map(each -> pair(each, "a third party as name=Title"))
                    .map(each -> new ThirdParty(each[0], each[1]))
                    .toList(),
                ThirdParty::name,
                without))
        .seats(
            put(
                before.seats(),
                seats.stream()
                    .map(each -> pair(each, "seats as party=seat,seat"))
                    .map(each -> new Seats(each[0], List.of(each[1].split(",", -1))))
                    .toList(),
                Seats::party,
                List.of()));
    return this;
  }

  /**
   * Says how far apart the parties keep; null keeps what was.
   *
   * @param horizontal with its unit: {@code 5 NM}
   */
  public NextTerms separation(@Nullable String horizontal, @Nullable Long verticalFt) {
    Separation was = before.separation();
    draft.separation(
        new Separation(
            horizontal == null ? was.horizontalMm() : value(TypedDistance.read(horizontal)),
            verticalFt == null ? was.verticalFt() : verticalFt,
            was.bufferHorizontalMm(),
            was.bufferVerticalFt(),
            was.bufferTimeUs(),
            was.datumMarginFt()));
    return this;
  }

  /** Says from when they are in force; null: when all have signed. */
  public NextTerms effective(@Nullable String time, Instant now) {
    long nowUs = Math.multiplyExact(now.toEpochMilli(), 1_000);
    draft.effectiveUs(Optional.ofNullable(time).map(typed -> value(TypedTime.read(typed, nowUs))));
    return this;
  }

  /**
   * The terms.
   *
   * @throws IllegalArgumentException with one sentence about what cannot stand
   */
  public Terms build() {
    return draft.build();
  }

  /** In the order that there was; what is new comes last. */
  private static <T> List<T> put(
      List<T> before, List<T> given, Function<T, String> name, List<String> without) {
    List<T> all = new ArrayList<>(before);
    all.removeIf(each -> without.contains(name.apply(each)));
    for (T each : given) {
      int at = all.stream().map(name).toList().indexOf(name.apply(each));
      if (at < 0) {
        all.add(each);
      } else {
        all.set(at, each);
      }
    }
    return all;
  }

  private static String[] pair(String text, String form) {
    String[] parts = text.split("=", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Give " + form + ", not " + text + ".");
    }
    return parts;
  }

  private static <T> T value(Typed<T> typed) {
    return switch (typed) {
      case Typed.Value<T>(T value) -> value;
      case Typed.Wrong<T>(String sentence) -> throw new IllegalArgumentException(sentence);
    };
  }
}
