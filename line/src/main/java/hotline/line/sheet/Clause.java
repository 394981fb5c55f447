package hotline.line.sheet;

import java.util.List;

/**
 * One clause of a sheet, as text.
 *
 * @param name the same in every sheet: {@code reply-by}
 * @param number of the clause, as everywhere: {@code 15.1}
 * @param what it says, for people
 * @param form how its values are written; empty where the values show it
 * @param many whether it is a list, one value a line; false: it has one value, or none
 * @param values as they stand
 */
public record Clause(
    String name, String number, String what, String form, boolean many, List<String> values) {
  /** Keeps its own copy. */
  public Clause {
    values = List.copyOf(values);
  }
}
