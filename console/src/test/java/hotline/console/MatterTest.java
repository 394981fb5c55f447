package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.MatterViews;
import hotline.node.api.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of incidents, cases, breaches and third parties: whose word stands where, what is said. */
class MatterTest {
  private static final String HEX = Samples.id(230);

  private final FakeLine line = new FakeLine();
  private final Screen screen = new Screen(line);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents",
        "/incidents/I-KQWM",
        "/group",
        "/group/W-TRBD",
        "/breaches",
        "/traffic",
        "/third"
      })
  void everyPageStandsByItself(String address) {
    screen.standsByItself(address);
    assertThat(screen.html(address)).contains("name=\"do\" value=\"STOP\"");
  }

  @Test
  void trafficIsShownWithItsAgeAndWhatIsNotKnownIsNotMadeUp() {
    assertThat(screen.html("/traffic"))
        .contains("SWR12AB", "212 live, 3 coasting, 1 lost", "38000 ft", "38600 ft", "predicted")
        .contains("This machine has no network interface eth7.", "3 malformed", "lost");
  }

  @Test
  void whatLeftItsNoticeIsProposedWithOneButton() {
    assertThat(screen.html("/traffic"))
        .contains("outside by 1.21 NM, 300 ft", "1 more notice of ours, not listed here")
        .contains("/act/notices/" + Samples.entity(412) + "/state", "value=\"NONCONFORMING\"");
    assertThat(screen.html("/notices/" + Samples.entity(412)))
        .contains("outside by 1.21 NM, 300 ft", "name=\"squawk\"", "value=\"1054\"");
  }

  @Test
  void versionsStandSideBySideAndSilenceSaysNothing() {
    String page = screen.html("/incidents/I-KQWM");
    assertThat(page.indexOf("We ask for a turn rule"))
        .isBetween(0, page.indexOf("Our aircraft held its heading."));
    MatterViews.Incident one = SampleMatters.incident();
    line.incidents.set(
        0,
        new MatterViews.Incident(
            one.reference(),
            one.by(),
            one.title(),
            one.from(),
            one.to(),
            null,
            null,
            List.of(new MatterViews.Account("north", true, null, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new MatterViews.Closings(false, List.of(), List.of())));
    assertThat(screen.html("/incidents/I-KQWM"))
        .contains("This party has given no version. That says nothing.", "not given");
  }

  @Test
  void aDisclosureThatIsFalseIsLoud() {
    String page = screen.html("/incidents/I-KQWM");
    assertThat(page)
        .contains("this node checked that it is what was committed to then.")
        .contains(
            "FALSE: this is not what was committed to then.",
            "The opened leaf is not under the committed root.");
    int row = page.indexOf("<tr class=\"p2\" id=\"e-" + Samples.id(233));
    assertThat(page.indexOf("FALSE: this")).isGreaterThan(row).isPositive();
    assertThat(row).isPositive();
    line.incidents.set(
        0,
        new Incidents(SampleMatters.incident())
            .exhibits(List.of(unknown(SampleMatters.incident().exhibits().get(3)))));
    assertThat(screen.html("/incidents/I-KQWM"))
        .contains("Not known: ", "this node cannot check it.")
        .doesNotContain("FALSE: this", "this node checked");
  }

  private static MatterViews.Exhibit unknown(MatterViews.Exhibit one) {
    return new MatterViews.Exhibit(
        one.by(),
        one.sort(),
        one.what(),
        one.from(),
        one.to(),
        null,
        null,
        one.sealedAt(),
        "UNKNOWN",
        null,
        null,
        one.state(),
        one.views(),
        one.mayAssess());
  }

  /** An incident with other exhibits. */
  private record Incidents(MatterViews.Incident one) {
    MatterViews.Incident exhibits(List<MatterViews.Exhibit> exhibits) {
      return new MatterViews.Incident(
          one.reference(),
          one.by(),
          one.title(),
          one.from(),
          one.to(),
          one.place(),
          one.band(),
          one.accounts(),
          exhibits,
          one.agreed(),
          one.differing(),
          one.findings(),
          one.dues(),
          one.refers(),
          one.closings());
    }
  }

  @Test
  void eachPartysViewStandsInItsOwnWords() {
    assertThat(screen.html("/incidents/I-KQWM"))
        .contains(
            "<b>accepts</b>",
            "time base 7 s off",
            "<b>has no firm information</b>",
            "<b>cannot verify</b>",
            "has not said",
            "narrowed by its own party");
  }

  @Test
  void whatIsVetoedStaysToBeSeenWithItsReason() {
    for (String page : List.of("/incidents/I-KQWM", "/group/W-TRBD")) {
      assertThat(screen.html(page))
          .contains("Vetoed: it is ended", "the word “corridor”", "Agreed: signed by all");
    }
    assertThat(screen.html("/incidents/I-KQWM")).contains("Dissents: ");
  }

  @Test
  void theGroupIsApartFromTheLine() {
    for (String page : List.of("/group", "/group/W-TRBD")) {
      assertThat(screen.html(page))
          .contains("<main class=\"apart\" id=\"main\">", "not the safety line.");
    }
    assertThat(screen.html("/")).doesNotContain("<main class=\"apart\"");
    String one = screen.html("/group/W-TRBD");
    assertThat(one.indexOf("id=\"ca\">Agreed")).isBetween(0, one.indexOf("id=\"cd\">Differing"));
  }

  @Test
  void aCountNeverStandsWithoutWhatItIsOutOf() {
    assertThat(screen.html("/breaches"))
        .contains("6 of 41", "1 of 17", "4 of 340", "the same at every node", "no answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /act/incidents/I-KQWM/account|words=ours|account I-KQWM ours
          /act/incidents/I-KQWM/attach|item=aa|attach I-KQWM aa
          /act/incidents/I-KQWM/assess|item=aa&word=DISPUTES&reason=why|assess Assess[item=aa, word=DISPUTES, reason=why]
          /act/incidents/I-KQWM/claim|words=w&from=a&to=b&position=&narrows=cc|claim Claim[incident=I-KQWM, words=w, from=a, to=b, position=null, narrows=cc]
          /act/incidents/claim|words=w&from=a&to=b|claim Claim[incident=null, words=w, from=a, to=b, position=null, narrows=null]
          /act/incidents/I-KQWM/seal|sort=FILE&title=t&sha256=ab cd&bytes=7&from=&to=|seal Seal[sort=FILE, title=t, sha256=abcd, bytes=7, from=null, to=null, incident=I-KQWM]
          /act/incidents/seal|sort=FILE&title=t&sha256=ab&bytes=7|seal Seal[sort=FILE, title=t, sha256=ab, bytes=7, from=null, to=null, incident=null]
          /act/incidents/I-KQWM/disclose|notice=N-0412&version=3&item=0|disclose Disclose[incident=I-KQWM, notice=N-0412, version=3, item=0, evidence=null]
          /act/incidents/I-KQWM/disclose|evidence=aa|disclose Disclose[incident=I-KQWM, notice=null, version=null, item=null, evidence=aa]
          /act/incidents/I-KQWM/fact|words=w&refers=a, b|fact Wording[file=I-KQWM, words=w, refers=[a, b]]
          /act/incidents/I-KQWM/finding|words=w|finding Wording[file=I-KQWM, words=w, refers=[]]
          /act/incidents/I-KQWM/agree|item=aa&dissent=no|agree Agree[item=aa, dissent=no, seat=null]
          /act/incidents/I-KQWM/veto|item=aa&scope=s&reason=r|veto Veto[item=aa, scope=s, reason=r, seat=null]
          /act/incidents/I-KQWM/retract|item=aa&reason=r|retract aa r
          /act/incidents/I-KQWM/due|party=south&words=w&due=d|due Due[file=I-KQWM, party=south, words=w, due=d]
          /act/incidents/I-KQWM/done|item=aa&words=w|due-done aa w
          /act/cases|title=t&agenda=x&refers=&seat=head|open-case Case[title=t, agenda=[x], refers=[], seat=head]
          /act/cases/W-TRBD/position|item=2&words=w&seat=head|position Position[file=W-TRBD, item=2, words=w, seat=head]
          /act/cases/W-TRBD/propose|words=w&narrows=aa&terms=&seat=head|propose Proposal[file=W-TRBD, words=w, narrows=aa, terms=null, seat=head]
          /act/cases/W-TRBD/minutes|words=w&next=n&seat=head|minutes Minutes[file=W-TRBD, words=w, next=n, seat=head]
          /act/cases/W-TRBD/agree|item=aa&seat=head|agree Agree[item=aa, dissent=null, seat=head]
          /act/cases/W-TRBD/veto|item=aa&scope=s&reason=r&seat=head|veto Veto[item=aa, scope=s, reason=r, seat=head]
          /act/breaches/aa/answer|word=NEEDS_TIME&until=u&text=|answer-breach BreachAnswer[breach=aa, word=NEEDS_TIME, until=u, text=null]
          /act/breaches/aa/follow|step=WITHDRAWN&words=w|follow-up-breach FollowUp[breach=aa, step=WITHDRAWN, words=w]
          /act/third/reach|third=centre&can=no&words=w|reach centre false w
          /act/third/relay|notice=S-0287&to=centre&state=HANDED_ON&words=|relay Relay[message=null, notice=S-0287, to=centre, state=HANDED_ON, words=]
          /act/hand-off/aa|file=&words=w|hand-off HandOff[message=aa, file=null, words=w]
          """)
  void everyFormSaysWhatItSays(String action, String fields, String call) {
    assertThat(screen.post(action, fields).status()).isEqualTo(303);
    assertThat(line.calls.getLast()).isEqualTo(call);
  }

  @Test
  void anIncidentAndABreachAreClaimedAsTyped() {
    screen.post("/act/incidents", "title=t&from=a&to=b&position=p&words=w&refers=N-0412 S-0287");
    assertThat(line.calls.getLast())
        .isEqualTo(
            "open-incident Incident[title=t, from=a, to=b, position=p, floor=null, ceiling=null,"
                + " words=w, refers=[N-0412, S-0287]]");
    screen.post("/act/breaches", "party=south&clause=4&from=a&to=b&zone=&words=w");
    assertThat(line.calls.getLast())
        .isEqualTo(
            "claim-breach Breach[party=south, clause=4, notice=null, track=null, from=a, to=b,"
                + " position=null, floor=null, ceiling=null, zone=null, words=w]");
  }

  @Test
  void aClauseIsNamedByItsKeyInTheTerms() {
    assertThat(screen.html("/breaches"))
        .contains(
            "<option value=\"7\">7 Separation, Buffers, Heights of different datums</option>",
            "<option value=\"15\">15 Reply by</option>");
  }

  @Test
  void aFileSaysWhoHoldsItForClosedAndHowToReopenIt() {
    assertThat(screen.html("/incidents/I-KQWM"))
        .contains("Nothing left to say, as it is now: ", "All is said.", "Close it for our part")
        .doesNotContain("Closed: every party");
    screen.post("/act/incidents/I-KQWM/close", "words=so be it");
    screen.post("/act/cases/W-TRBD/reopen", "words=the tape&seat=chair");
    assertThat(line.calls)
        .containsExactly(
            "close Closing[file=I-KQWM, words=so be it, seat=null]",
            "reopen Closing[file=W-TRBD, words=the tape, seat=chair]");
    assertThat(screen.html("/incidents")).contains("1 overdue");
  }

  @Test
  void seatsAreChosenFromTheTerms() {
    assertThat(screen.html("/group/W-TRBD"))
        .contains("<option value=\"chair\">chair</option>", "<option value=\"scribe\">")
        .doesNotContain("<option value=\"envoy\">");
  }

  @Test
  void aSealedFileIsSentByForm() {
    assertThat(screen.html("/incidents/I-KQWM"))
        .contains("enctype=\"multipart/form-data\"", "type=\"file\" name=\"file\" required");
    assertThat(screen.upload("/act/incidents/I-KQWM/bytes", new byte[3]).status()).isEqualTo(303);
    assertThat(line.calls).containsExactly("keep-sealed 3");
    assertThat(screen.html(screen.post("/act/incidents/I-KQWM/bytes", "form=bytes")))
        .contains("Choose the file that was sealed.");
  }

  @Test
  void theSeatIsTypedOnce() {
    assertThat(screen.post("/act/cases/W-TRBD/agree", "item=aa&seat= head ").keep())
        .containsEntry("seat", "head");
    line.refusal = Said.refused("seat-unknown", "There is no such seat.");
    assertThat(screen.post("/act/cases/W-TRBD/agree", "item=aa&seat=x").keep()).isEmpty();
  }

  @Test
  void whatIsRefusedComesBackUnfoldedInItsOwnFormOnly() {
    line.refusal = Said.refused("reason-missing", "A dispute has a reason: give one.");
    String page =
        screen.text(
            screen.post(
                "/act/incidents/I-KQWM/assess",
                "form=assess-" + HEX + "&item=" + HEX + "&word=DISPUTES&reason=half a reason"));
    assertThat(page).contains("A dispute has a reason: give one.", "reason-missing");
    assertThat(Screen.count(page, "<details open>")).isEqualTo(1);
    assertThat(Screen.count(page, "value=\"half a reason\"")).isEqualTo(1);
    assertThat(Screen.count(page, "value=\"DISPUTES\" required checked")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/act/incidents/I-KQWM/seal,bytes=many,length-malformed",
    "/act/incidents/I-KQWM/disclose,item=-1,number-malformed",
    "/act/incidents/I-KQWM/disclose,version=99999999999&item=0,number-malformed",
    "/act/cases/W-TRBD/position,item=first,number-malformed",
    "/act/breaches,clause=four,number-malformed"
  })
  void whatIsNoNumberIsRefusedHere(String action, String fields, String code) {
    assertThat(screen.text(screen.post(action, fields))).contains(code);
    assertThat(line.calls).isEmpty();
  }

  @Test
  void theBundleIsAFileOrTheReasonWhyThereIsNone() {
    assertThat(screen.get("/incidents/I-KQWM/bundle").mediaType()).isEqualTo("application/zip");
    assertThat(screen.get("/incidents/I-XXXX/bundle").status()).isEqualTo(404);
    line.unreadable = true;
    assertThat(screen.get("/incidents/I-KQWM/bundle").status()).isEqualTo(409);
    assertThat(screen.html("/incidents/I-KQWM/bundle"))
        .contains("A sealed thing is not kept here.", "Close approach near the Alpine zone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/incidents/I-XXXX",
        "/group/W-XXXX",
        "/incidents/I-KQWM/other",
        "/group/W-TRBD/bundle",
        "/third/centre"
      })
  void whatIsNotThereIsNotThere(String address) {
    assertThat(screen.get(address).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/act/incidents/I-KQWM/other",
        "/act/incidents/other",
        "/act/cases/W-TRBD/other",
        "/act/breaches/aa/other",
        "/act/third/other"
      })
  void noOtherFormDoesAnything(String action) {
    assertThat(screen.post(action, "words=w").status()).isEqualTo(422);
    assertThat(line.calls).isEmpty();
  }

  @Test
  void hostileTextIsInert() {
    String evil = "</textarea></script><img src=x onerror=alert(1)>\u202e\u0000";
    line.incidents.set(0, SampleMatters.incident(evil, evil));
    line.cases.set(0, SampleCases.file(evil, evil));
    line.breaches.add(SampleMatters.breach(250, "north", evil));
    line.unattached.add(SampleMatters.exhibit(251, "north", "CLAIM", evil, "DISPUTES", evil));
    line.thirdParties.addAll(SampleCases.thirdParties(evil));
    line.relays.addAll(SampleCases.relays(evil));
    for (String address :
        List.of(
            "/incidents", "/incidents/I-KQWM", "/group", "/group/W-TRBD", "/breaches", "/third")) {
      assertThat(screen.html(address))
          .as(address)
          .doesNotContain("<img", "</textarea></script>", "\u202e", "\u0000");
    }
  }
}
