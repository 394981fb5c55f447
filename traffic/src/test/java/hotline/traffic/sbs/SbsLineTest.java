package hotline.traffic.sbs;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.Samples;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** BaseStation lines against the rows they were written from; and hostile lines. */
class SbsLineTest {
  @Test
  void everyLineDecodesToItsRow() {
    List<String> lines = Samples.lines("swiss_10min_sbs.txt.gz");
    List<List<String>> rows = Samples.rows("swiss_10min_expected.csv.gz");
    assertThat(lines).hasSize(3_732).hasSize(3 * rows.size());
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      TargetReport name = read(lines.get(3 * i));
      TargetReport place = read(lines.get(3 * i + 1));
      TargetReport motion = read(lines.get(3 * i + 2));
      for (TargetReport each : List.of(name, place, motion)) {
        assertThat(each.timeUs()).isEqualTo(Long.parseLong(row.get(1)) * 1_000_000);
        assertThat(each.aircraft()).isEqualTo(row.get(2));
      }
      assertThat(name.callsign()).isEqualTo(row.get(3));
      assertThat(place.place()).isEqualTo(new Place(scaled(row.get(4), 9), scaled(row.get(5), 9)));
      assertThat(place.pressureFt()).isEqualTo(Integer.valueOf(row.get(6)));
      assertThat(place.onGround()).isFalse();
      assertThat((long) Objects.requireNonNull(motion.speedMilliknots()))
          .isEqualTo(scaled(row.get(7), 3));
      assertThat((long) Objects.requireNonNull(motion.trackMillidegrees()))
          .isEqualTo(scaled(row.get(8), 3) % 360_000);
      assertThat(motion.climbFpm()).isEqualTo(Integer.valueOf(row.get(9)));
      assertThat(motion.place()).isNull();
      assertThat(motion.pressureFt()).isNull();
    }
  }

  private static long scaled(String number, int digits) {
    return new BigDecimal(number).movePointRight(digits).longValueExact();
  }

  private static TargetReport read(String line) {
    assertThat(SbsLine.parse(line)).isInstanceOf(SbsLine.Message.class);
    return ((SbsLine.Message) SbsLine.parse(line)).report();
  }

  @Test
  void eachKindOfBadLineHasItsReason() {
    String good = Samples.lines("swiss_10min_sbs.txt.gz").get(1);
    assertThat(reason("STA,,5,179,400AE7,10103,2008/11/28,14:58:51.153,,,RM"))
        .isEqualTo(SbsLine.Reject.NO_MESSAGE);
    assertThat(reason(good + "x".repeat(300))).isEqualTo(SbsLine.Reject.TOO_LONG);
    assertThat(reason(good + ",")).isEqualTo(SbsLine.Reject.MALFORMED);
    assertThat(reason(good.replace("38000", "NaN"))).isEqualTo(SbsLine.Reject.MALFORMED);
    assertThat(reason(good.replace("47.678604", "97.678604"))).isEqualTo(SbsLine.Reject.IMPOSSIBLE);
    assertThat(reason(good.replace("2018/08/01", "2018/02/30")))
        .isEqualTo(SbsLine.Reject.IMPOSSIBLE);
  }

  private static SbsLine.Reject reason(String line) {
    return ((SbsLine.Rejected) SbsLine.parse(line)).reason();
  }

  @Test
  void noLineThrows() {
    List<String> lines = Samples.lines("swiss_10min_sbs.txt.gz");
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder line = new StringBuilder(chance.pick(lines));
          for (long i = chance.between(1, 6); i > 0; i--) {
            line.setCharAt(
                (int) chance.between(0, line.length() - 1), (char) chance.between(32, 130));
          }
          assertThat(SbsLine.parse(line.toString())).isNotNull();
        });
  }
}
