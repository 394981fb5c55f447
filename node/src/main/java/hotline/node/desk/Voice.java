package hotline.node.desk;

import hotline.line.Outcome;
import hotline.line.Refusal;
import hotline.line.Refusals;
import hotline.line.Verdict;
import hotline.line.body.Body;
import hotline.line.terms.TermsInForce;
import hotline.node.Changes;
import hotline.node.Pace;
import hotline.node.api.Said;
import hotline.node.officer.InnerSigning;
import hotline.node.outbox.Outbox;
import hotline.node.outbox.Sender;
import hotline.node.outbox.Speaker;
import hotline.node.outbox.Submitter;
import hotline.node.record.Applied;
import hotline.node.record.Confirmations;
import hotline.node.record.LocalRecord;
import hotline.node.urgent.UrgentLane;
import hotline.record.cbor.Decoded;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things for this party and tells what became of them: by the record where that comes in time,
 * else that they are safe in the outbox.
 */
public final class Voice {
  private static final Logger LOG = LoggerFactory.getLogger(Voice.class);

  /** How long a caller waits for the record; what is not there by then is on its way. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(3);

  /** A way that is closed is given this long to open. */
  private static final Duration TRY_FOR = Duration.ofMillis(400);

  private static final int KEPT_MAX = 10_000;

  /** So often an officer is asked for what speaks of the time at which it is signed. */
  private static final int TRIES_MAX = 3;

  /** Refusals after which a chain cannot go on; what was withdrawn leaves it as it is. */
  private static final Set<String> BREAKS_CHAIN =
      Set.of("unknown-key", "key-revoked", "bad-signature", "not-begun", "gap", "wrong-previous");

  private final OwnKey own;
  private final Outbox outbox;
  private final Sender sender;
  private final Speaker node;
  private final Speaker root;
  private final UrgentLane urgent;
  private final LocalRecord record;
  private final Confirmations confirmations;
  private final Changes changes;
  private final Pace pace;

