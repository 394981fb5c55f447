package hotline.record.merkle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kept values that public Go modules computed for the formats of a log. */
public final class TlogVectors {
  /** The whole file. */
  public static final JsonNode ALL = read();

  private TlogVectors() {}

  /** Entry {@code index} of every log in the file. */
  public static byte[] entry(long index) {
    return ("hotline test entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  /** The first {@code count} entries. */
  public static List<byte[]> entries(int count) {
    return IntStream.range(0, count).mapToObj(TlogVectors::entry).toList();
  }

  /** The tree over the first {@code count} entries. */
  public static MemoryTree tree(int count) {
    MemoryTree tree = new MemoryTree();
    IntStream.range(0, count).forEach(i -> tree.append(Merkle.leaf(entry(i))));
    return tree;
  }

  /** The elements of an array of the file. */
  public static List<JsonNode> list(String name) {
    return ALL.get(name).valueStream().toList();
  }

  /** A hash in base64. */
  public static Hash hash(JsonNode base64) {
    return Hash.of(base64(base64));
  }

  /** A list of hashes in base64. */
  public static List<Hash> hashes(JsonNode array) {
    return array.valueStream().map(TlogVectors::hash).toList();
  }

  /** Bytes in base64. */
  public static byte[] base64(JsonNode text) {
    return Base64.getDecoder().decode(text.asString());
  }

  /** Bytes in hexadecimal. */
  public static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asString());
  }

  /** The seed of one of the file's keys. */
  public static byte[] seed(String key) {
    return hex(ALL.get("keys").get(key).get("seed_hex"));
  }

  /** The vkey of one of the file's keys. */
  public static String vkey(String key) {
    return ALL.get("keys").get(key).get("vkey").asString();
  }

  private static JsonNode read() {
    try (InputStream in = TlogVectors.class.getResourceAsStream("tlog-vectors.json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
