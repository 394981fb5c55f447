package hotline.console;

import hotline.node.api.Said;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a form, to be shown on the page that follows.
 *
 * @param id the statement; null if none was signed
 */
record Told(boolean done, boolean queued, String code, String sentence, @Nullable String id) {
  private static final String DRAFT = "draft";

  static Told of(Said said) {
    return new Told(
        said.done(), said.state() == Said.State.QUEUED, said.code(), said.sentence(), said.id());
  }

  static Told refused(String code, String sentence) {
    return new Told(false, false, code, sentence, null);
  }

  /** The form comes back with what it would do; nothing was said, and nothing was refused. */
  static Told drafted(String sentence) {
    return refused(DRAFT, sentence);
  }

  /** Whether nothing was said because nothing was to be said yet. */
  boolean draft() {
    return code.equals(DRAFT);
  }

  /** What became of a form that is not done. */
  String word() {
    return draft() ? "Nothing is said yet" : "Refused";
  }

  /** The last 256, so that a page that is loaded again still says what was done. */
  static final class Shelf {
    private static final int MAX = 256;

    /** Guarded by this. */
    private final Map<String, Told> kept =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > MAX;
          }
        };

    private long count;

    synchronized String put(Told told) {
      String key = Long.toString(++count, 36);
      kept.put(key, told);
      return key;
    }

    synchronized Optional<Told> get(String key) {
      return Optional.ofNullable(kept.get(key));
    }
  }
}
