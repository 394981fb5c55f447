package hotline.node.feed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Cells;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.line.terms.Separation;
import hotline.line.terms.Zone;
import hotline.line.terms.ZoneMinima;
import hotline.testkit.Chance;
import hotline.traffic.Minima;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which minima hold where. */
class TermsMinimaTest {
  private static final long NM = 1_852_000;
  private static final Separation TERMS =
      new Separation(5 * NM, 1_000, 5 * NM, 1_000, 60_000_000, 2_000);
  private static final List<Zone> ZONES =
      List.of(
          zone("tower", 7, new ZoneMinima(3 * NM, 1_000)),
          zone("range", 8, new ZoneMinima(2 * NM, 3_000)),
          zone("named", 10, null));

  static LongStream seeds() {
    return Chance.seeds();
  }

  /** Between 46 and 47 N, from one degree before this one to one after. */
  private static Zone zone(String name, int east, @Nullable ZoneMinima minima) {
    List<Position> corners =
        List.of(at(46, east - 1), at(46, east + 1), at(47, east + 1), at(47, east - 1));
    return new Zone(name, name, Cells.covering(new Outline(corners), 8, 200), corners, minima);
  }

  private static Position at(double lat, double lng) {
    return new Position(Math.round(lat * 1e9), Math.round(lng * 1e9));
  }

  private static Minima at(TermsMinima minima, double lat, double lng, int feet) {
    return minima.at(Math.round(lat * 1e9), Math.round(lng * 1e9), feet);
  }

  @Test
  void aZoneHasItsOwnWhereTwoMeetTheLargerAndTheRestTheTerms() {
    TermsMinima all = TermsMinima.of(TERMS, ZONES, 200);
    assertThat(at(all, 46.5, 6.5, 30_000)).isEqualTo(new Minima(3 * NM, 800));
    assertThat(at(all, 46.5, 7.5, 30_000)).isEqualTo(new Minima(3 * NM, 2_800));
    assertThat(at(all, 46.5, 8.7, 30_000)).isEqualTo(new Minima(2 * NM, 2_800));
    assertThat(at(all, 46.5, 10.5, 30_000)).isEqualTo(new Minima(5 * NM, 800));
    assertThat(at(all, -46.5, 180, 30_000)).isEqualTo(new Minima(5 * NM, 800));
  }

  @Test
  void aboveFlightLevel410TwoThousandFeetAreKept() {
    TermsMinima all = TermsMinima.of(TERMS, ZONES, 200);
    assertThat(at(all, 46.5, 6.5, 41_000)).isEqualTo(new Minima(3 * NM, 800));
    assertThat(at(all, 46.5, 6.5, 41_001)).isEqualTo(new Minima(3 * NM, 1_800));
    assertThat(at(all, 46.5, 8.7, 45_000)).isEqualTo(new Minima(2 * NM, 2_800));
  }

  @Test
  void jitterIsTakenOffAsItIsSaidAndNeverMoreThanHalf() {
    assertThat(at(TermsMinima.of(TERMS, List.of(), 0), 0, 0, 0).verticalFt()).isEqualTo(1_000);
    Separation low = new Separation(NM, 101, 0, 0, 0, 0);
    assertThat(at(TermsMinima.of(low, List.of(), 200), 0, 0, 0).verticalFt()).isEqualTo(51);
    assertThat(at(TermsMinima.of(Optional.empty(), 200), 0, 0, 45_000))
        .isEqualTo(TrafficConfig.STANDARD);
  }

  /** The search for pairs goes by the widest: were a place wider, pairs would be missed. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noPlaceIsWiderThanTheWidest(long seed) {
    Chance chance = Chance.of(seed);
    TermsMinima all = TermsMinima.of(TERMS, ZONES, (int) chance.between(0, 500));
    for (int draw = 0; draw < 50; draw++) {
      Minima here =
          all.at(
              chance.between(45_500_000_000L, 47_500_000_000L),
              chance.between(5_000_000_000L, 11_000_000_000L),
              (int) chance.between(0, 60_000));
      assertThat(here.horizontalMm()).isLessThanOrEqualTo(all.widest().horizontalMm());
      assertThat(here.verticalFt()).isLessThanOrEqualTo(all.widest().verticalFt());
    }
  }
}
