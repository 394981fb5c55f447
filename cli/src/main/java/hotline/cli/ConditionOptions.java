package hotline.cli;

import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A condition as rules: what is allowed where, when and how high. */
final class ConditionOptions {
  private static final String ANY = "any";
  private static final String FORM =
      "--only wants CATEGORY:ZONE, then if need be times of the day and heights: transit:east, or"
          + " \"any:east, 22:00-06:00, FL300 to FL330\"; not ";

  /** {@code 22:00-06:00}; everything else after the pair is heights. */
  private static final Pattern TIMES = Pattern.compile("[0-9:]{4,8}\\s*(-|–|to)\\s*[0-9:]{4,8}.*");

  private static final Pattern HEIGHTS = Pattern.compile("\\s+to\\s+|\\s*–\\s*");
  private static final int PARTS_MAX = 3;

  @Option(
      names = "--only",
      paramLabel = "RULE",
      description = {
        "What is allowed: CATEGORY:ZONE by the terms' names, or \"any\"; then times of every UTC",
        "day and heights: \"any:east, 22:00-06:00, FL300 to FL330\". May be repeated."
      })
  private List<String> only = List.of();

  Views.@Nullable Condition condition(NodeOptions node, String words) {
    if (only.isEmpty()) {
      return null;
    }
    List<Views.Condition.Rule> rules = new ArrayList<>();
    for (String rule : only) {
      rules.add(rule(node, rule));
    }
    return new Views.Condition(words, rules);
  }

  private static Views.Condition.Rule rule(NodeOptions node, String typed) {
    String[] parts = typed.split(",", -1);
    int colon = parts[0].indexOf(':');
    if (colon <= 0 || colon == parts[0].strip().length() - 1 || parts.length > PARTS_MAX) {
      throw node.usage(FORM + typed + ".");
    }
    String times = null;
    String[] heights = {null, null};
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (TIMES.matcher(part).matches()) {
        times = part;
      } else {
        heights = HEIGHTS.split(part, -1);
        if (heights.length != 2) {
          throw node.usage(FORM + typed + ".");
        }
      }
    }
    return new Views.Condition.Rule(
        name(parts[0].substring(0, colon)),
        name(parts[0].substring(colon + 1)),
        times,
        heights[0],
        heights[1]);
  }

  private static @Nullable String name(String typed) {
    return typed.strip().equals(ANY) ? null : typed.strip();
  }
}
