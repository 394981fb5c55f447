package hotline.line.status;

import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.body.Activity;
import hotline.line.body.Condition;
import hotline.line.body.Scope;
import hotline.line.terms.Terms;
import hotline.line.terms.Zone;
import java.util.List;
import java.util.Optional;

/** What lies in a scope, by the terms. */
final class Scopes {
  private Scopes() {}

  /**
   * Whether all of this lies wholly in a scope. The whole line holds everything; what cannot be
   * placed (no activities) lies in no other scope, and nothing lies in a zone that the terms do not
   * have.
   */
  static boolean holds(Scope scope, List<Activity> about, Terms terms) {
    return scope.isWhole()
        || (!about.isEmpty() && about.stream().allMatch(each -> holds(scope, each, terms)));
  }

  private static boolean holds(Scope scope, Activity activity, Terms terms) {
    if (scope.category().filter(category -> !category.equals(activity.category())).isPresent()) {
      return false;
    }
    if (scope.zone().isEmpty()) {
      return true;
    }
    Optional<Zone> zone = terms.zone(scope.zone().get());
    return zone.isPresent()
        && activity.extents().stream()
            .allMatch(extent -> zone.get().cells().contains(extent.cells()));
  }

  /** Whether something could lie in both; every doubt is yes. */
  static boolean meet(Scope one, Scope other, Terms terms) {
    if (one.category().isPresent()
        && other.category().isPresent()
        && !one.category().equals(other.category())) {
      return false;
    }
    if (one.zone().isEmpty() || other.zone().isEmpty() || one.zone().equals(other.zone())) {
      return true;
    }
    Optional<Zone> first = one.zone().flatMap(terms::zone);
    Optional<Zone> second = other.zone().flatMap(terms::zone);
    return first.isEmpty() || second.isEmpty() || first.get().cells().meets(second.get().cells());
  }

  /** Why the terms do not know what a scope names, if so. */
  static Optional<Ruling.Refused> unknown(Scope scope, Terms terms) {
    return unknown(scope.category(), scope.zone(), terms);
  }

  /** Why the terms do not know what a condition names, if so. */
  static Optional<Ruling.Refused> unknown(Optional<Condition> condition, Terms terms) {
    return condition.stream()
        .flatMap(each -> each.rules().stream())
        .flatMap(rule -> unknown(rule.category(), rule.zone(), terms).stream())
        .findFirst();
  }

  private static Optional<Ruling.Refused> unknown(
      Optional<String> category, Optional<String> zone, Terms terms) {
    if (category.filter(name -> !terms.categories().contains(name)).isPresent()) {
      return Optional.of(
          Refusals.UNKNOWN_CATEGORY.refuse(category.get(), String.join(", ", terms.categories())));
    }
    if (zone.filter(name -> terms.zone(name).isEmpty()).isPresent()) {
      return Optional.of(
          Refusals.UNKNOWN_ZONE.refuse(
              zone.get(),
              terms.zones().isEmpty()
                  ? "anywhere (they have no zones)"
                  : String.join(", ", terms.zones().stream().map(Zone::zone).toList())));
    }
    return Optional.empty();
  }
}
