package hotline.line.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.airspace.Datum;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.body.NoticeRef;
import hotline.line.disclosure.Draws;
import hotline.line.disclosure.ExactVolume;
import hotline.line.terms.Planning;
import hotline.line.terms.Separation;
import hotline.line.terms.TermsDefaults;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Allowed shifts, and the search through all of them. */
class ShiftTest {
  private static final Planning USUAL = TermsDefaults.PLANNING;
  private static final Separation TERMS = TermsDefaults.SEPARATION;
  private static final long MINUTE_US = 60_000_000;

  static LongStream seeds() {
    return Chance.seeds();
  }

  @Test
  void theAllowedShiftsAreAllStepsNearestFirst() {
    List<Shift> shifts = Shift.allowed(USUAL);
    assertThat(shifts)
        .hasSize(2 * 4 + 2 * 10)
        .doesNotHaveDuplicates()
        .startsWith(
            new Shift.InHeight(500),
            new Shift.InHeight(-500),
            new Shift.InTime(MINUTE_US),
            new Shift.InTime(-MINUTE_US),
            new Shift.InHeight(1_000))
        .endsWith(new Shift.InTime(10 * MINUTE_US), new Shift.InTime(-10 * MINUTE_US));
    assertThat(Shift.allowed(new Planning(2 * MINUTE_US, 500, 0, MINUTE_US, 0))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Shift.InHeight(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shift.InTime(0));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aShiftMovesOneThingAndIsFoundAgain(long seed) {
    Chance chance = Chance.of(seed);
    List<ExactVolume> before = Draws.volumes(chance, 4);
    for (int i = 0; i < 3; i++) {
      Shift shift = chance.pick(Shift.allowed(USUAL));
      List<ExactVolume> after = shift.apply(before).orElseThrow();
      assertThat(Shift.between(before, after, USUAL)).contains(shift);
      for (int j = 0; j < before.size(); j++) {
        assertThat(after.get(j).volume().footprint()).isEqualTo(before.get(j).volume().footprint());
        assertThat(after.get(j).path() == null).isEqualTo(before.get(j).path() == null);
      }
    }
    assertThat(Shift.between(before, before, USUAL)).isEmpty();
    List<ExactVolume> both =
        new Shift.InTime(MINUTE_US)
            .apply(new Shift.InHeight(500).apply(before).orElseThrow())
            .orElseThrow();
    assertThat(Shift.between(before, both, USUAL)).isEmpty();
  }

  @Test
  void metresAreShiftedByTheFeetTheyAre() {
    assertThat(new Shift.InHeight(500).units(Datum.W84)).isEqualTo(152_400);
    assertThat(new Shift.InHeight(-500).units(Datum.W84)).isEqualTo(-152_400);
    assertThat(new Shift.InHeight(1).units(Datum.W84)).isEqualTo(305);
    assertThat(new Shift.InHeight(-500).units(Datum.STANDARD_PRESSURE)).isEqualTo(-500);
  }

  @Test
  void whatWouldLeaveTheWorldIsNotShifted() {
    ExactVolume volume = Draws.volume(Chance.of(1), Datum.STANDARD_PRESSURE);
    assertThat(new Shift.InHeight(480_000).apply(List.of(volume))).isEmpty();
    assertThat(new Shift.InTime(TimeInterval.MAX_US).apply(List.of(volume))).isEmpty();
    assertThat(new Shift.InTime(-2 * Draws.NEW_YEAR_US).apply(List.of(volume))).isEmpty();
  }

  /** The search against trying everything with the plain comparison of all volumes. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theNearestClearShiftIsFoundOrAllAreExhausted(long seed) {
    Chance chance = Chance.of(seed);
    List<ExactVolume> own = Draws.volumes(chance, 3);
    List<ExactVolume> others = new ArrayList<>();
    own.forEach(volume -> others.addAll(around(chance, volume)));
    long earliestUs =
        own.stream().mapToLong(one -> one.volume().times().startUs()).min().orElseThrow()
            - chance.between(0, 12) * MINUTE_US;
    KnownVolumes known =
        KnownVolumes.of(List.of(new NoticeVolumes(Draws.notice(chance), others)), TERMS);
    ShiftSearch.Result result = ShiftSearch.search(own, known, USUAL, earliestUs);

    int tried = 0;
    Optional<Shift> expected = Optional.empty();
    for (Shift shift : Shift.allowed(USUAL)) {
      Optional<List<ExactVolume>> moved = shift.apply(own);
      if (expected.isEmpty()
          && moved.isPresent()
          && moved.get().stream().allMatch(m -> m.volume().times().startUs() >= earliestUs)) {
        tried++;
        if (!overlap(moved.get(), others)) {
          expected = Optional.of(shift);
        }
      }
    }
    assertThat(result.tried()).isEqualTo(tried);
    switch (result) {
      case ShiftSearch.Found(Shift shift, List<ExactVolume> volumes, int _) -> {
        assertThat(expected).contains(shift);
        assertThat(shift.apply(own)).contains(volumes);
      }
      case ShiftSearch.Exhausted(int allTried, int ruledOut) -> {
        assertThat(expected).isEmpty();
        assertThat(allTried + ruledOut).isEqualTo(28);
      }
    }
  }

  /** Two that stack up the heights and times around it, so that nothing near is clear. */
  private static List<ExactVolume> around(Chance chance, ExactVolume volume) {
    return LongStream.rangeClosed(-4, 4)
        .filter(i -> !chance.oneIn(9))
        .mapToObj(i ->
            volume
                .moved(
                    chance.between(-3, 3) * MINUTE_US,
                    i * new Shift.InHeight(500).units(volume.volume().heights().datum()))
                .orElse(null))
        .filter(Objects::nonNull)
        .map(ShiftTest::longer)
        .toList();
  }

  private static ExactVolume longer(ExactVolume exact) {
    Volume volume = exact.volume();
    return new ExactVolume(
        new Volume(volume.footprint(), volume.heights(), volume.times().widenedBy(9 * MINUTE_US)),
        null);
  }

  private static boolean overlap(List<ExactVolume> ones, List<ExactVolume> others) {
    return ones.stream()
        .anyMatch(one ->
            others.stream()
                .anyMatch(other -> one.volume().overlaps(other.volume(), TERMS.datumMarginFt())));
  }

  @Test
  void aNoticeGivenTwiceIsRefused() {
    NoticeRef notice = Draws.notice(Chance.of(1));
    NoticeVolumes empty = new NoticeVolumes(notice, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownVolumes.of(List.of(empty, empty), TERMS));
    assertThat(KnownVolumes.of(List.of(empty), TERMS).conflictsOf(empty)).isEmpty();
  }
}
