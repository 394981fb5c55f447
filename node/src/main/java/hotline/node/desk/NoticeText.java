package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.typed.TypedHeight;
import hotline.line.Reference;
import hotline.line.body.EntityId;

/** Notices in words. */
final class NoticeText {
  private NoticeText() {}

  /**
   * The short name of a notice for talk, the same at every node: five letters and digits from its
   * id. Who declares a notice chooses an id whose short name is free.
   */
  static String reference(EntityId entity) {
    return Reference.notice(entity);
  }

  /** The band between two typed heights. */
  static HeightBand band(String floor, String ceiling) throws Read.NotUnderstood {
    TypedHeight.Height low = Read.height(floor);
    TypedHeight.Height high = Read.height(ceiling);
    if (low.datum() != high.datum()) {
      throw new IllegalArgumentException(
          "Give both heights in one datum: feet on 1013.25 hPa, or metres above the ellipsoid.");
    }
    HeightBand.check(low.datum(), low.value(), high.value())
        .ifPresent(fault -> {
          throw new IllegalArgumentException(fault);
        });
    return new HeightBand(low.datum(), low.value(), high.value());
  }
}
