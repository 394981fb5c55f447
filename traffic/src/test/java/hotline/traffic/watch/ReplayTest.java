package hotline.traffic.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import hotline.traffic.Minima;
import hotline.traffic.Samples;
import hotline.traffic.report.Ellipsoid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

/** The watch over recordings: hand-made encounters, and ten minutes of real traffic. */
class ReplayTest {
  private static final String HEADING =
      "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
          + "vertical_rate_fpm\n";
  private static final Replay.Settings SETTINGS =
      new Replay.Settings(new Minima(9_260_000, 800), 120, -2_000, false);

  /** A flight along a parallel, a row every ten seconds. */
  private static void fly(
      List<String> rows, String name, double lng, double knots, int fromS, int untilS, int[] feet) {
    for (int at = fromS; at <= untilS; at += 10) {
      double metres = knots * 1852 / 3600 * at;
      double east = lng + metres / Ellipsoid.eastPerDegree(47);
      int height = feet[0] + feet[1] * Math.clamp(at - feet[2], 0, feet[3]) / 60;
      int rate = at >= feet[2] && at < feet[2] + feet[3] ? feet[1] : 0;
      rows.add(
          String.format(
              Locale.ROOT,
              "%d,%s,,47,%.7f,%d,%.1f,%d,%d",
              at,
              name,
              east,
              height,
              Math.abs(knots),
              knots > 0 ? 90 : 270,
              rate));
    }
  }

  private static int[] level(int feet) {
    return new int[] {feet, 0, 0, 0};
  }

  private static Recording recording(List<String> rows) {
    return Recording.read(HEADING + String.join("\n", rows), Fold.NONE);
  }

