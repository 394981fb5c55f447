package hotline.console;

import static hotline.console.Html.el;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.testkit.Chance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No text becomes markup, and no text misleads the eye. */
class HtmlTest {
  private static final Set<Integer> INVISIBLE_TYPES =
      Set.of((int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.PRIVATE_USE);

  private static String shown(Html html) {
    StringBuilder out = new StringBuilder();
    html.to(out);
    return out.toString();
  }

  @Test
  void textIsEscapedEverywhere() {
    String evil = "<script>alert('\"&\")</script>";
    String text = shown(el("p", evil));
    String attribute = shown(el("input").at("value", evil));
    assertThat(text).isEqualTo("<p>&lt;script&gt;alert(&#39;&quot;&amp;&quot;)&lt;/script&gt;</p>");
    assertThat(attribute)
        .isEqualTo("<input value=\"&lt;script&gt;alert(&#39;&quot;&amp;&quot;)&lt;/script&gt;\">");
  }

  @Test
  void whatTurnsOrHidesTextIsShownByItsCode() {
    assertThat(shown(Html.text("a\u202eb\u2066c\u200bd\u0000e\ufefff\ud800g\u0085h\r")))
        .isEqualTo("a⟦U+202E⟧b⟦U+2066⟧c⟦U+200B⟧d⟦U+0000⟧e⟦U+FEFF⟧f⟦U+D800⟧g⟦U+0085⟧h⟦U+000D⟧");
    assertThat(shown(Html.text("می\u200cخواهم Привет 😀\n")))
        .isEqualTo("می\u200cخواهم Привет 😀\n");
  }

  @Test
  void noCharacterAtAllBecomesMarkupOrInvisible() {
    // Every character that has a meaning; of the empty planes above, some.
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x32000 || c >> 16 == 14 ? 1 : 251) {
      String shown = shown(Html.text(new String(new int[] {c}, 0, 1)));
      assertThat(shown.chars().anyMatch(x -> x == '<' || x == '>' || x == '"' || x == '\''))
          .isFalse();
      boolean hidden = INVISIBLE_TYPES.contains(Character.getType(c)) && c != '\n' && c != '\t';
      if (hidden) {
        assertThat(shown).startsWith("⟦U+");
      }
    }
  }

  @Test
  void anyTextGivesTheSameElementsAsNone() {
    List<String> pieces =
        List.of("<b>", "</div>", "\"", "'", " onclick=x ", "&#60;", "]]>", "<!--", "\u202e");
    Chance.seeds()
        .forEach(seed -> {
          Chance chance = Chance.of(seed);
          StringBuilder text = new StringBuilder();
          for (long i = chance.between(1, 20); i > 0; i--) {
            text.append(chance.pick(pieces));
          }
          String page = shown(el("div", el("p", text.toString()).at("title", text.toString())));
          assertThat(page.chars().filter(c -> c == '<').count()).isEqualTo(4);
          assertThat(page.chars().filter(c -> c == '"').count()).isEqualTo(2);
        });
  }

  @Test
  void styleScriptsAndStrangeAddressesHaveNoWayIn() {
    assertThatThrownBy(() -> el("p").at("onclick", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> el("p").at("style", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> el("iframe")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> el("a b")).isInstanceOf(IllegalArgumentException.class);
    for (String address : List.of("javascript:x", "//evil.example", "http://x", "/\\evil", "")) {
      assertThatThrownBy(() -> el("a").at("href", address))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
