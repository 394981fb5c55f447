package hotline.record.statement;

import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.merkle.Merkle;
import hotline.record.signature.Algorithm;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a party said, in bytes that never change; the leaf of the log is exactly these.
 *
 * <p>A statement that was parsed is in its one form. It is not thereby signed by anyone: ask {@link
 * #signedBy} with a key of the terms in force.
 */
public final class Statement implements Parsed {
  /** The largest statement; larger things go by hash. */
  public static final int BYTES_MAX = 16_384;

  private static final String CONTEXT = "hotline/1";

  private final Header header;
  private final CborMap content;
  private final @Nullable Officer officer;
  private final CoseSign1 envelope;
  private final byte[] bytes;
  private final byte[] signedBytes;
  private final StatementId id;

  Statement(
      Header header, CborMap content, @Nullable Officer officer, CoseSign1 envelope, byte[] bytes) {
    this.header = header;
    this.content = content;
    this.officer = officer;
    this.envelope = envelope;
    this.bytes = bytes;
    this.signedBytes = envelope.signedBytes(aad(header.line()));
    this.id = new StatementId(Merkle.plain(signedBytes));
  }

  /** What it says of itself. */
  public Header header() {
    return header;
  }

  /** What it says; what the keys mean is its kind's. */
  public CborMap content() {
    return content;
  }

  /** What an officer signs of it. */
  public Officer.Act act() {
    return new Officer.Act(header.kind(), header.mode(), content);
  }

  /** The officer's own signature, if one is inside. */
  public Optional<Officer> officer() {
    return Optional.ofNullable(officer);
  }

  /** Its name. */
  public StatementId id() {
    return id;
  }

  /** A fresh array of its bytes: the leaf of the log. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether these are its bytes. */
  public boolean consistsOf(byte[] others) {
    return Arrays.equals(bytes, others);
  }

  /** How many bytes it has. */
  public int size() {
    return bytes.length;
  }

  /** A fresh array of the 64 bytes of its signature. */
  public byte[] signature() {
    return envelope.signature();
  }

  /** How it is signed. */
  public Algorithm algorithm() {
    return envelope.algorithm();
  }

  /** The name of the key that is said to have signed; find it among the terms' keys. */
  public KeyId keyId() {
    return envelope.keyId();
  }

  /** Whether this key is the one named, and signed exactly this. */
  public boolean signedBy(PublicKey key) {
    return envelope.isNamed(key) && key.verifies(signedBytes, envelope.sharedSignature());
  }

  /** What it says of its place in its chain. */
  public Claim claim() {
    Optional<StatementId> withdraws = content.get(Claim.WITHDRAWN_KEY).flatMap(Statement::asId);
    return new Claim(id, header, header.kind() == Header.WITHDRAW ? withdraws.orElse(null) : null);
  }

  private static Optional<StatementId> asId(CborValue value) {
    return value instanceof CborBytes named && named.length() == StatementId.BYTES
        ? Optional.of(StatementId.of(named.bytes()))
        : Optional.empty();
  }

  /** What the node's signature stands over besides the envelope. */
  static byte[] aad(LineId line) {
    return aad(CONTEXT, line);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Statement that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Who, which number, and the id. */
  @Override
  public String toString() {
    Chain chain = header.chain();
    return "%s/%s %s %d %s"
        .formatted(chain.party(), chain.node(), chain.lane(), header.sequence(), id);
  }

  /** What a signature stands over besides the envelope: a context, so that none can be reused. */
  static byte[] aad(String context, LineId line) {
    byte[] prefix = context.getBytes(StandardCharsets.US_ASCII);
    byte[] aad = Arrays.copyOf(prefix, prefix.length + LineId.BYTES);
    line.hash().copyTo(aad, prefix.length);
    return aad;
  }
}
