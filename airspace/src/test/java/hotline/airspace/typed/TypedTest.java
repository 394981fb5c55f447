package hotline.airspace.typed;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Datum;
import hotline.airspace.Position;
import hotline.testkit.Chance;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {
  private static final long NOW_US = 1_795_356_000_000_000L;

  @Test
  void onePlaceInAllHabits() {
    Position place = new Position(47_500_000_000L, 8_333_333_333L);
    for (String text :
        List.of(
            "47.5 N 8.333333333 E",
            "N 47 30.0 E 008 20.0",
            "n47°30'e8°20'",
            "N 47° 30' 00\", E 8° 20' 00\"",
            "47°30'00\"N 008°20'00\"E",
            "47º30′N, 008º20′E",
            "4730N00820E",
            "473000N 0082000E")) {
      assertThat(TypedPosition.read(text).asOptional()).as(text).contains(place);
    }
    assertThat(TypedPosition.read("33 51 54 S 151 12 34 W").asOptional())
        .contains(new Position(-33_865_000_000L, -151_209_444_444L));
    assertThat(TypedPosition.readable(place)).isEqualTo("47°30.0'N 008°20.0'E");
  }

  @Test
  void whatCouldBeReadInTwoWaysIsRefused() {
    for (String text :
        List.of(
            "",
            "47.5 8.33",
            "47.5, 8.33",
            "47.5 N",
            "91 N 8 E",
            "47 60 N 8 E",
            "47 30 60 N 8 E",
            "47.5 30 N 8 E",
            "47 30.5 10 N 8 E",
            "4730 N 8 E",
            "8 E 47 N",
            "47 N 181 E",
            "N47N E8",
            "47 N 8 E x",
            "١٢ N 8 E")) {
      assertThat(TypedPosition.read(text)).as(text).isInstanceOf(Typed.Wrong.class);
    }
    for (String text :
        List.of(
            "",
            "310",
            "31000",
            "31000 ft",
            "9000 m",
            "FL",
            "9000 m STD",
            "100.5 ft STD",
            "FL9999",
            "999999999 m W84",
            "1,00 ft STD")) {
      assertThat(TypedHeight.read(text)).as(text).isInstanceOf(Typed.Wrong.class);
    }
    for (String text : List.of("", "5", "5 miles", "-5 NM", "5NMx", "1e3 m")) {
      assertThat(TypedDistance.read(text)).as(text).isInstanceOf(Typed.Wrong.class);
    }
    for (String text :
        List.of(
            "",
            "14:02",
            "2026-11-22T14:02",
            "2026-02-30T00:00Z",
            "25:00Z",
            "311402ZFEB26",
            "221402ZXXX26",
            "2026-11-22T14:02:61Z",
            "14:2Z")) {
      assertThat(TypedTime.read(text, NOW_US)).as(text).isInstanceOf(Typed.Wrong.class);
    }
  }

  @Test
  void heightsAndDistancesInTheirUnits() {
    assertThat(TypedHeight.read("FL310").asOptional())
        .contains(new TypedHeight.Height(Datum.STANDARD_PRESSURE, 31_000));
    assertThat(TypedHeight.read("31,025 ft std").asOptional())
        .contains(new TypedHeight.Height(Datum.STANDARD_PRESSURE, 31_025));
    assertThat(TypedHeight.read("9450.5 m W84").asOptional())
        .contains(new TypedHeight.Height(Datum.W84, 9_450_500));
    assertThat(TypedHeight.read("1000 ft W84").asOptional())
        .contains(new TypedHeight.Height(Datum.W84, 304_800));
    assertThat(TypedDistance.read("5 NM").asOptional()).contains(9_260_000L);
    assertThat(TypedDistance.read("9.26 km").asOptional()).contains(9_260_000L);
    assertThat(TypedDistance.read("1,000 ft").asOptional()).contains(304_800L);
  }

  @Test
  void timesInUtc() {
    long at = Instant.parse("2026-11-22T14:02:00Z").toEpochMilli() * 1_000;
    for (String text :
        List.of("2026-11-22T14:02Z", "2026-11-22 14:02:00Z", "221402ZNOV26", "22 1402 z nov 26")) {
      assertThat(TypedTime.read(text.replace("22 1402", "221402"), NOW_US).asOptional())
          .as(text)
          .contains(at);
    }
    assertThat(TypedTime.read("14:02Z", at).asOptional()).contains(at);
    assertThat(TypedTime.read("0100Z", at - 14 * 3_600_000_000L).asOptional())
        .contains(at - 13 * 3_600_000_000L - 120_000_000L);
    long lateEvening = Instant.parse("2026-11-22T23:50:00Z").toEpochMilli() * 1_000;
    assertThat(TypedTime.read("00:10Z", lateEvening).asOptional())
        .contains(lateEvening + 20 * 60_000_000L);
  }

  @Test
  void whatIsWrittenReadsBackExactly() {
    Chance.seeds().limit(500).mapToObj(Chance::of).forEach(TypedTest::roundTrip);
  }

  private static void roundTrip(Chance chance) {
    Position position =
        new Position(
            chance.between(-90_000_000_000L, 90_000_000_000L),
            chance.between(-180_000_000_000L, 180_000_000_000L));
    long us = chance.between(0, 4_000_000_000_000_000L);
    Datum datum = chance.pick(List.of(Datum.values()));
    long height = chance.between(datum.least(), datum.most());
    long mm = chance.between(0, 5_000_000_000L);
    assertThat(TypedPosition.read(TypedPosition.write(position)).asOptional()).contains(position);
    assertThat(TypedTime.read(TypedTime.write(us), NOW_US).asOptional()).contains(us);
    assertThat(TypedDistance.read(TypedDistance.write(mm)).asOptional()).contains(mm);
    assertThat(TypedHeight.read(TypedHeight.write(datum, height)).asOptional())
        .contains(new TypedHeight.Height(datum, height));
    String line = TypedPathPoint.write(us, position, datum, height);
    assertThat(TypedPathPoint.read(line, NOW_US).asOptional().orElseThrow().point().position())
        .isEqualTo(position);
  }

  @Test
  void noTextIsTooStrange() {
    assertThat(TypedPosition.read("9".repeat(100_000))).isInstanceOf(Typed.Wrong.class);
    Chance.seeds().limit(2_000).mapToObj(Chance::of).forEach(TypedTest::readStrange);
  }

  private static void readStrange(Chance chance) {
    StringBuilder text = new StringBuilder();
    String alphabet = "0123456789. ,-°'\"NSEWFLZTDMK\u2028\u0661x:";
    for (int i = (int) chance.between(0, 40); i > 0; i--) {
      text.append(alphabet.charAt((int) chance.between(0, alphabet.length() - 1)));
    }
    String strange = text.toString();
    assertThat(TypedPosition.read(strange)).isNotNull();
    assertThat(TypedHeight.read(strange)).isNotNull();
    assertThat(TypedDistance.read(strange)).isNotNull();
    assertThat(TypedTime.read(strange, NOW_US)).isNotNull();
    assertThat(TypedPathPoint.read(strange, NOW_US)).isNotNull();
  }
}
