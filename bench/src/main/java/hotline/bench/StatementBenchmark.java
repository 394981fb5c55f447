package hotline.bench;

import hotline.record.cbor.CborMap;
import hotline.record.merkle.Hash;
import hotline.record.signature.SigningKey;
import hotline.record.statement.Basis;
import hotline.record.statement.Chain;
import hotline.record.statement.Header;
import hotline.record.statement.Incarnation;
import hotline.record.statement.Lane;
import hotline.record.statement.LineId;
import hotline.record.statement.Mode;
import hotline.record.statement.Parsed;
import hotline.record.statement.Statement;
import hotline.record.statement.StatementId;
import hotline.record.statement.Statements;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a statement of about 600 bytes costs: to sign, to read, to check. */
@State(Scope.Thread)
public class StatementBenchmark {
  private final SigningKey key = SigningKey.fromSeed(new byte[32]);
  private final Header header = header();
  private final CborMap content = CborMap.builder().put(1, new byte[320]).build();
  private final Statement signed = Statements.sign(key, header, content);
  private final byte[] bytes = signed.bytes();

  /** Signs it. */
  @Benchmark
  public Statement sign() {
    return Statements.sign(key, header, content);
  }

  /** Reads its bytes, strictly. */
  @Benchmark
  public Parsed parse() {
    return Statements.parse(bytes);
  }

  /** Checks its signature with the engine in use. */
  @Benchmark
  public boolean verify() {
    return signed.signedBy(key.publicKey());
  }

  private static Header header() {
    byte[] digest = new byte[Hash.LENGTH];
    return new Header(
        LineId.of(digest),
        new Chain("north", "n1", Incarnation.of(new byte[Incarnation.BYTES]), Lane.ROUTINE),
        1,
        StatementId.of(digest),
        new Basis(1, Hash.of(digest)),
        Hash.of(digest),
        Mode.LIVE,
        30,
        1_800_000_000_000_000L);
  }
}
