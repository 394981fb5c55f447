package hotline.record.cbor;

/** True or false. */
public enum CborBool implements CborValue {
  FALSE,
  TRUE
}
