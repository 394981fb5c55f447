package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.Audit;
import hotline.node.account.PasswordHash;
import hotline.node.api.Right;
import hotline.node.api.Role;
import hotline.node.api.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign-in, what each role may do, and what a sign-in that is over does not take away. */
class OfficersWebTest {
  private static final String PASSWORD = "correct horse battery";

  /** As docs/operations.md has it. */
  private static final Map<Role, Set<Right>> TABLE =
      Map.of(
          Role.OFFICER, EnumSet.of(Right.SEE, Right.URGENT, Right.WATCH, Right.SPEAK),
          Role.SUPERVISOR, EnumSet.allOf(Right.class),
          Role.INTERPRETER, EnumSet.of(Right.SEE),
          Role.WORKING_GROUP, EnumSet.of(Right.SEE, Right.INVESTIGATE, Right.GROUP),
          Role.INVESTIGATOR, EnumSet.of(Right.SEE, Right.INVESTIGATE),
          Role.ADMINISTRATOR, EnumSet.of(Right.SEE),
          Role.VIEWER, EnumSet.of(Right.SEE));

  @TempDir private Path folder;
  private Door door;
  private Accounts accounts;

  @BeforeEach
  void open() throws IOException {
    door = new Door(folder, 1);
    accounts = Accounts.in(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void add(String name, Role role) throws IOException {
    PasswordHash hash = PasswordHash.of(PASSWORD, new SecureRandom());
    accounts.add(new Account(name, name, role, hash, null, false));
  }

  /** The token of the forms, once signed in. */
  private String signIn(String name) throws Exception {
    var answer =
        door.submit("/sign-in", "name=" + name + "&code=&password=" + PASSWORD.replace(' ', '+'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return door.browse("/").body().lines().findFirst().orElseThrow();
  }

  @Test
  void withoutOfficersTheLinkOpensAsBeforeAndNobodySignsIn() throws Exception {
    assertThat(door.browse("/sign-in").statusCode()).isEqualTo(404);
    assertThat(door.browse("/").body()).doesNotContain("sign in:");
    String csrf = door.signIn();
    assertThat(door.submit("/act/decide", "csrf=" + csrf).statusCode()).isEqualTo(200);
    assertThat(Audit.of(accounts).latest(10)).isEmpty();
  }

  @Test
  void withOfficersAStrangerSeesTheSignInOnly() throws Exception {
    add("anna", Role.OFFICER);
    assertThat(door.browse("/").statusCode()).isEqualTo(401);
    assertThat(door.browse("/").body()).startsWith("sign in:");
    assertThat(door.browse("/events").statusCode()).isEqualTo(401);
    var wrong = door.submit("/sign-in", "name=anna&password=wrong&code=");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(door.submit("/sign-in", "name=anna&name=boris&password=x").statusCode())
        .isEqualTo(401);
    var foreign =
        door.send(
            door.formRequest("/sign-in", "name=anna&password=x")
                .header("Origin", "http://elsewhere.example"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    String csrf = signIn("anna");
    assertThat(door.submit("/act/speak", "csrf=" + csrf).statusCode()).isEqualTo(200);
    assertThat(door.submit("/act/decide", "csrf=" + csrf).statusCode()).isEqualTo(403);
    assertThat(door.submit("/act/nobody", "csrf=" + csrf).statusCode()).isEqualTo(403);
  }

  @Test
  void aRoleAndADisabledAccountCountFromTheNextPressOn() throws Exception {
    add("anna", Role.OFFICER);
    String csrf = signIn("anna");
    accounts.change("anna", each -> each.with(Role.VIEWER));
    assertThat(door.submit("/act/urgent", "csrf=" + csrf).statusCode()).isEqualTo(403);
    accounts.change("anna", each -> each.with(Role.SUPERVISOR));
    assertThat(door.submit("/act/decide", "csrf=" + csrf).statusCode()).isEqualTo(200);
    accounts.change("anna", each -> each.disabled(true));
    assertThat(door.browse("/").statusCode()).isEqualTo(401);
    assertThat(door.submit("/act/urgent", "csrf=" + csrf).statusCode()).isEqualTo(401);
  }

  @Test
  void theLinkFromTheNodesOwnMachineStillOpensAndIsNoted() throws Exception {
    add("anna", Role.OFFICER);
    String csrf = door.signIn();
    assertThat(door.submit("/act/decide", "csrf=" + csrf).statusCode()).isEqualTo(200);
    assertThat(Audit.of(accounts).latest(10))
        .extracting(Audit.Line::what)
        .contains("opened-by-link");
  }

  @Test
  void eachRoleMayDoWhatTheTableSaysAndNothingElse() {
    assertThat(TABLE.keySet()).containsExactlyInAnyOrder(Role.values());
    for (Role role : Role.values()) {
      Visitor now = Visitor.of("Anna", role, false);
      Visitor over = Visitor.of("Anna", role, true);
      Set<Right> rights = Optional.ofNullable(TABLE.get(role)).orElseThrow();
      for (Right right : Right.values()) {
        boolean may = rights.contains(right);
        assertThat(now.may(right)).as("%s, %s", role, right).isEqualTo(may);
        assertThat(over.may(right))
            .as("%s, %s, sign-in over", role, right)
            .isEqualTo(may && (right == Right.SEE || right == Right.URGENT));
        assertThat(People.refusal(now, Optional.of(right)).isEmpty()).isEqualTo(may);
      }
      assertThat(People.refusal(now, Optional.empty())).isPresent();
    }
  }

  @Test
  void aSignInEndsAnHourAfterTheLastFormAndAfterTwelveHoursAndThePageGoesOn() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    Instant[] now = {noon};
    Sessions sessions = new Sessions(() -> now[0]);
    String secret = sessions.open("anna");
    Sessions.Session session = sessions.find(secret).orElseThrow();
    for (int minutes = 50; minutes < 12 * 60; minutes += 50) {
      now[0] = noon.plus(Duration.ofMinutes(minutes));
      assertThat(session.lapsed(now[0])).isFalse();
      session.acts(now[0]);
    }
    now[0] = noon.plus(Sessions.SIGNED_IN);
    assertThat(session.lapsed(now[0])).isTrue();
    session.acts(now[0]);
    assertThat(session.lapsed(now[0])).as("stays over").isTrue();
    now[0] = noon.plus(Duration.ofDays(6));
    assertThat(sessions.find(secret)).as("the page goes on").isPresent();
    now[0] = noon.plus(Sessions.SHOWN);
    assertThat(sessions.find(secret)).isEmpty();

    Sessions.Session idle = sessions.find(sessions.open("anna")).orElseThrow();
    assertThat(idle.lapsed(now[0].plus(Sessions.IDLE).minusMillis(1))).isFalse();
    assertThat(idle.lapsed(now[0].plus(Sessions.IDLE))).isTrue();
    assertThat(
            List.of(
                sessions
                    .find(sessions.open(null))
                    .orElseThrow()
                    .lapsed(now[0].plus(Sessions.IDLE))))
        .as("a link is not signed in")
        .containsExactly(false);
  }
}
