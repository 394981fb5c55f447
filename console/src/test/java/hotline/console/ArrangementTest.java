package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Views;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status of a part of the line, offers beside offers, terms and what they change. */
class ArrangementTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @BeforeEach
  void quarrel() {
    line.put(Samples.offer());
    line.put(SampleChannel.counterOffer("South restores the Alpine zone first."));
    line.channelWords.addAll(SampleChannel.words("No patrols for now."));
    line.contradictions.add(SampleChannel.contradiction("No flights at all."));
    line.reconciliation = SampleChannel.reconciliation();
    line.endedTerms.add(SampleChannel.vetoed("Too thin."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/status", "/terms", "/status?at=14:02Z", "/terms?at=14:02Z"})
  void everyPageStandsByItself(String address) {
    screen.standsByItself(address);
  }

  @Test
  void aWordOnAPartOfTheLineStandsWithItsPartyOnly() {
    String page = screen.html("/status");
    String south = page.substring(page.indexOf("id=\"p-south\""));
    assertThat(page.substring(page.indexOf("id=\"p-north\""), page.indexOf("id=\"p-south\"")))
        .doesNotContain("No patrols for now.");
    assertThat(south)
        .contains("No patrols for now.", "z-alps", "not yet in effect", "Back in the evening.")
        .contains("every day ", "22:00-06:00 UTC", "FL280 to FL400");
  }

  @Test
  void whatIsRefusedIsSaidOfThePartThatIsSuspended() {
    String page = screen.html("/status");
    assertThat(page).contains(" has suspended ", "what lies wholly in it is refused");
    String refused = page.substring(page.indexOf("id=\"k1\""), page.indexOf("id=\"k2\""));
    String works = page.substring(page.indexOf("id=\"k2\""), page.indexOf("id=\"k3\""));
    assertThat(refused).contains("NOTICE", "CONFLICT").doesNotContain("TEXT", "STOP", "Ending");
    assertThat(works).contains("QUERY", "TEXT", "Ending a notice", "the working group");
    line.channelWords.clear();
    assertThat(screen.html("/status")).contains("No party has suspended anything");
    line.set("south", "SUSPENDED", null, "why");
    assertThat(screen.html("/status")).contains("The whole line is suspended");
  }

  @Test
  void aContradictionShowsBothTexts() {
    assertThat(screen.html("/status"))
        .contains(
            "South says otherwise than before", "All flights are welcome.", "No flights at all.");
  }

  @Test
  void whatRunsOutsideOfWhatIsAgreedIsToldWithTheReason() {
    assertThat(screen.html("/status")).doesNotContain("Outside of what is agreed", "Inside again");
    line.outside = SampleChannel.outside("suspended: <zone> east");
    assertThat(screen.html("/status"))
        .contains("4 notices", "N-2A3B4", "activated, runs", "suspended: &lt;zone&gt; east")
        .contains("Inside again", "N-9Z8Y7");
    assertThat(screen.html("/status?at=14:02Z")).contains("N-2A3B4");
    screen.standsByItself("/status");
  }

  @Test
  void whatWasSaidMeanwhileIsListed() {
    assertThat(screen.html("/status"))
        .contains("Suspended by South at entry 38 to entry 46.", "3 more in the record.")
        .contains("href=\"/record?from=38\"");
  }

  @Test
  void offersStandBesideOffers() {
    String page = screen.html("/status");
    assertThat(page)
        .contains("Offer by South", "Counter-offer by South", "we read it")
        .contains("the offer by South ", "name=\"counters\" value=\"" + Samples.id(97) + "\"");
    screen.post(
        "/act/offers",
        "form=counter-x&counters=cc&words=w&lapses=60&scope-zone=z-alps&scope-category=");
    assertThat(line.calls.getLast())
        .isEqualTo(
            "offer Offer[condition=null, words=w, lapsesInSeconds=3600, counters=cc,"
                + " scope=Scope[zone=z-alps, category=null]]");
    String refused =
        screen.text(
            screen.post("/act/offers", "form=counter-" + Samples.id(97) + "&words=half&lapses=x"));
    assertThat(Screen.count(refused, "half</textarea>")).isEqualTo(1);
  }

  @Test
  void aRuleMayHoldForHoursAndHeights() {
    screen.post(
        "/act/status",
        "state=SUSPENDED&words=w&rule2=yes&category2=transit&times2=22:00-06:00&floor2=FL280&ceiling2=FL400"
            + "&scope-category=patrol");
    assertThat(line.calls.getLast())
        .isEqualTo(
            "status Status[state=SUSPENDED, effective=null, condition=Condition[words=,"
                + " rules=[Rule[category=transit, zone=null, times=22:00-06:00, floor=FL280,"
                + " ceiling=FL400]]], words=w, scope=Scope[zone=null, category=patrol]]");
  }

  @Test
  void termsAreProposedFromAFile() {
    assertThat(screen.html("/terms"))
        .contains("action=\"/act/proposal\"", "enctype=\"multipart/form-data\"");
    assertThat(screen.html("/terms?at=14:02Z")).doesNotContain("/act/proposal");
    assertThat(screen.upload("/act/proposal", new byte[5]).status()).isEqualTo(303);
    assertThat(line.calls).containsExactly("propose 5");
    assertThat(screen.html(screen.post("/act/proposal", "form=propose")))
        .contains("Choose the file of drafted terms.");
  }

  @Test
  void termsShowWhatTheyChangeAndWhatCameToNothing() {
    String page = screen.html("/terms");
    assertThat(page)
        .contains("Terms 8, proposed by South", "2 clauses change.")
        .contains("<del>3,000</del>", "<ins>2,500</ins>", "nothing: it is new")
        .contains("Tue 1 Dec 2026", "unless all have signed")
        .contains("Terms 9 ", "the height margin", "Too thin.");
    assertThat(page).doesNotContain("Withdraw terms");
    screen.post("/act/terms/abc", "verb=refuse&scope=the margin&reason=too thin");
    assertThat(line.calls.getLast()).isEqualTo("terms-refuse abc too thin the margin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          a b c|a b c|a b c|a b c
          a b c|a x c|a <del>b</del> c|a <ins>x</ins> c
          a b|a b c d|a b|a b <ins>c d</ins>
          a b c|c|<del>a b</del> c|c
          a <b>|a|a <del>&lt;b&gt;</del>|a
          """)
  void onlyTheWordsThatDifferAreMarked(String before, String after, String cut, String put) {
    WordDiff diff = WordDiff.of(before, after);
    assertThat(text(diff.before())).isEqualTo(cut);
    assertThat(text(diff.after())).isEqualTo(put);
  }

  @Test
  void aNewClauseIsMarkedWhole() {
    assertThat(text(WordDiff.of("", "all new").after())).isEqualTo("<ins>all new</ins>");
    String longest = "word ".repeat(5_000);
    assertThat(text(WordDiff.of(longest, longest + "end").after())).startsWith("<ins>word");
  }

  private static String text(Html html) {
    StringBuilder out = new StringBuilder();
    html.to(out);
    return out.toString().strip();
  }

  @Test
  void aNoticeIsReleasedToThoseThatAreTicked() {
    assertThat(screen.html("/notices/new"))
        .contains("value=\"redcross\"")
        .doesNotContainPattern("<input[^>]* checked");
    screen.post("/act/notices", "category=patrol&release=centre&release=redcross");
    assertThat(line.calls.getLast()).endsWith("release=[centre, redcross]]");
    assertThat(screen.html("/notices/N-0412")).contains("May be handed on to</dt><dd>nobody");
  }

  @Test
  void hostileTextIsInert() {
    String evil = "</textarea></script><img src=x onerror=alert(1)>\u202e\u0000";
    line.channelWords.addAll(SampleChannel.words(evil));
    line.contradictions.add(SampleChannel.contradiction(evil));
    line.endedTerms.add(SampleChannel.vetoed(evil));
    line.put(SampleChannel.counterOffer(evil));
    line.channelWords.add(
        SampleChannel.word(7, "north", new Views.Scope(evil, evil), "SUSPENDED", true, evil));
    for (String address : List.of("/status", "/terms", "/status?at=14:02Z")) {
      assertThat(screen.html(address))
          .as(address)
          .doesNotContain("<img", "</textarea></script>", "\u202e", "\u0000");
    }
  }
}
