package hotline.simulator.hostile;

import hotline.line.Kind;
import hotline.line.body.MessageBody;
import hotline.record.cbor.CborMap;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.NoteSigner;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import hotline.record.witness.AddCheckpointRequest;
import java.util.List;
import java.util.Optional;

/** What a party can sign with its own keys, and no honest node ever does. */
public final class Forgeries {
  private Forgeries() {}

  /** A statement once more with its number, saying something else. */
  public static byte[] rewritten(SigningKey node, Statement old, CborMap content) {
    return Statements.sign(node, old.header(), content).bytes();
  }

  /** A STOP in the urgent lane, in the name of a party's node, whoever signs it. */
  static Statement stop(
      LineId line,
      String party,
      Incarnation incarnation,
      long sequence,
      long timeUs,
      Signer signer) {
    Chain chain = new Chain(party, "a", incarnation, Lane.URGENT);
    return Statements.sign(
        signer,
        new Header(line, chain, sequence, null, null, null, Mode.LIVE, Kind.STOP.code(), timeUs),
        new MessageBody.Message(
                Kind.STOP,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())
            .content());
  }

  /** The call that asks to cosign another history of so many entries of the log. */
  public static byte[] anotherHistory(SigningKey log, String origin, long size) {
    Checkpoint other = new Checkpoint(origin, size, Merkle.plain(new byte[] {1}));
    return new AddCheckpointRequest(size, List.of(), NoteSigner.log(origin, log).sign(other))
        .bytes();
  }
}
