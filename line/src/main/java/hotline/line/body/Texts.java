package hotline.line.body;

import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.statement.StatementId;
import java.util.List;

/** Texts that stand for someone's word, so that they may not be empty. */
final class Texts {
  /** The most statements that one statement refers to. */
  static final int REFERS_MAX = 16;

  private Texts() {}

  /** A text that says something, of at most so many characters. */
  static String said(Field field, int charactersMax) {
    String text = field.text(charactersMax);
    field.require(!text.isBlank(), "a text that is not empty");
    return text;
  }

  /** The same, under a key. */
  static String said(Fields at, long key, int charactersMax) {
    return said(at.at(key), charactersMax);
  }

  /**
   * The statements that a statement refers to; the record has them, though the fold may not know
   * them any more.
   */
  static List<StatementId> refers(Fields at, long key) {
    return at.list(key, 0, REFERS_MAX, Ids::statement);
  }
}
