package hotline.line.terms;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.Field;
import hotline.record.signature.PublicKey;

/**
 * Someone who sees the record and does not speak.
 *
 * @param key by which it is told from a stranger; it signs no statement
 */
public record Observer(String name, String title, PublicKey key) {
  private static final int SIZE = 3;

  /** Refuses one that nobody would know. */
  public Observer {
    Terms.require(!title.isBlank(), "an observer has a title");
  }

  static Observer read(Field field) {
    return field.tuple(
        SIZE, at -> new Observer(at.name(0), at.text(1, Terms.TITLE_MAX), Keys.read(at.at(2))));
  }

  CborArray encoded() {
    return CborArray.builder().add(name).add(title).add(key.encoded()).build();
  }
}
