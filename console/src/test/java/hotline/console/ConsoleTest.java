package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.Said;
import hotline.node.api.Views;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages over a line in memory: what stands where, what the forms do, what is kept. */
class ConsoleTest {
  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  private static String html(Pages.Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private Pages.Answer get(String address) {
    int query = address.indexOf('?');
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query >= 0) {
      for (String one : address.substring(query + 1).split("&", -1)) {
        String[] pair = one.split("=", 2);
        parameters.put(pair[0], List.of(pair[1]));
      }
    }
    String path = query < 0 ? address : address.substring(0, query);
    return console.page(new Pages.Request("GET", path, parameters, Map.of(), "token", Map.of()));
  }

  private Pages.Answer post(String path, String... fields) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.computeIfAbsent(fields[i], _ -> new ArrayList<>()).add(fields[i + 1]);
    }
    return console.page(new Pages.Request("POST", path, Map.of(), form, "token", Map.of()));
  }

  private String lastCall() {
    return line.calls.getLast();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/status",
        "/terms",
        "/record",
        "/watch",
        "/paper",
        "/notices/new",
        "/messages/new",
        "/notices/N-0412",
        "/notices/S-0288",
        "/notices/N-0412/amend",
        "/record?from=0",
        "/?q=rescue"
      })
  void everyPageStandsByItself(String address) {
    Pages.Answer answer = get(address);
    String page = html(answer);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(page)
        .startsWith("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">")
        .contains("id=\"main\"");
    assertThat(page)
        .doesNotContain(" style=", " onclick", "javascript:", "http://", "https://", "null");
    assertThat(count(page, "<form")).isEqualTo(count(page, "</form>"));
    assertThat(count(page, "method=\"post\""))
        .isEqualTo(count(page, "name=\"csrf\" value=\"token\""));
    assertThat(html(get(address))).isEqualTo(page);
  }

  @Test
  void partiesStandSideBySideAndUnknownIsUnknown() {
    line.set("south", "UNKNOWN", null, "");
    String page = html(get("/"));
    assertThat(page.indexOf("North (you)")).isBetween(0, page.indexOf("data-p=\"S\">South"));
    assertThat(page).contains("<span class=\"lamp unknown\"></span>Unknown");
    line.set("south", "SUSPENDED", null, "why");
    assertThat(html(get("/"))).contains("<span class=\"lamp off\"></span>Suspended");
  }

  @Test
  void stopIsOnePressFromEveryPage() {
    for (String address :
        List.of("/", "/status", "/terms", "/record", "/notices/new", "/nowhere")) {
      assertThat(html(get(address)))
          .contains("action=\"/act/urgent\"", "name=\"do\" value=\"STOP\"", "value=\"DISTRESS\"");
    }
    Pages.Answer sent = post("/act/urgent", "do", "STOP");
    assertThat(sent.status()).isEqualTo(303);
    assertThat(lastCall()).startsWith("send Message[kind=STOP, to=[], text=null");
    assertThat(html(get(java.util.Objects.requireNonNull(sent.location()))))
        .contains(
            "STOP sent",
            "Not delivered yet: call by voice as well.",
            "Recorded; not confirmed yet.");
  }

  @Test
  void aStopThatCameIsFirstAndAskedToBeAccepted() {
    line.put(SampleMessages.stop());
    String strip = html(get("/"));
    assertThat(strip.indexOf("data-state=\"unaccepted\" role=\"alert\""))
        .isBetween(0, strip.indexOf("QUERY"));
    assertThat(strip).contains("2 unaccepted");
    String id = Samples.id(94);
    post("/act/messages/" + id + "/accept", "post", "ops", "officer", "M. Okafor");
    assertThat(lastCall()).isEqualTo("accept " + id + " ops M. Okafor");
    String page = html(get("/messages/" + id));
    assertThat(page).contains("Accepted by M. Okafor. Not answered.").doesNotContain("checked");
    post("/act/messages/" + id + "/answer", "word", "WILCO", "text", "turning north");
    assertThat(html(get("/messages/" + id))).contains("Answered: WILCO");
  }

  @Test
  void whereNobodyHasTheWatchAcceptingAsksForAName() {
    assertThat(html(get("/"))).contains("name=\"officer\" value=\"M. Okafor\"");
    line.leave("ops");
    assertThat(html(get("/"))).contains("placeholder=\"your name\"").contains("required");
  }

  @Test
  void displayedIsSaidOnlyOnceThePageIsOut() {
    line.put(SampleMessages.stop());
    Pages.Answer answer = get("/");
    assertThat(line.calls).isEmpty();
    answer.afterSent().run();
    assertThat(line.calls).containsExactly("displayed " + Samples.id(94) + " ops");
    get("/").afterSent().run();
    assertThat(line.calls).hasSize(1);
  }

  @Test
  void pagesReloadThemselvesOnlyWithoutScriptsAndWhereNobodyWrites() {
    String reload = "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>";
    line.put(SampleMessages.stop());
    assertThat(html(get("/"))).contains(reload);
    assertThat(html(get("/messages/" + Samples.id(94)))).contains(reload);
    post("/act/messages/" + Samples.id(94) + "/accept", "post", "ops", "officer", "A");
    assertThat(html(get("/messages/" + Samples.id(94)))).doesNotContain("refresh");
    for (String address : List.of("/status", "/notices/new", "/messages/new", "/watch", "/terms")) {
      assertThat(html(get(address))).doesNotContain("refresh");
    }
  }

  @Test
  void aNoticeSaysWhichAgreedLinesItCrosses() {
    line.notices.replaceAll(one -> one.own() ? Samples.crossing(one) : one);
    assertThat(get("/notices/" + Samples.entity(412)).body())
        .asString(StandardCharsets.UTF_8)
        .contains("Agreed line", "crosses the river: 10 min notice is asked, 4 min given: late");
  }

  @Test
  void whatIsRefusedKeepsWhatWasTyped() {
    line.refusal =
        Said.refused("position-malformed", "Line 1 is no position; write N 47 30.0 E 008 20.0.");
    Pages.Answer answer =
        post(
            "/act/notices",
            "category",
            "rescue",
            "label",
            "REGA <7>",
            "outline",
            "here\nthere",
            "radius",
            "5 NM",
            "floor",
            "FL1OO",
            "ceiling",
            "FL120",
            "start",
            "+20min",
            "end",
            "+40min");
    String page = html(answer);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(page)
        .contains(
            "Refused", "Line 1 is no position; write N 47 30.0 E 008 20.0.", "position-malformed")
        .contains(
            "value=\"REGA &lt;7&gt;\"",
            "here\nthere</textarea>",
            "value=\"FL1OO\"",
            "value=\"5 NM\"")
        .contains("<option value=\"rescue\" selected>");
    Pages.Answer offer =
        post(
            "/act/offers",
            "form",
            "offer",
            "words",
            "come back",
            "lapses",
            "soon",
            "rule2",
            "yes",
            "zone2",
            "z-alps");
    assertThat(html(offer))
        .contains("come back</textarea>", "value=\"soon\"", "name=\"rule2\" value=\"yes\" checked");
    assertThat(count(html(offer), "come back")).isEqualTo(1);
  }

  @Test
  void aNoticeIsDeclaredAsItWasTyped() {
    post(
        "/act/notices",
        "category",
        "patrol",
        "label",
        "",
        "outline",
        " N 47 E 8 \n\nN 48 E 8",
        "radius",
        "",
        "floor",
        "FL100",
        "ceiling",
        "FL120",
        "start",
        "a",
        "end",
        "b",
        "answers",
        "");
    assertThat(lastCall())
        .isEqualTo(
            "declare Declare[entity=null, category=patrol, label=null, volumes=[Volume[outline=[N 47 E 8, N 48 E 8],"
                + " radius=null, floor=FL100, ceiling=FL120, start=a, end=b, path=null]], answers=null, release=[]]");
  }

  @Test
  void statusOffersAndTermsAreSaidByForms() {
    post(
        "/act/status",
        "form",
        "status",
        "state",
        "SUSPENDED",
        "words",
        "after an incident",
        "rule1",
        "yes",
        "category1",
        "rescue",
        "zone1",
        "",
        "condition",
        "rescue only");
    assertThat(lastCall())
        .isEqualTo(
            "status Status[state=SUSPENDED, effective=null, condition=Condition[words=rescue only,"
                + " rules=[Rule[category=rescue, zone=null, times=null, floor=null, ceiling=null]]],"
                + " words=after an incident, scope=null]");
    post("/act/offers", "form", "offer", "words", "w", "lapses", "90");
    assertThat(lastCall())
        .isEqualTo(
            "offer Offer[condition=null, words=w, lapsesInSeconds=5400, counters=null, scope=null]");
    line.put(Samples.offer());
    assertThat(html(get("/status"))).contains("Silence is not acceptance.");
    post("/act/offers/" + Samples.id(99), "verb", "refuse", "reason", "not yet");
    assertThat(lastCall()).isEqualTo("offer-refuse " + Samples.id(99) + " not yet");
    post("/act/terms/abc", "verb", "sign", "reason", "");
    assertThat(lastCall()).isEqualTo("terms-sign abc");
  }

  @Test
  void takingTheWatchMakesThisScreenItsPost() {
    Pages.Answer taken = post("/act/watch/ops/take", "officer", " B. Lindqvist ");
    assertThat(taken.keep()).containsEntry("post", "ops");
    assertThat(lastCall()).isEqualTo("take ops B. Lindqvist");
    post("/act/watch/ops/handover", "to", "C", "open", "1", "open", "2");
    assertThat(lastCall()).isEqualTo("handover ops C 2");
  }

  @Test
  void aFoundShiftIsShownAndNotYetSent() {
    Pages.Answer found = post("/act/notices/" + Samples.entity(412) + "/find-shift");
    assertThat(found.location()).contains("feet=1000");
    assertThat(html(get("/notices/N-0412?feet=1000&seconds=")))
        .contains("Move it by 1000 ft in height", "name=\"answers\"");
    post("/act/notices/x/shift", "feet", "−500", "seconds", "", "answers", "");
    assertThat(lastCall())
        .isEqualTo("shift Shift[entity=x, verticalFeet=-500, seconds=null, answers=null]");
    assertThat(post("/act/notices/x/shift", "feet", "1", "seconds", "1").status()).isEqualTo(422);
  }

  @Test
  void troublesAreAlarmsUntilTheyAreOver() {
    line.troubles.add(
        new Views.Trouble(Samples.NOW, "disk-full", "The disk is full: free some space."));
    assertThat(html(get("/"))).contains("TROUBLE", "The disk is full: free some space.");
    assertThat(html(get("/record"))).contains("disk-full");
  }

  @Test
  void hostileTextIsInertOnEveryPage() {
    String evil = "</textarea></script><img src=x onerror=alert(1)>\u202e\u0000";
    line.put(Samples.message(7, "WARNING", "south", Samples.NOW, 4, evil));
    line.set(
        "south",
        "SUSPENDED",
        new Views.Condition(evil, List.of(new Views.Condition.Rule(evil, evil))),
        evil);
    line.put(
        new Views.Offer(
            Samples.id(98),
            "south",
            false,
            new Views.Condition(evil, List.of()),
            evil,
            Samples.NOW,
            Samples.NOW.plusSeconds(60),
            "OPEN",
            List.of(new Views.Answer("north", evil, evil, Samples.NOW))));
    line.takeWatch("duty", evil);
    line.troubles.add(new Views.Trouble(Samples.NOW, evil, evil));
    line.put(
        Samples.notice(
            "N-0099",
            "north",
            evil,
            evil,
            Samples.feet(0, 100),
            "14:10:00",
            "14:20:00",
            List.of(),
            0));
    for (String address :
        List.of(
            "/",
            "/status",
            "/terms",
            "/record",
            "/watch",
            "/paper",
            "/messages/" + Samples.id(7),
            "/paper/" + Samples.id(7),
            "/notices/N-0099",
            "/messages/new?kind=" + evil,
            "/?q=" + evil,
            "/" + evil)) {
      assertThat(html(get(address)))
          .as(address)
          .doesNotContain("<img", "</textarea></script>", "\u202e", "\u0000");
    }
    assertThat(html(post("/act/messages/x/answer", "word", evil, "text", evil)))
        .doesNotContain("<img");
  }

  @Test
  void assetsNeverAgeAndNothingElseIsGiven() {
    String page = html(get("/"));
    String path = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]{12}/console.css)\".*", "$1");
    assertThat(console.asset(path)).isPresent();
    assertThat(console.asset("/assets/000000000000/console.css")).isEmpty();
    assertThat(console.asset("/assets/../pom.xml")).isEmpty();
  }

  @Test
  void thePaperFormCarriesACodeThatCanBeSpoken() {
    assertThat(PaperPage.code(Samples.ROOT)).isEqualTo("F8RW 1QMZ 42RY");
    assertThat(PaperPage.spoken("F8RW 1QMZ"))
        .isEqualTo("Foxtrot eight Romeo Whiskey, one Quebec Mike Zulu");
    assertThat(html(get("/paper/" + Samples.id(89))))
        .contains("F8RW 1QMZ 42RY", "▢ QUERY", "Is this yours?");
  }

  private static long count(String text, String piece) {
    return text.split(java.util.regex.Pattern.quote(piece), -1).length - 1L;
  }
}
