package hotline.traffic.readsb;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.report.Place;
import hotline.traffic.report.TargetReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AircraftJsonTest {
  private static final long NOW = 1_700_000_000_000_000L;

  private static final String ONE =
      """
      {"hex":"4b1805","type":"adsb_icao","flight":"SWR12AB ","alt_baro":37975,"alt_geom":38600,\
      "gs":441.2,"track":359.99,"baro_rate":-64,"squawk":"1054","nav_altitude_mcp":38016,\
      "lat":46.912345,"lon":-7.1,"seen_pos":0.25,"seen":0.1,"mlat":["a",{"b":[1]}],"rssi":-12.3}\
      """;

  private static AircraftJson decode(String... aircraft) {
    return AircraftJson.decode(
        ("{\"now\":1.5,\"messages\":9,\"aircraft\":[" + String.join(",", aircraft) + "],\"x\":{}}")
            .getBytes(StandardCharsets.UTF_8),
        NOW);
  }

  @Test
  void eachFieldIsRead() {
    assertThat(decode(ONE).rejects()).isEmpty();
    assertThat(decode(ONE).reports())
        .containsExactly(
            new TargetReport(
                NOW - 250_000,
                null,
                "4b1805",
                "SWR12AB",
                "1054",
                new Place(46_912_345_000L, -7_100_000_000L),
                37_975,
                38_600,
                38_016,
                441_200,
                359_990,
                -64,
                false));
  }

  @Test
  void whatIsNotSaidIsAbsent() {
    TargetReport bare = decode("{\"hex\":\"4B1805\",\"seen\":2}").reports().getFirst();
    assertThat(bare)
        .isEqualTo(new TargetReport.Builder(NOW - 2_000_000).aircraft(0x4b1805).build());
    TargetReport ground =
        decode("{\"hex\":\"4b1805\",\"seen\":0,\"alt_baro\":\"ground\"}").reports().getFirst();
    assertThat(ground.onGround()).isTrue();
    assertThat(ground.pressureFt()).isNull();
  }

  @Test
  void oneBadAircraftCostsOnlyItself() {
    for (String bad :
        List.of(
            "7",
            "[[1]]",
            "{}",
            "{\"hex\":4}",
            ONE.replace("46.912345", "96.1"),
            ONE.replace("\"lon\":-7.1,", ""),
            ONE.replace("37975", "\"high\""),
            ONE.replace("1054", "1058"),
            ONE.replace("\"seen\":0.1", "\"seen\":1e99"),
            ONE.replace("SWR12AB ", "SWR\\u0000"))) {
      AircraftJson decoded = decode(ONE, bad, ONE);
      assertThat(decoded.reports()).as(bad).hasSize(2);
      assertThat(decoded.rejects()).as(bad).isEqualTo(Map.of(AircraftJson.Reject.BAD_AIRCRAFT, 1L));
    }
    assertThat(decode(ONE.replace("4b1805", "~4b1805")).rejects())
        .isEqualTo(Map.of(AircraftJson.Reject.NO_ADDRESS, 1L));
  }

  @Test
  void aBodyThatIsNotWholeIsNotUsedAtAll() {
    String whole = "{\"aircraft\":[" + ONE + "," + ONE + "]}";
    for (int cut = 0; cut < whole.length(); cut++) {
      AircraftJson decoded =
          AircraftJson.decode(whole.substring(0, cut).getBytes(StandardCharsets.UTF_8), NOW);
      assertThat(decoded.reports()).as("cut at %d", cut).isEmpty();
      assertThat(decoded.rejects()).isEqualTo(Map.of(AircraftJson.Reject.MALFORMED, 1L));
    }
    assertThat(decode(ONE + "]}{\"a\":[").rejects()).containsKey(AircraftJson.Reject.MALFORMED);
    assertThat(AircraftJson.decode(new byte[AircraftJson.BYTES_MAX + 1], NOW).rejects())
        .containsKey(AircraftJson.Reject.TOO_LONG);
    String deep = "[".repeat(5_000);
    assertThat(decode("{\"hex\":\"4b1805\",\"x\":" + deep).rejects())
        .containsKey(AircraftJson.Reject.MALFORMED);
  }

  @Test
  void anyBytesDecodeOrAreCounted() {
    byte[] good = ("{\"aircraft\":[" + ONE + "]}").getBytes(StandardCharsets.UTF_8);
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          byte[] bytes = good.clone();
          for (long i = chance.between(1, 6); i > 0; i--) {
            bytes[(int) chance.between(0, bytes.length - 1)] = (byte) chance.between(0, 255);
          }
          AircraftJson decoded = AircraftJson.decode(bytes, NOW);
          assertThat(decoded.reports().size() + decoded.rejects().size())
              .as("seed %d", seed)
              .isPositive();
        });
  }
}
