package hotline.traffic.separation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Encounters as a table in text: a heading that names the columns, then one encounter a line.
 *
 * <p>Read are {@code id, sx_m, sy_m, sz_m} (own position minus the intruder's), {@code vox_mps,
 * voy_mps, voz_mps} (own velocity), {@code vix_mps, viy_mps, viz_mps} (the intruder's), {@code D_m,
 * H_m, T_s}, in any order; other columns are not looked at.
 */
public final class EncounterCsv {
  /** More rows than this are refused. */
  public static final int ROWS_LIMIT = 1_000_000;

  private static final int LINE_LIMIT = 4_096;
  private static final int ID_LIMIT = 64;
  private static final List<String> COLUMNS =
      List.of(
          "sx_m", "sy_m", "sz_m", "vox_mps", "voy_mps", "voz_mps", "vix_mps", "viy_mps", "viz_mps",
          "D_m", "H_m", "T_s");

  /** Strict: no words, no hexadecimal, nothing that could overflow. */
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,15})?(?:[eE][-+]?\\d{1,2})?");

  private EncounterCsv() {}

  /** What came of reading a table. */
  public sealed interface Result {}

  /** All of it holds. */
  public record Table(List<Case> cases) implements Result {
    /** Keeps an unmodifiable copy. */
    public Table {
      cases = List.copyOf(cases);
    }
  }

  /**
   * The table is not used.
   *
   * @param line the first line at fault, from 1
   * @param reason one sentence
   */
  public record Bad(int line, String reason) implements Result {}

  /**
   * One line of the table.
   *
   * @param id as given
   * @param encounter what it says
   */
  public record Case(String id, Encounter encounter) {}

  /** Reads a table. Total: a bad line is named, never guessed at. */
  public static Result read(String text) {
    List<String> lines = text.lines().limit(ROWS_LIMIT + 2L).toList();
    if (lines.isEmpty()) {
      return new Bad(1, "The file is empty.");
    }
    if (lines.size() > ROWS_LIMIT + 1) {
      return new Bad(lines.size(), "The file has more than " + ROWS_LIMIT + " rows: split it.");
    }
    List<String> heading = cells(lines.getFirst());
    List<Integer> places = new ArrayList<>();
    for (String column : COLUMNS) {
      if (!heading.contains(column)) {
        return new Bad(1, "The heading has no column " + column + ".");
      }
      places.add(heading.indexOf(column));
    }
    int id = heading.indexOf("id");
    if (id < 0) {
      return new Bad(1, "The heading has no column id.");
    }
    List<Case> cases = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> row = cells(lines.get(i));
      if (lines.get(i).length() > LINE_LIMIT || row.size() != heading.size()) {
        return new Bad(i + 1, "The line has not as many columns as the heading.");
      }
      double[] numbers = new double[COLUMNS.size()];
      for (int column = 0; column < numbers.length; column++) {
        String number = row.get(places.get(column));
        if (!NUMBER.matcher(number).matches()) {
          return new Bad(i + 1, "Column " + COLUMNS.get(column) + " wants a number.");
        }
        numbers[column] = Double.parseDouble(number);
      }
      if (row.get(id).length() > ID_LIMIT) {
        return new Bad(i + 1, "The id is longer than " + ID_LIMIT + " characters.");
      }
      try {
        cases.add(new Case(row.get(id), encounter(numbers)));
      } catch (IllegalArgumentException refused) {
        return new Bad(i + 1, "This is no encounter: " + refused.getMessage() + ".");
      }
    }
    return new Table(cases);
  }

  private static Encounter encounter(double[] n) {
    return new Encounter(
        new RelativeState(n[0], n[1], n[2], n[3] - n[6], n[4] - n[7], n[5] - n[8]),
        new Cylinder(n[9], n[10]),
        n[11]);
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
