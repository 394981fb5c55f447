package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.line.body.Condition;
import hotline.line.body.Daily;
import hotline.line.notice.Coverage;
import hotline.line.notice.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which notices a condition covers. */
class CoverageTest {
  private static final Extent IN_EAST = Places.extent(46, 8, 10, 0);
  private static final Extent FAR = Places.extent(10, 10, 10, 0);

  private final TestLine line = TestLine.ofTwo();

  @Test
  void categoryAndZoneBothHold() {
    assertThat(coverage("transit", rule("transit", "east"), IN_EAST).covered()).isTrue();
    Coverage other = coverage("survey", rule("transit", "east"), IN_EAST);
    assertThat(other.covered()).isFalse();
    assertThat(other.why()).contains("its category is survey");
    assertThat(coverage("transit", rule("transit", "west"), IN_EAST).why())
        .isEqualTo(
            "not covered: rule 1, category transit in zone west: it is not wholly inside the zone");
    assertThat(coverage("transit", rule("transit", "east"), IN_EAST, FAR).covered())
        .as("one extent is outside")
        .isFalse();
  }

  @Test
  void whatARuleLeavesOpenIsAny() {
    assertThat(coverage("survey", rule(null, "east"), IN_EAST).covered()).isTrue();
    assertThat(coverage("transit", rule("transit", null), FAR).covered()).isTrue();
    assertThat(coverage("survey", rule(null, null), FAR).covered()).isTrue();
  }

  @Test
  void oneRuleIsEnoughButTheyAreNotMixed() {
    Condition condition =
        new Condition(
            "words",
            List.of(
                rule("transit", "west").rules().getFirst(),
                rule("survey", "east").rules().getFirst()));
    assertThat(coverage("survey", condition, IN_EAST).covered()).isTrue();
    assertThat(coverage("transit", condition, IN_EAST).covered()).isFalse();
  }

  @Test
  void aZoneThatIsGoneCoversNothing() {
    Coverage coverage = coverage("transit", rule("transit", "moon"), IN_EAST);
    assertThat(coverage.covered()).isFalse();
    assertThat(coverage.why()).contains("no such zone");
  }

  @Test
  void everythingThatARuleLacksIsSaidAndEveryRule() {
    Condition condition =
        new Condition(
            "words",
            List.of(
                new Condition.Rule(
                    Optional.of("survey"),
                    Optional.of("east"),
                    Optional.of(new Daily(0, 3600)),
                    Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, 0, 9_000))),
                rule(null, "west").rules().getFirst(),
                rule("transit", null).rules().getFirst(),
                rule(null, null).rules().getFirst()));
    Coverage coverage = coverage("survey", condition, IN_EAST, FAR);
    assertThat(coverage.covered()).isTrue();
    assertThat(coverage.why()).isEqualTo("covered by rule 4: any category anywhere");
    assertThat(coverage.rules().stream().map(Coverage.Finding::lacks))
        .containsExactly(
            List.of(
                "its part 2 of 2 is not wholly inside the zone",
                "its parts 1, 2 of 2 are not wholly in the times of day",
                "its parts 1, 2 of 2 are not wholly in the heights"),
            List.of("its parts 1, 2 of 2 are not wholly inside the zone"),
            List.of("its category is survey"),
            List.of());
    assertThat(coverage.rules().getFirst().rule())
        .isEqualTo("category survey in zone east, 00:00 to 01:00 UTC, 0 to 9000 ft STD");
  }

  /** NOON_US is 08:00:00 UTC of its day; the extent lasts ten minutes from then. */
  @Test
  void timesOfDayAndHeightsHoldToTheirEnds() {
    int eight = 8 * 3600;
    assertThat(coverage("transit", when(eight, eight + 600), IN_EAST).covered()).isTrue();
    assertThat(coverage("transit", when(eight + 1, eight + 600), IN_EAST).covered()).isFalse();
    assertThat(coverage("transit", when(eight, eight + 599), IN_EAST).covered()).isFalse();
    assertThat(coverage("transit", when(79_200, eight + 600), IN_EAST).covered())
        .as("past midnight")
        .isTrue();
    assertThat(coverage("transit", at(10_000, 11_000), IN_EAST).covered()).isTrue();
    assertThat(coverage("transit", at(10_001, 11_000), IN_EAST).covered()).isFalse();
    assertThat(coverage("transit", at(10_000, 10_999), IN_EAST).covered()).isFalse();
  }

  @Test
  void heightsOfAnotherDatumAreTakenInwardAndThatIsSaid() {
    Extent metres =
        new Extent(
            IN_EAST.cells(), new HeightBand(Datum.W84, 3_000_000, 3_300_000), IN_EAST.times());
    Coverage inside = coverage("transit", at(6_000, 14_000), metres);
    assertThat(inside.covered()).isTrue();
    assertThat(inside.why())
        .isEqualTo(
            "covered by rule 1: any category anywhere, 6000 to 14000 ft STD (its heights are of"
                + " another datum: the rule's were taken 3000 ft narrower at each end)");
    assertThat(coverage("transit", at(6_844, 14_000), metres).covered())
        .as("3,000 m are 9,842.5 ft")
        .isFalse()
        .isEqualTo(coverage("transit", at(6_843, 14_000), metres).covered());
    assertThat(coverage("transit", at(6_842, 14_000), metres).covered()).isTrue();
  }

  private static Condition when(int fromS, int toS) {
    return new Condition(
        "words",
        List.of(
            new Condition.Rule(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Daily(fromS, toS)),
                Optional.empty())));
  }

  private static Condition at(long floorFt, long ceilingFt) {
    return new Condition(
        "words",
        List.of(
            new Condition.Rule(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new HeightBand(Datum.STANDARD_PRESSURE, floorFt, ceilingFt)))));
  }

  private Coverage coverage(String category, Condition condition, Extent... extents) {
    long entity = 1L + line.entries.size();
    line.accepted("north", Places.declare(entity, 1, category, extents));
    Notice notice = line.state.notices().live(Places.entity(entity)).orElseThrow();
    assertThat(notice.extents()).isEqualTo(Arrays.asList(extents));
    return Coverage.of(notice, condition, line.terms());
  }

  private static Condition rule(@Nullable String category, @Nullable String zone) {
    return new Condition(
        "words",
        List.of(new Condition.Rule(Optional.ofNullable(category), Optional.ofNullable(zone))));
  }
}
