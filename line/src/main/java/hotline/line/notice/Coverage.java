package hotline.line.notice;

import hotline.line.body.Condition;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a condition covers a notice: the same answer at every node, from the record alone.
 *
 * @param why for people: the rule that covers it, or what each rule lacks
 */
public record Coverage(boolean covered, String why) {
  /**
   * Covered iff for one rule the category is the rule's and every cell of the notice's extents lies
   * inside the zone's cells. A zone that the terms no longer have covers nothing.
   */
  public static Coverage of(Notice notice, Condition condition, Terms terms) {
    List<String> lacks = new ArrayList<>();
    for (Condition.Rule rule : condition.rules()) {
      Optional<String> lack = lack(notice, rule, terms);
      if (lack.isEmpty()) {
        return new Coverage(true, "covered: " + words(rule));
      }
      lacks.add(words(rule) + ": " + lack.get());
    }
    return new Coverage(false, "not covered (" + String.join("; ", lacks) + ")");
  }

  private static Optional<String> lack(Notice notice, Condition.Rule rule, Terms terms) {
    if (rule.category().filter(category -> !category.equals(notice.category())).isPresent()) {
      return Optional.of("its category is " + notice.category());
    }
    if (rule.zone().isEmpty()) {
      return Optional.empty();
    }
    Optional<Zone> zone = terms.zone(rule.zone().get());
    if (zone.isEmpty()) {
      return Optional.of("the terms have no such zone");
    }
    return notice.extents().stream().allMatch(extent -> zone.get().cells().contains(extent.cells()))
        ? Optional.empty()
        : Optional.of("it is not wholly inside");
  }

  private static String words(Condition.Rule rule) {
    return rule.category().map(category -> "category " + category).orElse("any category")
        + rule.zone().map(zone -> " in zone " + zone).orElse(" anywhere");
  }
}
