package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.typed.TypedHeight;
import hotline.line.body.Condition;
import hotline.line.body.Daily;
import hotline.line.body.Scope;
import hotline.node.api.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions and scopes, from and to what people type. */
final class ConditionText {
  /** {@code 22:00-06:00}, or {@code 22:00 to 06:00 UTC}. */
  private static final Pattern TIMES =
      Pattern.compile(
          "([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?\\s*(?:-|–|to)\\s*"
              + "([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\\s*(?:Z|UTC))?");

  private ConditionText() {}

  static Views.@Nullable Condition view(@Nullable Condition condition) {
    return condition == null
        ? null
        : new Views.Condition(
            condition.words(), condition.rules().stream().map(ConditionText::view).toList());
  }

  private static Views.Condition.Rule view(Condition.Rule rule) {
    HeightBand band = rule.band().orElse(null);
    return new Views.Condition.Rule(
        rule.category().orElse(null),
        rule.zone().orElse(null),
        rule.times().map(each -> clock(each.fromS()) + "-" + clock(each.toS())).orElse(null),
        band == null ? null : TypedHeight.write(band.datum(), band.floor()),
        band == null ? null : TypedHeight.write(band.datum(), band.ceiling()));
  }

  private static String clock(int second) {
    String minutes = String.format(Locale.ROOT, "%02d:%02d", second / 3600, second / 60 % 60);
    return second % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, ":%02d", second % 60);
  }

  static Views.Scope view(Scope scope) {
    return new Views.Scope(scope.zone().orElse(null), scope.category().orElse(null));
  }

  static Optional<Condition> read(Views.@Nullable Condition typed) throws Read.NotUnderstood {
    if (typed == null) {
      return Optional.empty();
    }
    List<Condition.Rule> rules = new ArrayList<>();
    for (Views.Condition.Rule rule : typed.rules()) {
      rules.add(
          new Condition.Rule(
              Given.text(rule.category()),
              Given.text(rule.zone()),
              Given.text(rule.times()).map(ConditionText::times),
              Given.band(rule.floor(), rule.ceiling())));
    }
    return Optional.of(new Condition(typed.words(), rules));
  }

  private static Daily times(String typed) {
    Matcher times = TIMES.matcher(typed);
    if (!times.matches()) {
      throw new IllegalArgumentException("Give times of the UTC day as 22:00-06:00.");
    }
    return new Daily(second(times, 1), second(times, 4));
  }

  private static int second(Matcher times, int group) {
    String seconds = times.group(group + 2);
    return Integer.parseInt(times.group(group)) * 3600
        + Integer.parseInt(times.group(group + 1)) * 60
        + (seconds == null ? 0 : Integer.parseInt(seconds));
  }

  static Scope scope(Views.@Nullable Scope typed) {
    return typed == null
        ? Scope.WHOLE
        : new Scope(Given.text(typed.zone()), Given.text(typed.category()));
  }
}
