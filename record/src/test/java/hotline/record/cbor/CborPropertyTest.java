package hotline.record.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.cbor.CBORDecoder;
import hotline.testkit.Chance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CborPropertyTest {
  private static final int ENOUGH = 1 << 20;

  static LongStream seeds() {
    return Chance.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadBackAndWritesTheSame(long seed) {
    CborValue value = Values.draw(Chance.of(seed), CborValue.DEPTH_MAX);
    byte[] bytes = value.encode();
    assertThat(CborReader.read(bytes, ENOUGH)).isEqualTo(new Decoded.Value<>(value));
    assertThat(CborReader.read(bytes, ENOUGH).orElseThrow().encode()).isEqualTo(bytes);
    assertThat(CborReader.read(bytes, ENOUGH).orElseThrow()).hasSameHashCodeAs(value);
  }

  /**
   * Another implementation reads back what was written. Its own writer is no judge: cbor 1.19 gives
   * −2³² … −2³¹−1 eight bytes where the standard demands four.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOracleReadsWhatIsWritten(long seed) throws IOException {
    CborValue value = Values.draw(Chance.of(seed), CborValue.DEPTH_MAX);
    assertSame(value, new CBORDecoder(value.encode()).next().parse());
  }

  /** One byte of a good encoding changed, put in or taken out: refused, or canonical again. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsAcceptedIsInItsOneForm(long seed) {
    Chance chance = Chance.of(seed);
    byte[] good = Values.draw(chance, 3).encode();
    for (int i = 0; i < 300; i++) {
      byte[] near = near(chance, good);
      if (CborReader.read(near, ENOUGH) instanceof Decoded.Value<CborValue>(CborValue value)) {
        assertThat(value.encode()).isEqualTo(near);
      }
    }
  }

  private static byte[] near(Chance chance, byte[] good) {
    int at = (int) chance.between(0, good.length - 1);
    int length = good.length + (int) chance.between(-1, 1);
    byte[] near = new byte[length];
    for (int i = 0; i < length; i++) {
      int from = i < at || length == good.length ? i : i + good.length - length;
      near[i] = from >= 0 && from < good.length ? good[from] : 0;
    }
    if (at < length) {
      near[at] = chance.bytes(1)[0];
    }
    return near;
  }

  private static void assertSame(CborValue value, @Nullable Object read) {
    switch (value) {
      case CborInt(long number) ->
          assertThat(read)
              .isInstanceOfSatisfying(
                  Number.class, other -> assertThat(other.longValue()).isEqualTo(number));
      case CborBytes bytes -> assertThat(read).isEqualTo(bytes.bytes());
      case CborText(String text) -> assertThat(read).isEqualTo(text);
      case CborBool bool -> assertThat(read).isEqualTo(bool == CborBool.TRUE);
      case CborNull _ -> assertThat(read).isNull();
      case CborArray array -> {
        List<?> list = (List<?>) Objects.requireNonNull(read);
        assertThat(list).hasSize(array.size());
        for (int i = 0; i < array.size(); i++) {
          assertSame(array.items().get(i), list.get(i));
        }
      }
      case CborMap map -> {
        Map<?, ?> other = (Map<?, ?>) Objects.requireNonNull(read);
        assertThat(other).hasSize(map.size());
        other.forEach(
            (key, item) -> assertSame(map.get(((Number) key).longValue()).orElseThrow(), item));
      }
    }
  }
}
