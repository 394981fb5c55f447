package hotline.record.cbor;

/** A value in CBOR's one form. Values never change; they are equal when their bytes are. */
public sealed interface CborValue
    permits CborInt, CborBytes, CborText, CborArray, CborMap, CborBool, CborNull {
  /** How many arrays or maps may be inside one another. */
  int DEPTH_MAX = 8;

  /** A whole number. */
  static CborInt of(long value) {
    return new CborInt(value);
  }

  /** A copy of these bytes. */
  static CborBytes of(byte[] value) {
    return new CborBytes(value);
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair, which UTF-8 cannot carry
   */
  static CborText of(String value) {
    return new CborText(value);
  }

  /** True or false. */
  static CborBool of(boolean value) {
    return value ? CborBool.TRUE : CborBool.FALSE;
  }

  /** Arrays or maps inside one another, itself included: 0 for what is neither. */
  default int depth() {
    return 0;
  }

  /** Its bytes, in the one form they can have. */
  default byte[] encode() {
    CborWriter writer = new CborWriter();
    writer.write(this);
    return writer.bytes();
  }
}
