package hotline.bench.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.planning.TrackNotices;
import hotline.line.terms.TermsDefaults;
import hotline.traffic.RecordedTrack;
import hotline.traffic.TrackPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adversary is neither blind nor told anything: else its numbers would mean nothing. */
class GuessTest {
  private static final long MINUTE_US = 60_000_000;
  private static final long NOON_US = 1_800_000_000_000_000L;

  /** Half an hour eastward at some 420 kt. */
  private static RecordedTrack track(double lat, int heightFt) {
    List<TrackPoint> points = new ArrayList<>();
    for (int i = 0; i <= 180; i++) {
      points.add(
          new TrackPoint(
              NOON_US + i * 10_000_000L,
              Math.round(lat * 1e9),
              Math.round((6.5 + i * 0.0285) * 1e9),
              heightFt));
    }
    return new RecordedTrack("4b1800", "TEST", points);
  }

  private static Guess guess(RecordedTrack track) {
    if (!(TrackNotices.volumes(
            TrackNotices.path(track).orElseThrow(),
            TermsDefaults.SEPARATION,
            TermsDefaults.PLANNING,
            TermsDefaults.LIMITS)
        instanceof TrackNotices.Result.Volumes(List<ExactVolume> volumes))) {
      throw new AssertionError("refused");
    }
    double lostUs = TermsDefaults.SEPARATION.bufferTimeUs() + MINUTE_US / 2.0;
    return new Guess(Extents.around(volumes, TermsDefaults.GRANULARITY).list(), lostUs);
  }

  @Test
  void itFindsAStraightFlightRoughly() {
    RecordedTrack track = track(47, 33_000);
    Guess guess = guess(track);
    for (TrackPoint point : track.points()) {
      Plane.Spot spot = Plane.spot(point.latNanodegrees(), point.lngNanodegrees());
      assertThat(guess.aside(spot)).isLessThan(12);
      assertThat(guess.at(point.timeUs()).distance(spot)).isLessThan(40);
      assertThat(guess.heightError(point)).isLessThan(1_500);
      assertThat(guess.area(point.timeUs())).isPositive();
    }
  }

  @Test
  void itTellsAFlightFromOthersByItsNoticeAlone() {
    Guess guess = guess(track(47, 33_000));
    long slackUs = TermsDefaults.SEPARATION.bufferTimeUs() + MINUTE_US;
    assertThat(guess.fits(track(47, 33_000), slackUs)).isTrue();
    assertThat(guess.fits(track(46.4, 33_000), slackUs)).isFalse();
    assertThat(guess.fits(track(47, 12_000), slackUs)).isFalse();
    assertThat(guess.fits(track(47, 33_000).moved(20 * MINUTE_US, 0), slackUs)).isFalse();
  }
}
