package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborInt;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.cbor.Field;
import hotline.record.signature.Signer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How statements are made, and read from bytes that anyone may have sent. */
public final class Statements {
  private static final long LABEL = -70001;

  private Statements() {}

  /** Signs a statement of a node alone. */
  public static Statement sign(Signer signer, Header header, CborMap content) {
    return signed(signer, header, content, null);
  }

  /** Signs a statement around an officer's signature over the same content, if there is one. */
  public static Statement sign(
      Signer signer, Header header, CborMap content, @Nullable Officer officer) {
    if (officer != null && !officer.line().equals(header.line())) {
      throw new IllegalArgumentException("the officer signed for another line");
    }
    return signed(signer, header, content, officer);
  }

  private static Statement signed(
      Signer signer, Header header, CborMap content, @Nullable Officer officer) {
    byte[] payload =
        CborArray.builder()
            .add(content)
            .addOrNull(Optional.ofNullable(officer), inner -> CborValue.of(inner.bytes()))
            .build()
            .encode();
    CoseSign1 envelope =
        CoseSign1.sign(signer, LABEL, header.toCbor(), Statement.aad(header.line()), payload);
    byte[] bytes = envelope.bytes();
    if (bytes.length > Statement.BYTES_MAX) {
      throw new IllegalArgumentException(
          "a statement of " + bytes.length + " bytes is larger than " + Statement.BYTES_MAX);
    }
    return new Statement(header, content, officer, envelope, bytes);
  }

  /** Reads hostile bytes. The signature is not checked here. */
  public static Parsed parse(byte[] bytes) {
    if (bytes.length > Statement.BYTES_MAX) {
      return new Malformed(
          Malformed.TOO_LARGE,
          "a statement has at most " + Statement.BYTES_MAX + " bytes, not " + bytes.length);
    }
    return switch (CoseSign1.parse(bytes, LABEL, Statement.BYTES_MAX)) {
      case Decoded.Value<CoseSign1>(CoseSign1 envelope) when isOfOtherFormat(envelope.header()) ->
          new Malformed(
              Malformed.FORMAT_UNKNOWN,
              "the statement is of a format version that this program does not read");
      case Decoded.Value<CoseSign1>(CoseSign1 envelope) -> open(envelope, bytes);
      case Decoded.Fault<CoseSign1>(String sentence) -> malformed("envelope", sentence);
    };
  }

  private static boolean isOfOtherFormat(CborValue header) {
    return header instanceof CborArray fields
        && fields.size() > 0
        && fields.items().getFirst() instanceof CborInt(long version)
        && version != Header.FORMAT_VERSION;
  }

  private static Parsed open(CoseSign1 envelope, byte[] bytes) {
    Optional<byte[]> inside = envelope.payload();
    if (inside.isEmpty()) {
      return malformed("envelope", "the payload is not inside");
    }
    Decoded<Header> header = Field.decode(envelope.header(), Header::read);
    Decoded<Payload> payload =
        CborReader.read(inside.get(), Statement.BYTES_MAX)
            .then(value -> Field.decode(value, Payload::read));
    return switch (header) {
      case Decoded.Fault<Header>(String sentence) -> malformed("header", sentence);
      case Decoded.Value<Header>(Header read) ->
          switch (payload) {
            case Decoded.Fault<Payload>(String sentence) -> malformed("payload", sentence);
            case Decoded.Value<Payload>(Payload parts) -> join(read, parts, envelope, bytes);
          };
    };
  }

  private static Parsed join(Header header, Payload payload, CoseSign1 envelope, byte[] bytes) {
    Officer officer = null;
    if (payload.officer().isPresent()) {
      switch (Officer.parse(payload.officer().get().bytes())) {
        case Decoded.Fault<Officer>(String sentence) -> {
          return malformed("officer", sentence);
        }
        case Decoded.Value<Officer>(Officer read) -> officer = read;
      }
      if (!officer.line().equals(header.line())) {
        return malformed("officer", "the officer signed for another line");
      }
    }
    return new Statement(header, payload.content(), officer, envelope, bytes.clone());
  }

  private static Malformed malformed(String part, String sentence) {
    return new Malformed(Malformed.MALFORMED, part + ": " + sentence);
  }

  /** The two parts of the payload. */
  private record Payload(CborMap content, Optional<CborBytes> officer) {
    static Payload read(Field field) {
      return field.tuple(
          2,
          at ->
              new Payload(
                  content(at.at(0)),
                  at.nullable(1, inner -> CborValue.of(inner.bytes(0, Statement.BYTES_MAX)))));
    }

    private static CborMap content(Field field) {
      if (field.value() instanceof CborMap map) {
        return map;
      }
      throw new IllegalArgumentException("the content is not a map");
    }
  }
}
