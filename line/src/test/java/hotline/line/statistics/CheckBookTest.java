package hotline.line.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Missed line checks, against stepping from one due time to the next. */
class CheckBookTest {
  private static final long HOUR_US = 3_600_000_000L;
  private static final long FOUNDED_US = 1_800_000_000_000_000L;
  private static final Horizon HORIZON = Horizon.of(FOUNDED_US);
  private static final Week LAST = new Week(Integer.MAX_VALUE);

  @Test
  void aCheckIsMissedWhenItsTimePassesAndNotAtIt() {
    for (long gap = 1; gap <= 12; gap++) {
      CheckBook book = new CheckBook();
      book.terms(List.of("north"), FOUNDED_US, 3, HORIZON);
      book.proven("north", FOUNDED_US + gap, HORIZON);
      assertThat(missed(book, FOUNDED_US + gap)).as("gap %d", gap).isEqualTo((gap - 1) / 3);
    }
  }

  @Test
  void theSameAsSteppingFromDueTimeToDueTime() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          CheckBook book = new CheckBook();
          Map<Week, Long> expected = new TreeMap<>();
          long since = FOUNDED_US;
          long everyUs = chance.between(1, 30) * HOUR_US;
          book.terms(List.of("north"), since, everyUs, HORIZON);
          for (int i = 0; i < 12; i++) {
            long timeUs = since + chance.between(-50, 800) * HOUR_US / chance.between(1, 9);
            for (long due = since + everyUs; due < timeUs; due += everyUs) {
              expected.merge(HORIZON.week(due), 1L, Long::sum);
            }
            since = Math.max(since, timeUs);
            if (chance.oneIn(5)) {
              everyUs = chance.between(1, 30) * HOUR_US;
              book.terms(List.of("north"), timeUs, everyUs, HORIZON);
            } else {
              book.proven("north", timeUs, HORIZON);
            }
          }
          Map<Week, Long> found = new TreeMap<>();
          book.report(Week.OUTSIDE, LAST, since, HORIZON).stream()
              .filter(each -> each.missed() > 0)
              .forEach(each -> found.put(each.week(), each.missed()));
          assertThat(found).as("seed %d", seed).isEqualTo(expected);
        });
  }

  /** A clock in the year 9999 costs no more time than any other. */
  @Test
  void whatIsOpenIsReckonedAndNotKept() {
    CheckBook book = new CheckBook();
    book.terms(List.of("north", "south"), FOUNDED_US, HOUR_US, HORIZON);
    assertThat(missed(book, FOUNDED_US + 10 * HOUR_US)).isEqualTo(18);
    assertThat(missed(book, FOUNDED_US + HOUR_US)).isZero();
    book.proven("north", 253_402_300_799_999_999L, HORIZON);
    List<Report.Checks> checks = book.report(Week.OUTSIDE, LAST, FOUNDED_US, HORIZON);
    assertThat(checks.stream().mapToLong(Report.Checks::missed).sum())
        .isEqualTo((253_402_300_799_999_999L - FOUNDED_US - 1) / HOUR_US);
    assertThat(checks).hasSizeLessThan(1_100);
  }

  private static long missed(CheckBook book, long asOfUs) {
    return book.report(Week.OUTSIDE, LAST, asOfUs, HORIZON).stream()
        .mapToLong(Report.Checks::missed)
        .sum();
  }
}
