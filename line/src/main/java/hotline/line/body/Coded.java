package hotline.line.body;

import hotline.record.cbor.Field;

/** Something that stands as a small number in content. */
public interface Coded {
  /** Its number on the wire. */
  int code();

  /** Reads the one of these that has the number. */
  static <E extends Coded> E read(Field field, E[] choices) {
    long code = field.integer(0, Integer.MAX_VALUE);
    for (E choice : choices) {
      if (choice.code() == code) {
        return choice;
      }
    }
    throw new IllegalArgumentException("the number " + code + " means nothing here");
  }
}
