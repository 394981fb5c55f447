package hotline.line.planning;

import hotline.airspace.Datum;
import hotline.airspace.HeightBand;
import hotline.airspace.Volume;
import hotline.line.disclosure.Disclosure;
import hotline.line.disclosure.ExactVolume;
import hotline.line.disclosure.Extents;
import hotline.line.disclosure.Withheld;
import hotline.line.terms.Granularity;
import hotline.line.terms.Limits;
import hotline.line.terms.Planning;
import java.util.List;
import java.util.Optional;

/**
 * What to enquire about before a search for a shift: extents that hold the notice under every
 * allowed shift, so that one answer serves them all.
 */
public sealed interface Enquiry {
  /** An enquiry that the terms allow. */
  record Allowed(Extents extents) implements Enquiry {}

  /** Beyond the bounds of the terms; the notice must be planned in parts. */
  record Refused(Withheld why) implements Enquiry {}

  /** The enquiry for these volumes, which are at least one. */
  static Enquiry of(
      List<ExactVolume> volumes, Planning planning, Granularity granularity, Limits limits) {
    Extents extents =
        Extents.around(
            volumes.stream().map(exact -> underEveryShift(exact.volume(), planning)).toList(),
            granularity);
    Optional<Withheld> fault = Disclosure.fault(extents, granularity, limits);
    return fault.isPresent() ? new Refused(fault.get()) : new Allowed(extents);
  }

  private static ExactVolume underEveryShift(Volume volume, Planning planning) {
    HeightBand heights = volume.heights();
    Datum datum = heights.datum();
    long up =
        planning.verticalLimitFt() == 0
            ? 0
            : new Shift.InHeight(planning.verticalLimitFt()).units(datum);
    return new ExactVolume(
        new Volume(
            volume.footprint(),
            new HeightBand(
                datum,
                Math.max(datum.least(), heights.floor() - up),
                Math.min(datum.most(), heights.ceiling() + up)),
            volume.times().widenedBy(planning.timeLimitUs())),
        null);
  }
}
