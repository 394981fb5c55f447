package hotline.node.urgent;

import hotline.line.Kind;
import hotline.line.body.Body;
import hotline.line.body.MessageBody;
import hotline.node.Pace;
import hotline.node.Times;
import hotline.node.Troubles;
import hotline.node.outbox.Submitter;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.node.peer.PeerTransport;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Officer;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's end of the urgent lane. Safe for use by many threads.
 *
 * <p>A warning comes before the disk: what cannot be kept is sent, shown and alarmed all the same,
 * and said to be not kept; only then are 204 and DELIVERED withheld.
 */
public final class UrgentLane implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(UrgentLane.class);

  /** What was said longer ago than this, by the receiver's clock, is shown and does not alarm. */
  public static final Duration LATE_AFTER = Duration.ofMinutes(10);

  /** The code by which a peer is told that it was heard, and not kept. */
  static final String NOT_KEPT = "disk";

  private static final String TROUBLE = "urgent-not-kept";

  /** What the lane needs of the node around it. */
  public interface Surroundings {
    /** The key by which this statement's chain is to be signed, if it is known. */
    Optional<PublicKey> key(Statement statement);

    /** Whether its party has ended the key that it names. */
    boolean isRevoked(Statement statement);

    /** It is to be believed; what it says of keys counts from now on. */
    void learn(Statement statement);

    /** Whether the statement is in the verified record. */
    boolean isRecorded(StatementId id);

    /** Whether a message is meant for this party. */
    boolean isForUs(MessageBody.Message message);

    /** Another party's statement came, for the first time. */
    void arrived(Statement statement);

    /** Something else came or went; those who watch are told. */
    void changed();

    /** Where people are told what is wrong. */
    Troubles troubles();

    /** The threads. */
    Pace pace();
  }

  /**
   * What was said.
   *
   * @param kept whether it is on this node's disk
   */
  public record Said(Statement statement, boolean kept) {}

  /**
   * Whose lane it is.
   *
   * @param peers the other parties
   */
  public record Identity(
      LineId line, String party, String node, Mode mode, Signer signer, Set<String> peers) {
    /** Keeps its own copy. */
    public Identity {
      peers = Set.copyOf(peers);
    }
  }

  /** What a party said of a message in this lane. */
  public record Replied(Statement statement, MessageBody.Reply reply) {}

  /** A statement of another party, and how it came. */
  public record Arrived(
      Statement statement, Body body, Instant at, boolean late, boolean byRecord) {}

  private final Identity self;
  private final Surroundings around;
  private final InstantSource clock;
  private final UrgentStore store;
  private final Incarnation incarnation;
  private final UrgentDoor door;
  private final List<UrgentSender> senders = new ArrayList<>();
  private final UrgentRecorder recorder;

  private volatile boolean diskFails;

  /** The next sequence; guarded by this, as is the set below. */
  private long sequence;

  /** Messages for which DELIVERED was said. */
  private final Set<StatementId> delivered = new HashSet<>();

  private final Replies replies = new Replies();

  private UrgentLane(
      Identity self,
      Surroundings around,
      InstantSource clock,
      SecureRandom random,
      UrgentStore store,
      PeerTransport transport,
      Submitter submitter) {
    this.self = self;
    this.around = around;
    this.clock = clock;
    this.store = store;
    this.door = new UrgentDoor(self, around);
    byte[] name = new byte[Incarnation.BYTES];
    random.nextBytes(name);
    this.incarnation = Incarnation.of(name);
    for (String peer : self.peers()) {
      senders.add(new UrgentSender(peer, store, transport, clock, around));
    }
    this.recorder = new UrgentRecorder(store, submitter, around, this::keepAll);
    for (Statement each : store.own()) {
      if (decode(each).orElse(null) instanceof MessageBody.Delivered(StatementId message)) {
        delivered.add(message);
      }
      learn(each);
    }
    store.received().forEach(each -> learn(each.statement()));
  }

  private void learn(Statement statement) {
    replies.keep(statement);
    around.learn(statement);
  }

  /** What was said in this lane of a message, in the record or not; oldest first. */
  public List<Replied> replies(StatementId message) {
    return replies.of(message);
  }

  /** Opens the lane's file in {@code path} and begins to send what others do not have. */
  public static UrgentLane open(
      Path path,
      Identity self,
      Surroundings around,
      InstantSource clock,
      SecureRandom random,
      PeerTransport transport,
      Submitter submitter)
      throws IOException {
    UrgentStore store = UrgentStore.open(path, clock.instant());
    return new UrgentLane(self, around, clock, random, store, transport, submitter);
  }

  /** Starts its threads; says what a stop kept it from saying. */
  public void start() {
    senders.forEach(UrgentSender::start);
    recorder.start();
    for (UrgentStore.Received received : store.received()) {
      confirm(received.statement());
    }
  }

  /** Signs and sends; on its way to every peer, and on disk if that is possible. */
  public Said say(Body body) {
    return say(body, null);
  }

  /** The same, with an officer's signature over it inside, if there is one. */
  public Said say(Body body, @Nullable Officer officer) {
    Statement statement;
    synchronized (this) {
      Header header =
          new Header(
              self.line(),
              new Chain(self.party(), self.node(), incarnation, Lane.URGENT),
              sequence,
              null,
              null,
              null,
              self.mode(),
              body.kind().code(),
              Math.max(Times.micros(clock.instant()), officer == null ? 0 : officer.timeUs()));
      // Each start has its own incarnation: what a full disk loses was not signed for this place
      // by anything else, before or after.
      statement = Statements.sign(self.signer(), header, body.content(), officer);
      sequence++;
      store.say(statement);
    }
    return sent(statement);
  }

  /**
   * Sends what another key of this party has signed elsewhere, as {@link #say} does with its own.
   *
   * @param statement of this lane, checked
   */
  public Said tell(Statement statement) {
    store.say(statement);
    return sent(statement);
  }

  /** It is under way before the disk has it; said is how that went. */
  private Said sent(Statement statement) {
    learn(statement);
    senders.forEach(UrgentSender::wake);
    boolean kept = store.isKept(statement.id());
    if (!kept) {
      notKept();
    }
    recorder.wake();
    around.changed();
    return new Said(statement, kept);
  }

  private void notKept() {
    diskFails = true;
    around
        .troubles()
        .raise(
            TROUBLE,
            "What is said in the urgent lane is sent and shown, but cannot be written to this"
                + " node's disk and is gone if the node stops. Free space or replace the disk, and"
                + " call the others.");
  }

  /** The disk may be back: what it did not take before is written and confirmed. */
  private void keepAll() {
    if (!diskFails) {
      return;
    }
    diskFails = false;
    if (store.keepAll()) {
      around.troubles().over(TROUBLE);
      store.received().forEach(each -> confirm(each.statement()));
    } else {
      diskFails = true;
    }
  }

  /** Answers a peer that brings an urgent statement: 204 once it is on disk here. */
  public Answer receive(byte[] body) {
    if (!(Statements.parse(body) instanceof Statement statement)) {
      return PeerAnswers.problem(422, "malformed", "This is not a statement.");
    }
    Optional<Answer> refusal = door.turnsAway(statement);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return take(statement, false)
        ? Answer.empty(204)
        : PeerAnswers.problem(
            503, NOT_KEPT, "The other node has it and shows it, but cannot write to its disk.");
  }

  /** Takes note of an urgent statement that the verified record has. */
  public void onRecorded(Statement statement) {
    if (statement.header().chain().party().equals(self.party())) {
      store.recorded(statement.id());
    } else {
      boolean _ = take(statement, true);
    }
  }

  /** Shows it if it is new, then keeps it; whether it is on disk. */
  private boolean take(Statement statement, boolean byRecord) {
    Instant now = clock.instant();
    boolean late = isLate(UrgentDoor.saidUs(statement), now);
    boolean fresh = store.receive(new UrgentStore.Received(statement, now, late, byRecord));
    if (fresh) {
      LOG.atInfo()
          .addKeyValue("id", statement.id())
          .addKeyValue("party", statement.header().chain().party())
          .addKeyValue("kind", statement.header().kind())
          .addKeyValue("late", late)
          .log("an urgent statement arrived");
      learn(statement);
      around.arrived(statement);
    }
    boolean kept = store.isKept(statement.id());
    if (kept) {
      confirm(statement);
    } else {
      notKept();
    }
    if (fresh && !byRecord) {
      recorder.wake();
    }
    return kept;
  }

  /** Whether what was said at {@code saidUs} comes too late at {@code at} to alarm. */
  public static boolean isLate(long saidUs, Instant at) {
    return Times.instant(saidUs).isBefore(at.minus(LATE_AFTER));
  }

  /** Says DELIVERED, once for each message that is meant for this party. */
  private void confirm(Statement statement) {
    if (decode(statement).orElse(null) instanceof MessageBody.Message message
        && around.isForUs(message)
        && markDelivered(statement.id())) {
      Said _ = say(new MessageBody.Delivered(statement.id()));
    }
  }

  private synchronized boolean markDelivered(StatementId id) {
    return delivered.add(id);
  }

  /** What an urgent statement says, if it may be said in this lane. */
  public static Optional<Body> decode(Statement statement) {
    return Kind.ofCode(statement.header().kind())
        .filter(kind -> kind.lanes() != Kind.Lanes.ROUTINE)
        .flatMap(kind ->
            switch (Body.decode(kind, statement.content())) {
              case Decoded.Value<Body>(Body body) -> Optional.of(body);
              case Decoded.Fault<Body> _ -> Optional.empty();
            });
  }

  /** Statements of other parties, oldest first. */
  public List<Arrived> arrived() {
    List<Arrived> all = new ArrayList<>();
    store.received().forEach(each -> arrived(each).ifPresent(all::add));
    return all;
  }

  /** How a statement of another party came, if it did. */
  public Optional<Arrived> arrived(StatementId id) {
    return store.received(id).flatMap(UrgentLane::arrived);
  }

  private static Optional<Arrived> arrived(UrgentStore.Received each) {
    return decode(each.statement())
        .map(body -> new Arrived(each.statement(), body, each.at(), each.late(), each.byRecord()));
  }

  /** Own statements, oldest first. */
  public List<Statement> own() {
    return store.own();
  }

  /** Own statements that the record does not have; oldest first. */
  public List<Statement> notRecorded() {
    return store.notRecorded();
  }

  /** The parties whose nodes have an own statement on disk. */
  public Set<String> reached(StatementId id) {
    return store.reached(id);
  }

  /** The way may be open again: tries at once. */
  public void wake() {
    senders.forEach(UrgentSender::wake);
    recorder.wake();
  }

  @Override
  public void close() throws IOException {
    senders.forEach(UrgentSender::close);
    recorder.close();
    store.close();
  }
}
