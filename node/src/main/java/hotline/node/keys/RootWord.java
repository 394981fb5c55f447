package hotline.node.keys;

import hotline.line.body.KeyBody;
import hotline.line.terms.PartyTerms;
import hotline.node.Times;
import hotline.record.signature.Signer;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Statement;
import hotline.record.statement.Statements;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * Signs what a party says of its keys, with its root key, wherever that is: the line's id is all
 * that has to be known there. Each is a chain of its own, so that no two can be of one number
 * whatever was signed before.
 */
public final class RootWord {
  private RootWord() {}

  /** A party's word about a key, to be handed in at a node. */
  public static Statement sign(
      Signer root,
      LineId line,
      String party,
      Mode mode,
      KeyBody body,
      SecureRandom random,
      Instant now) {
    byte[] name = new byte[Incarnation.BYTES];
    random.nextBytes(name);
    Chain chain = new Chain(party, PartyTerms.ROOT_NODE, Incarnation.of(name), Lane.URGENT);
    Header header =
        new Header(line, chain, 0, null, null, null, mode, body.kind().code(), Times.micros(now));
    return Statements.sign(root, header, body.content());
  }
}
