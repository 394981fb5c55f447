package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;

/** Someone outside the line to whom a notice may be handed on: an ally, a civil service, aid. */
public record ThirdParty(String name, String title) {
  /** Refuses one that nobody could be told of. */
  public ThirdParty {
    Terms.require(!title.isBlank(), "a third party has a title");
  }

  static ThirdParty read(Field field) {
    return field.tuple(2, at -> new ThirdParty(at.name(0), at.text(1, Terms.TITLE_MAX)));
  }

  CborArray encoded() {
    return CborArray.builder().add(name).add(title).build();
  }
}
