package hotline.cli.setup;

import hotline.line.sheet.Clause;
import hotline.line.sheet.Filled;
import hotline.line.sheet.Sheet;
import hotline.line.terms.Terms;
import hotline.node.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of terms changed by the options of a command. What is given under a name that is there
 * already takes its place.
 */
public final class SheetEdit {
  private static final List<String> NAMED =
      List.of("categories", "zones", "points", "lines", "third-parties", "observers", "witnesses");

  private final Sheet sheet;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Of a sheet with nothing filled in. */
  public SheetEdit(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Gives clauses other values.
   *
   * @param clauses each {@code CLAUSE=VALUE}; of a list all its values, {@code CLAUSE=} none
   */
  public SheetEdit set(List<String> clauses) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String clause : clauses) {
      String[] parts = pair(clause, "a clause and its value as CLAUSE=VALUE");
      given.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
    }
    values.putAll(given);
    return this;
  }

  /** Adds a value to each of these lists. */
  public SheetEdit add(List<String> clauses) {
    for (String clause : clauses) {
      String[] parts = pair(clause, "a list and its new value as CLAUSE=VALUE");
      add(parts[0], List.of(parts[1]));
    }
    return this;
  }

  /** Adds values to a list. */
  public SheetEdit add(String clause, List<String> added) {
    List<String> all = list(clause);
    for (String value : added) {
      List<String> names = all.stream().map(SheetEdit::name).toList();
      int at = names.indexOf(name(value));
      if (at < 0) {
        all.add(value);
      } else {
        all.set(at, value);
      }
    }
    if (!added.isEmpty()) {
      values.put(clause, all);
    }
    return this;
  }

  /** Gives a clause a value, if there is one. */
  public SheetEdit set(String clause, @Nullable String value) {
    if (value != null) {
      values.put(clause, List.of(value));
    }
    return this;
  }

  /** Puts others in a party's seats: each {@code party=seat,seat…}. */
  public SheetEdit seats(List<String> seats) {
    for (String each : seats) {
      String[] parts = pair(each, "seats as party=seat,seat");
      values.put("seats-" + parts[0], List.of(parts[1].split(",", -1)));
    }
    return this;
  }

  /** Leaves out what has one of these names, of whatever list. */
  public SheetEdit without(List<String> names) {
    if (!names.isEmpty()) {
      for (String clause : NAMED) {
        List<String> all = list(clause);
        all.removeIf(value -> names.contains(name(value)));
        values.put(clause, all);
      }
    }
    return this;
  }

  private List<String> list(String clause) {
    List<String> changed = values.get(clause);
    return new ArrayList<>(
        changed == null ? sheet.clause(clause).map(Clause::values).orElse(List.of()) : changed);
  }

  /**
   * The terms.
   *
   * @throws IllegalArgumentException with a sentence for each clause that cannot stand
   */
  public Terms terms(Instant now) {
    return switch (sheet.fill(values, Times.micros(now))) {
      case Filled.Good(Terms terms) -> terms;
      case Filled.Bad(List<Filled.Wrong> wrong) ->
          throw new IllegalArgumentException(
              wrong.stream()
                  .map(each -> (each.number() + " " + each.name()).strip() + ": " + each.sentence())
                  .collect(Collectors.joining("\n")));
    };
  }

  private static String name(String value) {
    return value.split("=", 2)[0].strip();
  }

  private static String[] pair(String text, String form) {
    String[] parts = text.split("=", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("Give " + form + ", not " + text + ".");
    }
    parts[0] = parts[0].strip();
    return parts;
  }
}
