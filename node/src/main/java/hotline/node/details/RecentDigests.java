package hotline.node.details;

import hotline.record.merkle.Hash;
import java.util.LinkedHashSet;

/** The latest digests, to tell a replay. Safe for use by many threads. */
final class RecentDigests {
  private static final int KEPT_MAX = 100_000;

  private final LinkedHashSet<Hash> digests = new LinkedHashSet<>();

  /** False if it was seen lately. */
  synchronized boolean add(Hash digest) {
    if (!digests.add(digest)) {
      return false;
    }
    if (digests.size() > KEPT_MAX) {
      digests.removeFirst();
    }
    return true;
  }
}
