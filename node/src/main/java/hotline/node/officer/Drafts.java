package hotline.node.officer;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest presses of one session, by the names that its browser gave them: the same name is the
 * same press, which acts once. At most {@value #MAX}; for the oldest nobody waits any more.
 *
 * @param <T> what comes of a press
 */
public final class Drafts<T> {
  static final int MAX = 4;

  private final SecureRandom random = new SecureRandom();

  /** Oldest first. Guarded by this. */
  private final Map<String, Draft<T>> latest = new LinkedHashMap<>();

  /** Whether a browser may call a press so. */
  public static boolean isName(String name) {
    return name.matches("[A-Za-z0-9_-]{22}");
  }

  /**
   * The press of this name; begun, if there is none yet.
   *
   * @param form where it was pressed
   * @param key whose signature is asked for; null: nobody's
   */
  public Draft<T> begin(String name, String form, Draft.@Nullable Key key, Supplier<T> action) {
    Draft<T> fresh;
    synchronized (this) {
      Draft<T> known = latest.get(name);
      if (known != null) {
        return known;
      }
      if (latest.size() >= MAX) {
        String oldest = latest.keySet().iterator().next();
        Draft<T> gone = latest.remove(oldest);
        if (gone != null) {
          gone.alone();
        }
      }
      fresh = new Draft<>(form, key, random);
      latest.put(name, fresh);
    }
    fresh.start(action);
    return fresh;
  }

  /** The press of this name, if it is one of the latest. */
  public synchronized Optional<Draft<T>> find(String name) {
    return Optional.ofNullable(latest.get(name));
  }
}
