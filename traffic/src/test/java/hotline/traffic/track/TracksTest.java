package hotline.traffic.track;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracksTest {
  private static final long START = 1_700_000_000_000_000L;
  private static final long SECOND = 1_000_000L;

  /** A degree of latitude is some 111 km: 250 m/s. */
  private static final long STEP = 2_250_000L;

  private final Tracks tracks = new Tracks(100);

  private static TargetReport.Builder report(int second) {
    return new TargetReport.Builder(START + second * SECOND).aircraft(0x4b1805);
  }

  private static Place place(int second) {
    return new Place(46_000_000_000L + second * STEP, 7_000_000_000L);
  }

  private void fly(int from, int until) {
    for (int second = from; second < until; second++) {
      tracks.hear(
          "a", report(second).place(place(second)).motion(486, 0).pressureFt(30_000).build());
    }
  }

  private Track at(int second) {
    return tracks.at(START + second * SECOND).getFirst();
  }

  @Test
  void oneAircraftIsOneTrackWhateverItsFeeds() {
    tracks.hear("a", report(0).place(place(0)).build());
    tracks.hear("b", report(0).callsign("SWR1").geometricFt(31_000).build());
    tracks.hear("c", report(0).trackNumber(7).pressureFt(30_000).build());
    tracks.hear("c", new TargetReport.Builder(START).trackNumber(7).climbFpm(-500).build());
    tracks.hear("d", new TargetReport.Builder(START).trackNumber(7).climbFpm(900).build());
    assertThat(tracks.at(START)).extracting(Track::id).containsExactly("4b1805", "d/7");
    Track all = at(0);
    assertThat(all.callsign()).isEqualTo("SWR1");
    assertThat(all.source()).isEqualTo("a");
    assertThat(all.pressureFt()).isEqualTo(30_000);
    assertThat(all.geometricFt()).isEqualTo(31_000);
    assertThat(all.climbFpm()).isEqualTo(-500);
    tracks.hear("d", new TargetReport.Builder(START).callsign("NOBODY").build());
    assertThat(tracks.nameless()).isEqualTo(1);
  }

  @Test
  void heightsAreNeverMixedAndNeverOlderThanTheyMayBe() {
    tracks.hear("a", report(0).geometricFt(31_000).build());
    assertThat(at(0).pressureFt()).isNull();
    tracks.hear("a", report(1).pressureFt(30_000).build());
    assertThat(at(15).geometricFt()).isEqualTo(31_000);
    assertThat(at(16).geometricFt()).isNull();
    assertThat(at(16).pressureFt()).isEqualTo(30_000);
    assertThat(at(17).pressureFt()).isNull();
  }

  @Test
  void aJumpIsLeftOutUntilThreePlacesAgree() {
    fly(0, 5);
    Place far = new Place(47_000_000_000L, 7_000_000_000L);
    Place farther = new Place(10_000_000_000L, 7_000_000_000L);
    tracks.hear("a", report(5).place(far).build());
    tracks.hear("a", report(6).place(farther).build());
    tracks.hear("a", report(7).place(far).build());
    assertThat(at(7).place()).isEqualTo(place(4));
    assertThat(at(7).leftOut()).isEqualTo(3);
    tracks.hear("a", report(8).place(far).build());
    tracks.hear("a", report(9).place(far).build());
    assertThat(at(9).place()).isEqualTo(far);
  }

  @Test
  void heightsThatCannotBeAreLeftOut() {
    fly(0, 3);
    tracks.hear("a", report(3).pressureFt(123_100).build());
    tracks.hear("a", report(4).pressureFt(20_000).build());
    assertThat(at(4).pressureFt()).isEqualTo(30_000);
    tracks.hear("a", report(5).pressureFt(20_000).build());
    tracks.hear("a", report(6).pressureFt(20_025).build());
    assertThat(at(6).pressureFt()).isEqualTo(20_025);
    assertThat(at(6).leftOut()).isEqualTo(3);
  }

  @Test
  void aPlaceThatIsRepeatedIsNoNewsAndAStandingAircraftsIs() {
    fly(0, 3);
    for (int second = 3; second < 30; second++) {
      tracks.hear("a", report(second).place(place(2)).motion(486, 0).build());
    }
    assertThat(at(29).repeated()).isEqualTo(27);
    assertThat(at(29).state()).isEqualTo(Track.State.COASTING);
    tracks.hear(
        "b", new TargetReport.Builder(START).aircraft(1).place(place(0)).motion(0, 0).build());
    tracks.hear(
        "b",
        new TargetReport.Builder(START + 20 * SECOND)
            .aircraft(1)
            .place(place(0))
            .motion(0, 0)
            .onGround(true)
            .build());
    Track parked = tracks.at(START + 30 * SECOND).getLast();
    assertThat(parked.state()).isEqualTo(Track.State.LIVE);
    assertThat(parked.onGround()).isTrue();
  }

  @Test
  void anotherFeedTakesOverOnlyWhenThisOneIsSilent() {
    fly(0, 3);
    tracks.hear("b", report(3).place(new Place(46_010_000_000L, 7_000_000_000L)).build());
    assertThat(at(3).source()).isEqualTo("a");
    tracks.hear("b", report(6).place(place(6)).build());
    assertThat(at(6).source()).isEqualTo("b");
    assertThat(at(6).place()).isEqualTo(place(6));
  }

  @Test
  void silenceIsCoastingThenLostAndNeverTheEnd() {
    fly(0, 1);
    assertThat(at(15).state()).isEqualTo(Track.State.LIVE);
    assertThat(at(16).state()).isEqualTo(Track.State.COASTING);
    assertThat(at(60).state()).isEqualTo(Track.State.COASTING);
    assertThat(at(61).state()).isEqualTo(Track.State.LOST);
    assertThat(at(1_000_000).state()).isEqualTo(Track.State.LOST);
  }

  @Test
  void roomIsMadeByTheLongestSilentAndNeverByTheLive() {
    for (int i = 0; i < 100; i++) {
      tracks.hear("a", new TargetReport.Builder(START + i * SECOND).aircraft(i).build());
    }
    tracks.hear("a", new TargetReport.Builder(START + 100 * SECOND).aircraft(1_000).build());
    assertThat(tracks.forgotten()).isEqualTo(10);
    List<Track> left = tracks.at(START + 100 * SECOND);
    assertThat(left).hasSize(91);
    assertThat(left.getFirst().id()).isEqualTo("00000a");
    for (int i = 2_000; i < 2_200; i++) {
      tracks.hear("a", new TargetReport.Builder(START + 200 * SECOND).aircraft(i).build());
    }
    assertThat(tracks.at(START + 200 * SECOND)).hasSize(100);
    assertThat(tracks.refused()).isEqualTo(100);
  }

  @Test
  void anyReportsInAnyOrderMakeTracksThatCanBe() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          Tracks any = new Tracks(20);
          for (int i = 0; i < 500; i++) {
            any.hear(chance.pick(List.of("a", "b")), anyReport(chance));
          }
          List<Track> all = any.at(START + 100 * SECOND);
          assertThat(all).as("seed %d", seed).hasSizeLessThanOrEqualTo(20);
          assertThat(all).extracting(Track::id).doesNotHaveDuplicates();
          for (Track each : all) {
            Integer feet = each.pressureFt();
            assertThat(feet == null || (feet >= -2_000 && feet <= 60_000)).isTrue();
          }
        });
  }

  private static TargetReport anyReport(Chance chance) {
    TargetReport.Builder report = new TargetReport.Builder(START + chance.between(0, 100 * SECOND));
    if (!chance.oneIn(5)) {
      report.aircraft((int) chance.between(0, 30));
    }
    if (chance.oneIn(2)) {
      report.trackNumber((int) chance.between(0, 9));
    }
    if (chance.oneIn(2)) {
      report.place(
          new Place(
              chance.between(-90_000_000_000L, 90_000_000_000L),
              chance.between(-180_000_000_000L, 180_000_000_000L)));
    }
    if (chance.oneIn(2)) {
      report.pressureFt((int) chance.between(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return report.build();
  }
}
