package hotline.node.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds things by their short names. */
final class References {
  private References() {}

  /** The one that has this short name; none if two have it, which then go by their ids. */
  static <T> Optional<T> only(List<T> all, Function<T, String> reference, String name) {
    List<T> named = all.stream().filter(each -> reference.apply(each).equals(name)).toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }
}
