package hotline.record.statement;

import hotline.record.cbor.CborMap;
import hotline.record.merkle.Hash;
import hotline.record.signature.SigningKey;
import hotline.testkit.Chance;
import org.jspecify.annotations.Nullable;

/** Statements for tests, from fixed seeds. */
final class Samples {
  static final LineId LINE = LineId.of(Chance.of(1).bytes(32));
  static final SigningKey KEY = SigningKey.fromSeed(Chance.of(2).bytes(32));
  static final SigningKey OTHER_KEY = SigningKey.fromSeed(Chance.of(3).bytes(32));
  static final SigningKey OFFICER_KEY = SigningKey.fromSeed(Chance.of(4).bytes(32));
  static final Incarnation INCARNATION = Incarnation.of(Chance.of(5).bytes(16));
  static final Chain ROUTINE = new Chain("north", "n1", INCARNATION, Lane.ROUTINE);
  static final Chain URGENT = new Chain("north", "n1", INCARNATION, Lane.URGENT);
  static final long TIME_US = 1_800_000_000_000_000L;

  private Samples() {}

  static Header begin() {
    return new Header(LINE, ROUTINE, 0, null, null, null, Mode.LIVE, Header.BEGIN, TIME_US);
  }

  static Header header(Chain chain, long sequence, @Nullable StatementId previous, int kind) {
    return new Header(LINE, chain, sequence, previous, null, null, Mode.LIVE, kind, TIME_US);
  }

  /** A header with everything in it. */
  static Header full() {
    return new Header(
        LINE,
        ROUTINE,
        7,
        StatementId.of(Chance.of(6).bytes(32)),
        new Basis(1_000_000, Hash.of(Chance.of(7).bytes(32))),
        Hash.of(Chance.of(8).bytes(32)),
        Mode.EXERCISE,
        46,
        TIME_US + 1);
  }

  static CborMap content() {
    return CborMap.builder().put(1, "Turn back.").put(2, 5).build();
  }

  static Statement statement() {
    return Statements.sign(KEY, full(), content());
  }

  static Officer.Act act() {
    return new Officer.Act(full().kind(), full().mode(), content());
  }

  static Statement withOfficer() {
    Officer officer = Officer.sign(OFFICER_KEY, LINE, Chance.of(9).bytes(16), TIME_US, act());
    return Statements.sign(KEY, full(), content(), officer);
  }
}
