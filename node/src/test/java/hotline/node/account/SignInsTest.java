package hotline.node.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.api.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, who is not, and what is noted of both. */
class SignInsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path data;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private Accounts accounts;
  private SignIns signIns;

  @BeforeEach
  void open() throws IOException {
    accounts = Accounts.in(data);
    signIns = new SignIns(accounts, Audit.of(accounts), () -> now);
    assertThat(accounts.any()).isFalse();
    accounts.add(
        new Account("anna", "Анна", Role.OFFICER, PasswordHash.of(PASSWORD, RANDOM), null, false));
  }

  private String attempt(String name, String password, String code, String address) {
    return switch (signIns.signIn(name, password, code, address)) {
      case SignIns.Answer.In(Account account) -> account.officer();
      case SignIns.Answer.No(int status, String _) -> Integer.toString(status);
    };
  }

  private String attempt(String name, String password) {
    return attempt(name, password, "", "127.0.0.1");
  }

  @Test
  void nameAndPasswordLetInAndNothingElseDoes() throws IOException {
    assertThat(attempt("anna", PASSWORD)).isEqualTo("Анна");
    for (String wrong : List.of("", PASSWORD + " ", PASSWORD.repeat(20_000), "\ud800", "\u0000")) {
      assertThat(attempt("anna", wrong, "", "::" + wrong.length())).isEqualTo("401");
    }
    for (String nobody :
        List.of("", "boris", "ANNA", "anna\n2026 signed-in boris x", "\u202eanna")) {
      assertThat(attempt(nobody, PASSWORD, "", "10.0.0." + nobody.length())).isEqualTo("401");
    }
    accounts.change("anna", each -> each.disabled(true));
    assertThat(attempt("anna", PASSWORD)).isEqualTo("401");
    assertThat(Audit.of(accounts).latest(100))
        .extracting(Audit.Line::name)
        .contains("anna", "boris", "?")
        .allMatch(name -> name.equals("?") || Account.isName(name));
    assertThat(Audit.of(accounts).latest(1).getFirst().what()).isEqualTo("wrong");
  }

  @Test
  void nothingSecretIsOnTheDiskAndTheFileIsItsOwners() throws IOException {
    accounts.change("anna", each -> each.withCode(OneTimeCode.secret(RANDOM)));
    assertThat(attempt("anna", PASSWORD)).isEqualTo("401");
    Path file = data.resolve("officers/accounts.json");
    assertThat(Files.readString(file)).doesNotContain(PASSWORD).contains("anna");
    assertThat(Files.readString(data.resolve("officers/audit.log"))).doesNotContain(PASSWORD);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> Accounts.in(data).all()).hasMessageContaining("chmod 600");
  }

  @Test
  void aDamagedFileLetsNobodyInAndNobodyPast() throws IOException {
    Path file = data.resolve("officers/accounts.json");
    for (String damaged : List.of("", "{", "{\"accounts\": null}", "{\"accounts\": [null]}")) {
      Files.writeString(file, damaged);
      Accounts again = Accounts.in(data);
      assertThat(again.any()).as(damaged).isTrue();
      assertThat(again.find("anna")).isEmpty();
    }
  }

  @Test
  void wrongAttemptsAreCountedForTheNameAtItsAddress() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("anna", "wrong")).isEqualTo("401");
    }
    assertThat(attempt("anna", PASSWORD)).as("also the right one").isEqualTo("429");
    assertThat(attempt("anna", PASSWORD, "", "10.0.0.9")).as("elsewhere").isEqualTo("Анна");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(attempt("anna", PASSWORD)).isEqualTo("Анна");
  }

  @Test
  void manyAtOnceAreNotCheckedMoreOften() throws Exception {
    List<Callable<String>> attempts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      attempts.add(() -> attempt("anna", "wrong"));
    }
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(attempts)) {
        answers.add(each.get());
      }
    }
    // Two are looked at side by side, so one can begin before the fifth wrong one is counted.
    assertThat(answers.stream().filter("401"::equals).count()).isBetween(1L, 6L);
    assertThat(answers).contains("429");
  }

  @Test
  void whoTriesManyNamesIsStoppedByTheAddress() throws IOException {
    for (int i = 0; i < 20; i++) {
      assertThat(attempt("name" + i, "wrong")).isEqualTo("401");
    }
    for (int i = 0; i < 30; i++) {
      assertThat(attempt("name99", "wrong")).isEqualTo("429");
    }
    assertThat(Audit.of(accounts).latest(100))
        .as("the audit is not filled by whoever goes on")
        .hasSize(21);
  }

  @Test
  void aCodeCountsOnceAndWithinItsTime() throws IOException {
    String secret = OneTimeCode.secret(RANDOM);
    accounts.change("anna", each -> each.withCode(secret));
    String code = OneTimeCode.at(secret, now);
    assertThat(attempt("anna", PASSWORD, code, "a")).isEqualTo("Анна");
    assertThat(attempt("anna", PASSWORD, code, "b")).as("again").isEqualTo("401");
    signIns = new SignIns(Accounts.in(data), Audit.of(accounts), () -> now);
    assertThat(attempt("anna", PASSWORD, code, "c")).as("after a new start").isEqualTo("401");
    now = now.plusSeconds(30);
    assertThat(attempt("anna", PASSWORD, code, "d")).isEqualTo("401");
    assertThat(attempt("anna", PASSWORD, OneTimeCode.at(secret, now.plusSeconds(30)), "e"))
        .as("a clock that is a step ahead")
        .isEqualTo("Анна");
    assertThat(attempt("anna", PASSWORD, OneTimeCode.at(secret, now), "f"))
        .as("one before the latest that was used")
        .isEqualTo("401");
    now = now.plusSeconds(300);
    assertThat(attempt("anna", PASSWORD, OneTimeCode.at(secret, now.minusSeconds(61)), "g"))
        .isEqualTo("401");
    assertThat(attempt("anna", PASSWORD, "", "h")).isEqualTo("401");
  }

  /** RFC 6238, appendix B, SHA-1. */
  @Test
  void codesAreThoseOfTheStandard() {
    byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    long[] times = {59, 1111111109L, 1111111111L, 1234567890L, 2000000000L, 20000000000L};
    String[] codes = {"94287082", "07081804", "14050471", "89005924", "69279037", "65353130"};
    for (int i = 0; i < times.length; i++) {
      assertThat(OneTimeCode.digits(key, times[i] / 30, 8)).isEqualTo(codes[i]);
    }
    assertThat(OneTimeCode.at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Instant.ofEpochSecond(59)))
        .isEqualTo("287082");
  }

  /** The value is one of the reference implementation's own tests. */
  @Test
  void passwordsAreHashedAsOthersDo() {
    assertThat(PasswordHash.of(PASSWORD, RANDOM).matches(PASSWORD)).isTrue();
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    assertThat(HexFormat.of().formatHex(PasswordHash.argon2id("password", salt, 256, 2)))
        .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    assertThatThrownBy(() -> PasswordHash.of("short", RANDOM)).hasMessageContaining("12 to 200");
  }

  @Test
  void namesThatCouldBeMisreadAreRefused() {
    for (String officer : List.of("", " ", "Anna\u202e", "a\nb", "x".repeat(41), "\u2066a")) {
      assertThatThrownBy(() -> new Account("anna", officer, Role.OFFICER, null, null, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theAuditIsBoundedAndKeepsTheLatest() throws IOException {
    Audit audit = Audit.of(accounts);
    Path file = data.resolve("officers/audit.log");
    audit.note(now, "first", "anna", "x");
    Files.writeString(file, "torn line\n" + "x".repeat((1 << 20) - 200) + "\n");
    for (int i = 0; i < 20; i++) {
      audit.note(now, "step" + i, "anna", "10.0.0.1\n");
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(audit.latest(2)).extracting(Audit.Line::what).containsExactly("step18", "step19");
  }
}
