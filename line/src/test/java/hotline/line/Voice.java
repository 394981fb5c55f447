package hotline.line;

import hotline.line.body.Body;
import hotline.record.cbor.CborMap;
import hotline.record.merkle.Hash;
import hotline.record.signature.Signer;
import hotline.record.statement.Basis;
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
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A node that speaks: keeps its chains, and signs whatever a test asks for. */
final class Voice {
  final String party;
  final String node;
  final Signer signer;
  private final LineId line;
  private Incarnation incarnation;
  private long next;
  private @Nullable StatementId previous;
  private long nextUrgent;

  Voice(LineId line, String party, String node, Signer signer, long incarnation) {
    this.line = line;
    this.party = party;
    this.node = node;
    this.signer = signer;
    this.incarnation = new Incarnation(incarnation, incarnation);
  }

  /** Begins another life of its outbox. */
  void reincarnate(long bits) {
    incarnation = new Incarnation(bits, bits);
    next = 0;
    previous = null;
    nextUrgent = 0;
  }

  /** Goes on after a statement that is recorded. */
  void recorded(Statement statement) {
    Header header = statement.header();
    if (!header.chain().incarnation().equals(incarnation)) {
      return;
    }
    if (header.chain().lane() == Lane.URGENT) {
      nextUrgent = Math.max(nextUrgent, header.sequence() + 1);
    } else {
      next = header.sequence() + 1;
      StatementId withdrawn = statement.claim().withdraws();
      previous = withdrawn == null ? statement.id() : withdrawn;
    }
  }

  Draft draft(Body body, long timeUs) {
    Lane lane = body.kind().lanes() == Kind.Lanes.URGENT ? Lane.URGENT : Lane.ROUTINE;
    return new Draft(body.kind().code(), body.content(), timeUs).in(lane);
  }

  /** A statement before it is signed; every part can be made wrong. */
  final class Draft {
    int kind;
    CborMap content;
    long timeUs;
    Lane lane = Lane.ROUTINE;
    long sequence;
    @Nullable StatementId before;
    @Nullable Basis basis;
    @Nullable Hash terms;
    Mode mode = Mode.LIVE;
    LineId of = line;
    Signer with = signer;
    @Nullable Officer officer;

    private Draft(int kind, CborMap content, long timeUs) {
      this.kind = kind;
      this.content = content;
      this.timeUs = timeUs;
    }

    Draft in(Lane another) {
      lane = another;
      sequence = another == Lane.URGENT ? nextUrgent : next;
      before = another == Lane.URGENT ? null : previous;
      if (another == Lane.URGENT) {
        basis = null;
        terms = null;
      }
      return this;
    }

    Draft basis(@Nullable Basis another) {
      basis = lane == Lane.URGENT ? null : another;
      return this;
    }

    Draft terms(@Nullable Hash another) {
      terms = lane == Lane.URGENT ? null : another;
      return this;
    }

    Draft mode(Mode another) {
      mode = another;
      return this;
    }

    Draft at(long anotherUs) {
      timeUs = anotherUs;
      return this;
    }

    /** Signed inside by an officer, at the time of the statement. */
    Draft by(Signer person, long nonce) {
      return by(person, nonce, timeUs);
    }

    Draft by(Signer person, long nonce, long signedUs) {
      byte[] bytes = ByteBuffer.allocate(Officer.NONCE_BYTES).putLong(nonce).array();
      officer = Officer.sign(person, of, bytes, signedUs, new Officer.Act(kind, mode, content));
      return this;
    }

    Statement sign() {
      Chain chain = new Chain(party, node, incarnation, lane);
      Header header = new Header(of, chain, sequence, before, basis, terms, mode, kind, timeUs);
      return officer == null
          ? Statements.sign(with, header, content)
          : Statements.sign(with, header, content, officer);
    }
  }
}
