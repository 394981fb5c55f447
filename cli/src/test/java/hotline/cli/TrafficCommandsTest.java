package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on traffic, as typed. */
class TrafficCommandsTest {
  private static final Path SAMPLES =
      Path.of("../traffic/src/test/resources/hotline/traffic").toAbsolutePath().normalize();

  @TempDir private Path temp;

  @Test
  void separationWritesTheVerdictsOfTheSample() throws IOException {
    List<List<String>> sample =
        Files.readAllLines(SAMPLES.resolve("cd_cylinder_sample.csv")).stream()
            .map(line -> Arrays.asList(line.split(",", -1)))
            .toList();
    Path cases = temp.resolve("cases.csv");
    Files.write(
        cases,
        sample.stream()
            .map(row -> row.subList(0, 14).stream().collect(Collectors.joining(",")))
            .toList());
    Path out = temp.resolve("out.csv");
    Cli.Ran ran = Cli.done("separation", cases, "--out", out, "--json");
    assertThat(ran.json().get("cases").asInt()).isEqualTo(1_000);
    assertThat(ran.json().get("loss").asInt()).isEqualTo(145);
    List<String> written = Files.readAllLines(out);
    assertThat(written).hasSize(1_001);
    assertThat(written.getFirst())
        .isEqualTo("id," + String.join(",", sample.getFirst().subList(14, 24)));
    for (int i = 1; i <= 1_000; i++) {
      List<String> row = Arrays.asList(written.get(i).split(",", -1));
      assertThat(row.getFirst()).isEqualTo(sample.get(i).getFirst());
      for (int column = 1; column < row.size(); column++) {
        String expected = sample.get(i).get(13 + column);
        if (expected.contains(".")) {
          assertThat(Math.abs(Double.parseDouble(row.get(column)) - Double.parseDouble(expected)))
              .as("row %d, column %d", i, column)
              .isLessThan(1e-6);
        } else {
          assertThat(row.get(column)).as("row %d, column %d", i, column).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void decodeWritesTheRowsOfEachSample() throws IOException {
    Path out = temp.resolve("out.csv");
    for (String format : List.of("cat062", "cat021")) {
      Cli.Ran ran =
          Cli.done(
              "decode",
              SAMPLES.resolve("swiss_10min_" + format + ".pcap"),
              "--format",
              format,
              "--out",
              out,
              "--json");
      assertThat(ran.json().get("rows").asInt()).isEqualTo(1_244);
      assertThat(ran.json().get("rejects").isEmpty()).isTrue();
      assertThat(Files.readAllLines(out)).hasSize(1_245);
    }
    assertThat(Files.readAllLines(out).get(1)).contains("020066,RAM816C,47.6786").contains("38000");
    Cli.done("decode", SAMPLES.resolve("beast_sample.bin"), "--format", "beast", "--out", out);
    List<String> frames = Files.readAllLines(SAMPLES.resolve("beast_sample_frames.csv"));
    List<String> found = Files.readAllLines(out);
    assertThat(found).hasSameSizeAs(frames);
    for (int i = 1; i < frames.size(); i++) {
      List<String> row = Arrays.asList(found.get(i).split(",", -1));
      List<String> expected = Arrays.asList(frames.get(i).split(",", -1));
      assertThat(row.subList(0, 9)).isEqualTo(expected.subList(0, 9));
    }
    Cli.Ran lines =
        Cli.done("decode", SAMPLES.resolve("swiss_10min_sbs.txt.gz"), "--format", "sbs");
    assertThat(lines.out()).contains("3,732");
  }

  @Test
  void replayWritesLossesAndAlerts() throws IOException {
    Path recording = temp.resolve("two.csv");
    StringBuilder rows =
        new StringBuilder(
            "time_s,icao24,callsign,lat_deg,lon_deg,baro_alt_ft,ground_speed_kt,track_deg,"
                + "vertical_rate_fpm\n");
    for (int i = 0; i <= 30; i++) {
      String east = String.format(Locale.ROOT, "%.4f", 7 + 0.03 * i);
      String west = String.format(Locale.ROOT, "%.4f", 8 - 0.03 * i);
      rows.append(1000 + 10 * i).append(",aaaaaa,A,47,").append(east).append(",35000,443,90,0\n");
      rows.append(1000 + 10 * i).append(",bbbbbb,B,47,").append(west).append(",35000,443,270,0\n");
    }
    Files.writeString(recording, rows);
    Path pairs = temp.resolve("pairs.csv");
    Path alerts = temp.resolve("alerts.csv");
    Cli.Ran ran =
        Cli.done(
            "replay",
            recording,
            "--minima 5nm,800ft --lookahead 120s --pairs",
            pairs,
            "--alerts",
            alerts,
            "--json");
    assertThat(ran.json().get("losses").asInt()).isEqualTo(1);
    assertThat(ran.json().get("watch").get("foreseenPercent").asDouble()).isEqualTo(100);
    List<String> lost = Files.readAllLines(pairs);
    assertThat(lost.getFirst()).isEqualTo("id1,id2,first_time_s,last_time_s,min_dist_nm,min_dz_ft");
    assertThat(lost.get(1)).startsWith("aaaaaa,bbbbbb,1150,1180,0.82").endsWith(",0");
    List<String> warned = Files.readAllLines(alerts);
    assertThat(warned.getFirst())
        .isEqualTo("id1,id2,first_alert_s,last_alert_s,predicted_loss_s,cause");
    assertThat(warned.get(1)).startsWith("aaaaaa,bbbbbb,1080,1180,1150,").endsWith(",straight");
    assertThat(Cli.done("replay", recording).out()).contains("PREDICTOR").contains("the watch");
    assertThat(Cli.run("replay", recording, "--minima 5,800").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("replay", recording, "--lookahead 5s").code()).isEqualTo(ExitCode.USAGE);
    Files.writeString(recording, "no heading\n");
    assertThat(Cli.refused("replay", recording).err()).contains("heading");
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    Path cases = temp.resolve("cases.csv");
    Files.writeString(cases, "id,sx_m\n1,2\n");
    assertThat(Cli.refused("separation", cases).err()).contains("cases.csv, line 1: ");
    assertThat(Cli.run("separation", temp.resolve("none.csv")).code())
        .isEqualTo(ExitCode.UNREACHABLE);
  }
}
