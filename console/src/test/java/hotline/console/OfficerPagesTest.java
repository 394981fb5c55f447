package hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.api.Pages;
import hotline.node.api.Right;
import hotline.node.api.Rights;
import hotline.node.api.Role;
import hotline.node.api.Views;
import hotline.node.api.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages as a person who is signed in sees them, and what each form asks of a role. */
class OfficerPagesTest {
  private final FakeLine line = new FakeLine();
  private final Console console = new Console(line);

  private Pages.Answer ask(
      String method, String path, Visitor visitor, Map<String, List<String>> form) {
    return console.page(
        new Pages.Request(method, path, Map.of(), form, new byte[0], "token", Map.of(), visitor));
  }

  private String page(String path, Visitor visitor) {
    return new String(ask("GET", path, visitor, Map.of()).body(), StandardCharsets.UTF_8);
  }

  /** Every address that a form of these pages has is in the table, and nothing else is. */
  @Test
  void everyFormHasItsRight() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    Pattern form = Pattern.compile("\"/act/([a-z-]+)");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        form.matcher(Files.readString(file)).results().forEach(each -> used.add(each.group(1)));
      }
    }
    assertThat(Rights.FORMS.keySet()).containsExactlyInAnyOrderElementsOf(used);
    for (String area : used) {
      assertThat(Rights.of("POST", "/act/" + area)).contains(Rights.FORMS.get(area));
      assertThat(Rights.of("POST", "/act/" + area + "/x/y")).isPresent();
    }
    assertThat(Rights.of("POST", "/act/messages/00/accept")).contains(Right.URGENT);
    assertThat(Rights.of("POST", "/act/messages/00/answer")).contains(Right.SPEAK);
    for (String nowhere : List.of("/", "/act", "/act/", "/act/nothing", "/status", "/act/URGENT")) {
      assertThat(Rights.of("POST", nowhere)).as(nowhere).isEmpty();
    }
    assertThat(Rights.of("DELETE", "/act/urgent")).isEmpty();
  }

  @Test
  void everyPageSaysAsWhomItSpeaks() {
    assertThat(page("/", Visitor.ANYBODY))
        .contains("No officers are set up: whoever opens this page speaks for North");
    assertThat(page("/", Visitor.LINK)).contains("nobody is signed in", "href=\"/sign-in\"");
    assertThat(page("/", Visitor.of("Anna", Role.OFFICER, false)))
        .contains("Anna", ", officer", "action=\"/sign-out\"");
    assertThat(page("/", Visitor.of("Anna", Role.OFFICER, true)))
        .contains("Sign-in is over: sign in", "value=\"STOP\"", "id=\"alarms\"");
  }

  @Test
  void whoOnlySeesSendsNoStopAcceptsNothingAndIsNobodysScreen() {
    line.put(SampleMessages.stop());
    Visitor viewer = Visitor.of("Vera", Role.VIEWER, false);
    assertThat(page("/", viewer))
        .contains("sends no STOP")
        .doesNotContain("/act/urgent", "/accept");
    ask("GET", "/", viewer, Map.of()).afterSent().run();
    assertThat(line.calls).noneMatch(call -> call.startsWith("displayed"));
    ask("GET", "/", Visitor.of("Anna", Role.OFFICER, true), Map.of()).afterSent().run();
    assertThat(line.calls)
        .as("a sign-in that is over")
        .anyMatch(call -> call.startsWith("displayed"));
  }

  /** Nobody fills in what the node will refuse: of every role and every page. */
  @Test
  void aFormThatIsNotForARoleIsOutOfUseAndSaysWhy() {
    Pattern form = Pattern.compile("<form[^>]* action=\"(/act/[^\"]+)\"");
    for (Role role : Role.values()) {
      Visitor visitor = Visitor.of("Anna", role, false);
      for (String path : List.of("/", "/status", "/terms", "/watch", "/notices/new", "/traffic")) {
        assertThat(form.matcher(page(path, visitor)).results().map(each -> each.group(1)))
            .as(role + " " + path)
            .allMatch(action -> visitor.may(Rights.of("POST", action).orElseThrow()));
      }
    }
    assertThat(page("/status", Visitor.of("Vera", Role.VIEWER, false)))
        .contains("<fieldset disabled", "Not for your role (viewer).")
        .doesNotContain("action=\"/act/status\"");
    assertThat(page("/status", Visitor.of("Chief", Role.SUPERVISOR, false)))
        .contains("action=\"/act/status\"")
        .doesNotContain("Not for your role");
    assertThat(page("/status", Visitor.of("Chief", Role.SUPERVISOR, true)))
        .contains("Your sign-in is over: sign in to do this.");
  }

  @Test
  void aHostileNameIsShownInert() {
    String page = page("/watch", Visitor.of("<b>\u202eAnna&\"", Role.OFFICER, false));
    assertThat(page).contains("&lt;b&gt;").doesNotContain("<b>\u202eAnna");
  }

  @Test
  void whoIsSignedInTakesTheWatchInNoOtherName() {
    Visitor anna = Visitor.of("Anna", Role.OFFICER, false);
    assertThat(page("/watch", anna)).doesNotContain("name=\"officer\"");
    Pages.Answer taken =
        ask("POST", "/act/watch/ops/take", anna, Map.of("officer", List.of("Mallory")));
    assertThat(taken.status()).isEqualTo(303);
    assertThat(line.calls.getLast()).contains("Anna").doesNotContain("Mallory");
  }

  @Test
  void theWatchIsHandedOverByWhoHasItOrASupervisor() {
    Map<String, List<String>> form = Map.of("to", List.of("Boris"));
    Visitor stranger = Visitor.of("Nobody at all", Role.OFFICER, false);
    Pages.Answer no = ask("POST", "/act/watch/ops/handover", stranger, form);
    assertThat(no.status()).isEqualTo(422);
    assertThat(new String(no.body(), StandardCharsets.UTF_8)).contains("not-your-watch");
    Visitor supervisor = Visitor.of("Chief", Role.SUPERVISOR, false);
    assertThat(ask("POST", "/act/watch/ops/handover", supervisor, form).status()).isEqualTo(303);
  }

  private String watch(Map<String, String> kept) {
    Pages.Request request = new Pages.Request("GET", "/", Map.of(), Map.of(), "token", kept);
    return new String(console.page(request).body(), StandardCharsets.UTF_8);
  }

  @Test
  void aMissedLineCheckSoundsUntilItIsSilencedHereForATimeAndAReason() {
    line.troubles.add(new Views.Trouble(Samples.NOW, "line-check-south", "Not proven."));
    assertThat(watch(Map.of())).contains("data-state=\"unaccepted\"", "Not proven.");
    for (String minutes : List.of("", "0", "7", "60", "-5", "x", "99999999999")) {
      Map<String, List<String>> form =
          Map.of("minutes", List.of(minutes), "reason", List.of("by voice"));
      assertThat(ask("POST", "/act/shelve", Visitor.ANYBODY, form).status())
          .as(minutes)
          .isEqualTo(422);
    }
    Map<String, List<String>> noReason = Map.of("minutes", List.of("10"));
    assertThat(ask("POST", "/act/shelve", Visitor.ANYBODY, noReason).status()).isEqualTo(422);
    Pages.Answer done =
        ask(
            "POST",
            "/act/shelve",
            Visitor.ANYBODY,
            Map.of("minutes", List.of("10"), "reason", List.of("by <voice>")));
    assertThat(done.status()).isEqualTo(303);
    assertThat(watch(done.keep())).contains("data-state=\"shelved\"").contains("Not proven.");
    assertThat(watch(Map.of(Shelf.KEPT, Samples.NOW.minusSeconds(1) + " over")))
        .doesNotContain("data-state=\"shelved\"");
    assertThat(watch(Map.of(Shelf.KEPT, "yesterday nonsense")))
        .doesNotContain("data-state=\"shelved\"");
  }

  @Test
  void noStopIsEverShelved() {
    line.put(SampleMessages.stop());
    String shelf = Samples.NOW.plusSeconds(600) + " why not";
    assertThat(watch(Map.of(Shelf.KEPT, shelf)))
        .contains("alarm p1\" data-state=\"unaccepted\"")
        .doesNotContain("data-state=\"shelved\"");
  }

  @Test
  void whoHearsNothingAtTheStartOfTheWatchIsToldSoOnEveryPage() {
    Pages.Answer taken =
        ask(
            "POST",
            "/act/watch/ops/take",
            Visitor.ANYBODY,
            Map.of("officer", List.of("Anna"), "sound", List.of("no")));
    assertThat(taken.status()).as("the watch is taken all the same").isEqualTo(303);
    assertThat(watch(taken.keep())).contains("No alarm was heard on this screen");
    assertThat(watch(Map.of())).doesNotContain("No alarm was heard");
    assertThat(page("/watch", Visitor.ANYBODY)).contains("data-sound-test");
  }

  @Test
  void aRefusedPersonKeepsTheAlarmsInSight() {
    Pages.Request request =
        new Pages.Request(
            "POST",
            "/act/status",
            Map.of(),
            Map.of("words", List.of("x")),
            new byte[0],
            "token",
            Map.of(),
            Visitor.of("Anna", Role.OFFICER, true));
    Pages.Answer no = console.refused(request, "sign-in-over", "Your sign-in is over.");
    assertThat(no.status()).isEqualTo(403);
    assertThat(new String(no.body(), StandardCharsets.UTF_8))
        .contains("Your sign-in is over.", "id=\"alarms\"", "value=\"STOP\"");
    assertThat(line.calls).isEmpty();
  }

  @Test
  void theSignInPageStandsByItself() {
    String page = new String(console.signIn("Wrong <i>").body(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("name=\"password\"", "name=\"code\"", "action=\"/sign-in\"", "Wrong &lt;i&gt;")
        .doesNotContain(" style=", " onclick", "http://", "https://");
  }
}
