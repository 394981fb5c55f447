package hotline.node.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that have opened the page. Kept in memory only: a restart of the node asks for a new
 * one-time link. At most 64, each for at most 24 hours, so that a sign-in outlives any watch.
 */
final class Sessions {
  static final Duration LIFE = Duration.ofHours(24);
  private static final int MAX = 64;
  private static final int KEPT_MAX = 8;
  private static final int KEPT_CHARS_MAX = 64;

  private final InstantSource clock;

  /** By digest of the secret, oldest first. Guarded by this. */
  private final Map<String, Session> open = new LinkedHashMap<>();

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /** Opens one and returns its secret, which only the cookie holds. */
  synchronized String open() {
    Instant now = clock.instant();
    open.values().removeIf(session -> !session.end.isAfter(now));
    if (open.size() >= MAX) {
      open.remove(open.keySet().iterator().next());
    }
    String secret = Secrets.fresh();
    open.put(Secrets.digest(secret), new Session(Secrets.fresh(), now.plus(LIFE)));
    return secret;
  }

  /** The session of a secret, if it is still open. */
  synchronized Optional<Session> find(String secret) {
    return Optional.ofNullable(open.get(Secrets.digest(secret)))
        .filter(session -> session.end.isAfter(clock.instant()));
  }

  /** Ends a session. */
  synchronized void close(String secret) {
    open.remove(Secrets.digest(secret));
  }

  /** One browser. */
  static final class Session {
    private final String csrf;
    private final Instant end;

    /** Guarded by this. */
    private final Map<String, String> kept = new HashMap<>();

    Session(String csrf, Instant end) {
      this.csrf = csrf;
      this.end = end;
    }

    /** The token that forms of this session carry. */
    String csrf() {
      return csrf;
    }

    synchronized Map<String, String> kept() {
      return Map.copyOf(kept);
    }

    /** Keeps small values; what is too long or too many is left out. An empty value forgets. */
    synchronized void keep(Map<String, String> values) {
      for (var value : values.entrySet()) {
        if (value.getValue().isEmpty()) {
          kept.remove(value.getKey());
        } else if (value.getValue().length() <= KEPT_CHARS_MAX
            && (kept.containsKey(value.getKey()) || kept.size() < KEPT_MAX)) {
          kept.put(value.getKey(), value.getValue());
        }
      }
    }
  }
}
