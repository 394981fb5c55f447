package hotline.line.disclosure;

import hotline.airspace.Cells;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.TimeInterval;
import hotline.line.body.ExtentCodec;
import hotline.line.terms.Granularity;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What may be said of a notice to everyone: a few extents, rounded outward, that together hold all
 * its volumes.
 *
 * @param list 1 to {@link ExtentCodec#COUNT_MAX}
 */
public record Extents(List<Extent> list) {
  /** Refuses none and too many. */
  public Extents {
    list = List.copyOf(list);
    if (list.isEmpty() || list.size() > ExtentCodec.COUNT_MAX) {
      throw new IllegalArgumentException(
          "give 1 to " + ExtentCodec.COUNT_MAX + " extents, not " + list.size());
    }
  }

  /** The extents around volumes, no finer than the terms allow; see {@link Grouping}. */
  public static Extents around(List<ExactVolume> volumes, Granularity granularity) {
    return new Extents(
        Grouping.of(volumes, granularity, ExtentCodec.COUNT_MAX).stream()
            .map(group -> Rounding.outward(group, granularity))
            .toList());
  }

  /**
   * Whether volumes inside the two may overlap.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public boolean overlaps(Extents other, long datumMarginFeet) {
    return list.stream()
        .anyMatch(one -> other.list.stream().anyMatch(two -> one.overlaps(two, datumMarginFeet)));
  }

  /**
   * Whether the volume reaches into one of the extents: strictly in height and time; in the plane,
   * within a metre of a cell counts as in it.
   *
   * @param datumMarginFeet the terms' margin, used where the height datums differ
   */
  public boolean meets(ExactVolume exact, long datumMarginFeet) {
    return list.stream()
        .anyMatch(extent ->
            extent.times().overlaps(exact.volume().times())
                && extent.heights().overlaps(exact.volume().heights(), datumMarginFeet)
                && extent.cells().meets(exact.volume().footprint()));
  }

  /**
   * Whether one of the extents holds the whole volume. An issuer's volumes must each lie in one: an
   * opened volume that does not is evidence that its notice hid it.
   */
  public boolean hold(ExactVolume exact) {
    return list.stream()
        .anyMatch(extent ->
            extent.times().startUs() <= exact.volume().times().startUs()
                && extent.times().endUs() >= exact.volume().times().endUs()
                && holds(extent.heights(), exact.volume().heights())
                && extent.cells().hold(exact.volume().footprint()));
  }

  private static boolean holds(HeightBand outer, HeightBand inner) {
    return outer.datum() == inner.datum()
        && outer.floor() <= inner.floor()
        && outer.ceiling() >= inner.ceiling();
  }

  /** From the earliest start to the latest end. */
  public TimeInterval times() {
    return new TimeInterval(
        list.stream().mapToLong(extent -> extent.times().startUs()).min().orElseThrow(),
        list.stream().mapToLong(extent -> extent.times().endUs()).max().orElseThrow());
  }

  /**
   * How much of the globe they speak of, counted in cells of {@code level}: a coarser cell counts
   * as all the cells inside it, a finer one as one; a cell of two extents counts twice.
   */
  public long cellsOfLevel(int level) {
    return list.stream()
        .flatMapToLong(extent ->
            IntStream.range(0, extent.cells().count())
                .mapToLong(extent.cells()::id)
                .map(id -> 1L << (2 * Math.max(0, level - Cells.level(id)))))
        .sum();
  }

  /** What of them is finer than the terms allow, or not rounded as they say, if anything. */
  public Optional<String> check(Granularity granularity) {
    return list.stream()
        .map(extent -> Rounding.check(extent, granularity))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** {@code extents} of docs/format.md §5. */
  public CborArray encoded() {
    return CborArray.of(list, ExtentCodec::encode);
  }

  /** Reads hostile extents: well formed, not yet held to any terms ({@link #check}). */
  public static Extents read(Field field) {
    return new Extents(field.list(1, ExtentCodec.COUNT_MAX, ExtentCodec::read));
  }
}
