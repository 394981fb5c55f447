package hotline.record.statement;

import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBool;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborValue;
import hotline.record.merkle.Hash;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.signature.SigningKey;
import hotline.testkit.Chance;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes {@code docs/vectors/statement-vectors.json}: statements, and what is none, from fixed
 * seeds, with the verdict that every implementation must give.
 */
final class StatementVectors {
  private static final HexFormat HEX = HexFormat.of();
  private static final Signer ES256 = new Es256Key(Chance.of(10).bytes(32));
  private static final byte[] AAD = Statement.aad(Samples.LINE);
  private static final long LABEL = -70001;

  /** Payloads that are not in CBOR's one form. */
  private static final SortedMap<String, String> PAYLOADS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("a break and no length", "82bf0100fff6"),
              Map.entry("a byte after the payload", "82a0f600"),
              Map.entry("a float", "82a101f90000f6"),
              Map.entry("a key that is a text", "82a1616100f6"),
              Map.entry("a key twice", "82a201000100f6"),
              Map.entry("a number beyond 64 bits", "82a1011b8000000000000000f6"),
              Map.entry("a number in a longer form", "82a1011817f6"),
              Map.entry("a tag", "82a101c000f6"),
              Map.entry("half a surrogate pair", "82a10163eda080f6"),
              Map.entry("keys out of order", "82a202000100f6"),
              Map.entry("nine arrays or maps inside one another", "82a10181818181818180f6"),
              Map.entry("something undefined", "82a101f7f6")));

  private final ObjectNode root = JsonMapper.shared().createObjectNode();

  private StatementVectors() {}

  /** The file, as it has to be. */
  static String text() {
    StatementVectors vectors = new StatementVectors();
    vectors.root.put(
        "about",
        "Statements of a line, version 1, as docs/format.md sets down in section 3. Bytes are in"
            + " hexadecimal. statements: read, and signed by the key named. unsigned: read, not"
            + " signed by the key named. refused: no statements, with the code. chains: the verdict"
            + " on each step, given those admitted before it.");
    vectors.root.put("line", HEX.formatHex(Samples.LINE.bytes()));
    vectors.keys();
    vectors.statements();
    vectors.unsigned();
    vectors.refused();
    ChainVectors.write(vectors.root.putArray("chains"));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(vectors.root)
        + "\n";
  }

  private void keys() {
    ObjectNode keys = root.putObject("keys");
    key(keys.putObject("node"), Samples.KEY);
    key(keys.putObject("other"), Samples.OTHER_KEY);
    key(keys.putObject("officer"), Samples.OFFICER_KEY);
    key(keys.putObject("module"), ES256);
  }

  private static void key(ObjectNode node, Signer signer) {
    if (signer instanceof SigningKey inMemory) {
      node.put("seed", HEX.formatHex(inMemory.seed()));
    }
    PublicKey key = signer.publicKey();
    node.put("public_key", HEX.formatHex(key.encoded())).put("key_id", key.id().toString());
  }

  private void statements() {
    ArrayNode list = root.putArray("statements");
    statement(
        list,
        "the first of a chain",
        "node",
        Statements.sign(Samples.KEY, Samples.begin(), CborMap.empty()));
    statement(list, "everything in the header", "node", Samples.statement());
    statement(list, "an officer's signature inside", "node", Samples.withOfficer());
    statement(
        list,
        "urgent, as short as can be",
        "node",
        Statements.sign(Samples.KEY, Samples.header(Samples.URGENT, 3, null, 40), CborMap.empty()));
    statement(
        list,
        "signed by a hardware module (ES256, RFC 6979, low S)",
        "module",
        Statements.sign(ES256, Samples.full(), Samples.content()));
    statement(
        list,
        "values of every kind",
        "node",
        Statements.sign(Samples.KEY, Samples.full(), everyKind()));
    statement(
        list,
        "the largest",
        "node",
        Statements.sign(Samples.KEY, Samples.full(), ofSize(Statement.BYTES_MAX)));
  }

  private static CborMap everyKind() {
    return CborMap.builder()
        .put(0, Long.MAX_VALUE)
        .put(24, Long.MIN_VALUE)
        .put(-1, "Поверните назад ✈ \u202e\n")
        .put(-25, new byte[0])
        .put(256, CborArray.of(CborBool.TRUE, CborBool.FALSE, CborNull.NULL))
        .put(Long.MIN_VALUE, CborMap.builder().put(Long.MAX_VALUE, CborArray.of()).build())
        .build();
  }

  /** Content that fills a statement up to so many bytes. */
  private static CborMap ofSize(int bytes) {
    CborMap half = CborMap.builder().put(1, new byte[bytes / 2]).build();
    int around = Statements.sign(Samples.KEY, Samples.full(), half).size() - bytes / 2;
    return CborMap.builder().put(1, new byte[bytes - around]).build();
  }

  private static void statement(ArrayNode list, String name, String key, Statement statement) {
    ObjectNode node = list.addObject();
    node.put("name", name);
    node.put("bytes", HEX.formatHex(statement.bytes()));
    node.put("signed_by", key);
    node.put("id", statement.id().toString());
    node.put("content", HEX.formatHex(statement.content().encode()));
    header(node.putObject("header"), statement.header());
    statement
        .officer()
        .ifPresent(officer ->
            node.putObject("officer")
                .put("signed_by", "officer")
                .put("nonce", HEX.formatHex(officer.nonce()))
                .put("time_us", officer.timeUs()));
  }

  private static void header(ObjectNode node, Header header) {
    node.put("party", header.chain().party());
    node.put("node", header.chain().node());
    node.put("incarnation", header.chain().incarnation().toString());
    node.put("lane", header.chain().lane().code());
    node.put("sequence", header.sequence());
    StatementId previous = header.previous();
    node.put("previous", previous == null ? null : previous.toString());
    Basis basis = header.basis();
    if (basis == null) {
      node.putNull("basis");
    } else {
      node.putObject("basis").put("size", basis.size()).put("root", basis.root().hex());
    }
    Hash terms = header.terms();
    node.put("terms", terms == null ? null : terms.hex());
    node.put("mode", header.mode().code());
    node.put("kind", header.kind());
    node.put("time_us", header.timeUs());
  }

  private void unsigned() {
    ArrayNode list = root.putArray("unsigned");
    Statement good = Samples.statement();
    unsigned(list, "another key of the party", "other", good.bytes());
    byte[] bytes = good.bytes();
    bytes[bytes.length - 1] ^= 1;
    unsigned(list, "one bit of the signature", "node", bytes);
    unsigned(
        list,
        "signed for another line",
        "node",
        CoseSign1.sign(
                Samples.KEY,
                LABEL,
                Samples.full().toCbor(),
                Statement.aad(LineId.of(new byte[32])),
                payload(Samples.content()))
            .bytes());
    byte[] high = Statements.sign(ES256, Samples.full(), Samples.content()).bytes();
    unsigned(list, "high S", "module", withHighS(high));
  }

  private static byte[] withHighS(byte[] statement) {
    BigInteger order =
        new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    byte[] twin = statement.clone();
    byte[] high =
        order.subtract(new BigInteger(1, statement, statement.length - 32, 32)).toByteArray();
    System.arraycopy(high, high.length - 32, twin, twin.length - 32, 32);
    return twin;
  }

  private static void unsigned(ArrayNode list, String name, String key, byte[] bytes) {
    list.addObject().put("name", name).put("bytes", HEX.formatHex(bytes)).put("not_signed_by", key);
  }

  private void refused() {
    ArrayNode list = root.putArray("refused");
    byte[] good = Samples.statement().bytes();
    refused(list, "nothing", new byte[0]);
    refused(list, "without its tag", Arrays.copyOfRange(good, 1, good.length));
    refused(list, "cut short", Arrays.copyOf(good, good.length - 1));
    refused(list, "a byte after it", Arrays.copyOf(good, good.length + 1));
    byte[] wide = new byte[good.length + 1];
    wide[0] = (byte) 0xd8;
    wide[1] = 18;
    System.arraycopy(good, 1, wide, 2, good.length - 1);
    refused(list, "its tag in a longer form", wide);
    refused(list, "one byte too large", new byte[Statement.BYTES_MAX + 1]);
    refused(list, "something in the unprotected header", unprotected(Samples.statement()));
    for (List<?> wrong : wrongHeaders()) {
      refused(
          list,
          (String) wrong.getFirst(),
          signed(LABEL, (CborValue) wrong.getLast(), payload(Samples.content())));
    }
    CborValue header = Samples.full().toCbor();
    refused(list, "another label", signed(-70003, header, payload(Samples.content())));
    refused(
        list,
        "an officer's signature alone",
        Samples.withOfficer().officer().orElseThrow().bytes());
    refused(
        list,
        "the payload left out",
        CoseSign1.signDetached(Samples.KEY, LABEL, header, AAD, payload(Samples.content()))
            .bytes());
    refused(
        list,
        "content that is no map",
        signed(LABEL, header, CborArray.of(CborArray.of(), CborNull.NULL).encode()));
    refused(
        list,
        "no place for an officer",
        signed(LABEL, header, CborArray.of(Samples.content()).encode()));
    refused(
        list,
        "an officer that is none",
        signed(LABEL, header, CborArray.of(Samples.content(), CborValue.of(new byte[3])).encode()));
    Officer elsewhere =
        Officer.sign(
            Samples.OFFICER_KEY,
            LineId.of(new byte[32]),
            new byte[16],
            Samples.TIME_US,
            Samples.act());
    refused(
        list,
        "an officer of another line",
        signed(
            LABEL,
            header,
            CborArray.of(Samples.content(), CborValue.of(elsewhere.bytes())).encode()));
    PAYLOADS.forEach((name, hex) -> refused(list, name, signed(LABEL, header, HEX.parseHex(hex))));
  }

  private static List<List<?>> wrongHeaders() {
    return List.of(
        List.of("a newer format", changed(0, CborValue.of(2))),
        List.of("a line id of 31 bytes", changed(1, CborValue.of(new byte[31]))),
        List.of("a party's name with a capital", changed(2, CborValue.of("North"))),
        List.of("a node's name of 32 characters", changed(3, CborValue.of("a".repeat(32)))),
        List.of("an incarnation of 15 bytes", changed(4, CborValue.of(new byte[15]))),
        List.of("a lane that is none", changed(5, CborValue.of(2))),
        List.of("an urgent statement with a basis", changed(5, CborValue.of(0))),
        List.of("a sequence below 0", changed(6, CborValue.of(-1))),
        List.of("a sequence of 2^53", changed(6, CborValue.of(1L << 53))),
        List.of("a previous that is no id", changed(7, CborValue.of("none"))),
        List.of("a basis without a root", changed(8, CborArray.of(CborValue.of(1)))),
        List.of("terms that are no hash", changed(9, CborValue.of(1))),
        List.of("a mode that is none", changed(10, CborValue.of(3))),
        List.of("a kind below 0", changed(11, CborValue.of(-1))),
        List.of("a time before 1970", changed(12, CborValue.of(-1))),
        List.of("a time after 9999", changed(12, CborValue.of(Header.TIME_US_MAX + 1))),
        List.of("a field too few", new CborArray(Samples.full().toCbor().items().subList(0, 12))),
        List.of("a header that is no array", CborNull.NULL));
  }

  private static CborArray changed(int at, CborValue value) {
    CborArray.Builder fields = CborArray.builder();
    List<CborValue> good = Samples.full().toCbor().items();
    for (int i = 0; i < good.size(); i++) {
      fields.add(i == at ? value : good.get(i));
    }
    return fields.build();
  }

  private static byte[] unprotected(Statement statement) {
    String hex = HEX.formatHex(statement.bytes());
    String empty = "a0" + HEX.formatHex(CborValue.of(payload(Samples.content())).encode());
    return HEX.parseHex(hex.replace(empty, "a10101" + empty.substring(2)));
  }

  private static byte[] payload(CborMap content) {
    return CborArray.of(content, CborNull.NULL).encode();
  }

  private static byte[] signed(long label, CborValue header, byte[] payload) {
    return CoseSign1.sign(Samples.KEY, label, header, AAD, payload).bytes();
  }

  private static void refused(ArrayNode list, String name, byte[] bytes) {
    if (!(Statements.parse(bytes) instanceof Malformed(String code, String sentence))) {
      throw new AssertionError("accepted: " + name);
    }
    list.addObject()
        .put("name", name)
        .put("bytes", HEX.formatHex(bytes))
        .put("code", code)
        .put("sentence_of_this_program", sentence);
  }
}
