package hotline.line.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The values that terms are built from: those before, and of some clauses others. Throws {@link
 * IllegalArgumentException} with a sentence for what cannot be read. Not for use by several
 * threads.
 */
final class Values {
  private final Map<String, List<String>> given;
  private final Set<String> taken;

  /** What was read from a text already: zones take their time. */
  private final Map<String, Object> read;

  /** All that is given counts. */
  Values(Map<String, List<String>> given) {
    this(given, given.keySet(), new HashMap<>());
  }

  private Values(Map<String, List<String>> given, Set<String> taken, Map<String, Object> read) {
    this.given = given;
    this.taken = Set.copyOf(taken);
    this.read = read;
  }

  /** The same, but of these clauses alone. */
  Values only(Set<String> names) {
    return new Values(given, names, read);
  }

  /** The value of a clause that has one; what was before if it is not given. */
  <T> T one(String name, T before, Function<String, T> reader) {
    if (!taken.contains(name)) {
      return before;
    }
    List<String> typed = given.getOrDefault(name, List.of());
    if (typed.size() != 1) {
      throw new IllegalArgumentException("Give one value.");
    }
    return read(name, typed.getFirst(), reader);
  }

  /** The values of a list; each that was there before, and is written as before, stays itself. */
  <T> List<T> many(
      String name, List<T> before, Function<T, String> writer, Function<String, T> reader) {
    if (!taken.contains(name)) {
      return before;
    }
    Map<String, T> known = new HashMap<>();
    before.forEach(each -> known.put(writer.apply(each), each));
    List<T> all = new ArrayList<>();
    for (String typed : given.getOrDefault(name, List.of())) {
      T same = known.get(typed);
      all.add(same == null ? read(name, typed, reader) : same);
    }
    return all;
  }

  /** A list of words. */
  List<String> words(String name, List<String> before) {
    return many(name, before, word -> word, word -> word);
  }

  @SuppressWarnings("unchecked") // one reader for each clause
  private <T> T read(String name, String typed, Function<String, T> reader) {
    return (T)
        read.computeIfAbsent(
            name + "\n" + typed,
            _ -> {
              try {
                return reader.apply(typed);
              } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("“" + typed + "”: " + wrong.getMessage(), wrong);
              }
            });
  }
}
