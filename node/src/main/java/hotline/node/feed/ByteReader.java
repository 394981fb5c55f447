package hotline.node.feed;

/** Decodes a stream that comes in any pieces; of one connection, not thread-safe. */
interface ByteReader {
  /** Takes the next bytes, the first {@code length} of {@code bytes}. Total. */
  void take(byte[] bytes, int length, Intake into);
}
