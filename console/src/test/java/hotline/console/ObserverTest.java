package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An observer's pages show all and offer no form: whatever it said would be refused. */
class ObserverTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/status",
        "/terms",
        "/notices/N-0412",
        "/notices/S-0287",
        "/messages/94",
        "/incidents",
        "/incidents/I-KQWM",
        "/breaches",
        "/group",
        "/group/W-TRBD",
        "/third",
        "/watch"
      })
  void noPageHasAFormThatSpeaks(String address) {
    line.put(Samples.offer());
    line.put(SampleMessages.stop());
    String at = address.replace("/94", "/" + Samples.id(94));
    assertThat(screen.html(at)).contains("method=\"post\"").doesNotContain("<b>Observer</b>");
    line.observe();
    screen.standsByItself(at);
    // In which language this screen reads is said to nobody.
    String page =
        screen.html(at).replace("<form method=\"post\" action=\"/act/language\"", "<form");
    assertThat(page)
        .contains("<b>Observer</b>")
        .doesNotContain("method=\"post\"", "/notices/new", "/messages/new", "/terms/draft");
  }
}
