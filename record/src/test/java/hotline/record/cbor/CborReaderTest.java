package hotline.record.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborReaderTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 8949, appendix A. */
  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "23, 17",
    "24, 1818",
    "255, 18ff",
    "256, 190100",
    "1000000, 1a000f4240",
    "1000000000000, 1b000000e8d4a51000",
    "-1, 20",
    "-1000, 3903e7",
    "-4294967296, 3affffffff",
    "-4294967297, 3b0000000100000000",
    "9223372036854775807, 1b7fffffffffffffff",
    "-9223372036854775808, 3b7fffffffffffffff"
  })
  void wholeNumbersAsInTheStandard(long value, String hex) {
    assertThat(HEX.formatHex(CborValue.of(value).encode())).isEqualTo(hex);
    assertThat(read(hex)).isEqualTo(new Decoded.Value<>(CborValue.of(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the bytes end before the value does|",
        "the bytes end before the value does|824100",
        "a list is longer than what follows|81",
        "the bytes end inside a head|19ff",
        "bytes follow the value|0000",
        "not in its shortest form|1817",
        "not in its shortest form|1900ff",
        "not in its shortest form|1a0000ffff",
        "not in its shortest form|1b00000000ffffffff",
        "not in its shortest form|3817",
        "not in its shortest form|580141",
        "not in its shortest form|980100",
        "a number is beyond 64 bits|1b8000000000000000",
        "a number is beyond 64 bits|3bffffffffffffffff",
        "a reserved head|1c",
        "a reserved head|5e",
        "an indefinite length|5f41ff",
        "an indefinite length|9f00ff",
        "an indefinite length|bf0000ff",
        "a break stands|ff",
        "a float|f90000",
        "a float|fa00000000",
        "a float|fb0000000000000000",
        "only false, true and null|f7",
        "only false, true and null|e0",
        "only false, true and null|f814",
        "a tag|c000",
        "a tag|d28443a10126a0f640",
        "a string is longer than what follows|4200",
        "a string is longer than what follows|5b7fffffffffffffff",
        "a string is longer than what follows|5bffffffffffffffff",
        "a list is longer than what follows|9a7fffffff",
        "a list is longer than what follows|9bffffffffffffffff",
        "a list is longer than what follows|a101",
        "a list is longer than what follows|bbffffffffffffffff",
        "a key is repeated or out of order|a201000000",
        "a key is repeated or out of order|a201000100",
        "a key is repeated or out of order|a220000000",
        "a key is repeated or out of order|a221002000",
        "a key is not a whole number|a1616100",
        "a key is not a whole number|a18000",
        "a text is not UTF-8|61ff",
        "a text is not UTF-8|62c080",
        "a text is not UTF-8|63eda080",
        "a text is not UTF-8|66eda080edb080",
        "a text is not UTF-8|64f4908080",
        "more than 8 arrays|818181818181818180",
        "more than 8 arrays|a100a100a100a100a100a100a100a10080"
      })
  void whatIsNotTheOneFormIsRefusedWithASentence(String sentence, String hex) {
    assertThat(read(hex == null ? "" : hex).fault().orElse("accepted"))
        .startsWith("byte ")
        .contains(sentence);
  }

  @Test
  void eightArraysInsideOneAnotherAreRead() {
    assertThat(read("8181818181818180").toOptional().map(CborValue::depth)).contains(8);
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() {
    assertThat(CborReader.read(new byte[17], 16).fault())
        .contains("17 bytes are more than the 16 allowed");
  }

  @Test
  void valuesThatCouldNotBeReadBackCannotBeMade() {
    CborArray eight =
        IntStream.rangeClosed(2, 8)
            .boxed()
            .reduce(CborArray.of(), (in, i) -> CborArray.of(in), (a, b) -> b);
    assertThatThrownBy(() -> CborArray.of(eight)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CborMap.builder().put(1, eight).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CborValue.of("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CborMap.builder().put(1, 1).put(1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mapsStandInTheOrderOfTheirBytes() {
    CborMap map = CborMap.builder().put(-1, 1).put(100, 1).put(-2, 1).put(10, 1).build();
    assertThat(HEX.formatHex(map.encode())).isEqualTo("a40a0118640120012101");
    assertThat(map.keys()).containsExactly(10, 100, -1, -2);
    assertThat(map.get(-2)).contains(CborValue.of(1));
    assertThat(map.get(0)).isEmpty();
    assertThat(map)
        .hasToString("{10: 1, 100: 1, -1: 1, -2: 1}".replace(": 1", ": CborInt[value=1]"));
  }

  /** Every string of up to three bytes: exactly those of the grammar are accepted. */
  @Test
  void everyStringOfUpToThreeBytes() {
    assertThat(CborReader.read(new byte[0], 3).fault()).isPresent();
    for (int length = 1; length <= 3; length++) {
      BitSet lawful = Grammar.strings(length);
      byte[] bytes = new byte[length];
      for (int number = 0; number < 1 << (8 * length); number++) {
        for (int i = 0; i < length; i++) {
          bytes[i] = (byte) (number >>> (8 * (length - 1 - i)));
        }
        Decoded<CborValue> read = CborReader.read(bytes, 3);
        if (read.toOptional().isPresent() != lawful.get(number)) {
          throw new AssertionError(HEX.formatHex(bytes) + ": " + read);
        }
        if (lawful.get(number)) {
          assertThat(read.orElseThrow().encode()).isEqualTo(bytes);
        }
      }
    }
  }

  private static Decoded<CborValue> read(String hex) {
    return CborReader.read(HEX.parseHex(hex), 1000);
  }
}
