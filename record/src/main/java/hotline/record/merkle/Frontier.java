package hotline.record.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The right edge of a tree: its size and the roots of its complete subtrees, largest first. Enough
 * to go on appending and to know the root, in at most 63 hashes. Immutable; fit for a snapshot.
 *
 * @param size the number of leaves, not negative
 * @param peaks one hash for each bit set in the size, the highest bit's first
 */
public record Frontier(long size, List<Hash> peaks) {
  /** The edge of the tree without leaves. */
  public static final Frontier EMPTY = new Frontier(0, List.of());

  /** Refuses a list of peaks that does not fit the size. */
  public Frontier {
    if (size < 0 || peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException("a frontier has one peak for each bit of its size");
    }
    peaks = List.copyOf(peaks);
  }

  /** The edge of the tree's first {@code size} leaves. */
  public static <X extends Exception> Frontier of(HashSource<X> source, long size) throws X {
    return new Frontier(size, peaks(source, 0, size));
  }

  /** The edge after one more leaf. */
  public Frontier append(Hash leaf) {
    int merged = Long.numberOfTrailingZeros(~size);
    Hash hash = leaf;
    for (int i = 1; i <= merged; i++) {
      hash = Merkle.node(peaks.get(peaks.size() - i), hash);
    }
    List<Hash> next = new ArrayList<>(peaks.subList(0, peaks.size() - merged));
    next.add(hash);
    return new Frontier(Math.incrementExact(size), next);
  }

  /** The root over all leaves. */
  public Hash root() {
    return peaks.isEmpty() ? Merkle.EMPTY_ROOT : join(peaks);
  }

  /** The one canonical form: the size in eight bytes, most significant first, then the peaks. */
  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES + peaks.size() * Hash.LENGTH).putLong(size);
    peaks.forEach(peak -> out.put(peak.shared()));
    return out.array();
  }

  /** The frontier in its canonical form, or nothing if the bytes are not exactly that. */
  public static Optional<Frontier> parse(byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      return Optional.empty();
    }
    long size = ByteBuffer.wrap(bytes).getLong();
    int count = Long.bitCount(size);
    if (size < 0 || bytes.length != Long.BYTES + count * Hash.LENGTH) {
      return Optional.empty();
    }
    List<Hash> peaks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      peaks.add(Hash.of(bytes, Long.BYTES + i * Hash.LENGTH, Hash.LENGTH));
    }
    return Optional.of(new Frontier(size, peaks));
  }

  /** The roots of the complete subtrees that make up a range some split produced, left to right. */
  static <X extends Exception> List<Hash> peaks(HashSource<X> source, long begin, long end)
      throws X {
    List<Hash> peaks = new ArrayList<>();
    long at = begin;
    while (at < end) {
      int height = 63 - Long.numberOfLeadingZeros(end - at);
      peaks.add(source.node(height, at >>> height));
      at += 1L << height;
    }
    return peaks;
  }

  /** Joins complete subtrees of falling size from the right. */
  static Hash join(List<Hash> peaks) {
    Hash hash = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      hash = Merkle.node(peaks.get(i), hash);
    }
    return hash;
  }
}
