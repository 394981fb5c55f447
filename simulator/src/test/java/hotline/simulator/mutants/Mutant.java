package hotline.simulator.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A wrong that the product does not do, and the seed in which a checker sees it.
 *
 * @param name what is wrong, in words
 * @param place class and method, {@code hotline.node.store.FramedFile#write}
 * @param change {@code return X}: the method does nothing and returns that; {@code Owner.method >
 *     name}: its calls of that method go to {@link Wrong}'s of that name
 * @param seed in which it is killed
 * @param said a part of what the checker says
 */
record Mutant(String name, String place, String change, long seed, String said) {
  private static final String FILE = "mutants.tsv";

  /** All that are kept. */
  static List<Mutant> all() {
    try (InputStream in = Mutant.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Mutant::of)
          .toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Mutant of(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 5) {
      throw new IllegalStateException("not five cells: " + line);
    }
    return new Mutant(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), cells[4]);
  }

  String className() {
    return place.substring(0, place.indexOf('#'));
  }

  String method() {
    return place.substring(place.indexOf('#') + 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
