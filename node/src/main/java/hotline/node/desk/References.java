package hotline.node.desk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Short names for talk, the same at every node: a letter for the sort, and letters from the id. */
final class References {
  /** Without the letters and digits that are taken for one another, spoken or written. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int REFERENCE_LETTERS = 5;

  private References() {}

  /** The short name of what has this id. */
  static String of(String sort, byte[] id) {
    long bits = ByteBuffer.wrap(id).getLong() >>> 1;
    StringBuilder reference = new StringBuilder(sort).append('-');
    for (int i = 0; i < REFERENCE_LETTERS; i++) {
      reference.append(LETTERS.charAt((int) (bits % LETTERS.length())));
      bits /= LETTERS.length();
    }
    return reference.toString();
  }

  /** The one that has this short name; none if two have it, which then go by their ids. */
  static <T> Optional<T> only(List<T> all, Function<T, String> reference, String name) {
    List<T> named = all.stream().filter(each -> reference.apply(each).equals(name)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
