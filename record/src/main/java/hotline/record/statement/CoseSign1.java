package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Fields;
import hotline.record.signature.Algorithm;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed envelope: COSE_Sign1 (RFC 9052 §4.2) in the one form that a line allows.
 *
 * <pre>
 * 18([protected: bstr, {}, payload: bstr | null, signature: bstr64])
 * protected = { 1: algorithm, 4: key id, label: header }
 * </pre>
 *
 * <p>Algorithm and key id are under the signature; nothing is outside it. The label tells what is
 * signed, so that no envelope can pass for one of another sort.
 */
public final class CoseSign1 {
  private static final int TAG_18 = 0xd2;
  private static final long ALGORITHM = 1;
  private static final long KEY_ID = 4;

  private final Algorithm algorithm;
  private final KeyId keyId;
  private final CborValue header;
  private final byte[] protectedBytes;
  private final byte @Nullable [] payload;
  private final byte[] signature;

  private CoseSign1(
      Algorithm algorithm,
      KeyId keyId,
      CborValue header,
      byte[] protectedBytes,
      byte @Nullable [] payload,
      byte[] signature) {
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.header = header;
    this.protectedBytes = protectedBytes;
    this.payload = payload;
    this.signature = signature;
  }

  /** Signs a payload that goes inside the envelope. */
  public static CoseSign1 sign(
      Signer signer, long label, CborValue header, byte[] externalAad, byte[] payload) {
    return sign(signer, label, header, externalAad, payload.clone(), true);
  }

  /** Signs a payload that the reader knows from elsewhere. */
  public static CoseSign1 signDetached(
      Signer signer, long label, CborValue header, byte[] externalAad, byte[] payload) {
    return sign(signer, label, header, externalAad, payload, false);
  }

  private static CoseSign1 sign(
      Signer signer,
      long label,
      CborValue header,
      byte[] externalAad,
      byte[] payload,
      boolean inside) {
    PublicKey key = signer.publicKey();
    byte[] protectedBytes =
        CborMap.builder()
            .put(ALGORITHM, key.algorithm().cose())
            .put(KEY_ID, key.id().bytes())
            .put(label, header)
            .build()
            .encode();
    byte[] signature = signer.sign(signedBytes(protectedBytes, externalAad, payload));
    return new CoseSign1(
        key.algorithm(), key.id(), header, protectedBytes, inside ? payload : null, signature);
  }

  /** Reads an envelope of one sort. Its signature is not checked here. */
  public static Decoded<CoseSign1> parse(byte[] bytes, long label, int bytesMax) {
    if (bytes.length > bytesMax) {
      return new Decoded.Fault<>(
          bytes.length + " bytes are more than the " + bytesMax + " allowed");
    }
    if (bytes.length == 0 || (bytes[0] & 0xff) != TAG_18) {
      return new Decoded.Fault<>("it does not begin with CBOR tag 18");
    }
    return CborReader.read(Arrays.copyOfRange(bytes, 1, bytes.length), bytesMax)
        .then(array -> Field.decode(array, Parts::read))
        .then(parts -> parts.open(label))
        .then(read ->
            Arrays.equals(read.bytes(), bytes)
                ? new Decoded.Value<>(read)
                : new Decoded.Fault<>("it is not in its one form"));
  }

  /** The four parts of the array, before the protected one is opened. */
  private record Parts(CborBytes protectedBytes, Optional<CborBytes> payload, CborBytes signature) {
    static Parts read(Field field) {
      return field.tuple(
          4,
          at -> {
            // No key is asked for, so any key is unknown: the unprotected header has to be empty.
            at.map(1, _ -> Optional.empty());
            return new Parts(
                CborValue.of(at.bytes(0, 0, Integer.MAX_VALUE)),
                at.nullable(2, inside -> CborValue.of(inside.bytes(0, Integer.MAX_VALUE))),
                CborValue.of(at.bytes(3, Algorithm.SIGNATURE_BYTES)));
          });
    }

    Decoded<CoseSign1> open(long label) {
      byte[] bytes = protectedBytes.bytes();
      return CborReader.read(bytes, bytes.length)
          .then(map -> Field.decode(map, field -> field.map(at -> open(at, label))));
    }

    private CoseSign1 open(Fields at, long label) {
      return new CoseSign1(
          algorithm(at.at(ALGORITHM)),
          KeyId.of(at.bytes(KEY_ID, KeyId.BYTES)).orElseThrow(),
          at.at(label).value(),
          protectedBytes.bytes(),
          payload.map(CborBytes::bytes).orElse(null),
          signature.bytes());
    }

    private static Algorithm algorithm(Field field) {
      return Algorithm.ofCose(field.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
          .orElseThrow(() -> new IllegalArgumentException("the algorithm is not known"));
    }
  }

  /** How it is signed. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** The name of the key that is said to have signed. */
  public KeyId keyId() {
    return keyId;
  }

  /** What stands under the label. */
  public CborValue header() {
    return header;
  }

  /** A fresh array of the payload, if it is inside. */
  public Optional<byte[]> payload() {
    return payload == null ? Optional.empty() : Optional.of(payload.clone());
  }

  /** A fresh array of the 64 bytes of the signature. */
  public byte[] signature() {
    return signature.clone();
  }

  /** What a signature stands over when the payload is inside: RFC 9052 §4.4. */
  public byte[] signedBytes(byte[] externalAad) {
    if (payload == null) {
      throw new IllegalStateException("the payload is not inside");
    }
    return signedBytes(protectedBytes, externalAad, payload);
  }

  /** Whether the key is the one named, and signed this with the payload inside. */
  public boolean signedBy(PublicKey key, byte[] externalAad) {
    return payload != null && holds(key, externalAad, payload);
  }

  /** Whether the key is the one named, and signed this over a payload known from elsewhere. */
  public boolean signedDetachedBy(PublicKey key, byte[] externalAad, byte[] detached) {
    return payload == null && holds(key, externalAad, detached);
  }

  private boolean holds(PublicKey key, byte[] externalAad, byte[] over) {
    return isNamed(key) && key.verifies(signedBytes(protectedBytes, externalAad, over), signature);
  }

  /** Whether the envelope names this key. */
  boolean isNamed(PublicKey key) {
    return key.algorithm() == algorithm && key.id().equals(keyId);
  }

  /** The signature itself, for a check without a copy; not to be changed. */
  byte[] sharedSignature() {
    return signature;
  }

  /** The envelope's bytes, in their one form. */
  public byte[] bytes() {
    CborArray.Builder array = CborArray.builder().add(protectedBytes).add(CborMap.empty());
    byte[] untagged =
        (payload == null ? array.add(CborNull.NULL) : array.add(payload))
            .add(signature)
            .build()
            .encode();
    byte[] tagged = new byte[1 + untagged.length];
    tagged[0] = (byte) TAG_18;
    System.arraycopy(untagged, 0, tagged, 1, untagged.length);
    return tagged;
  }

  private static byte[] signedBytes(byte[] protectedBytes, byte[] externalAad, byte[] payload) {
    return CborArray.builder()
        .add("Signature1")
        .add(protectedBytes)
        .add(externalAad)
        .add(payload)
        .build()
        .encode();
  }
}
