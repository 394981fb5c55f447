package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.Said;
import org.junit.jupiter.api.Test;

/** The next terms are drafted clause by clause, looked at, and only then proposed. */
class TermsFormTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @Test
  void everyClauseIsAFieldWithWhatStands() {
    screen.standsByItself("/terms/draft");
    assertThat(screen.html("/terms")).contains("href=\"/terms/draft\"");
    assertThat(screen.html("/terms?at=14:02Z")).doesNotContain("/terms/draft");
    assertThat(screen.html("/terms/draft"))
        .contains("name=\"c-host\"", "name=\"c-reply-by\"", "name=\"c-zones\"")
        .contains("value=\"1 min\"", "east = East", "name=\"c-effective\"")
        .contains("name=\"after\" value=\"af00\"", "Terms 9, not proposed")
        .doesNotContain("Sign and propose terms");
  }

  @Test
  void whatCannotStandIsSaidAtItsClauseAndTheRestStaysAsTyped() {
    Pages.Answer answer =
        screen.post("/act/draft", "do=look&after=af00&c-reply-by=soon&c-host=south");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(screen.html(answer))
        .contains("clause p2", "Give a time: 30 s.", "One clause cannot stand.")
        .contains("aria-invalid=\"true\"", "value=\"soon\"", "value=\"south\"")
        .doesNotContain("Sign and propose terms");
    assertThat(line.calls).isEmpty();
  }

  @Test
  void onlyWhatWasLookedAtIsProposed() {
    String looked =
        screen.html(screen.post("/act/draft", "do=look&after=af00&c-reply-by=2 min&lapses="));
    assertThat(looked)
        .contains("Nothing is said yet", "One clause changes.", "<del>1</del>", "<ins>2</ins>")
        .contains("name=\"hash\" value=\"bead01\"", "Sign and propose terms 9");
    assertThat(line.calls).isEmpty();
    Pages.Answer done =
        screen.post(
            "/act/draft", "do=propose&after=af00&hash=bead01&c-reply-by=2 min&lapses=14:00Z");
    assertThat(done.status()).isEqualTo(303);
    assertThat(line.calls)
        .containsExactly(
            "propose-sheet Sheet[after=af00, clauses=[SheetClause[name=reply-by, values=[2 min]]],"
                + " hash=bead01] 14:00Z");
  }

  @Test
  void aRefusedProposalComesBackAsItWasTyped() {
    line.refusal = Said.refused("sheet-stale", "Take a new sheet.");
    String refused =
        screen.html(screen.post("/act/draft", "do=propose&after=af00&hash=bead01&c-host=south"));
    assertThat(refused).contains("Take a new sheet.", "value=\"south\"");
  }

  @Test
  void hostileTextIsInert() {
    String page =
        screen.html(
            screen.post("/act/draft", "do=look&c-zones=</textarea><img src=x>&c-host=\"><i>"));
    assertThat(page).doesNotContain("<img", "\"><i>", "</textarea><img");
  }
}
