package hotline.traffic.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The closed forms against what NASA's DAIDALUS printed for 1,000 encounters. */
class DaidalusSampleTest {
  private static final Offset<Double> ROUNDING = within(1e-6);

  @Test
  void everyVerdictAndEveryTimeIsTheirs() throws IOException {
    String text = sample();
    assertThat(EncounterCsv.read(text)).isInstanceOf(EncounterCsv.Table.class);
    List<EncounterCsv.Case> cases = ((EncounterCsv.Table) EncounterCsv.read(text)).cases();
    List<String> heading = Arrays.asList(text.lines().findFirst().orElseThrow().split(","));
    List<List<String>> rows =
        text.lines().skip(1).map(line -> Arrays.asList(line.split(",", -1))).toList();
    assertThat(cases).hasSize(1_000).hasSameSizeAs(rows);
    for (int i = 0; i < cases.size(); i++) {
      Expected expected = new Expected(heading, rows.get(i));
      Encounter.Verdict verdict = cases.get(i).encounter().verdict();
      String id = cases.get(i).id();
      assertThat(id).isEqualTo(expected.text("id"));
      assertThat(verdict.lossNow()).as(id).isEqualTo(expected.yes("los_now"));
      check(id, verdict.loss(), expected.yes("conflict"), expected, "t_in_s", "t_out_s");
      assertThat(verdict.closest().atS()).as(id).isCloseTo(expected.number("tcpa_s"), ROUNDING);
      assertThat(verdict.closest().horizontalM())
          .as(id)
          .isCloseTo(expected.number("hmd_at_tcpa_m"), ROUNDING);
      check(
          id,
          verdict.notWellClear(),
          expected.yes("wcv_conflict"),
          expected,
          "wcv_t_in_s",
          "wcv_t_out_s");
      assertThat(verdict.notWellClearNow()).as(id).isEqualTo(expected.yes("wcv_now"));
    }
  }

  private static void check(
      String id,
      Optional<Interval> found,
      boolean there,
      Expected expected,
      String from,
      String until) {
    assertThat(found.isPresent()).as(id).isEqualTo(there);
    if (there) {
      assertThat(found.orElseThrow().fromS()).as(id).isCloseTo(expected.number(from), ROUNDING);
      assertThat(found.orElseThrow().untilS()).as(id).isCloseTo(expected.number(until), ROUNDING);
    }
  }

  private record Expected(List<String> heading, List<String> row) {
    String text(String column) {
      return row.get(heading.indexOf(column));
    }

    boolean yes(String column) {
      return "1".equals(text(column));
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }
  }

  private static String sample() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DaidalusSampleTest.class.getResourceAsStream(
                "/hotline/traffic/cd_cylinder_sample.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
