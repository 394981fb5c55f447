package hotline.node.desk;

import hotline.airspace.Extent;
import hotline.line.disclosure.ExactVolume;
import hotline.line.notice.Notice;
import hotline.line.planning.Crossings;
import hotline.line.terms.Terms;
import hotline.node.Times;
import hotline.node.api.Crossing;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which agreed lines and corridors notices cross: own ones by their exact volumes, others' as far
 * as volumes were opened, else by their cells. Safe for many threads.
 */
final class LinesCrossed {
  private static final long MICROS = 1_000_000;

  /** The lines of the terms that were asked about last; drawing them takes a moment. */
  private record Known(Terms terms, Crossings lines) {}

  private volatile @Nullable Known known;

  private Crossings lines(Terms terms) {
    Known now = known;
    if (now == null || !now.terms().equals(terms)) {
      now = new Known(terms, new Crossings(terms));
      known = now;
    }
    return now.lines();
  }

  /** What an own notice crosses: by its volumes if they are here. */
  List<Crossing> own(Notice notice, List<ExactVolume> volumes, Terms terms) {
    return volumes.isEmpty()
        ? coarse(notice, terms)
        : views(lines(terms).exact(volumes, notice.saidUs()));
  }

  /** What another party's notice crosses, or may. */
  List<Crossing> others(Notice notice, Collection<ExactVolume> opened, Terms terms) {
    return views(lines(terms).known(notice.extents(), List.copyOf(opened), notice.saidUs()));
  }

  private List<Crossing> coarse(Notice notice, Terms terms) {
    List<Extent> extents = notice.extents();
    return views(lines(terms).coarse(extents, notice.saidUs()));
  }

  /** What volumes would cross that are declared now. */
  List<Crossing> drafted(List<ExactVolume> volumes, long nowUs, Terms terms) {
    return views(lines(terms).exact(volumes, nowUs));
  }

  /** As one sentence; empty if there is nothing to say. */
  static String sentence(List<Crossing> crossings) {
    return crossings.isEmpty()
        ? ""
        : "It "
            + crossings.stream().map(Crossing::words).collect(Collectors.joining("; it "))
            + ".";
  }

  private static List<Crossing> views(List<hotline.line.planning.Crossing> crossings) {
    return crossings.stream().map(LinesCrossed::view).toList();
  }

  private static Crossing view(hotline.line.planning.Crossing crossing) {
    return new Crossing(
        crossing.line().name(),
        crossing.line().sort().name(),
        crossing.exact(),
        Times.instant(crossing.atUs()),
        crossing.line().crossingLeadUs() / MICROS,
        Math.floorDiv(crossing.givenUs(), MICROS),
        crossing.isLate(),
        crossing.words());
  }
}