  @Test
  void headOnIsForeseenAndLost() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 450, 0, 600, level(35_000));
    fly(rows, "bbbbbb", 8.5, -450, 0, 600, level(35_000));
    Replay replay = Replay.of(recording(rows), SETTINGS);
    assertThat(replay.losses()).hasSize(1);
    PairLoss loss = replay.losses().getFirst();
    // 1.5° at 47 N is 114,000 m; it closes at 463 m/s; inside for ±20 s around 246 s.
    assertThat(loss.firstUs()).isEqualTo(230_000_000L);
    assertThat(loss.lastUs()).isEqualTo(260_000_000L);
    assertThat(replay.alerts()).hasSize(1);
    Alert alert = replay.alerts().getFirst();
    assertThat(alert.cause()).isEqualTo(Cause.STRAIGHT);
    assertThat(alert.firstUs()).isBetween(150_000_000L, 170_000_000L);
    assertThat((double) alert.predictedUs()).isCloseTo(226e6, within(6e6));
    assertThat(replay.score().foreseen()).isEqualTo(1);
    assertThat(replay.score().nuisance()).isZero();
    assertThat(replay.baseline().leadsS()).containsExactly(120L);
  }

  @Test
  void aLevelOffBelowAnotherIsNoAlertWithinOneParty() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 450, 0, 400, level(36_000));
    // Climbs at 900 ft/min until 35,000 ft, a thousand feet below.
    fly(rows, "bbbbbb", 8.2, -450, 0, 400, new int[] {33_000, 900, 60, 133});
    Replay replay = Replay.of(recording(rows), SETTINGS);
    assertThat(replay.losses()).isEmpty();
    assertThat(replay.alerts()).isEmpty();
    assertThat(replay.baseline().alerts()).isEqualTo(1);
    assertThat(replay.baseline().nuisance()).isEqualTo(1);
  }

  @Test
  void exactlyAtAMinimumIsNoLossAndAGapOfMoreThanAMinuteMakesTwo() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 400, 0, 200, level(35_000));
    fly(rows, "bbbbbb", 7.01, 400, 0, 200, level(35_800));
    assertThat(Replay.of(recording(rows), SETTINGS).losses()).isEmpty();
    rows.clear();
    fly(rows, "aaaaaa", 7, 400, 0, 200, level(35_000));
    fly(rows, "bbbbbb", 7.01, 400, 0, 50, level(35_799));
    fly(rows, "bbbbbb", 7.01, 400, 110, 120, level(35_799));
    fly(rows, "bbbbbb", 7.01, 400, 190, 200, level(35_500));
    Replay replay = Replay.of(recording(rows), SETTINGS);
    assertThat(replay.losses().stream().map(PairLoss::firstUs)).containsExactly(0L, 190_000_000L);
    assertThat(replay.losses().getFirst().closestFt()).isEqualTo(799);
    assertThat(replay.losses().getFirst().lastUs()).isEqualTo(120_000_000L);
    assertThat(replay.score().atFirstSight()).isEqualTo(1);
    assertThat(replay.score().judged()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsAboveTheFloorIsLookedAt() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 450, 0, 600, level(3_000));
    fly(rows, "bbbbbb", 8.5, -450, 0, 600, level(3_001));
    Minima minima = new Minima(9_260_000, 800);
    assertThat(Replay.of(recording(rows), new Replay.Settings(minima, 120, 3_000, false)).losses())
        .isEmpty();
    assertThat(Replay.of(recording(rows), new Replay.Settings(minima, 120, 2_999, false)).losses())
        .hasSize(1);
  }

  @Test
  void aJumpARepeatAndAnImpossibleHeightRaiseNothing() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 450, 0, 300, level(35_000));
    fly(rows, "bbbbbb", 9, 450, 0, 300, level(35_500));
    // One row of bbbbbb lies 150 km off its way, right before aaaaaa.
    rows.replaceAll(row ->
        row.startsWith("150,bbbbbb") ? row.replaceFirst(",47,[0-9.]+", ",47,7.6500000") : row);
    Replay jumped = Replay.of(recording(rows), SETTINGS);
    assertThat(jumped.alerts()).isEmpty();
    // As recorded it is near another all the same: losses are counted on the rows as they are.
    assertThat(jumped.losses()).isEmpty();
    rows.clear();
    fly(rows, "aaaaaa", 7, 450, 0, 300, level(35_000));
    fly(rows, "bbbbbb", 7.05, 450, 0, 300, level(41_000));
    rows.replaceAll(row -> row.startsWith("150,bbbbbb") ? row.replace("41000", "35000") : row);
    assertThat(Replay.of(recording(rows), SETTINGS).alerts()).isEmpty();
  }

  @Test
  void hoursAreFoldedAndNamed() {
    List<String> rows = new ArrayList<>();
    fly(rows, "aaaaaa", 7, 450, 0, 20, level(35_000));
    fly(rows, "aaaaaa", 7, 450, 3_600, 3_620, level(35_000));
    fly(rows, "aaaaaa", 7, 450, 7_200, 7_220, level(35_000));
    String csv = HEADING + String.join("\n", rows);
    assertThat(names(Recording.read(csv, Fold.NONE))).containsExactly("aaaaaa");
    assertThat(names(Recording.read(csv, Fold.ALL)))
        .containsExactly("aaaaaa-00", "aaaaaa-01", "aaaaaa-02");
    assertThat(names(Recording.read(csv, Fold.EVEN))).containsExactly("aaaaaa-00", "aaaaaa-02");
    assertThat(names(Recording.read(csv, Fold.ODD))).containsExactly("aaaaaa-01");
    assertThat(Recording.read(csv, Fold.ODD).flights().getFirst().timeUs(0)).isZero();
  }

  private static List<String> names(Recording recording) {
    return recording.flights().stream().map(Flight::name).toList();
  }

  @Test
  void noTextThrows() {
    String text = HEADING + "10,4067f2,A,46.5,7.5,38000,450,90,0\n20,4067f2,A,46.6,7.4,,,,\n";
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder changed = new StringBuilder(text);
          for (long i = chance.between(1, 8); i > 0; i--) {
            changed.setCharAt(
                (int) chance.between(0, changed.length() - 1), (char) chance.between(0, 300));
          }
          Recording read = Recording.read(changed.toString(), Fold.ALL);
          assertThat(Replay.of(read, SETTINGS).losses()).isEmpty();
        });
  }

  /** Ten real minutes, with another geodesic program as the judge of every pair. */
  @Test
  void theLossesOfTenRealMinutesAreThoseOfAnotherProgram() {
    Recording recording = tenMinutes();
    Minima minima = new Minima(20_000_000, 1_500);
    List<PairLoss> losses =
        Replay.of(recording, new Replay.Settings(minima, 120, -2_000, false)).losses();
    Set<String> expected = new TreeSet<>();
    List<Flight> flights = recording.flights();
    for (int i = 0; i < flights.size(); i++) {
      for (int j = i + 1; j < flights.size(); j++) {
        if (everInside(flights.get(i), flights.get(j))) {
          expected.add(flights.get(i).name() + flights.get(j).name());
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(
            losses.stream()
                .map(loss -> loss.first().name() + loss.second().name())
                .collect(Collectors.toSet()))
        .isEqualTo(expected);
  }

  private static boolean everInside(Flight one, Flight other) {
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < other.size(); j++) {
        if (one.timeUs(i) == other.timeUs(j)
            && Math.abs(one.heightFt(i) - other.heightFt(j)) < 1_500
            && Geodesic.WGS84.Inverse(
                        one.latDegrees(i),
                        one.lngDegrees(i),
                        other.latDegrees(j),
                        other.lngDegrees(j))
                    .s12
                < 20_000) {
          return true;
        }
      }
    }
    return false;
  }

  private static Recording tenMinutes() {
    String csv =
        new String(Samples.bytes("swiss_10min_expected.csv.gz"), StandardCharsets.US_ASCII);
    String without =
        csv.lines()
            .map(line -> line.substring(line.indexOf(',') + 1))
            .collect(Collectors.joining("\n"));
    return Objects.requireNonNull(Recording.read(without, Fold.NONE));
  }
}
