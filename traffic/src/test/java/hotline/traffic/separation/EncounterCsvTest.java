package hotline.traffic.separation;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.testkit.Chance;
import hotline.traffic.separation.EncounterCsv.Bad;
import hotline.traffic.separation.EncounterCsv.Table;
import org.junit.jupiter.api.Test;

/** Reading encounters: strict, total, the line at fault named. */
class EncounterCsvTest {
  private static final String HEADING =
      "T_s,id,sx_m,sy_m,sz_m,vox_mps,voy_mps,voz_mps,vix_mps,viy_mps,viz_mps,D_m,H_m\n";
  private static final String ROW = "60,a,1,2,3,10,20,30,1,2,3,926,30.48\n";

  @Test
  void columnsAreFoundByName() {
    Table table = (Table) EncounterCsv.read(HEADING + ROW);
    assertThat(table.cases())
        .containsExactly(
            new EncounterCsv.Case(
                "a",
                new Encounter(
                    new RelativeState(1, 2, 3, 9, 18, 27), new Cylinder(926, 30.48), 60)));
  }

  @Test
  void theLineAtFaultIsNamed() {
    assertThat(((Bad) EncounterCsv.read("")).line()).isEqualTo(1);
    assertThat(((Bad) EncounterCsv.read("id,x\n")).reason()).contains("sx_m");
    assertThat(((Bad) EncounterCsv.read(HEADING.replace("id", "no") + ROW)).line()).isEqualTo(1);
    assertThat(((Bad) EncounterCsv.read(HEADING + ROW + ROW.replace("926", "0"))).line())
        .isEqualTo(3);
    assertThat(((Bad) EncounterCsv.read(HEADING + ROW.replace("30.48", "NaN"))).reason())
        .contains("H_m");
    assertThat(EncounterCsv.read(HEADING + ROW.replace("60", "-1"))).isInstanceOf(Bad.class);
    assertThat(EncounterCsv.read(HEADING + "1,2\n")).isInstanceOf(Bad.class);
  }

  @Test
  void noTextThrows() {
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder text = new StringBuilder(HEADING + ROW + ROW);
          for (long i = chance.between(1, 6); i > 0; i--) {
            text.setCharAt(
                (int) chance.between(0, text.length() - 1), (char) chance.between(0, 300));
          }
          assertThat(EncounterCsv.read(text.toString())).isNotNull();
        });
  }
}
