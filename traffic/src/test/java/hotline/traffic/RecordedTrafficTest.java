package hotline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.testkit.Chance;
import hotline.traffic.RecordedTraffic.Reject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading recordings: strict, total, counted. */
class RecordedTrafficTest {
  private static final String HEADING = "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft\n";
  private static final long SECOND_US = 1_000_000;

  @Test
  void aRowBecomesIntegersExactly() {
    RecordedTraffic read =
        RecordedTraffic.read(HEADING + "1533099600,4067f2,TOM2XE,46.679232,-10.202179001,38000\n");
    assertThat(read.rejects()).isEmpty();
    assertThat(read.tracks())
        .containsExactly(
            new RecordedTrack(
                "4067f2",
                "TOM2XE",
                List.of(
                    new TrackPoint(
                        1_533_099_600_000_000L, 46_679_232_000L, -10_202_179_001L, 38_000))));
  }

  @Test
  void furtherColumnsAndCarriageReturnsDoNotMatter() {
    RecordedTraffic read =
        RecordedTraffic.read(
            HEADING.strip() + ",ground_speed_kt\r\n10,4067f2,,46.5,7,-500,438.1\r\n");
    assertThat(read.rejects()).isEmpty();
    assertThat(read.tracks().getFirst().points())
        .containsExactly(new TrackPoint(10 * SECOND_US, 46_500_000_000L, 7_000_000_000L, -500));
  }

  @Test
  void eachKindOfBadRowIsCountedAndLeftOut() {
    RecordedTraffic read =
        RecordedTraffic.read(
            HEADING
                + "10,4067f2,A,46,7,38000\n"
                + "10,4067f2,A,46,7,38000\n" // again
                + "9,4067f2,A,46,7,38000\n" // earlier
                + "20,4067f2,A,46,7,\n"
                + "20,4067f2,A,91,7,38000\n"
                + "20,4067f2,A,46,180.000000001,38000\n"
                + "20,4067f2,A,46,7,100001\n"
                + "20,4067f2,A,46,7,-2001\n"
                + "\n20\n20,4067F2,A,46,7,38000\n20,4067f2,A,46.,7,38000\n"
                + "20,4067f2,A,4.6e1,7,38000\n20,4067f2,\"A\",46,7,38000\n 20,4067f2,A,46,7,38000\n"
                + "20,4067f2,A,46,7,38000.0\n20,4067f2,A,46,7,38000,"
                + "x".repeat(600)
                + "\n"
                + "30,4067f2,A,46,7,38000\n");
    assertThat(read.rejects())
        .isEqualTo(
            Map.of(
                Reject.NOT_LATER, 2L,
                Reject.NO_HEIGHT, 1L,
                Reject.OFF_THE_GLOBE, 2L,
                Reject.IMPOSSIBLE_HEIGHT, 2L,
                Reject.MALFORMED, 9L));
    assertThat(read.tracks()).hasSize(1);
    assertThat(read.tracks().getFirst().points()).hasSize(2);
  }

  @Test
  void withoutTheHeadingNothingIsRead() {
    for (String text : List.of("", "\n", "time_s,icao24\n1,2", "10,4067f2,A,46,7,38000\n")) {
      RecordedTraffic read = RecordedTraffic.read(text);
      assertThat(read.tracks()).isEmpty();
      assertThat(read.rejects()).isEqualTo(Map.of(Reject.HEADER, 1L));
    }
  }

  @Test
  void aGapOfMoreThanAMinuteSplitsAndAnotherCallsignDoesNot() {
    RecordedTraffic read =
        RecordedTraffic.read(
            HEADING
                + "0,aaaaaa,,46,7,30000\n60,aaaaaa,ONE,46,7.1,30000\n"
                + "120,aaaaaa,TWO,46,7.2,30000\n181,aaaaaa,TWO,46,7.3,30000\n");
    assertThat(read.rejects()).isEmpty();
    assertThat(read.tracks()).hasSize(2);
    assertThat(read.tracks().get(0).callsign()).isEqualTo("ONE");
    assertThat(read.tracks().get(0).points()).hasSize(3);
    assertThat(read.tracks().get(1).callsign()).isEqualTo("TWO");
    assertThat(read.tracks().get(1).startUs()).isEqualTo(181 * SECOND_US);
  }

  @Test
  void tracksComeByAircraftThenByTimeWhateverTheOrderOfTheRows() {
    RecordedTraffic read =
        RecordedTraffic.read(
            HEADING
                + "0,bbbbbb,B,46,7,30000\n0,aaaaaa,A,46,7,30000\n"
                + "900,bbbbbb,B,46,7,30000\n1000,aaaaaa,A,46,7,30000\n");
    assertThat(read.tracks().stream().map(track -> track.aircraft() + track.startUs()))
        .containsExactly("aaaaaa0", "aaaaaa1000000000", "bbbbbb0", "bbbbbb900000000");
  }

  @Test
  void noTextThrows() {
    String seedText = HEADING + "10,4067f2,A,46.5,7.5,38000\n20,4067f2,A,46.6,7.4,38025\n";
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder text = new StringBuilder(seedText);
          for (long i = chance.between(1, 8); i > 0; i--) {
            text.setCharAt(
                (int) chance.between(0, text.length() - 1), (char) chance.between(0, 300));
          }
          RecordedTraffic read = RecordedTraffic.read(text.toString());
          long points = read.tracks().stream().mapToLong(track -> track.points().size()).sum();
          assertThat(points).isLessThanOrEqualTo(2 + 8);
        });
  }

  @Test
  void interpolationIsEvenAndGoesTheShortWayRound() {
    RecordedTrack track =
        new RecordedTrack(
            "aaaaaa",
            "",
            List.of(
                new TrackPoint(0, 0, 179_000_000_000L, 30_000),
                new TrackPoint(10 * SECOND_US, 1_000_000_000, -179_000_000_000L, 30_100)));
    assertThat(track.at(-1)).isEmpty();
    assertThat(track.at(10 * SECOND_US + 1)).isEmpty();
    assertThat(track.at(0)).contains(track.points().getFirst());
    assertThat(track.at(10 * SECOND_US)).contains(track.points().getLast());
    assertThat(track.at(2 * SECOND_US))
        .contains(new TrackPoint(2 * SECOND_US, 200_000_000, 179_400_000_000L, 30_020));
    assertThat(track.at(7_500_000))
        .contains(new TrackPoint(7_500_000, 750_000_000, -179_500_000_000L, 30_075));
  }

  @Test
  void aTrackIsCutHalfOpenAndMovedWhole() {
    RecordedTrack track =
        new RecordedTrack(
            "aaaaaa", "A", List.of(new TrackPoint(0, 0, 0, 100), new TrackPoint(10, 0, 10, 200)));
    assertThat(track.during(0, 10).orElseThrow().points()).hasSize(1);
    assertThat(track.during(0, 11)).contains(track);
    assertThat(track.during(11, 20)).isEmpty();
    assertThat(track.moved(5, -50).points())
        .containsExactly(new TrackPoint(5, 0, 0, 50), new TrackPoint(15, 0, 10, 150));
  }

  @Test
  void impossibleTracksAreRefused() {
    TrackPoint point = new TrackPoint(0, 0, 0, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordedTrack("a", "", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordedTrack("a", "", List.of(point, point)));
    assertThatIllegalArgumentException().isThrownBy(() -> new TrackPoint(0, 90_000_000_001L, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Minima(0, 1000));
    assertThatIllegalArgumentException().isThrownBy(() -> new Minima(1, 0));
  }
}
