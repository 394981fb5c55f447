package hotline.line.disclosure;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.cbor.Names;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.KeyId;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.CoseSign1;
import hotline.record.statement.LineId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A signed document from one node to one party that is not a statement; docs/format.md §8.
 *
 * <p>What is read from bytes is only well formed. Before its payload is used, its line, its sender,
 * its addressee and its type must be the expected ones, and {@link #signedBy} a key of the sender.
 */
public final class Document {
  /**
   * The largest document, 1 MiB; a detail answer that would be larger leaves something for later.
   */
  public static final int BYTES_MAX = 1 << 20;

  private static final long LABEL = -70003;
  private static final long FORMAT_VERSION = 1;
  private static final byte[] CONTEXT = "hotline/1/document".getBytes(StandardCharsets.US_ASCII);

  private final Header header;
  private final CborMap payload;
  private final CoseSign1 envelope;
  private final byte[] bytes;

  private Document(Header header, CborMap payload, CoseSign1 envelope) {
    this.header = header;
    this.payload = payload;
    this.envelope = envelope;
    this.bytes = envelope.bytes();
  }

  /**
   * Who says what sort of thing to whom.
   *
   * @param line all zero for a party file, which is older than any line
   * @param node which of the sender's nodes; {@code root} if signed by its root key
   * @param timeUs the sender's clock, µs since 1970 UTC
   */
  public record Header(
      LineId line,
      String from,
      String node,
      String to,
      DocumentType type,
      Nonce nonce,
      long timeUs) {
    /** The last instant of the year 9999. */
    public static final long TIME_US_MAX = 253_402_300_799_999_999L;

    /** Refuses names that are none and times out of range. */
    public Header {
      if (!Names.isName(from) || !Names.isName(node) || !Names.isName(to)) {
        throw new IllegalArgumentException("sender, node and addressee are names");
      }
      if (timeUs < 0 || timeUs > TIME_US_MAX) {
        throw new IllegalArgumentException("a time is in the years 1970 to 9999");
      }
    }

    private CborValue toCbor() {
      return CborArray.builder()
          .add(FORMAT_VERSION)
          .add(line.bytes())
          .add(from)
          .add(node)
          .add(to)
          .add(type.code())
          .add(nonce.bytes())
          .add(timeUs)
          .build();
    }

    private static Header read(Field field) {
      return field.tuple(
          8,
          at -> {
            at.integer(0, FORMAT_VERSION, FORMAT_VERSION);
            return new Header(
                LineId.of(at.bytes(1, LineId.BYTES)),
                at.name(2),
                at.name(3),
                at.name(4),
                DocumentType.ofCode(at.integer(5, 0, Long.MAX_VALUE))
                    .orElseThrow(
                        () -> new IllegalArgumentException("the type of document is not known")),
                Nonce.of(at.bytes(6, Nonce.LENGTH)),
                at.integer(7, 0, TIME_US_MAX));
          });
    }
  }

  /**
   * Signs a document.
   *
   * @throws IllegalArgumentException if it would be larger than {@link #BYTES_MAX}
   */
  public static Document sign(Signer signer, Header header, CborMap payload) {
    Document document =
        new Document(
            header,
            payload,
            CoseSign1.sign(signer, LABEL, header.toCbor(), aad(header.line()), payload.encode()));
    if (document.bytes.length > BYTES_MAX) {
      throw new IllegalArgumentException(
          "a document of " + document.bytes.length + " bytes is larger than " + BYTES_MAX);
    }
    return document;
  }

  /** Reads hostile bytes. The signature is not checked here. */
  public static Decoded<Document> parse(byte[] bytes) {
    return CoseSign1.parse(bytes, LABEL, BYTES_MAX).then(Document::open);
  }

  private static Decoded<Document> open(CoseSign1 envelope) {
    byte[] inside = envelope.payload().orElse(null);
    if (inside == null) {
      return new Decoded.Fault<>("the payload is not inside");
    }
    return Field.decode(envelope.header(), Header::read)
        .then(header ->
            CborReader.read(inside, BYTES_MAX)
                .then(value ->
                    value instanceof CborMap payload
                        ? new Decoded.Value<>(new Document(header, payload, envelope))
                        : new Decoded.Fault<>("the payload is not a map")));
  }

  /** Who says what sort of thing to whom. */
  public Header header() {
    return header;
  }

  /** What it says; decode it by its type. */
  public CborMap payload() {
    return payload;
  }

  /** The name of the key that is said to have signed. */
  public KeyId keyId() {
    return envelope.keyId();
  }

  /** Whether this key is the one named, and signed exactly this. */
  public boolean signedBy(PublicKey key) {
    return envelope.signedBy(key, aad(header.line()));
  }

  /** A fresh array of its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of its bytes: how an answer names its request. */
  public Hash digest() {
    return Merkle.plain(bytes);
  }

  private static byte[] aad(LineId line) {
    byte[] aad = Arrays.copyOf(CONTEXT, CONTEXT.length + LineId.BYTES);
    line.hash().copyTo(aad, CONTEXT.length);
    return aad;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return header.toString();
  }
}
