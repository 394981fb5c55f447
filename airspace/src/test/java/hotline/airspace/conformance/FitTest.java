package hotline.airspace.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Footprint;
import hotline.airspace.HeightBand;
import hotline.airspace.Outline;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.testkit.Chance;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How sightings lie to volumes, against an oracle that knows no geodesic: it works in the plane of
 * azimuthal distances around the middle of small shapes, by brute force over all volumes.
 */
class FitTest {
  static final Tolerance TOLERANCE = new Tolerance(200_000, 200, 30_000_000);
  private static final long MARGIN_FT = 1_500;
  private static final long SECOND = 1_000_000;
  private static final long DAY_US = 1_900_000_000L * SECOND;

  /** What the oracle finds between a sighting and one volume; feet null: not known. */
  private record Gap(double metres, @Nullable BigDecimal feet, long us) {
    double times() {
      double most = Math.max(metres / 200, Math.abs(us) / 30e6);
      return feet == null ? most : Math.max(most, feet.doubleValue() / 200);
    }

    boolean isNone() {
      return metres == 0 && us == 0 && feet != null && feet.signum() == 0;
    }
  }

  /** A place as metres around a middle. */
  private record Flat(double east, double north) {
    static Flat of(Position middle, Position place) {
      double azimuth = Math.toRadians(middle.initialBearingMillidegrees(place) / 1000.0);
      double metres = middle.distanceMm(place) / 1000.0;
      return new Flat(metres * Math.sin(azimuth), metres * Math.cos(azimuth));
    }

    double to(Flat from, Flat to) {
      double dx = to.east - from.east;
      double dy = to.north - from.north;
      double part = ((east - from.east) * dx + (north - from.north) * dy) / (dx * dx + dy * dy);
      double cut = Math.clamp(part, 0, 1);
      return Math.hypot(east - from.east - cut * dx, north - from.north - cut * dy);
    }
  }

  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyVerdictIsThatOfBruteForce(long seed) {
    Chance chance = Chance.of(seed);
    Position middle =
        new Position(
            chance.between(-70_000_000_000L, 70_000_000_000L),
            chance.between(-179_000_000_000L, 180_000_000_000L));
    List<Volume> volumes = new ArrayList<>();
    for (long left = chance.between(1, 4); left > 0; left--) {
      volumes.add(volume(chance, near(chance, middle)));
    }
    for (int draw = 0; draw < 20; draw++) {
      Sighting seen = sighting(chance, near(chance, middle));
      List<Gap> gaps = volumes.stream().map(each -> gap(each, seen)).toList();
      check(Fit.of(seen, volumes, TOLERANCE, MARGIN_FT), gaps);
    }
  }

  private static void check(Fit fit, List<Gap> gaps) {
    double least = gaps.stream().mapToDouble(Gap::times).min().orElseThrow();
    boolean onTheBorder =
        gaps.stream().anyMatch(gap -> gap.metres > 0 && gap.metres < 0.1) || least < 0.001;
    switch (fit) {
      case Fit.Inside _ -> assertThat(gaps.stream().anyMatch(Gap::isNone) || onTheBorder).isTrue();
      case Fit.NoHeight _ -> {
        assertThat(gaps).noneMatch(Gap::isNone);
        assertThat(gaps).anyMatch(gap -> gap.feet == null && gap.us == 0 && gap.metres < 0.1);
      }
      case Fit.Outside outside -> {
        assertThat(gaps.stream().noneMatch(Gap::isNone) || onTheBorder).isTrue();
        double times =
            TOLERANCE.times(
                outside.horizontalMm(),
                outside.verticalFeet() == null ? 0 : outside.verticalFeet(),
                Math.abs(outside.timeUs()));
        // Feet are rounded up to whole ones, and the plane is off by a little.
        assertThat(times).isCloseTo(least, within(0.01 + least * 0.001));
        assertThat(outside.beyond()).isEqualTo(times > 1);
        assertThat(gaps)
            .anyMatch(gap ->
                Math.abs(gap.metres - outside.horizontalMm() / 1000.0) < 1
                    && gap.us == outside.timeUs()
                    && (gap.feet == null) == (outside.verticalFeet() == null));
      }
    }
  }

