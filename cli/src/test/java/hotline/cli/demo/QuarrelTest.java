package hotline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chapters about the quarrel write and print, without nodes. */
class QuarrelTest {
  @Test
  void aTrackIsWrittenToTheLastDigit() {
    RecordedTrack track =
        new RecordedTrack(
            "4b1800",
            "TEST1",
            List.of(
                new TrackPoint(1_800_000_000_000_000L, 47_000_000_001L, -8_500_000_000L, 35_000),
                new TrackPoint(1_800_000_010_500_000L, -1L, 179_999_999_999L, -50)));
    byte[] csv = TrackFile.csv(track);
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            time,lat,lng,height_ft_std
            2027-01-15T08:00:00Z,47.000000001,-8.500000000,35000
            2027-01-15T08:00:10.500Z,-0.000000001,179.999999999,-50
            """);
    byte[] changed = csv.clone();
    changed[TrackFile.aDigit(csv)] ^= 1;
    assertThat((char) changed[TrackFile.aDigit(csv)]).isBetween('0', '9');
    assertThat(TrackFile.sha256(changed)).hasSize(64).isNotEqualTo(TrackFile.sha256(csv));
  }

  @Test
  void twoAccountsStandInColumnsOfTheirOwn() {
    String longer = "They came so close that nobody on board could have missed it";
    assertThat(SideBySide.of("North", List.of(longer), "South", List.of("No.", "Never.")).lines())
        .containsExactly(
            "North                                          South",
            "They came so close that nobody on board could  No.",
            "have missed it                                 Never.");
  }
}
