package hotline.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.account.Account;
import hotline.node.account.Accounts;
import hotline.node.account.PasswordHash;
import hotline.node.api.KeyApi;
import hotline.node.api.Role;
import hotline.record.signature.PublicKey;
import hotline.record.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that an officer's key signs, as a browser sends them: bound to session, form and officer.
 */
class SignedFormsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String FORM = "/act/speak/signed";
  private static final String DRAFT = "d".repeat(22);

  @TempDir private Path folder;
  private final SigningKey anna = SigningKey.generate(new SecureRandom());
  private Door door;
  private String csrf = "";

  @BeforeEach
  void open() throws Exception {
    door = new Door(folder, 1);
    Accounts accounts = Accounts.in(folder);
    for (String name : List.of("anna", "boris")) {
      PasswordHash hash = PasswordHash.of(PASSWORD, new SecureRandom());
      accounts.add(new Account(name, name, Role.OFFICER, hash, null, false));
    }
    enrolled(true, true);
    signIn("anna");
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void enrolled(boolean counts, boolean recorded) {
    PublicKey key = anna.publicKey();
    door.line.keys =
        List.of(
            new KeyApi.Key(
                "north",
                true,
                "officer",
                null,
                "anna",
                key.id().toString(),
                HexFormat.of().formatHex(key.encoded()),
                counts,
                3L,
                null,
                recorded,
                null,
                null,
                false));
  }

  private void signIn(String name) throws Exception {
    assertThat(
            door.submit(
                    "/sign-in", "name=" + name + "&code=&password=" + PASSWORD.replace(' ', '+'))
                .statusCode())
        .isEqualTo(303);
    csrf = door.browse("/").body().lines().findFirst().orElseThrow();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the node wants signed; null: nothing. */
  private byte[] begins(String path, String token) throws Exception {
    var answer =
        door.submit(
            path,
            "csrf=%s&draft=%s&with=%s".formatted(token, DRAFT, base64(anna.publicKey().encoded())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return sign(answer.body());
  }

  private static byte[] sign(String json) {
    JsonNode sign = JsonMapper.builder().build().readTree(json).get("sign");
    return sign.isNull() ? new byte[0] : Base64.getUrlDecoder().decode(sign.asString());
  }

  private int signs(byte[] signature, String token) throws IOException, InterruptedException {
    return door.submit(
            "/sign", "csrf=%s&draft=%s&signature=%s".formatted(token, DRAFT, base64(signature)))
        .statusCode();
  }

  private String collects(String path) throws Exception {
    return door.submit(path, "csrf=" + csrf + "&draft=" + DRAFT).body();
  }

  @Test
  void whatTheNodeWouldSayIsSignedAndThenSaidOnce() throws Exception {
    byte[] sign = begins(FORM, csrf);
    assertThat(signs(anna.sign(sign), csrf)).isEqualTo(200);
    String mine = anna.publicKey().id().toString();
    assertThat(collects(FORM)).isEqualTo(mine);
    assertThat(collects(FORM)).isEqualTo(mine);
    assertThat(begins(FORM, csrf)).isEmpty();
    assertThat(signs(anna.sign(sign), csrf)).as("again: nobody waits for it").isEqualTo(200);
    assertThat(door.pages.signed).containsExactly(mine);
  }

  @Test
  void withoutTheSessionsTokenNothingIsBegunOrSigned() throws Exception {
    assertThat(door.submit(FORM, "csrf=no&draft=" + DRAFT + "&with=AA").statusCode())
        .isEqualTo(403);
    byte[] sign = begins(FORM, csrf);
    assertThat(signs(anna.sign(sign), "no")).isEqualTo(403);
    assertThat(collects(FORM)).isEqualTo("node");
    assertThat(door.pages.signed).containsExactly("node");
  }

  @Test
  void anotherSessionKnowsNothingOfIt() throws Exception {
    byte[] sign = begins(FORM, csrf);
    signIn("boris");
    assertThat(signs(anna.sign(sign), csrf)).isEqualTo(404);
  }

  @Test
  void aNameBelongsToOneForm() throws Exception {
    assertThat(begins(FORM, csrf)).isNotEmpty();
    assertThat(door.submit("/act/speak", "csrf=" + csrf + "&draft=" + DRAFT).statusCode())
        .isEqualTo(409);
    assertThat(collects(FORM)).isEqualTo("node");
  }

  @Test
  void aWrongSignatureIsRefusedInOneSentence() throws Exception {
    byte[] sign = begins(FORM, csrf);
    sign[0] ^= 1;
    assertThat(signs(anna.sign(sign), csrf)).isEqualTo(200);
    assertThat(collects(FORM)).startsWith("Nothing was said: the signature from this browser");
  }

  @Test
  void aKeyThatDoesNotCountOrIsAnothersIsNotAskedFor() throws Exception {
    for (boolean counts : new boolean[] {false, true}) {
      enrolled(counts, !counts);
      door.pages.signed.clear();
      signIn("anna");
      assertThat(begins(FORM, csrf)).as("counts: %s", counts).isEmpty();
      assertThat(collects(FORM)).isEqualTo("node");
      assertThat(door.pages.signed).containsExactly("node");
    }
    enrolled(true, true);
    signIn("boris");
    assertThat(begins(FORM, csrf)).as("Boris with Anna's key").isEmpty();
    assertThat(collects(FORM)).isEqualTo("node");
  }

  @Test
  void aFormThatWasNeverBegunActsAllTheSameAndOnce() throws Exception {
    assertThat(collects(FORM)).isEqualTo("node");
    assertThat(begins(FORM, csrf)).as("a word that comes late").isEmpty();
    assertThat(door.pages.signed).containsExactly("node");
  }
}
