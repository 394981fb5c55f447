package hotline.record.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1 word for word, recursive and slow: the oracle. Shares nothing with the product. */
final class NaiveTree {
  private NaiveTree() {}

  /** MTH(D[n]). */
  static byte[] root(List<byte[]> data) {
    if (data.isEmpty()) {
      return sha256();
    }
    if (data.size() == 1) {
      return sha256(new byte[] {0}, data.getFirst());
    }
    int k = split(data.size());
    return sha256(new byte[] {1}, root(data.subList(0, k)), root(data.subList(k, data.size())));
  }

  /** PATH(m, D[n]). */
  static List<Hash> path(int m, List<byte[]> data) {
    if (data.size() == 1) {
      return List.of();
    }
    int k = split(data.size());
    List<byte[]> left = data.subList(0, k);
    List<byte[]> right = data.subList(k, data.size());
    return m < k
        ? plus(path(m, left), Hash.of(root(right)))
        : plus(path(m - k, right), Hash.of(root(left)));
  }

  /** PROOF(m, D[n]). */
  static List<Hash> proof(int m, List<byte[]> data) {
    return subproof(m, data, true);
  }

  private static List<Hash> subproof(int m, List<byte[]> data, boolean complete) {
    if (m == data.size()) {
      return complete ? List.of() : List.of(Hash.of(root(data)));
    }
    int k = split(data.size());
    List<byte[]> left = data.subList(0, k);
    List<byte[]> right = data.subList(k, data.size());
    return m <= k
        ? plus(subproof(m, left, complete), Hash.of(root(right)))
        : plus(subproof(m - k, right, false), Hash.of(root(left)));
  }

  private static List<Hash> plus(List<Hash> head, Hash last) {
    List<Hash> all = new ArrayList<>(head);
    all.add(last);
    return all;
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
