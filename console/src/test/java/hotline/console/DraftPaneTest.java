package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Drafted;
import hotline.node.api.Pages;
import org.junit.jupiter.api.Test;

/** What would come of a notice is shown before it is sent. */
class DraftPaneTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @Test
  void aDraftSaysWhatItWouldCrossAndKeepsWhatWasTyped() {
    line.crossings.add(Samples.crossing("crosses the <river>: 10 min notice is asked: late"));
    Pages.Answer answer =
        screen.post("/act/notices", "do=draft&category=rescue&outline=here&floor=FL1");
    assertThat(screen.html(answer))
        .contains("Nothing is said yet", "It crosses the &lt;river&gt;: 10 min", "value=\"FL1\"")
        .doesNotContain("Refused");
    assertThat(line.calls).noneMatch(call -> call.startsWith("declare"));
    line.crossings.clear();
    assertThat(screen.html(screen.post("/act/notices", "do=draft")))
        .contains("It crosses no agreed line and uses no corridor.");
  }

  @Test
  void beforeSendingOneSeesTheConflictsTheLeadTimeAndWhatTheOthersWillSee() {
    assertThat(screen.html("/notices/new")).contains("Nothing is checked yet");
    Pages.Answer answer = screen.post("/act/notices", "do=draft&label=SECRET1");
    assertThat(answer.status()).isEqualTo(200);
    String page = screen.html(answer);
    assertThat(page)
        .contains("1 conflict, 1 possible conflict with notices that this node knows.")
        .contains("Starts in 4 min: late, by its start in the record at 14:07Z")
        .contains("the terms ask for 10 min.", "S-0287", "S-0288", "Possible conflict");
    String seen = page.substring(page.indexOf("id=\"seen\""));
    seen = seen.substring(0, seen.indexOf("</section>"));
    assertThat(seen)
        .contains("3 coarse cells; no exact volume was opened to us", "14:07–14:50Z")
        .contains("Exact volumes that South may ask for")
        .doesNotContain("SECRET1", "Call sign");
    assertThat(screen.html(screen.post("/act/notices", "do=check")))
        .contains("1 conflict, 1 possible");
    line.cannot = new Drafted.Refused("not-understood", "Give a <level>.");
    assertThat(screen.post("/act/notices", "do=draft").status()).isEqualTo(422);
    Pages.Answer typing = screen.post("/act/notices", "do=check");
    assertThat(typing.status()).isEqualTo(200);
    assertThat(screen.html(typing)).contains("Give a &lt;level&gt;.").doesNotContain("id=\"seen\"");
    assertThat(line.calls).noneMatch(call -> call.startsWith("declare"));
  }
}
