package hotline.line.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hotline.record.cbor.CborMap;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.signature.SigningKey;
import hotline.record.statement.LineId;
import hotline.testkit.Chance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signed documents: read as signed, and nothing else. */
class DocumentTest {
  private static final Chance CHANCE = Chance.of(1);
  private static final SigningKey ROOT = key(1);
  private static final SigningKey NODE = key(2);
  private static final LineId LINE = LineId.of(CHANCE.bytes(LineId.BYTES));
  private static final Document.Header HEADER =
      new Document.Header(
          LINE,
          "north",
          "node-1",
          "south",
          DocumentType.PROMISE,
          Nonce.of(CHANCE.bytes(Nonce.LENGTH)),
          Draws.NEW_YEAR_US);
  private static final Promise PROMISE =
      new Promise(1, 41, Merkle.plain(new byte[0]), Draws.NEW_YEAR_US);
  private static final PartyFile FILE =
      new PartyFile(
          "north",
          ROOT.publicKey(),
          List.of(new PartyFile.Node("node-1", NODE.publicKey())),
          key(3).publicKey(),
          key(4).publicKey(),
          key(5).publicKey(),
          List.of("duty", "watch"),
          List.of("http://127.0.0.1:8080", "https://[::1]:9/peer"),
          Optional.of(TlsAuthority.of(new byte[] {0x30, 1, 2})));

  @Test
  void aDocumentIsReadAsSigned() {
    Document signed = Document.sign(NODE, HEADER, PROMISE.content());
    Document read = Document.parse(signed.bytes()).orElseThrow();
    assertThat(read).isEqualTo(signed);
    assertThat(read.header()).isEqualTo(HEADER);
    assertThat(read.keyId()).isEqualTo(NODE.publicKey().id());
    assertThat(read.signedBy(NODE.publicKey())).isTrue();
    assertThat(read.signedBy(ROOT.publicKey())).isFalse();
    assertThat(read.digest()).isEqualTo(Merkle.plain(signed.bytes()));
    assertThat(Promise.decode(read.payload()).orElseThrow()).isEqualTo(PROMISE);
  }

  /** Every bit: a fault, or a document that the key did not sign. Every length: a fault. */
  @Test
  void noBitCanBeChangedAndNoByteLeftOut() {
    byte[] bytes = Document.sign(NODE, HEADER, PROMISE.content()).bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Document.parse(changed)
          .toOptional()
          .ifPresent(read -> assertThat(read.signedBy(NODE.publicKey())).isFalse());
    }
    for (int length = 0; length < bytes.length; length++) {
      assertThat(Document.parse(Arrays.copyOf(bytes, length)).fault()).isPresent();
    }
    assertThat(Document.parse(Arrays.copyOf(bytes, bytes.length + 1)).fault()).isPresent();
    assertThat(Document.parse(new byte[Document.BYTES_MAX + 1]).fault()).isPresent();
  }

  @Test
  void whatIsTooLargeIsNotSigned() {
    CborMap huge = CborMap.builder().put(1, new byte[Document.BYTES_MAX]).build();
    assertThatIllegalArgumentException().isThrownBy(() -> Document.sign(NODE, HEADER, huge));
  }

  @Test
  void aPartyFileHoldsBySignatureOfItsOwnRootKey() {
    Document signed = FILE.sign(ROOT, HEADER.nonce(), Draws.NEW_YEAR_US);
    assertThat(PartyFile.open(signed.bytes()).orElseThrow()).isEqualTo(FILE);
    byte[] bytes = signed.bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit += 31) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(PartyFile.open(changed).fault()).isPresent();
    }
  }

  @Test
  void aPartyFileOfAnotherSortSignerOrLineIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FILE.sign(NODE, HEADER.nonce(), Draws.NEW_YEAR_US));
    LineId none = LineId.of(new byte[LineId.BYTES]);
    assertThat(opened(NODE, none, "north", "root", DocumentType.PARTY_FILE)).isEmpty();
    assertThat(opened(ROOT, LINE, "north", "root", DocumentType.PARTY_FILE)).isEmpty();
    assertThat(opened(ROOT, none, "south", "root", DocumentType.PARTY_FILE)).isEmpty();
    assertThat(opened(ROOT, none, "north", "node-1", DocumentType.PARTY_FILE)).isEmpty();
    assertThat(opened(ROOT, none, "north", "root", DocumentType.PROMISE)).isEmpty();
    assertThat(opened(ROOT, none, "north", "root", DocumentType.PARTY_FILE)).contains(FILE);
  }

  @Test
  void aPartyFileWithWhatCannotStandIsRefused() {
    List<PartyFile.Node> nodes = FILE.nodes();
    assertThatIllegalArgumentException().isThrownBy(() -> file("North", nodes, "http://a"));
    assertThatIllegalArgumentException().isThrownBy(() -> file("north", List.of(), "http://a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file("north", List.of(nodes.getFirst(), nodes.getFirst()), "http://a"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> file("north", List.of(new PartyFile.Node("root", NODE.publicKey())), "http://a"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> file("north", List.of(new PartyFile.Node("one", ROOT.publicKey())), "http://a"));
    for (String url :
        List.of(
            "",
            "a",
            "ftp://a",
            "javascript:alert(1)",
            "http://u:p@a",
            "http://a/?q",
            "http://a b")) {
      assertThatIllegalArgumentException().isThrownBy(() -> file("north", nodes, url));
    }
  }

  @Test
  void aTlsAuthorityMayBeMissingButItsPlaceMayNot() {
    PartyFile without = file("north", FILE.nodes(), "http://a");
    assertThat(PartyFile.decode(without.content()).orElseThrow()).isEqualTo(without);
    var old = CborMap.builder();
    for (long key : FILE.content().keys()) {
      if (key != 9) {
        old.put(key, FILE.content().get(key).orElseThrow());
      }
    }
    assertThat(PartyFile.decode(old.build()).fault().orElseThrow()).contains("older version");
    byte[] tooLong = new byte[TlsAuthority.BYTES_MAX + 1];
    assertThatIllegalArgumentException().isThrownBy(() -> TlsAuthority.of(tooLong));
    assertThatIllegalArgumentException().isThrownBy(() -> TlsAuthority.of(new byte[0]));
  }

  private static Optional<PartyFile> opened(
      SigningKey signer, LineId line, String from, String node, DocumentType type) {
    Document.Header header =
        new Document.Header(line, from, node, from, type, HEADER.nonce(), Draws.NEW_YEAR_US);
    Decoded<PartyFile> opened =
        PartyFile.open(Document.sign(signer, header, FILE.content()).bytes());
    return opened.toOptional();
  }

  private static PartyFile file(String party, List<PartyFile.Node> nodes, String url) {
    return new PartyFile(
        party,
        FILE.root(),
        nodes,
        FILE.log(),
        FILE.outcome(),
        FILE.cosigner(),
        FILE.posts(),
        List.of(url));
  }

  private static SigningKey key(int number) {
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    seed[0] = (byte) number;
    return SigningKey.fromSeed(seed);
  }
}
