package hotline.node.account;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets people in by name, password and code. A wrong one of these three is answered with one
 * sentence and after the same work, whichever it was. Safe for use by many threads.
 *
 * <p>Wrong attempts are counted for a name at an address, for an address, and for a name from
 * everywhere; the last limit is wide, so that a stranger elsewhere cannot lock an officer out
 * within a watch.
 */
public final class SignIns {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int WRONG_HERE_MAX = 5;
  private static final int WRONG_ADDRESS_MAX = 20;
  private static final int WRONG_NAME_MAX = 60;
  private static final int COUNTED_MAX = 4_096;

  /** Each takes 19 MiB for a moment. */
  private static final int AT_A_TIME = 2;

  private static final long WAIT_S = 5;

  private final Accounts accounts;
  private final Audit audit;
  private final InstantSource clock;
  private final Semaphore working = new Semaphore(AT_A_TIME, true);

  /** Times of wrong attempts by what they are counted for, the one longest untouched first. */
  private final Map<String, Deque<Instant>> wrong =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > COUNTED_MAX;
        }
      };

  /** Over the accounts of a node. */
  public SignIns(Accounts accounts, Audit audit, InstantSource clock) {
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of an attempt. */
  public sealed interface Answer {
    /** Who it is. */
    record In(Account account) implements Answer {}

    /** Not in, with an HTTP status and a sentence. */
    record No(int status, String sentence) implements Answer {}
  }

  /**
   * One attempt.
   *
   * @param name as it was typed, like the others
   * @param address from where, as the server sees it
   */
  public Answer signIn(String name, String password, String code, String address) {
    Instant now = clock.instant();
    if (isTooMany(name, address, now)) {
      // Once: whoever goes on trying must not push everything else out of the audit.
      if (isNews(address, now)) {
        audit.note(now, "too-many", name, address);
      }
      return tooMany();
    }
    try {
      if (!working.tryAcquire(WAIT_S, TimeUnit.SECONDS)) {
        return new Answer.No(503, "Too many sign in at once. Try again.");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.No(503, "The node is stopping.");
    }
    try {
      // Whoever sends many at once has waited beside his own wrong ones.
      return isTooMany(name, address, now) ? tooMany() : check(name, password, code, address, now);
    } finally {
      working.release();
    }
  }

  private static Answer tooMany() {
    return new Answer.No(
        429, "Too many wrong attempts. Wait five minutes; the alarms of a page go on.");
  }

  private Answer check(String name, String password, String code, String address, Instant now) {
    Account account = accounts.find(name).orElse(null);
    PasswordHash kept = account == null ? null : account.password();
    boolean right = (kept == null ? PasswordHash.nobodys() : kept).matches(password);
    boolean in = account != null && kept != null && right && !account.disabled();
    try {
      if (account != null && in && accounts.useCode(account, code, now)) {
        audit.note(now, "signed-in", name, address);
        return new Answer.In(account);
      }
    } catch (IOException failed) {
      audit.note(now, "not-noted", name, address);
      return new Answer.No(
          503, "The node's disk does not take that a code is used: " + failed.getMessage());
    }
    count(name, address, now);
    audit.note(now, "wrong", name, address);
    return new Answer.No(401, "Name, password or code is wrong. A code counts once.");
  }

  private static Map<String, Integer> limits(String name, String address) {
    String known = Account.isName(name) ? name : "?";
    return Map.of(
        "here " + known + " " + address, WRONG_HERE_MAX,
        "from " + address, WRONG_ADDRESS_MAX,
        "name " + known, WRONG_NAME_MAX);
  }

  private synchronized boolean isTooMany(String name, String address, Instant now) {
    boolean tooMany = false;
    for (Map.Entry<String, Integer> limit : limits(name, address).entrySet()) {
      Deque<Instant> times = wrong.get(limit.getKey());
      if (times != null) {
        while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
          times.removeFirst();
        }
        tooMany |= times.size() >= limit.getValue();
      }
    }
    return tooMany;
  }

  private synchronized boolean isNews(String address, Instant now) {
    Deque<Instant> told = wrong.computeIfAbsent("told " + address, _ -> new ArrayDeque<>());
    Instant last = told.pollLast();
    boolean news = last == null || !last.plus(WINDOW).isAfter(now);
    told.addLast(news || last == null ? now : last);
    return news;
  }

  private synchronized void count(String name, String address, Instant now) {
    for (Map.Entry<String, Integer> limit : limits(name, address).entrySet()) {
      Deque<Instant> times = wrong.computeIfAbsent(limit.getKey(), _ -> new ArrayDeque<>());
      if (times.size() < limit.getValue()) {
        times.addLast(now);
      }
    }
  }
}
