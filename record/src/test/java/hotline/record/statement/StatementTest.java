package hotline.record.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborValue;
import hotline.record.merkle.Hash;
import hotline.record.merkle.Merkle;
import hotline.record.signature.PublicKey;
import hotline.testkit.Chance;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StatementTest {
  /** The order of the base point, RFC 8032 §5.1. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final List<PublicKey> KEYS =
      List.of(
          Samples.KEY.publicKey(), Samples.OTHER_KEY.publicKey(), Samples.OFFICER_KEY.publicKey());

  @Test
  void whatIsSignedIsReadBack() {
    for (Statement signed : List.of(Samples.statement(), Samples.withOfficer())) {
      Statement read = parse(signed.bytes());
      assertThat(read).isEqualTo(signed).hasSameHashCodeAs(signed);
      assertThat(read.id()).isEqualTo(signed.id());
      assertThat(read.header()).isEqualTo(Samples.full());
      assertThat(read.content()).isEqualTo(Samples.content());
      assertThat(read.signedBy(Samples.KEY.publicKey())).isTrue();
      assertThat(read.signedBy(Samples.OTHER_KEY.publicKey())).isFalse();
    }
  }

  /** The bytes put together by hand from docs/format.md, in another way than the program's. */
  @Test
  void theBytesAreThoseOfTheFormat() {
    Statement statement = Statements.sign(Samples.KEY, Samples.begin(), CborMap.empty());
    byte[] header =
        join(
            hex("8d01"),
            hex("5820"),
            Samples.LINE.bytes(),
            hex("65"),
            "north".getBytes(StandardCharsets.US_ASCII),
            hex("62"),
            "n1".getBytes(StandardCharsets.US_ASCII),
            hex("50"),
            Samples.INCARNATION.bytes(),
            hex("0100f6f6f60001"),
            hex("1b"),
            ByteBuffer.allocate(8).putLong(Samples.TIME_US).array());
    byte[] protectedBytes =
        join(
            hex("a3012704"),
            hex("48"),
            Samples.KEY.publicKey().id().bytes(),
            hex("3a00011170"),
            header);
    byte[] payload = hex("82a0f6");
    byte[] signed =
        join(
            hex("846a"),
            "Signature1".getBytes(StandardCharsets.US_ASCII),
            hex("58"),
            new byte[] {(byte) protectedBytes.length},
            protectedBytes,
            hex("5829"),
            "hotline/1".getBytes(StandardCharsets.US_ASCII),
            Samples.LINE.bytes(),
            hex("43"),
            payload);
    byte[] bytes =
        join(
            hex("d28458"),
            new byte[] {(byte) protectedBytes.length},
            protectedBytes,
            hex("a043"),
            payload,
            hex("5840"),
            Samples.KEY.sign(signed));
    assertThat(statement.bytes()).isEqualTo(bytes);
    assertThat(statement.id().hash()).isEqualTo(Merkle.plain(signed));
  }

  /** Any single bit of a small statement: it is not read any more, or nobody signed it. */
  @Test
  void everyBitCounts() {
    for (Statement statement : List.of(Samples.statement(), Samples.withOfficer())) {
      byte[] bytes = statement.bytes();
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        if (Statements.parse(changed) instanceof Statement read) {
          assertThat(read.bytes()).isEqualTo(changed);
          assertThat(KEYS).as("bit %d", bit).noneMatch(read::signedBy);
        }
      }
    }
  }

  /** S + L solves the same equation: the id is the same, so only one of the two may hold. */
  @Test
  void theTwinOfASignatureDoesNotHold() {
    Statement statement = Samples.statement();
    byte[] bytes = statement.bytes();
    byte[] s = Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
    byte[] sum = reversed(new BigInteger(1, reversed(s)).add(ORDER).toByteArray());
    System.arraycopy(sum, 0, bytes, bytes.length - 32, 32);
    Statement twin = parse(bytes);
    assertThat(twin.id()).isEqualTo(statement.id());
    assertThat(twin).isNotEqualTo(statement);
    assertThat(twin.signedBy(Samples.KEY.publicKey())).isFalse();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Test
  void everyCutAndEveryByteMoreIsRefused() {
    byte[] bytes = Samples.withOfficer().bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Statements.parse(Arrays.copyOf(bytes, length))).isInstanceOf(Malformed.class);
    }
    assertThat(Statements.parse(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void anOfficersSignatureHoldsForItsActLineAndKeyOnly() {
    Officer officer = parse(Samples.withOfficer().bytes()).officer().orElseThrow();
    Officer.Act act = Samples.act();
    assertThat(officer.signedBy(Samples.OFFICER_KEY.publicKey(), act)).isTrue();
    assertThat(officer.signedBy(Samples.KEY.publicKey(), act)).isFalse();
    for (Officer.Act other :
        List.of(
            new Officer.Act(act.kind(), act.mode(), CborMap.empty()),
            new Officer.Act(act.kind() + 1, act.mode(), act.content()),
            new Officer.Act(act.kind(), Mode.LIVE, act.content()),
            new Officer.Act(act.kind(), Mode.TEST, act.content()))) {
      assertThat(officer.signedBy(Samples.OFFICER_KEY.publicKey(), other)).isFalse();
    }
    assertThat(officer.timeUs()).isEqualTo(Samples.TIME_US);
    assertThat(officer.nonce()).isEqualTo(Chance.of(9).bytes(16));
    assertThat(officer.line()).isEqualTo(Samples.LINE);
    Officer elsewhere =
        Officer.sign(
            Samples.OFFICER_KEY,
            LineId.of(new byte[32]),
            new byte[16],
            Samples.TIME_US,
            Samples.act());
    assertThatThrownBy(
            () -> Statements.sign(Samples.KEY, Samples.full(), Samples.content(), elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** An officer's or a document's envelope is no statement, whoever signed it. */
  @Test
  void anEnvelopeOfAnotherSortIsNoStatement() {
    Statement statement = Samples.withOfficer();
    assertThat(Statements.parse(statement.officer().orElseThrow().bytes()))
        .isInstanceOf(Malformed.class);
    CoseSign1 document =
        CoseSign1.sign(
            Samples.KEY,
            -70003,
            statement.header().toCbor(),
            Statement.aad(Samples.LINE),
            CborArray.of(Samples.content(), CborNull.NULL).encode());
    assertThat(Statements.parse(document.bytes())).isInstanceOf(Malformed.class);
    assertThat(CoseSign1.parse(document.bytes(), -70003, 1000).toOptional()).isPresent();
    assertThat(CoseSign1.parse(document.bytes(), -70003, 10).fault()).isPresent();
  }

  @Test
  void aNewerFormatAndTooManyBytesHaveTheirOwnCodes() {
    assertThat(Statements.parse(new byte[Statement.BYTES_MAX + 1]))
        .isInstanceOfSatisfying(
            Malformed.class, said -> assertThat(said.code()).isEqualTo(Malformed.TOO_LARGE));
    CoseSign1 newer =
        CoseSign1.sign(
            Samples.KEY,
            -70001,
            CborArray.of(CborValue.of(2)),
            Statement.aad(Samples.LINE),
            new byte[0]);
    assertThat(Statements.parse(newer.bytes()))
        .isInstanceOfSatisfying(
            Malformed.class, said -> assertThat(said.code()).isEqualTo(Malformed.FORMAT_UNKNOWN));
    assertThat(Statements.parse(hex("00")))
        .isEqualTo(
            new Malformed(Malformed.MALFORMED, "envelope: it does not begin with CBOR tag 18"));
  }

  @Test
  void theLargestStatementIsReadAndALargerOneCannotBeMade() {
    int over = sized(Statement.BYTES_MAX / 2).size() - Statement.BYTES_MAX / 2;
    int most = Statement.BYTES_MAX - over;
    Statement largest = sized(most);
    assertThat(largest.size()).isEqualTo(Statement.BYTES_MAX);
    assertThatThrownBy(() -> sized(most + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("larger than");
    assertThat(parse(largest.bytes())).isEqualTo(largest);
  }

  @Test
  void headersThatCannotBeAreRefused() {
    Header full = Samples.full();
    List<Supplier<Header>> wrong =
        List.of(
            () -> with(full, -1, 46, 1),
            () -> with(full, Header.SEQUENCE_MAX + 1, 46, 1),
            () -> with(full, 1, -1, 1),
            () -> with(full, 1, 46, -1),
            () -> with(full, 1, 46, Header.TIME_US_MAX + 1),
            () ->
                new Header(
                    Samples.LINE,
                    Samples.URGENT,
                    0,
                    null,
                    new Basis(0, Hash.of(new byte[32])),
                    null,
                    Mode.LIVE,
                    40,
                    0));
    for (Supplier<Header> header : wrong) {
      assertThatThrownBy(header::get).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Chain("North", "n", Samples.INCARNATION, Lane.ROUTINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Basis(-1, Hash.of(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Incarnation.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LineId.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
  }

  private static Statement sized(int bytes) {
    return Statements.sign(
        Samples.KEY, Samples.full(), CborMap.builder().put(1, new byte[bytes]).build());
  }

  private static Header with(Header full, long sequence, int kind, long timeUs) {
    return new Header(
        full.line(), full.chain(), sequence, null, null, null, full.mode(), kind, timeUs);
  }

  private static Statement parse(byte[] bytes) {
    return switch (Statements.parse(bytes)) {
      case Statement statement -> statement;
      case Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
