package hotline.node.web;

import hotline.node.officer.Drafts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that have come in. Kept in memory only: a restart of the node asks for a new one-time
 * link, or a new sign-in. At most 64.
 *
 * <p>One opened by a link lasts 24 hours. A person's sign-in is over an hour after the last form,
 * and in any case after twelve hours; the page it opened goes on for a week, so that no alarm is
 * hidden because somebody was busy.
 */
final class Sessions {
  static final Duration LIFE = Duration.ofHours(24);
  static final Duration SHOWN = Duration.ofDays(7);
  static final Duration SIGNED_IN = Duration.ofHours(12);
  static final Duration IDLE = Duration.ofHours(1);
  private static final int MAX = 64;
  private static final int KEPT_MAX = 8;
  private static final int KEPT_CHARS_MAX = 64;

  private final InstantSource clock;

  /** By digest of the secret, oldest first. Guarded by this. */
  private final Map<String, Session> open = new LinkedHashMap<>();

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Opens one and returns its secret, which only the cookie holds.
   *
   * @param account who signed in; null: by a link
   */
  synchronized String open(@Nullable String account) {
    Instant now = clock.instant();
    open.values().removeIf(session -> !session.end.isAfter(now));
    if (open.size() >= MAX) {
      open.remove(open.keySet().iterator().next());
    }
    String secret = Secrets.fresh();
    open.put(Secrets.digest(secret), new Session(Secrets.fresh(), account, now));
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
    private final @Nullable String account;
    private final Instant opened;
    private final Instant end;

    /** Guarded by this, like what is kept. */
    private Instant acted;

    private final Map<String, String> kept = new HashMap<>();
    private final Drafts<Outgoing> drafts = new Drafts<>();

    Session(String csrf, @Nullable String account, Instant now) {
      this.csrf = csrf;
      this.account = account;
      this.opened = now;
      this.acted = now;
      this.end = now.plus(account == null ? LIFE : SHOWN);
    }

    /** Its latest presses. */
    Drafts<Outgoing> drafts() {
      return drafts;
    }

    /** The token that forms of this session carry. */
    String csrf() {
      return csrf;
    }

    /** Who signed in; empty: it was opened by a link. */
    Optional<String> account() {
      return Optional.ofNullable(account);
    }

    /** Whether the sign-in is over. */
    synchronized boolean lapsed(Instant now) {
      return account != null
          && (!opened.plus(SIGNED_IN).isAfter(now) || !acted.plus(IDLE).isAfter(now));
    }

    /** Somebody did something; a sign-in that is over stays over. */
    synchronized void acts(Instant now) {
      if (!lapsed(now)) {
        acted = now;
      }
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
