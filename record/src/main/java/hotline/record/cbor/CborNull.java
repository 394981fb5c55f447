package hotline.record.cbor;

/** Nothing, said explicitly. */
public enum CborNull implements CborValue {
  NULL
}
