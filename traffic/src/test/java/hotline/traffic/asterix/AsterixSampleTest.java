package hotline.traffic.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.testkit.Chance;
import hotline.traffic.Samples;
import hotline.traffic.pcap.Capture;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Both categories against what was encoded by another program, field by field; and hostile bytes.
 */
class AsterixSampleTest {
  @Test
  void systemTracksDecodeToTheirRows() {
    // Steps of the fields: 180/2^25 degree, 0.25 m/s each way, 6.25 ft/min.
    check("swiss_10min_cat062.pcap", 62, 2_700, 0.5, 0.06);
  }

  @Test
  void adsBReportsDecodeToTheirRows() {
    // Steps of the fields: 180/2^30 degree, 2^-14 NM/s, 6.25 ft/min.
    check("swiss_10min_cat021.pcap", 21, 84, 0.111, 0.0033);
  }

  private static void check(
      String sample, int category, long placeNanodegrees, double knots, double degrees) {
    Capture capture = Capture.read(Samples.bytes(sample));
    assertThat(capture.rejects()).isEmpty();
    assertThat(capture.datagrams()).hasSize(91);
    List<TargetReport> reports = new ArrayList<>();
    for (Capture.Datagram datagram : capture.datagrams()) {
      Asterix decoded = Asterix.decode(datagram.payload(), datagram.timeUs(), category);
      assertThat(decoded.rejects()).isEmpty();
      reports.addAll(decoded.reports());
    }
    List<List<String>> rows = Samples.rows("swiss_10min_expected.csv.gz");
    assertThat(reports).hasSize(1_244).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      TargetReport report = reports.get(i);
      if (category == 62) {
        assertThat(report.trackNumber()).isEqualTo(Integer.valueOf(row.get(0)));
      }
      assertThat(report.timeUs()).isEqualTo(Long.parseLong(row.get(1)) * 1_000_000);
      assertThat(report.aircraft()).isEqualTo(row.get(2));
      assertThat(report.callsign()).isEqualTo(row.get(3));
      Place place = Objects.requireNonNull(report.place());
      assertThat(place.latNanodegrees())
          .isCloseTo(Math.round(Double.parseDouble(row.get(4)) * 1e9), within(placeNanodegrees));
      assertThat(place.lngNanodegrees())
          .isCloseTo(Math.round(Double.parseDouble(row.get(5)) * 1e9), within(placeNanodegrees));
      assertThat(report.pressureFt()).isEqualTo(Integer.valueOf(row.get(6)));
      assertThat(number(report.speedMilliknots()) / 1000)
          .isCloseTo(Double.parseDouble(row.get(7)), within(knots));
      double off = number(report.trackMillidegrees()) / 1000 - Double.parseDouble(row.get(8));
      assertThat(Math.abs(Math.IEEEremainder(off, 360))).isLessThan(degrees);
      assertThat(number(report.climbFpm())).isCloseTo(Double.parseDouble(row.get(9)), within(3.5));
      assertThat(report.geometricFt()).isNull();
      assertThat(report.squawk()).isNull();
    }
  }

  private static double number(@Nullable Integer value) {
    return Objects.requireNonNull(value);
  }

  /** One record with every item that is read, made by hand from the specification. */
  @Test
  void whatTheSampleLacksIsReadToo() {
    // Time 1 s; squawk 7700; geometric height 1,600 × 6.25 ft; cleared to FL350.
    Asterix decoded = Asterix.decode(bytes("3e00111141120000800fc0064001200578"), 0, 0);
    assertThat(decoded.rejects()).isEmpty();
    TargetReport report = decoded.reports().getFirst();
    assertThat(report.timeUs()).isEqualTo(1_000_000);
    assertThat(report.squawk()).isEqualTo("7700");
    assertThat(report.geometricFt()).isEqualTo(10_000);
    assertThat(report.clearedFt()).isEqualTo(35_000);
    assertThat(report.pressureFt()).isNull();
    // An ADS-B report that is on the ground, and one that is not.
    for (boolean ground : new boolean[] {true, false}) {
      Asterix adsB =
          Asterix.decode(bytes("15000a4108" + "01" + (ground ? "40" : "00") + "000080"), 0, 0);
      assertThat(adsB.reports().getFirst().onGround()).isEqualTo(ground);
    }
  }

  @Test
  void brokenBlocksAreCounted() {
    assertThat(Asterix.decode(bytes("3e0002"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.BAD_LENGTH);
    assertThat(Asterix.decode(bytes("300004ff"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.OTHER_CATEGORY);
    assertThat(Asterix.decode(bytes("3e000410"), 0, 21).rejects())
        .containsOnlyKeys(Asterix.Reject.OTHER_CATEGORY);
    assertThat(Asterix.decode(bytes("3e000410"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.BROKEN_RECORD);
    // A spare item that is said to be there.
    assertThat(Asterix.decode(bytes("3e00064000" + "00"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.BROKEN_RECORD);
    // No time; a time of day beyond its day; a latitude beyond the pole.
    assertThat(Asterix.decode(bytes("3e0006" + "80" + "1964"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.NO_TIME);
    assertThat(Asterix.decode(bytes("3e0007" + "10" + "ffffff"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.IMPOSSIBLE);
    assertThat(
            Asterix.decode(bytes("3e000f" + "18" + "000080" + "7000000000000000"), 0, 0).rejects())
        .containsOnlyKeys(Asterix.Reject.IMPOSSIBLE);
  }

  @Test
  void aTimeOfDayIsOfTheNearestDay() {
    long midnightUs = 1_533_168_000_000_000L;
    byte[] lastSecond = bytes("3e0007" + "10" + "a8bf80"); // 86,399 s
    byte[] firstSecond = bytes("3e0007" + "10" + "000080");
    assertThat(time(lastSecond, midnightUs + 500_000)).isEqualTo(midnightUs - 1_000_000);
    assertThat(time(firstSecond, midnightUs - 500_000)).isEqualTo(midnightUs + 1_000_000);
    assertThat(time(firstSecond, midnightUs + 2_000_000)).isEqualTo(midnightUs + 1_000_000);
  }

  private static long time(byte[] block, long receivedUs) {
    return Asterix.decode(block, receivedUs, 0).reports().getFirst().timeUs();
  }

  /** Cut, changed and made-up bytes: never an exception, and never more records than bytes. */
  @Test
  void noBytesThrow() {
    List<byte[]> good = new ArrayList<>();
    for (String sample : List.of("swiss_10min_cat062.pcap", "swiss_10min_cat021.pcap")) {
      Capture.read(Samples.bytes(sample))
          .datagrams()
          .forEach(datagram -> good.add(datagram.payload()));
    }
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          for (int round = 0; round < 50; round++) {
            byte[] bytes = chance.pick(good).clone();
            for (long i = chance.between(0, 12); i > 0; i--) {
              bytes[(int) chance.between(0, bytes.length - 1)] = (byte) chance.between(0, 255);
            }
            if (chance.oneIn(3)) {
              bytes = Arrays.copyOf(bytes, (int) chance.between(0, bytes.length));
            }
            if (chance.oneIn(10)) {
              bytes = chance.bytes((int) chance.between(0, 100));
              if (bytes.length > 2) {
                bytes[0] = (byte) (chance.oneIn(2) ? 62 : 21);
                bytes[1] = 0;
                bytes[2] = (byte) bytes.length;
              }
            }
            Asterix decoded = Asterix.decode(bytes, chance.between(0, 2_000_000_000_000_000L), 0);
            assertThat(decoded.reports().size()).isLessThanOrEqualTo(bytes.length);
          }
        });
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
