package hotline.line.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.junit.jupiter.api.Test;

/** Weeks, against the calendar of the Java platform. */
class WeekTest {
  private static final long DAY_US = 86_400_000_000L;

  @Test
  void everyDayIsInTheWeekThatTheCalendarSays() {
    for (long day = 0; day < 365 * 200; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      Week week = Week.of(day * DAY_US);
      assertThat(week.toString())
          .isEqualTo(
              "%04d-W%02d"
                  .formatted(
                      date.get(IsoFields.WEEK_BASED_YEAR),
                      date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
      assertThat(Week.of((day + 1) * DAY_US - 1)).isEqualTo(week);
      assertThat(day * DAY_US).isBetween(week.startUs(), week.endUs() - 1);
    }
  }

  @Test
  void whatIsOutsideOfTheHorizonIsOneWeek() {
    Horizon horizon = Horizon.of(1_800_000_000_000_000L);
    assertThat(horizon.week(1_800_000_000_000_000L).toString()).isEqualTo("2027-W02");
    assertThat(horizon.week(0)).isEqualTo(Week.OUTSIDE);
    assertThat(horizon.week(253_402_300_799_999_999L)).isEqualTo(Week.OUTSIDE);
    assertThat(Week.OUTSIDE.toString()).isEqualTo("outside");
  }
}
