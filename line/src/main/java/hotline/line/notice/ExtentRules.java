package hotline.line.notice;

import hotline.airspace.Cells;
import hotline.airspace.Extent;
import hotline.airspace.HeightBand;
import hotline.line.Refusals;
import hotline.line.Ruling;
import hotline.line.body.NoticeBody;
import hotline.line.terms.Granularity;
import hotline.line.terms.Terms;
import hotline.line.terms.ThirdParty;
import java.util.List;
import java.util.Optional;

/** What the terms ask of what a notice says of itself. */
final class ExtentRules {
  private static final int LEAVES_MIN = 4;

  private ExtentRules() {}

  /** Why a declaration is not as the terms ask, if it is not. */
  static Optional<Ruling.Refused> check(NoticeBody.Declare body, Terms terms) {
    if (!terms.categories().contains(body.category())) {
      return Optional.of(
          Refusals.UNKNOWN_CATEGORY.refuse(body.category(), String.join(", ", terms.categories())));
    }
    int leavesMax = powerOfTwoFrom(terms.limits().volumesPerNotice());
    if (body.leaves() < LEAVES_MIN
        || body.leaves() > leavesMax
        || Integer.bitCount(body.leaves()) != 1) {
      return Optional.of(Refusals.TOO_MANY_VOLUMES.refuse(leavesMax));
    }
    return fault(body.extents(), terms)
        .map(Refusals.BAD_EXTENTS::refuse)
        .or(() -> outside(body, terms))
        .or(() -> unknownThirdParty(body, terms));
  }

  private static Optional<Ruling.Refused> outside(NoticeBody.Declare body, Terms terms) {
    return terms
        .area()
        .filter(
            area -> !body.extents().stream().allMatch(each -> area.cells().contains(each.cells())))
        .map(_ -> Refusals.OUTSIDE_AREA.refuse());
  }

  private static Optional<Ruling.Refused> unknownThirdParty(NoticeBody.Declare body, Terms terms) {
    return body.release().stream()
        .filter(name -> terms.thirdParty(name).isEmpty())
        .findFirst()
        .map(name ->
            Refusals.THIRD_PARTY_UNKNOWN.refuse(
                name,
                terms.thirdParties().isEmpty()
                    ? "none (they have none)"
                    : String.join(
                        ", ", terms.thirdParties().stream().map(ThirdParty::name).toList())));
  }

  private static int powerOfTwoFrom(int volumes) {
    return Math.max(LEAVES_MIN, Integer.highestOneBit(Math.max(1, volumes * 2 - 1)));
  }

  private static Optional<String> fault(List<Extent> extents, Terms terms) {
    long startUs = Long.MAX_VALUE;
    long endUs = Long.MIN_VALUE;
    for (Extent extent : extents) {
      Optional<String> fault = fault(extent, terms.granularity());
      if (fault.isPresent()) {
        return fault;
      }
      startUs = Math.min(startUs, extent.times().startUs());
      endUs = Math.max(endUs, extent.times().endUs());
    }
    return endUs - startUs > terms.limits().noticeDurationUs()
        ? Optional.of("they last longer than the terms allow")
        : Optional.empty();
  }

  private static Optional<String> fault(Extent extent, Granularity coarse) {
    Optional<String> cells =
        Cells.check(extent.cells().ids(), coarse.cellLevelMax(), coarse.cellsMax());
    if (cells.isPresent()) {
      return cells;
    }
    if (extent.times().startUs() % coarse.timeUs() != 0
        || extent.times().endUs() % coarse.timeUs() != 0) {
      return Optional.of("times are whole multiples of " + coarse.timeUs() + " us");
    }
    HeightBand heights = extent.heights();
    long step =
        switch (heights.datum()) {
          case W84 -> coarse.heightMm();
          case STANDARD_PRESSURE -> coarse.heightFt();
        };
    return heights.floor() % step == 0 && heights.ceiling() % step == 0
        ? Optional.empty()
        : Optional.of("heights are whole multiples of " + step + " " + heights.datum().unit());
  }
}