  /** What became of own statements lately, by id; also guarded by itself. */
  private final Map<StatementId, Said> fates =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<StatementId, Said> eldest) {
              return size() > KEPT_MAX;
            }
          });

  /**
   * How a node speaks.
   *
   * @param own whether it may
   */
  public record Parts(
      Outbox outbox,
      Sender sender,
      Speaker node,
      Speaker root,
      UrgentLane urgent,
      LocalRecord record,
      Confirmations confirmations,
      Changes changes,
      Pace pace,
      OwnKey own) {}

  /** Over these parts. */
  public Voice(Parts parts) {
    this.own = parts.own();
    this.outbox = parts.outbox();
    this.sender = parts.sender();
    this.node = parts.node();
    this.root = parts.root();
    this.urgent = parts.urgent();
    this.record = parts.record();
    this.confirmations = parts.confirmations();
    this.changes = parts.changes();
    this.pace = parts.pace();
  }

  /** The key that it speaks with. */
  OwnKey own() {
    return own;
  }

  /** Says it in the routine lane with the node's key. */
  public Said say(Body body) {
    return say(node, _ -> body);
  }

  /**
   * Says in the routine lane what speaks of the very time at which it is signed.
   *
   * @param body of that time, µs since 1970 UTC
   */
  Said say(LongFunction<Body> body) {
    return say(node, body);
  }

  /** Says it in the routine lane with the root key: terms that change keys. */
  public Said sayAsRoot(Body body) {
    Optional<Said> away = own.rootAway();
    return away.isPresent() ? away.get() : say(root, _ -> body);
  }

  private Said say(Speaker speaker, LongFunction<Body> body) {
    Optional<Said> silenced = own.silenced().filter(_ -> speaker != root || !own.isRevoked());
    if (silenced.isPresent()) {
      return silenced.get();
    }
    // Whether it can be read does not depend on when it is signed.
    Body trial = body.apply(0);
    if (Body.decode(trial.kind(), trial.content()) instanceof Decoded.Fault<Body>(String fault)) {
      return refused(Refusals.BAD_CONTENT, trial.kind().word(), fault);
    }
    try {
      Statement statement = speaker == node ? byNode(body) : speaker.say(body, standpoint());
      sender.wake();
      changes.happened();
      return bySigners(await(statement.id()), statement);
    } catch (InnerSigning.WrongSignature wrong) {
      return Said.refused(Refusals.OFFICER_SIGNATURE.code(), wrong.sentence());
    } catch (IOException failed) {
      return notKept(failed);
    }
  }

  /** Signed by the officer who pressed, too, if that person's browser does so in time. */
  private Statement byNode(LongFunction<Body> body)
      throws IOException, InnerSigning.WrongSignature {
    Optional<InnerSigning> press = InnerSigning.here();
    for (int tries = 0; press.isPresent() && tries < TRIES_MAX; tries++) {
      long timeUs = node.nowUs();
      Optional<Officer> officer =
          press.get().sign(node.line(), node.act(body.apply(timeUs)), timeUs, false);
      if (officer.isEmpty()) {
        break;
      }
      Optional<Statement> said = node.say(body, officer.get(), standpoint());
      if (said.isPresent()) {
        return said.get();
      }
    }
    return node.say(body, standpoint());
  }

  /** With who has signed it, where an officer could have. */
  private static Said bySigners(Said said, Statement statement) {
    if (InnerSigning.here().isEmpty()) {
      return said;
    }
    String signers =
        statement.officer().isPresent()
            ? " Signed by you and the node."
            : " Signed by the node alone: this browser did not sign in time.";
    return new Said(
        said.done(), said.state(), said.code(), said.sentence() + signers, said.id(), said.index());
  }

  /** Says it in the routine lane and does not wait; empty if this node cannot write to its disk. */
  public Optional<StatementId> post(Body body) {
    if (own.silenced().isPresent()) {
      return Optional.empty();
    }
    try {
      Statement statement = node.say(body, standpoint());
      sender.wake();
      return Optional.of(statement.id());
    } catch (IOException failed) {
      LOG.atError().setCause(failed).log("nothing was said: the outbox cannot be written");
      return Optional.empty();
    }
  }

  /** Says it in the urgent lane: on its way to every peer when this returns. */
  public Said sayUrgent(Body body) {
    Optional<Said> silenced = own.silenced();
    if (silenced.isPresent()) {
      return silenced.get();
    }
    if (Body.decode(body.kind(), body.content()) instanceof Decoded.Fault<Body>(String fault)) {
      return refused(Refusals.BAD_CONTENT, body.kind().word(), fault);
    }
    UrgentLane.Said said = urgent.say(body, pressedBy(body).orElse(null));
    return bySigners(
        new Said(
            true,
            Said.State.QUEUED,
            Outcome.OK,
            said.kept()
                ? "Sent directly to every party, and to the record."
                : "Sent directly to every party; NOT kept on this node's disk, which cannot be"
                    + " written. If this node stops before the others have it, it is gone: call as"
                    + " well.",
            said.statement().id().toString(),
            null),
        said.statement());
  }

  private Optional<Officer> pressedBy(Body body) {
    Optional<InnerSigning> press = InnerSigning.here();
    if (press.isEmpty()) {
      return Optional.empty();
    }
    try {
      return press.get().sign(node.line(), node.act(body), node.nowUs(), true);
    } catch (InnerSigning.WrongSignature never) {
      return Optional.empty();
    }
  }

  private static Said notKept(IOException failed) {
    return Said.refused(
        "disk",
        "Nothing was said: "
            + failed.getMessage()
            + " Until then use the paper fallback and call.");
  }

  /**
   * Takes back a planning statement that nobody has ordered yet, as far as known; if the host has
   * ordered it after all, the record says so and it counts.
   *
   * @param why told to whoever asks what became of it
   * @return false if it no longer waits, or is of a chain from before the last start
   */
  boolean withdraw(Statement original, String why) throws IOException {
    if (node.withdraw(original.id()) == null) {
      return false;
    }
    fates.putIfAbsent(
        original.id(),
        new Said(false, Said.State.REFUSED, "taken-back", why, original.id().toString(), null));
    sender.wake();
    changes.happened();
    return true;
  }

  /** What this node has verified, for a statement signed now. */
  private Speaker.Standpoint standpoint() throws IOException {
    return new Speaker.Standpoint(
        record.basis(),
        record.read(state -> state.agreement().inForce()).map(TermsInForce::hash).orElse(null));
  }

  /** Waits until the statement's fate is known, a little. */
  private Said await(StatementId id) {
    long deadlineNs = pace.nanoTime() + pace.patience(WAIT_MAX).toNanos();
    try {
      while (true) {
        long seen = changes.count();
        Optional<Said> fate = fate(id);
        long leftMs = (deadlineNs - pace.nanoTime()) / 1_000_000;
        if (fate.isPresent()) {
          return fate.get();
        }
        boolean tried = leftMs < WAIT_MAX.minus(TRY_FOR).toMillis();
        if (leftMs <= 0 || (tried && !sender.trouble().isEmpty())) {
          return queued(id);
        }
        // The way may turn out to be closed, which nobody announces.
        long _ = changes.await(seen, Math.min(leftMs, 50));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return queued(id);
    }
  }

  private Said queued(StatementId id) {
    String trouble = sender.trouble();
    return new Said(
        true,
        Said.State.QUEUED,
        Outcome.OK,
        "Signed and kept here; nobody else has it yet"
            + (trouble.isEmpty() ? "." : " (" + trouble + ")."),
        id.toString(),
        null);
  }

  /** What became of an own statement, if it is decided. */
  public Optional<Said> fate(StatementId id) {
    if (fates.get(id) == null && outbox.waiting(id).isPresent()) {
      return Optional.empty();
    }
    // Its fate is known before it leaves the outbox, perhaps since the line above.
    Said known = fates.get(id);
    return known == null ? lookUp(id) : Optional.of(confirmed(known));
  }

  private Optional<Said> lookUp(StatementId id) {
    OptionalLong index = record.indexOf(id);
    return index.isEmpty()
        ? Optional.empty()
        : Optional.of(
            confirmed(
                new Said(
                    true, Said.State.RECORDED, Outcome.OK, "", id.toString(), index.getAsLong())));
  }

  private Said confirmed(Said said) {
    Long index = said.index();
    boolean confirmed =
        index != null && said.state() == Said.State.RECORDED && index < confirmations.size();
    return confirmed
        ? new Said(
            said.done(),
            Said.State.CONFIRMED,
            said.code(),
            "In the record, and confirmed by the others.",
            said.id(),
            index)
        : said;
  }

  /** An own statement has come into the verified record. */
  public void onRecorded(Applied.Recorded recorded) {
    Outcome outcome = recorded.outcome();
    StatementId id = recorded.statement().id();
    boolean accepted = outcome.verdict() == Verdict.ACCEPTED;
    fates.put(
        id,
        new Said(
            accepted,
            accepted ? Said.State.RECORDED : Said.State.REFUSED,
            outcome.code(),
            accepted ? "In the record; the others have not confirmed it yet." : outcome.sentence(),
            id.toString(),
            recorded.index()));
    sender.recorded(id);
  }

  /** An own statement was refused admission. */
  public void onRefused(Statement statement, Submitter.Answer.Refused no) {
    if (BREAKS_CHAIN.contains(no.code())) {
      node.refused(statement);
      root.refused(statement);
    }
    // What was taken back is refused as well, for its number is used: that tells nobody anything.
    fates.putIfAbsent(
        statement.id(),
        new Said(
            false, Said.State.REFUSED, no.code(), no.sentence(), statement.id().toString(), null));
    changes.happened();
  }

  /** A refusal before anything is signed, in the words of the rules. */
  static Said refused(Refusal refusal, Object... details) {
    return Said.refused(refusal.code(), refusal.sentence(details));
  }
}
