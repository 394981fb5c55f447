package hotline.node.desk;

import hotline.airspace.Cells;
import hotline.airspace.Circle;
import hotline.airspace.Datum;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.airspace.Position;
import hotline.airspace.TimeInterval;
import hotline.airspace.Volume;
import hotline.line.disclosure.ExactVolume;
import hotline.line.notice.Notice;
import hotline.node.details.Details;
import hotline.traffic.report.Place;
import hotline.traffic.watch.Advice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The notices that an aircraft would enter if it did what is advised.
 *
 * <p>Each leg of its way is taken as the circle around it, of the heights that it has on it and the
 * time that it takes: what this finds may be missed by half a leg, nothing that is entered is not
 * found. A notice in which the aircraft is already is none that it enters. Of another party's
 * notice that was not opened here only the cells are known: those it <em>may</em> enter.
 */
final class SideEffects {
  private static final int CELLS_MAX = 32;
  private static final int NOTICES_MAX = 200;

  private final Core core;
  private final Details details;

  SideEffects(Core core, Details details) {
    this.core = core;
    this.details = details;
  }

  /**
   * What would be entered, by its short name.
   *
   * @param possible those of which only the cells are known
   */
  record Found(List<String> notices, List<String> possible) {}

  Found of(Advice advice) {
    List<Volume> legs = new ArrayList<>();
    for (int i = 0; i + 1 < advice.way().size(); i++) {
      legs.add(leg(advice.way().get(i), advice.way().get(i + 1)));
    }
    if (legs.isEmpty()) {
      return new Found(List.of(), List.of());
    }
    long marginFt = core.terms().map(terms -> terms.separation().datumMarginFt()).orElse(3_000L);
    Extent whole = around(legs);
    List<Notice> met =
        core.read(
            state -> state.notices().meeting("", core.config().mode(), List.of(whole), marginFt));
    Set<String> entered = new TreeSet<>();
    Set<String> possible = new TreeSet<>();
    met.stream()
        .limit(NOTICES_MAX)
        .forEach(notice -> {
          String name = notice.party() + " " + NoticeText.reference(notice.entity());
          Collection<ExactVolume> volumes = volumes(notice);
          if (volumes.isEmpty()) {
            if (legs.stream().anyMatch(leg -> mayMeet(notice, leg, marginFt))
                && !mayMeet(notice, legs.getFirst(), marginFt)) {
              possible.add(name);
            }
          } else if (legs.stream().anyMatch(leg -> meets(volumes, leg, marginFt))
              && !meets(volumes, legs.getFirst(), marginFt)) {
            entered.add(name);
          }
        });
    return new Found(List.copyOf(entered), List.copyOf(possible));
  }

  private static boolean meets(Collection<ExactVolume> volumes, Volume leg, long marginFt) {
    return volumes.stream().anyMatch(each -> each.volume().overlaps(leg, marginFt));
  }

  private static boolean mayMeet(Notice notice, Volume leg, long marginFt) {
    return notice.extents().stream()
        .anyMatch(each ->
            each.times().overlaps(leg.times())
                && each.heights().overlaps(leg.heights(), marginFt)
                && each.cells().meets(leg.footprint()));
  }

  private Collection<ExactVolume> volumes(Notice notice) {
    try {
      return notice.party().equals(core.party())
          ? details.store().own(notice.ref()).orElse(List.of())
          : details.store().opened(notice.ref()).values();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Volume leg(Advice.Point from, Advice.Point to) {
    Position start = position(from.place());
    Position end = position(to.place());
    long apart = start.distanceMm(end);
    Position middle =
        apart == 0 ? start : start.toward(start.initialBearingMillidegrees(end), apart / 2);
    return new Volume(
        new Circle(middle, apart / 2 + 1_000),
        band(Math.min(from.heightFt(), to.heightFt()), Math.max(from.heightFt(), to.heightFt())),
        new TimeInterval(from.timeUs(), to.timeUs()));
  }

  private static HeightBand band(long lowFt, long highFt) {
    long least = Datum.STANDARD_PRESSURE.least();
    long most = Datum.STANDARD_PRESSURE.most();
    return new HeightBand(
        Datum.STANDARD_PRESSURE,
        Math.clamp(lowFt - 1, least, most - 2),
        Math.clamp(highFt + 1, least + 2, most));
  }

  private static Extent around(List<Volume> legs) {
    List<Cells> cells =
        legs.stream()
            .map(each -> Cells.covering(each.footprint(), Cells.LEVEL_MAX, CELLS_MAX))
            .toList();
    long low = legs.stream().mapToLong(each -> each.heights().floor()).min().orElseThrow();
    long high = legs.stream().mapToLong(each -> each.heights().ceiling()).max().orElseThrow();
    return new Extent(
        Cells.union(cells, CELLS_MAX),
        new HeightBand(Datum.STANDARD_PRESSURE, low, high),
        new TimeInterval(legs.getFirst().times().startUs(), legs.getLast().times().endUs()));
  }

  static Position position(Place place) {
    return new Position(place.latNanodegrees(), place.lngNanodegrees());
  }
}
