package hotline.airspace;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2RegionCoverer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A coarse part of the globe: S2 cells of mixed levels, written in the one canonical way.
 *
 * <p>Canonical: ids in unsigned order, none inside another, no four that make up their parent, none
 * finer than level {@value #LEVEL_MAX} (about 1 km), 1 to {@value #COUNT_MAX} of them. Geodetic
 * latitude and longitude are taken as the sphere's, so that a cell is the same place for everyone
 * who knows S2.
 *
 * <p>Whoever declares a volume computes its covering, in doubles; two machines may differ there by
 * a cell, and need not agree. To everyone else the ids are data: {@link #check}, {@link #meets},
 * {@link #contains}, {@link #union} work on integers alone and give the same everywhere.
 */
public final class Cells {
  /** The finest level there is: cells of 0.7 to 1.5 km². */
  public static final int LEVEL_MAX = 13;

  /** The most cells one value holds. */
  public static final int COUNT_MAX = 512;

  /** The fewest that a covering can be bounded to: one for each face of the cube. */
  public static final int COVERING_LEAST = 6;

  private final long[] ids;

  private Cells(long[] ids) {
    this.ids = ids;
  }

  /** These cells; refuses what {@link #check(long[], int, int)} finds fault with. */
  public static Cells of(long... ids) {
    Refusal.of(check(ids, LEVEL_MAX, COUNT_MAX));
    return new Cells(ids.clone());
  }

  /**
   * What is wrong with these ids as canonical cells, if anything.
   *
   * @param levelMax the finest level allowed, by the terms; 0 to {@value #LEVEL_MAX}
   * @param countMax the most cells allowed; 1 to {@value #COUNT_MAX}
   */
  public static Optional<String> check(long[] ids, int levelMax, int countMax) {
    requireLimits(levelMax, countMax, 1);
    if (ids.length == 0 || ids.length > countMax) {
      return Optional.of("give 1 to %d cells, not %d".formatted(countMax, ids.length));
    }
    for (int i = 0; i < ids.length; i++) {
      long id = ids[i];
      if (!CellIds.isValid(id)) {
        return Optional.of("give S2 cell ids; %016x is none".formatted(id));
      }
      if (CellIds.level(id) > levelMax) {
        return Optional.of(
            "give cells no finer than level %d; %s is of level %d"
                .formatted(levelMax, token(id), CellIds.level(id)));
      }
      if (i > 0 && Long.compareUnsigned(CellIds.last(ids[i - 1]), CellIds.first(id)) >= 0) {
        return Optional.of(
            "give cells in rising order, none inside another; %s may not follow %s"
                .formatted(token(id), token(ids[i - 1])));
      }
      if (i >= 3 && areSiblings(ids[i - 3], ids[i - 2], ids[i - 1], id)) {
        return Optional.of(
            "give the parent %s instead of its four children".formatted(token(CellIds.parent(id))));
      }
    }
    return Optional.empty();
  }

  /**
   * Cells that together hold the whole footprint and at least one metre around it, so that
   * footprints that intersect always have cells that meet.
   *
   * @param levelMax the finest level used, 0 to {@value #LEVEL_MAX}
   * @param countMax the most cells used, {@value #COVERING_LEAST} to {@value #COUNT_MAX}
   */
  public static Cells covering(Footprint footprint, int levelMax, int countMax) {
    requireLimits(levelMax, countMax, COVERING_LEAST);
    S2RegionCoverer coverer =
        S2RegionCoverer.builder().setMaxLevel(levelMax).setMaxCells(countMax).build();
    Region region = new Region(footprint);
    return normalized(coverer.getCovering(region).cellIds().stream().mapToLong(S2CellId::id));
  }

  /** The cells of both, coarser where they would be more than {@code countMax}. */
  public Cells union(Cells other, int countMax) {
    return union(List.of(this, other), countMax);
  }

  /**
   * The cells of all, which are at least one; the finest give way to their parents, a level at a
   * time, while there are more than {@code countMax} ({@value #COVERING_LEAST} to {@value
   * #COUNT_MAX}).
   */
  public static Cells union(Collection<Cells> parts, int countMax) {
    requireLimits(LEVEL_MAX, countMax, COVERING_LEAST);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("give at least one set of cells to unite");
    }
    Cells all = normalized(parts.stream().flatMapToLong(part -> Arrays.stream(part.ids)));
    while (all.ids.length > countMax) {
      int finest = all.levelMax();
      all =
          normalized(
              Arrays.stream(all.ids)
                  .map(id -> CellIds.level(id) == finest ? CellIds.parent(id) : id));
    }
    return all;
  }

  /** Sorted, without what lies inside another, four children made one parent again and again. */
  private static Cells normalized(LongStream cells) {
    long[] sorted =
        cells
            .map(id -> id ^ Long.MIN_VALUE) // flips unsigned order into signed
            .sorted()
            .map(id -> id ^ Long.MIN_VALUE)
            .toArray();
    long[] kept = new long[sorted.length];
    int count = 0;
    for (long next : sorted) {
      long id = next;
      if (count > 0 && CellIds.contains(kept[count - 1], id)) {
        continue;
      }
      while (count > 0 && CellIds.contains(id, kept[count - 1])) {
        count--;
      }
      while (count >= 3 && areSiblings(kept[count - 3], kept[count - 2], kept[count - 1], id)) {
        id = CellIds.parent(id);
        count -= 3;
      }
      kept[count++] = id;
    }
    return new Cells(Arrays.copyOf(kept, count));
  }

  /** Whether four different cells are the children of one. */
  private static boolean areSiblings(long a, long b, long c, long d) {
    if (CellIds.isFace(d)) {
      return false;
    }
    int level = CellIds.level(d);
    long parent = CellIds.parent(d);
    return Stream.of(a, b, c)
        .allMatch(id -> CellIds.level(id) == level && CellIds.parent(id) == parent);
  }

  private static void requireLimits(int levelMax, int countMax, int countLeast) {
    if (levelMax < 0 || levelMax > LEVEL_MAX || countMax < countLeast || countMax > COUNT_MAX) {
      throw new IllegalArgumentException(
          "give a level of 0 to %d and a count of %d to %d, not %d and %d"
              .formatted(LEVEL_MAX, countLeast, COUNT_MAX, levelMax, countMax));
    }
  }

  /** Whether the two share a part of the globe that is a cell. */
  public boolean meets(Cells other) {
    int i = 0;
    int j = 0;
    while (i < ids.length && j < other.ids.length) {
      if (Long.compareUnsigned(CellIds.last(ids[i]), CellIds.first(other.ids[j])) < 0) {
        i++;
      } else if (Long.compareUnsigned(CellIds.last(other.ids[j]), CellIds.first(ids[i])) < 0) {
        j++;
      } else {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the footprint reaches into one of these cells, or to within a metre or so of one: what
   * certainly keeps farther off is no, every doubt is yes.
   */
  public boolean meets(Footprint footprint) {
    Region region = new Region(footprint);
    return Arrays.stream(ids).anyMatch(id -> region.mayIntersect(new S2Cell(new S2CellId(id))));
  }

  /**
   * Whether no part of the footprint is seen outside these cells; see {@link Spill}. What a {@link
   * #covering} was made of is always held by it; what reaches a kilometre or two beyond is not.
   */
  public boolean hold(Footprint footprint) {
    return !new Spill(this, footprint).isSeen();
  }

  /** Whether every cell of {@code other} is one of these or inside one. */
  public boolean contains(Cells other) {
    return Arrays.stream(other.ids).allMatch(this::containsId);
  }

  /** Whether the position lies in one of these cells: the same on every machine. */
  public boolean contains(Position position) {
    // The machine's own sine and cosine may differ in the last bit.
    double lat = Math.toRadians(position.latDegrees());
    double lng = Math.toRadians(position.lngDegrees());
    double cosLat = StrictMath.cos(lat);
    S2Point point =
        new S2Point(
            cosLat * StrictMath.cos(lng), cosLat * StrictMath.sin(lng), StrictMath.sin(lat));
    return containsId(S2CellId.fromPoint(point).id());
  }

  boolean containsId(long id) {
    // Canonical cells do not overlap, so their last descendants are in order too.
    int low = 0;
    int high = ids.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(CellIds.last(ids[middle]), id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < ids.length && CellIds.contains(ids[low], id);
  }

  /** How many cells these are. */
  public int count() {
    return ids.length;
  }

  /** The id at a place from 0 in the canonical order. */
  public long id(int index) {
    return ids[index];
  }

  /** A copy of the ids in canonical order (unsigned). */
  public long[] ids() {
    return ids.clone();
  }

  /** The finest level among them. */
  public int levelMax() {
    return Arrays.stream(ids).mapToInt(CellIds::level).max().orElseThrow();
  }

  /** The level of one cell, 0 to 30. */
  public static int level(long cellId) {
    return CellIds.level(cellId);
  }

  /** The short hexadecimal name that S2 tools use for a cell. */
  public static String token(long cellId) {
    return new S2CellId(cellId).toToken();
  }

  /** The four corners of a cell, counterclockwise, for drawing: to 10⁻⁹ degree. */
  public static List<Position> corners(long cellId) {
    if (!CellIds.isValid(cellId)) {
      throw new IllegalArgumentException("give an S2 cell id; %016x is none".formatted(cellId));
    }
    S2Cell cell = new S2Cell(new S2CellId(cellId));
    return IntStream.range(0, 4)
        .mapToObj(cell::getVertex)
        .map(S2LatLng::new)
        .map(corner -> Position.ofDegrees(corner.latDegrees(), corner.lngDegrees()))
        .toList();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Cells other && Arrays.equals(ids, other.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  /** The cells' tokens. */
  @Override
  public String toString() {
    return Arrays.stream(ids).mapToObj(Cells::token).toList().toString();
  }
}
