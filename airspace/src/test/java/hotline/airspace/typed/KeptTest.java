package hotline.airspace.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.airspace.Position;
import org.junit.jupiter.api.Test;

class KeptTest {
  @Test
  void theTextStaysBesideTheValue() {
    String text = "N 46°30.0′ E 008°15.0′";
    assertThat(Kept.read(text, TypedPosition::read).asOptional())
        .contains(new Kept<>(new Position(46_500_000_000L, 8_250_000_000L), text));
    assertThat(Kept.read("46.5, 8.25", TypedPosition::read))
        .isInstanceOfSatisfying(
            Typed.Wrong.class,
            wrong -> assertThat(wrong.sentence().toString()).contains("47.5 N 8.33 E"));
  }

  @Test
  void whatCannotBeSeenIsRefused() {
    for (int c : new int[] {0, 9, 0x7f, 0x85, 0x200b, 0x200e, 0x202e, 0x2066, 0x2028, 0xfeff}) {
      String text = "46.5 N" + Character.toString(c) + " 8.25 E";
      assertThat(Kept.read(text, TypedPosition::read))
          .isEqualTo(
              new Typed.Wrong<Kept<Position>>(
                  "Type only characters that can be seen; U+%04X is not one.".formatted(c)));
      assertThatThrownBy(() -> new Kept<>(1, text)).hasMessageContaining("can be seen");
    }
    assertThat(Kept.check("a\ud800").orElseThrow()).contains("U+D800");
    assertThat(Kept.check(" ").orElseThrow()).contains("1 to 200");
    assertThat(Kept.check("a".repeat(201)).orElseThrow()).contains("not 201");
  }

  @Test
  void noTimeBeforeTheFirstIsRead() {
    assertThat(TypedTime.read("1969-12-31T23:59Z", 0)).isInstanceOf(Typed.Wrong.class);
    assertThat(TypedTime.read("1970-01-01T00:00Z", 0).asOptional()).contains(0L);
    assertThat(TypedPathPoint.read("0001-01-01T00:00Z 47.5 N 8.33 E FL310", 0))
        .isInstanceOf(Typed.Wrong.class);
  }
}
