package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/**
 * How long things are kept, at the least. Nodes see to it; nothing is refused by it.
 *
 * @param recordUs the record, from each entry on
 * @param privateUs what is not in it: exact volumes, own tracks, files known by their hash
 */
public record Retention(long recordUs, long privateUs) {
  private static final long DAY_US = 86_400_000_000L;
  private static final long MOST_US = 100 * 366 * DAY_US;

  /** Refuses to keep anything for less than a day, or private things longer than the record. */
  public Retention {
    Terms.requireRange(recordUs, DAY_US, MOST_US, "how long the record is kept in us");
    Terms.requireRange(privateUs, DAY_US, MOST_US, "how long private things are kept in us");
    Terms.require(
        privateUs <= recordUs, "the record is kept as long as the private things that it proves");
  }

  static Retention read(Field field) {
    return field.tuple(2, at -> new Retention(Terms.number(at.at(0)), Terms.number(at.at(1))));
  }

  CborArray encoded() {
    return CborArray.builder().add(recordUs).add(privateUs).build();
  }
}
