package hotline.line.notice;

import hotline.airspace.Extent;
import hotline.line.body.Activity;
import hotline.line.body.Condition;
import hotline.line.body.Daily;
import hotline.line.terms.Terms;
import hotline.line.terms.TermsWords;
import hotline.line.terms.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whether a condition covers an activity: the same answer at every node, from the record alone.
 *
 * @param why for people: the rule that covers it, or what each rule lacks
 * @param rules what was found for each rule, in their order, up to the one that covers it
 */
public record Coverage(boolean covered, String why, List<Finding> rules) {
  public Coverage {
    rules = List.copyOf(rules);
  }

  /**
   * What was found for one rule.
   *
   * @param rule in words
   * @param lacks everything that is not as the rule asks; empty iff it covers
   * @param note how heights were compared, if that is not as plain as the rule reads, or empty
   */
  public record Finding(String rule, List<String> lacks, String note) {
    public Finding {
      lacks = List.copyOf(lacks);
    }

    /** Whether the rule covers it. */
    public boolean covers() {
      return lacks.isEmpty();
    }
  }

  /** Whether it covers a notice as it is now. */
  public static Coverage of(Notice notice, Condition condition, Terms terms) {
    return of(notice.activity(), condition, terms);
  }

  /**
   * Covered iff for one rule the category is the rule's, every cell lies inside the zone's cells,
   * every interval in one of the daily times and every band inside the rule's (docs/format.md §5).
   * A zone that the terms no longer have covers nothing.
   */
  public static Coverage of(Activity activity, Condition condition, Terms terms) {
    List<Finding> findings = new ArrayList<>();
    for (Condition.Rule rule : condition.rules()) {
      Finding finding = finding(activity, rule, terms);
      findings.add(finding);
      if (finding.covers()) {
        String note = finding.note().isEmpty() ? "" : " (" + finding.note() + ")";
        String why = "covered by rule " + findings.size() + ": " + finding.rule() + note;
        return new Coverage(true, why, findings);
      }
    }
    List<String> all =
        IntStream.range(0, findings.size())
            .mapToObj(i -> "rule " + (i + 1) + ", " + lack(findings.get(i)))
            .toList();
    return new Coverage(false, "not covered: " + String.join("; ", all), findings);
  }

  private static String lack(Finding finding) {
    return finding.rule()
        + ": "
        + String.join(" and ", finding.lacks())
        + (finding.note().isEmpty() ? "" : " (" + finding.note() + ")");
  }

  private static Finding finding(Activity activity, Condition.Rule rule, Terms terms) {
    List<String> lacks = new ArrayList<>();
    rule.category()
        .filter(category -> !category.equals(activity.category()))
        .ifPresent(_ -> lacks.add("its category is " + activity.category()));
    rule.zone()
        .ifPresent(name -> {
          Optional<Zone> zone = terms.zone(name);
          if (zone.isEmpty()) {
            lacks.add("the terms have no such zone");
          } else {
            unless(
                activity,
                extent -> zone.get().cells().contains(extent.cells()),
                "not wholly inside the zone",
                lacks);
          }
        });
    rule.times()
        .ifPresent(daily ->
            unless(
                activity,
                extent -> daily.holds(extent.times()),
                "not wholly in the times of day",
                lacks));
    rule.band()
        .ifPresent(band ->
            unless(
                activity,
                extent -> band.holds(extent.heights(), terms.separation().datumMarginFt()),
                "not wholly in the heights",
                lacks));
    return new Finding(words(rule), lacks, note(activity, rule, terms));
  }

  /** Names the extents that do not hold, by their places from 1, if there are several. */
  private static void unless(
      Activity activity, Predicate<Extent> holds, String lack, List<String> lacks) {
    List<Extent> extents = activity.extents();
    List<String> failing =
        IntStream.range(0, extents.size())
            .filter(i -> !holds.test(extents.get(i)))
            .mapToObj(i -> String.valueOf(i + 1))
            .toList();
    if (failing.isEmpty()) {
      return;
    }
    lacks.add(
        extents.size() == 1
            ? "it is " + lack
            : "its part"
                + (failing.size() == 1 ? " " : "s ")
                + String.join(", ", failing)
                + " of "
                + extents.size()
                + (failing.size() == 1 ? " is " : " are ")
                + lack);
  }

  private static String note(Activity activity, Condition.Rule rule, Terms terms) {
    boolean mixed =
        rule.band()
            .filter(band ->
                activity.extents().stream()
                    .anyMatch(extent -> extent.heights().datum() != band.datum()))
            .isPresent();
    return mixed
        ? "its heights are of another datum: the rule's were taken %d ft narrower at each end"
            .formatted(terms.separation().datumMarginFt())
        : "";
  }

  /** A rule as people say it: {@code category transit in zone east, 22:00 to 06:00 UTC}. */
  public static String words(Condition.Rule rule) {
    return rule.category().map(category -> "category " + category).orElse("any category")
        + rule.zone().map(zone -> " in zone " + zone).orElse(" anywhere")
        + rule.times().map(Daily::words).map(times -> ", " + times).orElse("")
        + rule.band().map(TermsWords::band).map((String band) -> ", " + band).orElse("");
  }
}
