package hotline.node.web;

import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.Audit;
import hotline.node.account.SignIns;
import hotline.node.api.Right;
import hotline.node.api.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Who stands behind a session, and what that person may do; asked anew for every request. */
final class People {
  private static final Duration TOKEN_EVERY = Duration.ofMinutes(10);

  private final AtomicReference<Instant> tokenNoted = new AtomicReference<>(Instant.EPOCH);
  private final Accounts accounts;
  private final Audit audit;
  private final SignIns signIns;
  private final InstantSource clock;

  People(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.audit = Audit.of(accounts);
    this.signIns = new SignIns(accounts, audit, clock);
    this.clock = clock;
  }

  /** Whether officers are set up. */
  boolean any() {
    return accounts.any();
  }

  /** Who asks; empty if the account is gone or disabled: the page is over as well. */
  Optional<Visitor> visitor(Sessions.Session session) {
    if (session.account().isEmpty()) {
      return Optional.of(accounts.any() ? Visitor.LINK : Visitor.ANYBODY);
    }
    return accounts
        .find(session.account().get())
        .filter(account -> !account.disabled())
        .map(account ->
            Visitor.of(account.officer(), account.role(), session.lapsed(clock.instant())));
  }

  /** Why the visitor may not do this; empty if that is allowed. */
  static Optional<Problem> refusal(Visitor visitor, Optional<Right> right) {
    if (right.isEmpty()) {
      return Optional.of(Problem.of(404, "unknown", "There is no such form at this node."));
    }
    if (visitor.may(right.get())) {
      return Optional.empty();
    }
    return Optional.of(
        visitor.lapsed()
            ? Problem.of(
                403,
                "sign-in-over",
                "Your sign-in is over; nothing was sent. Sign in and do it again. STOP, DISTRESS and"
                    + " accepting alarms go on without.")
            : Problem.of(
                403,
                "not-your-role",
                "Your role does not do this at this node; nothing was sent. Ask the supervisor."));
  }

  /** One attempt to sign in. */
  SignIns.Answer signIn(String name, String password, String code, String address) {
    return signIns.signIn(name, password, code, address);
  }

  /** A form was taken. */
  void acted(Sessions.Session session) {
    session.acts(clock.instant());
  }

  /**
   * Notes that this machine's token did something: the first time, and then once in ten minutes.
   */
  void tokenActed(String address) {
    Instant now = clock.instant();
    Instant before = tokenNoted.get();
    if (accounts.any()
        && !now.isBefore(before.plus(TOKEN_EVERY))
        && tokenNoted.compareAndSet(before, now)) {
      audit.note(now, "by-token", "machine", address);
    }
  }

  /** Notes that a link opened the page, or that somebody left. */
  void note(String what, Optional<String> account, String address) {
    if (accounts.any()) {
      audit.note(clock.instant(), what, account.filter(Account::isName).orElse("?"), address);
    }
  }
}
