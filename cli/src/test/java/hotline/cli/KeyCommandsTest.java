package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What docs/operations.md tells a person to type when a key is stolen, and for a rotation. */
class KeyCommandsTest {
  @TempDir Path temp;

  @Test
  void aStolenKeyIsReplacedByWhoHasTheStick() throws Exception {
    try (TwoParties line = new TwoParties(temp).start().agree()) {
      Path stick = temp.resolve("south.root");
      assertThat(done("key away --data", line.south, "--to", stick).out())
          .contains("and nowhere else");
      assertThat(line.south.resolve("keys/root.key")).doesNotExist();
      assertThat(refused("key away --data", line.south, "--to", stick).err()).contains("missing");
      String stolen = inUse(line.south).get("id").asString();

      assertThat(
              done(
                      "key revoke --data",
                      line.south,
                      "--root",
                      stick,
                      stolen.substring(0, 6),
                      "--reason",
                      text("stolen with a laptop"))
                  .out())
          .contains("It counts here at once");
      assertThat(refused("message send TEXT hello --data", line.south).err())
          .contains("refused (key-revoked)", "hotline key new");
      String next = json(line.south, "key new").get("key").asString();
      done("key enrol --data", line.south, "--root", stick, next);
      await(
          line.north,
          "key list",
          keys -> TwoParties.has(keys, "key", next) && revoked(keys, stolen));
      assertThat(refused("key use --data", line.south).err()).contains("running");
      line.stop(line.south);
      done("key use --data", line.south);
      line.start(line.south);
      assertThat(inUse(line.south).get("key").asString()).isEqualTo(next);
      done("message send TEXT hello --data", line.south);
      assertThat(done("key list --data", line.north).out())
          .contains("stolen with a laptop", "revoked at entry", "enrolled at entry");
    }
  }

  @Test
  void anOfficersKeyIsEnrolledInTheOfficersName() throws Exception {
    try (TwoParties line = new TwoParties(temp).start().agree()) {
      Path root = line.south.resolve("keys/root.key");
      String key = json(line.south, "key new").get("key").asString();
      done("key enrol --data", line.south, "--root", root, key, "--officer", text("Anna K."));
      await(line.north, "key list", keys -> enrolled(keys, key) >= 0);
      assertThat(done("key list --data", line.north).out()).contains("officer Anna K.");
    }
  }

  /** A stranger has the genesis, the terms and two files. */
  @Test
  void whatANewKeySaysIsProvedWithItsEnrolment() throws Exception {
    try (TwoParties line = new TwoParties(temp).start().agree()) {
      Path root = line.south.resolve("keys/root.key");
      String next = json(line.south, "key new").get("key").asString();
      done("key enrol --data", line.south, "--root", root, next);
      await(line.south, "key list", keys -> enrolled(keys, next) >= 0);
      long entry = enrolled(json(line.south, "key list"), next);
      line.stop(line.south);
      done("key use --data", line.south);
      line.start(line.south);
      Path said = proof(line, json(line.south, "message send TEXT hello").get("id").asString());
      Path enrolment = proof(line, Long.toString(entry));
      Path earlier = proof(line, Long.toString(entry - 1));

      assertThat(verify(line, said).out()).contains("FAILS   no key", "--enrolment FILE");
      Cli.Ran with = verify(line, said, "--enrolment", enrolment);
      assertThat(with.out()).contains("its root key enrolled at entry " + entry);
      assertThat(with.code()).isEqualTo(ExitCode.DONE);
      assertThat(verify(line, enrolment).code()).isEqualTo(ExitCode.DONE);
      assertThat(verify(line, said, "--enrolment", earlier).out())
          .contains("FAILS   the enrolment: the entry gives no key");
      assertThat(verify(line, said, "--enrolment", said).code()).isEqualTo(ExitCode.REFUSED);
      Path bent = temp.resolve("bent");
      Files.writeString(
          bent, Files.readString(enrolment).replaceFirst("index \\d+", "index " + (entry + 1)));
      assertThat(verify(line, said, "--enrolment", bent).out()).contains("FAILS   the enrolment: ");
    }
  }

  /** Checked with what a stranger has been given, and with these options. */
  private static Cli.Ran verify(TwoParties line, Path proof, Object... more) {
    return Cli.run(
        "proof verify",
        proof,
        "--genesis",
        line.file("genesis"),
        "--terms",
        line.file("terms"),
        new Cli.Words(more));
  }

  /** A proof of a statement, by id or entry, once all have cosigned it. */
  private Path proof(TwoParties line, String named) {
    await(
        line.north,
        "record show --limit 1000",
        entries ->
            entries
                .valueStream()
                .filter(each -> each.get("confirmed").asBoolean())
                .anyMatch(each ->
                    each.get("id").asString().equals(named)
                        || each.get("index").asString().equals(named)));
    Path file = temp.resolve(named + ".proof");
    done("record prove --data", line.north, named, "--out", file);
    return file;
  }

  /** The entry that gave a key; -1 if there is none yet. */
  private static long enrolled(JsonNode keys, String key) {
    return keys.valueStream()
        .filter(each -> each.get("key").asString().equals(key) && !each.get("enrolled").isNull())
        .mapToLong(each -> each.get("enrolled").asLong())
        .findFirst()
        .orElse(-1);
  }

  /** The stick is on a machine without a node, and South's own machine is in the wrong hands. */
  @Test
  void whatWasSignedElsewhereIsHandedInAnywhere() throws Exception {
    try (TwoParties line = new TwoParties(temp).start().agree()) {
      Path stick = line.south.resolve("keys/root.key");
      String key = inUse(line.south).get("key").asString();
      Path word = temp.resolve("south.revocation");
      Path genesis = line.file("genesis");
      assertThat(Cli.run("key revoke --root", stick, key, "--genesis", genesis).code())
          .isEqualTo(ExitCode.USAGE);
      assertThat(
              Cli.run("key enrol --root", stick, key, "--genesis", genesis, "--out", word).code())
          .as("which node's?")
          .isEqualTo(ExitCode.USAGE);
      done("key revoke --root", stick, key, "--genesis", genesis, "--out", word);
      assertThat(Files.size(word)).isLessThan(1_000);
      done("key send --data", line.north, word);
      await(line.south, "key list", keys -> revoked(keys, id(keys, key)));
      assertThat(refused("message send TEXT hello --data", line.south).err())
          .contains("refused (key-revoked)");
      assertThat(refused("key send --data", line.north, genesis).err())
          .contains("refused (malformed)");
      assertThat(refused("key revoke --data", line.south, "--root", stick, "00").err())
          .contains("There is no key 00", "at least 6 characters");
      assertThat(
              refused(
                      "key revoke --data",
                      line.south,
                      "--root",
                      stick,
                      id(json(line.south, "key list"), key).substring(0, 5))
                  .err())
          .as("one key only begins so, but it is too easily a slip")
          .contains("at least 6 characters");
    }
  }

  private static String id(JsonNode keys, String key) {
    return keys.valueStream()
        .filter(each -> each.get("key").asString().equals(key))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private static boolean revoked(JsonNode keys, String id) {
    return keys.valueStream()
        .anyMatch(each -> each.get("id").asString().equals(id) && !each.get("revoked").isNull());
  }

  private static JsonNode inUse(Path data) {
    return json(data, "key list")
        .valueStream()
        .filter(each -> each.get("used").asBoolean())
        .findFirst()
        .orElseThrow();
  }
}
