package hotline.console;

import static hotline.console.Html.el;
import static hotline.console.Html.text;

import hotline.node.api.Pages;
import hotline.node.api.TermsViews;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions and scopes: in words and as rules, as they are typed and as they are read. */
final class Conditions {
  static final int RULES_MAX = 4;

  private Conditions() {}

  /** The words as they stand in the record, and below them the rules that nodes go by. */
  static Html words(Views.@Nullable Condition condition) {
    if (condition == null) {
      return text("none");
    }
    Html.Element rules = el("ul").cls("rules");
    for (Views.Condition.Rule rule : condition.rules()) {
      rules.add(el("li", text("only "), rule(rule)));
    }
    if (condition.rules().isEmpty()) {
      rules.add(el("li", "no rule: nodes cannot check these words").cls("soft"));
    }
    return el("div", el("blockquote", Words.said(condition.words())), rules);
  }

  private static Html rule(Views.Condition.Rule rule) {
    String category = rule.category() == null ? "any category" : "category " + rule.category();
    String zone = rule.zone() == null ? "anywhere" : "in zone " + rule.zone();
    Html.Element words = el("span", Words.ltr(category), text(" "), Words.ltr(zone));
    words.add(
        rule.times() == null
            ? text(" at any time")
            : Html.all(text(" every day "), Words.ltr(rule.times() + " UTC")));
    return words.add(
        rule.floor() == null || rule.ceiling() == null
            ? text(" at any height")
            : Html.all(text(" from "), Words.ltr(rule.floor() + " to " + rule.ceiling())));
  }

  static boolean whole(Views.Scope scope) {
    return scope.zone() == null && scope.category() == null;
  }

  /** What a word speaks of: {@code the whole line}, {@code transit in zone z-alps}. */
  static Html scope(Views.Scope scope) {
    if (whole(scope)) {
      return text("the whole line");
    }
    String category = scope.category() == null ? "everything" : scope.category();
    return Html.all(
        Words.ltr(category),
        text(scope.zone() == null ? " everywhere" : " in zone "),
        scope.zone() == null ? Html.none() : Words.ltr(scope.zone()));
  }

  /** What a status or an offer shall speak of. */
  static Html scopeFields(Asked typed) {
    return el(
            "fieldset",
            el("legend", "It speaks of").cls("soft xs"),
            el(
                    "div",
                    select(
                        typed, "scope-category", "category", "every category", categories(typed)),
                    select(typed, "scope-zone", "zone", "the whole line", zones(typed)))
                .cls("row"))
        .cls("stack tight");
  }

  /** The rules of a condition: each is ticked to count. */
  static Html ruleFields(Asked typed, String legend) {
    Html.Element set = el("fieldset", el("legend", legend).cls("soft xs")).cls("stack tight");
    for (int i = 1; i <= RULES_MAX; i++) {
      set.add(ruleFields(typed, i));
    }
    return set;
  }

  private static Html ruleFields(Asked typed, int i) {
    return el("div")
        .cls("row")
        .add(
            el("label")
                .cls("field")
                .add(
                    el("input")
                        .at("type", "checkbox")
                        .at("name", "rule" + i)
                        .at("value", "yes")
                        .at(!typed.typed("rule" + i).isEmpty(), "checked", ""))
                .add(" rule " + i),
            select(typed, "category" + i, "category, rule " + i, "any category", categories(typed)),
            select(typed, "zone" + i, "zone, rule " + i, "any zone", zones(typed)),
            brief(typed, "times" + i, "daily, UTC, rule " + i, "22:00-06:00"),
            brief(typed, "floor" + i, "from level, rule " + i, "from FL"),
            brief(typed, "ceiling" + i, "to level, rule " + i, "to FL"));
  }

  private static Html brief(Asked typed, String name, String label, String example) {
    return el("input")
        .cls("short")
        .at("name", name)
        .at("maxlength", "24")
        .at("dir", "ltr")
        .at("aria-label", label)
        .at("placeholder", example)
        .at("value", typed.typed(name));
  }

  private static Html select(
      Asked typed, String name, String label, String any, List<String> values) {
    Html.Element select = el("select").at("name", name).at("aria-label", label);
    select.add(el("option", any).at("value", ""));
    for (String value : values) {
      select.add(
          el("option", value)
              .at("value", value)
              .at(value.equals(typed.typed(name)), "selected", ""));
    }
    return select;
  }

  private static List<String> categories(Asked typed) {
    return typed.view().terms().stream().limit(1).flatMap(in -> in.categories().stream()).toList();
  }

  private static List<String> zones(Asked typed) {
    return typed.view().terms().stream()
        .limit(1)
        .flatMap(in -> in.zones().stream())
        .map(TermsViews.Terms.Zone::zone)
        .toList();
  }

  /** The rules that are ticked, with their words; null if there is neither. */
  static Views.@Nullable Condition read(Pages.Request request) {
    List<Views.Condition.Rule> rules = new ArrayList<>();
    for (int i = 1; i <= RULES_MAX; i++) {
      if (!request.field("rule" + i).isEmpty()) {
        rules.add(
            new Views.Condition.Rule(
                Actions.orNull(request.field("category" + i)),
                Actions.orNull(request.field("zone" + i)),
                Actions.orNull(request.field("times" + i).strip()),
                Actions.orNull(request.field("floor" + i).strip()),
                Actions.orNull(request.field("ceiling" + i).strip())));
      }
    }
    String words = request.field("condition").strip();
    return rules.isEmpty() && words.isEmpty() ? null : new Views.Condition(words, rules);
  }

  /** What it shall speak of; null for the whole line. */
  static Views.@Nullable Scope readScope(Pages.Request request) {
    Views.Scope scope =
        new Views.Scope(
            Actions.orNull(request.field("scope-zone")),
            Actions.orNull(request.field("scope-category")));
    return whole(scope) ? null : scope;
  }
}
