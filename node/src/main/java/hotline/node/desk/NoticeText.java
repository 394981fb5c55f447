package hotline.node.desk;

import hotline.airspace.HeightBand;
import hotline.airspace.typed.TypedHeight;
import hotline.line.body.EntityId;
import java.nio.ByteBuffer;

/** Notices in words. */
final class NoticeText {
  /** Without the letters and digits that are taken for one another, spoken or written. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int REFERENCE_LETTERS = 5;

  private NoticeText() {}

  /**
   * The short name of a notice for talk, the same at every node: five letters and digits from its
   * id. Who declares a notice chooses an id whose short name is free.
   */
  static String reference(EntityId entity) {
    long bits = ByteBuffer.wrap(entity.bytes()).getLong() >>> 1;
    StringBuilder reference = new StringBuilder("N-");
    for (int i = 0; i < REFERENCE_LETTERS; i++) {
      reference.append(LETTERS.charAt((int) (bits % LETTERS.length())));
      bits /= LETTERS.length();
    }
    return reference.toString();
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
