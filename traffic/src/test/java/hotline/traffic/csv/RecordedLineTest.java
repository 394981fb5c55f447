package hotline.traffic.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import org.junit.jupiter.api.Test;

class RecordedLineTest {
  private static final String LINE =
      "1633608001,398564,AFR9455,48.363399,1.413478,20250,385.0,16.27,-2560,0,1054";

  @Test
  void eachColumnIsRead() {
    assertThat(RecordedLine.parse(LINE))
        .isEqualTo(
            new RecordedLine.Row(
                new TargetReport(
                    1_633_608_001_000_000L,
                    null,
                    "398564",
                    "AFR9455",
                    "1054",
                    new Place(48_363_399_000L, 1_413_478_000L),
                    20_250,
                    null,
                    null,
                    385_000,
                    16_270,
                    -2_560,
                    false)));
    assertThat(RecordedLine.parse("1633608001.5,398564,,48.3,1.4,,,,"))
        .isEqualTo(
            new RecordedLine.Row(
                new TargetReport.Builder(1_633_608_001_500_000L)
                    .aircraft(0x398564)
                    .place(new Place(48_300_000_000L, 1_400_000_000L))
                    .build()));
  }

  @Test
  void eachKindOfBadLineHasItsReason() {
    assertThat(reason(LINE + "x".repeat(600))).isEqualTo(RecordedLine.Reject.TOO_LONG);
    assertThat(reason(LINE.replace("20250", "NaN"))).isEqualTo(RecordedLine.Reject.MALFORMED);
    assertThat(reason(LINE + ",")).isEqualTo(RecordedLine.Reject.MALFORMED);
    assertThat(reason("")).isEqualTo(RecordedLine.Reject.MALFORMED);
    assertThat(reason(LINE.replace("48.363399", "98.3"))).isEqualTo(RecordedLine.Reject.IMPOSSIBLE);
  }

  private static RecordedLine.Reject reason(String line) {
    return ((RecordedLine.Rejected) RecordedLine.parse(line)).reason();
  }

  @Test
  void anyTextIsARowOrAReason() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder line = new StringBuilder(LINE);
          for (long i = chance.between(0, 5); i > 0; i--) {
            line.setCharAt(
                (int) chance.between(0, line.length() - 1), (char) chance.between(0, 0xffff));
          }
          assertThat(RecordedLine.parse(line.toString())).as("seed %d", seed).isNotNull();
        });
  }
}
