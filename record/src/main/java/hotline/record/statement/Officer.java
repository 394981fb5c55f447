package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.Algorithm;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;

/**
 * A person's own signature inside a node's statement: over what is said (kind, mode and content),
 * the line, a nonce and a time. It says who decided; the statement around it says which node sent
 * it. Kind and mode are in it because contents are alike: a STOP and a DISTRESS with nothing filled
 * in are the same bytes, and so is a STOP of an exercise.
 */
public final class Officer {
  /** Bytes of the nonce. */
  public static final int NONCE_BYTES = 16;

  private static final long LABEL = -70002;
  private static final String CONTEXT = "hotline/1/officer";

  private final CoseSign1 envelope;
  private final LineId line;
  private final CborBytes nonce;
  private final long timeUs;

  private Officer(CoseSign1 envelope, LineId line, CborBytes nonce, long timeUs) {
    this.envelope = envelope;
    this.line = line;
    this.nonce = nonce;
    this.timeUs = timeUs;
  }

  /**
   * What an officer signs.
   *
   * @param kind the number of its kind, as in the header of the statement
   * @param mode whether it is meant, likewise
   */
  public record Act(int kind, Mode mode, CborMap content) {
    private byte[] digest() {
      Hash digest =
          Merkle.plain(
              CborArray.builder().add(kind).add(mode.code()).add(content).build().encode());
      return digest.bytes();
    }
  }

  /**
   * Signs as an officer.
   *
   * @param nonce 16 bytes by chance, so that the same words twice are two acts
   * @param timeUs µs since 1970 UTC
   */
  public static Officer sign(Signer signer, LineId line, byte[] nonce, long timeUs, Act act) {
    if (nonce.length != NONCE_BYTES || timeUs < 0 || timeUs > Header.TIME_US_MAX) {
      throw new IllegalArgumentException("a nonce has 16 bytes, a time is from 1970 to 9999");
    }
    CborArray header = CborArray.builder().add(line.bytes()).add(nonce).add(timeUs).build();
    return new Officer(
        CoseSign1.signDetached(signer, LABEL, header, aad(line), act.digest()),
        line,
        CborValue.of(nonce),
        timeUs);
  }

  /** Reads an officer's signature. It is not checked here. */
  public static Decoded<Officer> parse(byte[] bytes) {
    return CoseSign1.parse(bytes, LABEL, Statement.BYTES_MAX)
        .then(envelope -> Field.decode(envelope.header(), header -> read(envelope, header)));
  }

  private static Officer read(CoseSign1 envelope, Field header) {
    header.require(envelope.payload().isEmpty(), "no payload: the content is the statement's");
    return header.tuple(
        3,
        at ->
            new Officer(
                envelope,
                LineId.of(at.bytes(0, LineId.BYTES)),
                CborValue.of(at.bytes(1, NONCE_BYTES)),
                at.integer(2, 0, Header.TIME_US_MAX)));
  }

  /** The line it was signed for. */
  public LineId line() {
    return line;
  }

  /** A fresh array of the 16 bytes of the nonce. */
  public byte[] nonce() {
    return nonce.bytes();
  }

  /** When, by the officer's device: µs since 1970 UTC. */
  public long timeUs() {
    return timeUs;
  }

  /** How it is signed. */
  public Algorithm algorithm() {
    return envelope.algorithm();
  }

  /** The name of the key that is said to have signed. */
  public KeyId keyId() {
    return envelope.keyId();
  }

  /** Its bytes, in their one form. */
  public byte[] bytes() {
    return envelope.bytes();
  }

  /** Whether this key signed this for this line. */
  public boolean signedBy(PublicKey key, Act act) {
    return envelope.signedDetachedBy(key, aad(line), act.digest());
  }

  private static byte[] aad(LineId line) {
    return Statement.aad(CONTEXT, line);
  }
}
