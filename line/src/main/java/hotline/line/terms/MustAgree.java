package hotline.line.terms;

import hotline.line.body.Coded;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Field;
import java.util.List;

/**
 * Who must agree on a matter, and may therefore veto it.
 *
 * @param parties in the order of their names
 */
public record MustAgree(Matter matter, List<String> parties) {
  /** Refuses a matter that nobody decides. */
  public MustAgree {
    parties = List.copyOf(parties);
    Terms.requireRising(parties, "the parties that must agree on " + matter.words());
    Terms.require(!parties.isEmpty(), "some party must agree on " + matter.words());
  }

  static MustAgree read(Field field) {
    return field.tuple(
        2,
        at ->
            new MustAgree(
                Coded.read(at.at(0), Matter.values()),
                at.list(1, 1, Genesis.PARTIES_MAX, Field::name)));
  }

  CborArray encoded() {
    return CborArray.builder().add(matter.code()).add(CborArray.of(parties, CborValue::of)).build();
  }
}
