package hotline.record.statement;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.record.signature.PublicKey;
import hotline.record.statement.ChainVerdict.Admitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vectors that other implementations check themselves against, read as they would read them.
 * {@code -Dhotline.golden=write} writes the file anew: a change of format, to be decided on.
 */
class StatementVectorsTest {
  private static final Path FILE = Path.of("../docs/vectors/statement-vectors.json");
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void theFileIsWhatTheProgramMakes() throws IOException {
    if ("write".equals(System.getProperty("hotline.golden"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, StatementVectors.text());
    }
    assertThat(Files.readString(FILE)).isEqualTo(StatementVectors.text());
  }

  @Test
  void statementsAreReadAndSigned() throws IOException {
    JsonNode file = file();
    assertThat(file.get("statements")).hasSizeGreaterThan(5);
    for (JsonNode vector : file.get("statements")) {
      String name = vector.get("name").asString();
      Statement statement = parse(vector);
      assertThat(statement.signedBy(key(file, vector.get("signed_by").asString())))
          .as(name)
          .isTrue();
      assertThat(statement.id()).as(name).hasToString(vector.get("id").asString());
      CborValue content = read(vector.get("content").asString()).orElseThrow();
      assertThat(statement.content()).as(name).isEqualTo(content);
      assertThat(statement.header().line()).hasToString(file.get("line").asString());
      requireHeader(vector.get("header"), statement.header());
      assertThat(statement.officer().isPresent()).isEqualTo(vector.has("officer"));
      statement
          .officer()
          .ifPresent(officer ->
              assertThat(officer.signedBy(key(file, "officer"), statement.act())).isTrue());
    }
  }

  private static void requireHeader(JsonNode expected, Header header) {
    assertThat(header.chain().party()).isEqualTo(expected.get("party").asString());
    assertThat(header.chain().node()).isEqualTo(expected.get("node").asString());
    assertThat(header.chain().incarnation()).hasToString(expected.get("incarnation").asString());
    assertThat(header.chain().lane().code()).isEqualTo(expected.get("lane").asInt());
    assertThat(header.sequence()).isEqualTo(expected.get("sequence").asLong());
    assertThat(header.previous() == null).isEqualTo(expected.get("previous").isNull());
    assertThat(header.basis() == null).isEqualTo(expected.get("basis").isNull());
    assertThat(header.terms() == null).isEqualTo(expected.get("terms").isNull());
    assertThat(header.mode().code()).isEqualTo(expected.get("mode").asInt());
    assertThat(header.kind()).isEqualTo(expected.get("kind").asInt());
    assertThat(header.timeUs()).isEqualTo(expected.get("time_us").asLong());
  }

  @Test
  void theUnsignedAreReadAndNotSigned() throws IOException {
    JsonNode file = file();
    for (JsonNode vector : file.get("unsigned")) {
      assertThat(parse(vector).signedBy(key(file, vector.get("not_signed_by").asString())))
          .as(vector.get("name").asString())
          .isFalse();
    }
  }

  @Test
  void theRefusedHaveTheirCodes() throws IOException {
    Set<String> codes = new HashSet<>();
    for (JsonNode vector : file().get("refused")) {
      String code = vector.get("code").asString();
      codes.add(code);
      assertThat(Statements.parse(bytes(vector)))
          .as(vector.get("name").asString())
          .isInstanceOfSatisfying(Malformed.class, said -> assertThat(said.code()).isEqualTo(code));
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            Malformed.MALFORMED, Malformed.TOO_LARGE, Malformed.FORMAT_UNKNOWN);
  }

  @Test
  void chainsHaveTheirVerdicts() throws IOException {
    for (JsonNode chain : file().get("chains")) {
      ChainHeads heads = new ChainHeads();
      for (JsonNode step : chain.get("steps")) {
        Claim claim = parse(step).claim();
        ChainVerdict verdict = ChainRules.check(heads, claim);
        assertThat(verdict.code())
            .as(chain.get("name").asString())
            .isEqualTo(step.get("verdict").asString());
        if (verdict instanceof Admitted) {
          heads.admit(claim);
        }
      }
    }
  }

  private static JsonNode file() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(FILE));
  }

  private static byte[] bytes(JsonNode vector) {
    return HEX.parseHex(vector.get("bytes").asString());
  }

  private static Decoded<CborValue> read(String hex) {
    return CborReader.read(HEX.parseHex(hex), Statement.BYTES_MAX);
  }

  private static Statement parse(JsonNode vector) {
    return switch (Statements.parse(bytes(vector))) {
      case Statement statement -> statement;
      case Malformed malformed -> throw new AssertionError(vector.get("name") + ": " + malformed);
    };
  }

  private static PublicKey key(JsonNode file, String name) {
    String encoded = file.get("keys").get(name).get("public_key").asString();
    return PublicKey.decode(HEX.parseHex(encoded)).orElseThrow();
  }
}
