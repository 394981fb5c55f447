package hotline.line.body;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.Kind;
import hotline.record.cbor.CborArray;
import hotline.record.cbor.CborBool;
import hotline.record.cbor.CborBytes;
import hotline.record.cbor.CborMap;
import hotline.record.cbor.CborNull;
import hotline.record.cbor.CborReader;
import hotline.record.cbor.CborValue;
import hotline.record.cbor.Decoded;
import hotline.testkit.Chance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contents: each reads back what it wrote, and nothing else gets in. */
class BodyTest {
  @Test
  void everyContentReadsBackAsItself() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (Body body : Samples.all()) {
      byte[] bytes = body.content().encode();
      CborMap read = (CborMap) CborReader.read(bytes, bytes.length).orElseThrow();
      assertThat(Body.decode(body.kind(), read)).isEqualTo(new Decoded.Value<>(body));
      seen.add(body.kind());
    }
    assertThat(seen).isEqualTo(EnumSet.allOf(Kind.class));
  }

  /** Every value of every content, one after the other, replaced by things that do not belong. */
  @Test
  void whatDoesNotBelongIsAFaultAndNeverAnException() {
    for (Body body : Samples.all()) {
      CborMap content = body.content();
      for (CborMap mutant : mutants(content)) {
        Decoded<Body> decoded = Body.decode(body.kind(), mutant);
        decoded
            .toOptional()
            .ifPresent(read ->
                assertThat(read.content())
                    .as("%s: what is read is all there is", body.kind())
                    .isEqualTo(mutant));
        decoded.fault().ifPresent(sentence -> assertThat(sentence).isNotBlank());
      }
      assertThat(Body.decode(body.kind(), with(content, 99, CborNull.NULL)).fault())
          .as("an unknown key in %s", body.kind())
          .isPresent();
    }
  }

  @Test
  void noContentByChanceMakesItThrow() {
    Chance.seeds()
        .limit(100)
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          for (Kind kind : Kind.values()) {
            CborMap.Builder map = CborMap.builder();
            for (long key = 1; key <= chance.between(0, 8); key++) {
              map.put(key, value(chance, 3));
            }
            CborMap content = map.build();
            Body.decode(kind, content)
                .toOptional()
                .ifPresent(read -> assertThat(read.content()).isEqualTo(content));
          }
        });
  }

  @Test
  void aStopMayBeQuiteEmpty() {
    MessageBody.Message stop = MessageBody.Message.bare(Kind.STOP);
    assertThat(stop.content().encode()).asHexString().isEqualTo("A7018002F603F604F605F606F60780");
  }

  private static List<CborMap> mutants(CborMap content) {
    List<CborMap> mutants = new ArrayList<>();
    List<CborValue> wrong =
        List.of(
            CborNull.NULL,
            CborBool.TRUE,
            CborValue.of(-1),
            CborValue.of(0),
            CborValue.of(Long.MAX_VALUE),
            CborValue.of("x\u0000"),
            CborValue.of("x".repeat(1001)),
            new CborBytes(new byte[15]),
            CborArray.of(),
            CborMap.empty());
    for (long key : content.keys()) {
      wrong.forEach(value -> mutants.add(with(content, key, value)));
      mutants.add(without(content, key));
      if (content.get(key).orElseThrow() instanceof CborArray array) {
        for (int i = 0; i < array.size(); i++) {
          for (CborValue value : wrong) {
            List<CborValue> items = new ArrayList<>(array.items());
            items.set(i, value);
            mutants.add(with(content, key, new CborArray(items)));
          }
        }
      }
    }
    return mutants;
  }

  private static CborMap with(CborMap content, long key, CborValue value) {
    CborMap.Builder map = CborMap.builder().put(key, value);
    LongStream.of(content.keys())
        .filter(each -> each != key)
        .forEach(each -> map.put(each, content.get(each).orElseThrow()));
    return map.build();
  }

  private static CborMap without(CborMap content, long key) {
    CborMap.Builder map = CborMap.builder();
    LongStream.of(content.keys())
        .filter(each -> each != key)
        .forEach(each -> map.put(each, content.get(each).orElseThrow()));
    return map.build();
  }

  private static CborValue value(Chance chance, int depth) {
    return switch ((int) chance.between(0, depth > 0 ? 7 : 5)) {
      case 0 -> CborNull.NULL;
      case 1 -> CborValue.of(chance.between(-3, 100));
      case 2 -> CborValue.of(chance.between(Long.MIN_VALUE, Long.MAX_VALUE));
      case 3 -> CborValue.of(chance.bytes((int) chance.pick(List.of(0, 8, 16, 32))));
      case 4 -> CborValue.of(chance.pick(List.of("", "duty", "Größe", "a b", "en")));
      case 5 -> CborValue.of(chance.oneIn(2));
      default -> {
        List<CborValue> items = new ArrayList<>();
        for (long i = chance.between(0, 3); i > 0; i--) {
          items.add(value(chance, depth - 1));
        }
        yield new CborArray(items);
      }
    };
  }
}
