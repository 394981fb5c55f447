package hotline.record.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  private record Head(String party, long sequence) {
    Head {
      if (party.equals("nobody")) {
        throw new IllegalArgumentException("nobody cannot speak");
      }
    }
  }

  private record Body(List<Head> heads, Optional<String> words, boolean urgent) {}

  private static Decoded<Body> body(CborMap map) {
    return Fields.decode(
        map,
        at ->
            new Body(
                at.list(
                    1,
                    0,
                    2,
                    item -> item.tuple(2, head -> new Head(head.name(0), head.integer(1, 0, 9)))),
                at.nullable(2, words -> words.text(5)),
                at.bool(3)));
  }

  private static CborMap map(CborValue words, CborValue... heads) {
    return CborMap.builder()
        .put(1, CborArray.of(heads))
        .put(2, words)
        .put(3, CborBool.TRUE)
        .build();
  }

  private static CborArray head(String party, long sequence) {
    return CborArray.builder().add(party).add(sequence).build();
  }

  @Test
  void aWholeBodyIsRead() {
    assertThat(body(map(CborNull.NULL, head("north", 3))).orElseThrow())
        .isEqualTo(new Body(List.of(new Head("north", 3)), Optional.empty(), true));
    assertThat(body(map(CborValue.of("a\nb"))).orElseThrow())
        .isEqualTo(new Body(List.of(), Optional.of("a\nb"), true));
  }

  @Test
  void theFirstFaultNamesItsKey() {
    assertThat(body(map(CborNull.NULL, head("north", 10))).fault())
        .contains("key 1[0].1: needed is a whole number from 0 to 9");
    assertThat(body(map(CborNull.NULL, head("north", 1), head("nobody", 1))).fault())
        .contains("key 1[1]: nobody cannot speak");
    assertThat(body(map(CborNull.NULL, CborNull.NULL)).fault())
        .contains("key 1[0]: needed is an array of 2");
    assertThat(body(map(CborNull.NULL, head("a", 0), head("b", 0), head("c", 0))).fault())
        .contains("key 1: needed is an array of 0 to 2");
    assertThat(body(map(CborValue.of("123456"))).fault())
        .contains("key 2: needed is a text of at most 5 characters, without control characters");
  }

  @Test
  void missingAndUnknownKeysAreRefused() {
    assertThat(body(CborMap.empty()).fault()).contains("key 1 is missing");
    CborMap more =
        CborMap.builder()
            .put(1, CborArray.of())
            .put(2, CborNull.NULL)
            .put(3, CborBool.FALSE)
            .put(-4, 0)
            .build();
    assertThat(body(more).fault()).contains("key -4 is unknown");
    Function<Field, Long> half = pair -> pair.tuple(2, at -> at.integer(0, 0, 9));
    assertThat(Field.decode(CborArray.builder().add(1).add(2).build(), half).fault())
        .contains("key 1 is unknown");
  }

  @Test
  void everyAccessorRefusesEveryOtherKind() {
    List<CborValue> kinds =
        List.of(
            CborValue.of(1),
            CborValue.of(new byte[1]),
            CborValue.of("a"),
            CborArray.of(),
            CborMap.empty(),
            CborBool.TRUE);
    List<Function<Field, Object>> accessors =
        List.of(
            field -> field.integer(0, 1),
            field -> field.bytes(1),
            Field::name,
            field -> field.list(0, 0, Field::value),
            field -> field.map(_ -> 1),
            Field::bool);
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (int accessor = 0; accessor < accessors.size(); accessor++) {
        assertThat(Field.decode(kinds.get(kind), accessors.get(accessor)).toOptional().isPresent())
            .as("kind %d, accessor %d", kind, accessor)
            .isEqualTo(kind == accessor);
      }
    }
  }

  @Test
  void boundsAreIncluded() {
    assertThat(number(4).fault()).isPresent();
    assertThat(number(5).toOptional()).contains(5);
    assertThat(number(6).toOptional()).contains(6);
    assertThat(number(7).fault()).isPresent();
    for (int length = 0; length < 5; length++) {
      assertThat(
              Field.decode(CborValue.of(new byte[length]), field -> field.bytes(2, 3))
                  .toOptional()
                  .isPresent())
          .isEqualTo(length == 2 || length == 3);
    }
  }

  private static Decoded<Integer> number(long value) {
    return Field.decode(CborValue.of(value), field -> field.small(5, 6));
  }

  /** Characters are code points: five of these are ten of Java's chars. */
  @Test
  void charactersAreCodePoints() {
    String five = "✈".repeat(2) + "🛩".repeat(3);
    assertThat(Field.decode(CborValue.of(five), field -> field.text(5)).orElseThrow())
        .isEqualTo(five);
    assertThat(Field.decode(CborValue.of(five + "a"), field -> field.text(5)).fault()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\r", "\t", "\u007f", "\u0085", "a\u001bb"})
  void controlCharactersAreRefused(String text) {
    assertThat(Field.decode(CborValue.of(text), field -> field.text(9)).fault()).isPresent();
  }

  /** What they do to a page is the page's to undo; the author's bytes stay. */
  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u2066", "\u200d", "e\u0301", "\ufffe"})
  void whatOnlyLooksOddIsKept(String text) {
    assertThat(Field.decode(CborValue.of(text), field -> field.text(9)).orElseThrow())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "north", "n-1", "a--", "abcdefghijklmnopqrstuvwxyz01234"})
  void names(String name) {
    assertThat(Names.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "1a", "-a", "a_b", "a b", "ä", "а", "abcdefghijklmnopqrstuvwxyz012345"})
  void noNames(String text) {
    assertThat(Names.isName(text)).isFalse();
    assertThat(Field.decode(CborValue.of(text), Field::name).fault()).isPresent();
  }
}