  private static Position near(Chance chance, Position middle) {
    return middle.toward(chance.between(0, 359_999), chance.between(0, 4_000_000));
  }

  private static Volume volume(Chance chance, Position middle) {
    HeightBand band;
    if (chance.oneIn(2)) {
      long floor = chance.between(1_000, 5_000);
      band = new HeightBand(Datum.STANDARD_PRESSURE, floor, floor + chance.between(1, 5_000));
    } else {
      long floor = chance.between(300_000, 1_500_000);
      band = new HeightBand(Datum.W84, floor, floor + chance.between(1, 1_500_000));
    }
    long start = DAY_US + chance.between(0, 60) * SECOND;
    return new Volume(
        footprint(chance, middle),
        band,
        new TimeInterval(start, start + chance.between(1, 60) * SECOND));
  }

  private static Footprint footprint(Chance chance, Position middle) {
    if (chance.oneIn(2)) {
      return new Circle(middle, chance.between(100_000, 3_000_000));
    }
    List<Position> corners = new ArrayList<>();
    int count = (int) chance.between(3, 8);
    for (int i = 0; i < count; i++) {
      corners.add(
          middle.toward(
              (360_000L * i + chance.between(0, 200_000)) / count,
              chance.between(500_000, 3_000_000)));
    }
    return new Outline(corners);
  }

  private static Sighting sighting(Chance chance, Position at) {
    return new Sighting(
        DAY_US + chance.between(-40, 160) * SECOND,
        at,
        chance.oneIn(3) ? null : chance.between(0, 11_000),
        chance.oneIn(3) ? null : chance.between(0, 3_400_000),
        null);
  }

  private static Gap gap(Volume volume, Sighting seen) {
    TimeInterval times = volume.times();
    long us =
        seen.timeUs() < times.startUs()
            ? seen.timeUs() - times.startUs()
            : Math.max(0, seen.timeUs() - times.endUs());
    return new Gap(metres(volume.footprint(), seen.position()), feet(volume.heights(), seen), us);
  }

  private static double metres(Footprint footprint, Position place) {
    return switch (footprint) {
      case Circle circle ->
          Math.max(0, (circle.centre().distanceMm(place) - circle.radiusMm()) / 1000.0);
      case Outline outline -> metres(outline.vertices(), place);
    };
  }

  private static double metres(List<Position> corners, Position place) {
    Flat here = new Flat(0, 0);
    double least = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Flat from = Flat.of(place, corners.get(i));
      Flat to = Flat.of(place, corners.get((i + 1) % corners.size()));
      least = Math.min(least, here.to(from, to));
      if (from.north > 0 != to.north > 0
          && from.east + (0 - from.north) / (to.north - from.north) * (to.east - from.east) > 0) {
        inside = !inside;
      }
    }
    return inside ? 0 : least;
  }

  /** Feet outside of the band, exactly; null where only the other datum's height leaves it open. */
  private static @Nullable BigDecimal feet(HeightBand band, Sighting seen) {
    Long same = band.datum() == Datum.W84 ? seen.geometricMm() : seen.pressureFt();
    Long other = band.datum() == Datum.W84 ? seen.pressureFt() : seen.geometricMm();
    BigDecimal height;
    if (same != null) {
      height = inFeet(band.datum(), same);
    } else if (other != null) {
      height = inFeet(band.datum() == Datum.W84 ? Datum.STANDARD_PRESSURE : Datum.W84, other);
    } else {
      return null;
    }
    BigDecimal margin = BigDecimal.valueOf(same != null ? 0 : MARGIN_FT);
    BigDecimal above = height.subtract(inFeet(band.datum(), band.ceiling()));
    BigDecimal outside = above.max(inFeet(band.datum(), band.floor()).subtract(height));
    if (outside.compareTo(margin) > 0) {
      return outside.subtract(margin);
    }
    return outside.compareTo(margin.negate()) <= 0 ? BigDecimal.ZERO : null;
  }

  private static BigDecimal inFeet(Datum datum, long height) {
    return datum == Datum.W84
        ? BigDecimal.valueOf(height).divide(new BigDecimal("304.8"), MathContext.DECIMAL128)
        : BigDecimal.valueOf(height);
  }
}
