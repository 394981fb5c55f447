package hotline.node.urgent;

import hotline.line.Kind;
import hotline.line.Refusals;
import hotline.line.body.KeyBody;
import hotline.line.body.MessageBody;
import hotline.node.RateLimit;
import hotline.node.peer.PeerAnswers;
import hotline.node.peer.PeerEndpoints.Answer;
import hotline.record.statement.Header;
import hotline.record.statement.Lane;
import hotline.record.statement.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Who gets in by the urgent lane: another party of this line, with a statement of the lane, under a
 * key that is believed now. Safe for use by many threads.
 */
final class UrgentDoor {
  private static final int RECEIVED_A_MINUTE = 600;

  private final UrgentLane.Identity self;
  private final UrgentLane.Surroundings around;
  private final RateLimit rate;

  UrgentDoor(UrgentLane.Identity self, UrgentLane.Surroundings around) {
    this.self = self;
    this.around = around;
    this.rate = new RateLimit(RECEIVED_A_MINUTE, Duration.ofMinutes(1), around.pace()::nanoTime);
  }

  /** Why a statement that a peer brings is not taken; nothing if it is. */
  Optional<Answer> turnsAway(Statement statement) {
    Header header = statement.header();
    if (!header.line().equals(self.line())) {
      return no(422, "wrong-line", "This statement is of another line.");
    }
    if (header.chain().lane() != Lane.URGENT || UrgentLane.decode(statement).isEmpty()) {
      return no(422, "malformed", "This is not a statement of the urgent lane.");
    }
    if (header.chain().party().equals(self.party())) {
      return no(422, "wrong-party", "This is a statement of our own party.");
    }
    if (Kind.ofCode(header.kind()).map(Kind::isAboutKeys).orElse(false)
        && KeyBody.of(statement).isEmpty()) {
      Refusals why = Refusals.KEYS_BY_ROOT;
      return no(422, why.code(), why.sentence(header.chain().party()));
    }
    if (around.isRevoked(statement)) {
      return no(422, "key-revoked", "Its party has revoked the key that it names.");
    }
    if (around.key(statement).filter(statement::signedBy).isEmpty()) {
      return no(422, "signature", "No key in force signed this statement.");
    }
    return rate.take(header.chain().party())
        ? Optional.empty()
        : no(429, "busy", "Too many urgent statements. They are sent again.");
  }

  /** A message that was passed by voice or paper before was said then. */
  static long saidUs(Statement statement) {
    long signedUs = statement.header().timeUs();
    return UrgentLane.decode(statement).orElse(null) instanceof MessageBody.Message message
        ? message.saidUs(signedUs)
        : signedUs;
  }

  private static Optional<Answer> no(int status, String code, String sentence) {
    return Optional.of(PeerAnswers.problem(status, code, sentence));
  }
}
