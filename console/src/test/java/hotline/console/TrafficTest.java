package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Alerts of live traffic on the strip and on their pages. */
class TrafficTest {
  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @Test
  void whatIsAcceptedIsNoAlarm() {
    assertThat(screen.html("/")).doesNotContain(">TRAFFIC<", "/alerts/7");
  }

  @Test
  void oneThatStandsSoundsUntilSomebodyAcceptsItAndManyAreOneRow() {
    line.alerts.clear();
    line.alerts.add(SampleTraffic.alert(8, "PREDICTED", "UNACCEPTED"));
    line.alerts.add(SampleTraffic.alert(9, "CURRENT", "UNACCEPTED"));
    line.alerts.add(SampleTraffic.alert(5, "PAST", "RETURNED"));
    String page = screen.html("/");
    assertThat(page)
        .contains("alarm p1\" data-state=\"unaccepted\" role=\"alert\"")
        .contains("/alerts/9", "separation lost since", "2 more in Traffic")
        .contains("name=\"numbers\" value=\"9\"")
        .doesNotContain("/alerts/8");
    assertThat(screen.html("/traffic")).contains("Accept these 3", "value=\"8 9 5\"");
  }

  @Test
  void oneThatIsPastIsShownAndDoesNotSound() {
    line.alerts.set(0, SampleTraffic.alert(5, "PAST", "RETURNED"));
    assertThat(screen.html("/"))
        .contains("class=\"alarm p2\" data-state=\"returned\"", "/alerts/5", "past since");
  }

  @Test
  void aStopComesBeforeALossAndBothAreShown() {
    line.alerts.set(0, SampleTraffic.alert(9, "CURRENT", "UNACCEPTED"));
    line.put(SampleMessages.stop());
    String page = screen.html("/");
    assertThat(page.indexOf("/messages/" + Samples.id(94))).isBetween(0, page.indexOf("/alerts/9"));
  }

  @Test
  void anAlertSaysWhatCouldBeAskedForAndWhatThatWouldDo() {
    line.alerts.set(0, SampleTraffic.alert(8, "PREDICTED", "UNACCEPTED"));
    screen.standsByItself("/alerts/8");
    assertThat(screen.html("/alerts/8"))
        .contains("DESCEND TO FL370", "none found", "no order to a pilot")
        .contains("meets 4ca7b6, enters south KQWM4, may enter north TRBD2")
        .contains("045° 12.0 NM from Zurich", "Two aircraft are predicted to lose separation")
        .contains("/act/alerts/8/warn", "/act/alerts/8/nuisance", "/act/alerts/0/accept");
    assertThat(screen.get("/alerts/77").status()).isEqualTo(404);
    line.observe();
    assertThat(screen.html("/alerts/8")).doesNotContain("/act/alerts");
  }

  @Test
  void whatIsPressedIsDone() {
    var _ = screen.post("/act/alerts/0/accept", "numbers=8 9&post=duty&officer=Ann");
    var _ = screen.post("/act/alerts/8/nuisance", "post=duty&officer=Ann");
    var _ = screen.post("/act/alerts/8/meant", "post=duty&officer=Ann");
    var _ = screen.post("/act/alerts/8/warn", "post=duty&officer=Ann");
    var _ = screen.post("/act/alerts/x/warn", "post=duty&officer=Ann");
    assertThat(line.calls)
        .contains("alerts [8, 9] by Ann", "nuisance 8 true", "nuisance 8 false", "warn of alert 8");
  }

  /** A script asks for the alarms before it asks for the page round them. */
  @Test
  void theAlarmsAloneAreThoseOfThePage() {
    line.put(SampleMessages.stop());
    String strip = screen.html("/strip");
    String list =
        strip.substring(strip.indexOf("<div class=\"alarms\""), strip.lastIndexOf("</div>"));
    assertThat(list).contains("data-state=\"unaccepted\"", "/accept");
    assertThat(screen.html("/")).contains(list);
    assertThat(strip).doesNotContain("<main", "<header");
  }

  /** What an officer can do nothing about is counted, not listed. */
  @Test
  void aNoticeThatNothingFliesYetIsCounted() {
    assertThat(screen.html("/traffic"))
        .contains("N-0412", "1 more notice of ours, not listed here")
        .doesNotContain("No track is known as the one that flies it");
  }

  @Test
  void placesAreWrittenAsEverywhere() {
    assertThat(Words.position(47_458_100_000L, -8_548_100_000L)).isEqualTo("47°27.5'N 008°32.9'W");
    assertThat(screen.html("/traffic")).doesNotContainPattern("\\d\\.\\d{4} ");
  }

  /** An aircraft that falls silent stays on the page, with its age. */
  @Test
  void silentTracksAreShownAsWhatTheyAre() {
    assertThat(screen.html("/traffic")).contains("coasting", "3c6445", "lost", "3c6444");
  }
}
