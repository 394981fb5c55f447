package hotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.airspace.Extent;
import hotline.line.body.Condition;
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
        .contains("not wholly inside");
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
