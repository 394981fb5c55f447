package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.address;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.awaitStatus;
import static hotline.cli.TwoParties.has;
import static hotline.cli.TwoParties.json;
import static hotline.cli.TwoParties.said;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.accusation.Accusation;
import hotline.line.accusation.Wrong;
import hotline.line.terms.Genesis;
import hotline.node.keys.PartyKeys;
import hotline.record.cbor.Decoded;
import hotline.record.merkle.Merkle;
import hotline.record.note.Checkpoint;
import hotline.record.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every word of the command line against two real nodes, set up by the command line itself. */
class CommandsTest {
  @TempDir private static Path temp;
  private static TwoParties line;
  private static Path north;
  private static Path south;

  @BeforeAll
  static void twoNodes() throws IOException {
    line = new TwoParties(temp).start().agree();
    north = line.north;
    south = line.south;
  }

  @AfterAll
  static void stop() throws IOException {
    line.close();
  }

  @Test
  void fingerprintsAndTheLineAreTheSameOnBothSides() {
    JsonNode atNorth = json(north, "party list");
    JsonNode atSouth = json(south, "party list");
    assertThat(atNorth.get(0).get("fingerprint")).isEqualTo(atSouth.get(1).get("fingerprint"));
    assertThat(atNorth.get(1).get("fingerprint")).isEqualTo(atSouth.get(0).get("fingerprint"));
    assertThat(json(north, "line show")).isEqualTo(json(south, "line show"));
    assertThat(done("party list --data", north).out()).contains("north (own)", "fingerprint");
    assertThat(done("terms show --data", south).out()).contains("in force", "5 NM", "zurich");
  }

  @Test
  void aFileThatIsNotWhatItShouldBeIsRefused() throws IOException {
    Path junk = Files.writeString(line.file("junk"), "not CBOR");
    assertThat(refused("party add --data", north, junk).err()).contains("not a good party file");
    assertThat(refused("line join --data", south, junk).err()).startsWith("hotline: ");
    assertThat(refused("line found --data", north, "Again").err()).startsWith("hotline: ");
    assertThat(refused("terms propose --data", north, junk).err())
        .contains("is no sheet of terms: line 1");
    assertThat(refused("terms propose --data", north, line.file("terms")).err())
        .as("terms 1 are in force")
        .startsWith("refused (");
    assertThat(refused("terms sign ffff --data", south).err())
        .contains("There is no proposal of terms ffff");
    assertThat(refused("terms refuse ffff --reason No --data", south).err()).contains("ffff");
  }

  @Test
  void aStopGoesOverAndComesBackAnswered() {
    done("watch take --data", north, "duty Ann");
    String id = said(south, "stop Now.");
    await(north, "message list", all -> has(all, "id", id));
    String begin = id.substring(0, 16);
    assertThat(done("message alarms --data", north).out()).contains("ALARM", "Now.");
    done("message displayed --post duty --data", north, begin);
    done("message accept --data", north, begin, "--post duty --officer Ann");
    done("message answer --data", north, begin, "wilco Stopped.");
    await(
        south,
        "message list",
        all ->
            all.valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id)
                        && each.get("delivery").get("answer").asString("").equals("WILCO")));
    assertThat(done("message list --data", south).out()).contains("STOP", "WILCO", "Now.");
    assertThat(done("watch show --data", north).out()).contains("Ann");
    done("watch handover --data", north, "duty Bea --open", id);
    await(south, "watch show", posts -> has(posts, "handingTo", "Bea"));
    assertThat(refused("message accept ffff --post duty --officer A --data", north).err())
        .contains("There is no message ffff");
    assertThat(refused("message answer ffff roger --data", north).err()).contains("ffff");
    assertThat(refused("watch take kitchen Ann --data", north).err()).startsWith("refused (");
  }

  @Test
  void everyKindOfMessageIsSent() {
    for (String kind : new String[] {"distress", "warning", "query", "line-check", "text"}) {
      String id = said(south, "message send", kind, text("About " + kind), "--to north/duty");
      await(north, "message list", all -> has(all, "id", id));
    }
    String here =
        said(
            south,
            "message send warning --floor FL300 --ceiling FL310 --language en --reply-within 30",
            text("Balloon."),
            "--at",
            text("46.5 N 8.5 E"));
    JsonNode all = await(north, "message list --limit 1000", list -> has(list, "id", here));
    assertThat(all.toString()).contains("Balloon.");
    assertThat(refused("message send warning --data", south, "--at", text("91 N 8.5 E")).err())
        .startsWith("refused (");
    assertThat(refused("message send gossip Psst. --data", south).err()).startsWith("refused (");
    assertThat(refused("message send text Hello. --to east --data", south).err())
        .startsWith("refused (");
  }

  @Test
  void statusesOffersAndConditions() {
    done("status restore --data", north, "Open.");
    done("status suspend --data", south, text("After an incident."));
    awaitStatus(north, "south", "SUSPENDED");
    String first = said(south, "status offer --lapses-in 300", text("As before."));
    await(north, "status show", shown -> has(shown.get("offers"), "id", first));
    done("status refuse --reason Why? --data", north, first.substring(0, 10));
    String taken = said(south, "status offer --only any:east", text("East."));
    done("status withdraw --data", south, taken);
    String offer =
        said(south, "status offer --only patrol:east", text("Patrols in the east only."));
    await(north, "status show", shown -> has(shown.get("offers"), "id", offer));
    done("status accept --data", north, offer.substring(0, 10));
    awaitStatus(south, "south", "IN_FORCE");
    awaitStatus(south, "north", "IN_FORCE");
    assertThat(done("status show --data", south).out())
        .contains("Test line", "only patrol in east", "in force", "accepted", "refused")
        .doesNotContain("trouble");
    assertThat(refused("status accept --data", north, offer).err()).startsWith("refused (");
    assertThat(refused("status offer --only patrol:moon Moon. --data", south).err())
        .startsWith("refused (");
    done("status restore --data", north, text("Without condition."));
    done("status restore --data", south, text("Without condition."));
  }

  @Test
  void aNoticeFromItsDeclarationToItsEnd() {
    String reference = declare(north, "ABC123", "46.9 N 9.8 E");
    done("notice shift --feet 500 --data", north, reference);
    assertThat(refused("notice shift --feet 501 --data", north, reference).err())
        .startsWith("refused (shift-not-allowed)");
    assertThat(done("notice list --data", north).out())
        .contains(reference + " v2", "transit", "ABC123", "2030-01-01 10:00:00Z");
    done("notice amend --data", north, reference, volume("DEF456", "46.9 N 9.8 E"));
    assertThat(done("notice show --data", north, reference).out())
        .contains(reference + " v3", "DEF456", "circle of 5.0 NM", "FL310", "id      ");
    await(south, "notice list", notices -> has(notices, "reference", reference));
    assertThat(done("notice show --data", south, reference).out())
        .contains(reference, "record  ")
        .doesNotContain("volume", "DEF456");
    done("notice dispute --ground other --reason Why? --data", south, reference);
    assertThat(done("notice show --data", south, reference).out()).contains("dispute south, ");
    done("notice activate --data", north, reference);
    done("notice report --data", north, reference, "nonconforming");
    assertThat(done("notice list --data", north).out()).contains("nonconforming");
    done("notice end --data", north, reference);
    assertThat(done("notice list --data", north).out()).doesNotContain(reference);
    assertThat(done("notice list --all --data", north).out()).contains("ended");
    for (String verb : new String[] {"show", "end", "activate", "shift --feet 500"}) {
      assertThat(refused("notice", verb, "N-NONE0 --data", north).err())
          .contains("no notice N-NONE0");
    }
  }

  @Test
  void whatCannotBeFlownIsRefusedInOneSentence() {
    assertThat(refused("notice declare --data", north, volume("X", "91 N 9.8 E")).err())
        .startsWith("refused (")
        .doesNotContain("Exception");
    assertThat(refused("notice declare --data", north, volume("X", "somewhere")).err())
        .startsWith("refused (");
  }

  @Test
  void aConflictIsCalledAnsweredAndCleared() {
    String first = declare(north, "N1", "46.3 N 6.5 E");
    await(south, "notice list", notices -> has(notices, "reference", first));
    assertThat(done("notice draft --data", south, volume("S1", "46.3 N 6.5 E")).out())
        .contains("no agreed line");
    assertThat(refused("notice draft --data", south, volume("S1", "95 N 6.5 E")).err())
        .startsWith("refused (");
    String later = declare(south, "S1", "46.3 N 6.5 E");
    JsonNode called =
        await(
            south,
            "conflict list",
            all -> all.size() == 1 && !all.get(0).get("messageId").asString("").isEmpty());
    String conflict = called.get(0).get("reference").asString();
    assertThat(done("conflict list --data", north).out()).contains(first, later + " (south)");
    done("conflict answer --data", south, conflict, "unable", text("No fuel."));
    await(north, "conflict list", all -> has(all, "state", "UNABLE"));
    done("notice shift --find --data", south, later);
    await(north, "conflict list", JsonNode::isEmpty);
    assertThat(done("conflict list --data", north).out()).contains("No conflicts.");
    assertThat(done("conflict list --all --data", north).out()).contains("cleared");
    assertThat(done("record disclosures --data", north).out()).contains("south", "OPENED");
    assertThat(refused("conflict answer C-NONE unable --data", south).err()).contains("C-NONE");
    done("notice end --data", north, first);
    done("notice end --data", south, later);
  }

  /** The volume of a test's notice: a circle of 5 NM, in 2030. */
  private static Cli.Words volume(String label, String at) {
    return new Cli.Words(
        "--category transit --floor FL310 --ceiling FL330",
        "--start 2030-01-01T10:00Z --end 2030-01-01T10:30Z --label",
        label,
        "--at",
        text(at),
        "--radius",
        text("5 NM"));
  }

  /** Declares a notice; its reference. */
  private static String declare(Path data, String label, String at) {
    done("notice declare --data", data, volume(label, at));
    JsonNode all = await(data, "notice list", notices -> has(notices, "label", label));
    return all.valueStream()
        .filter(each -> each.get("label").asString("").equals(label))
        .map(each -> each.get("reference").asString())
        .findFirst()
        .orElseThrow();
  }

  /** Two trees of one size, both signed by North: a stranger needs the genesis and the terms. */
  @Test
  void anAccusationIsCheckedByOneCommand() throws IOException {
    Path genesisFile = line.file("genesis");
    byte[] bytes = Files.readAllBytes(genesisFile);
    if (!(Genesis.decode(bytes) instanceof Decoded.Value<Genesis>(Genesis genesis))) {
      throw new AssertionError("no genesis");
    }
    PartyKeys keys = PartyKeys.open(north.resolve("keys"), new SecureRandom());
    NoteSigner log = NoteSigner.log(genesis.origin(), keys.log());
    byte[] held = log.sign(new Checkpoint(genesis.origin(), 9, Merkle.EMPTY_ROOT)).bytes();
    byte[] shown = log.sign(new Checkpoint(genesis.origin(), 9, Merkle.plain(held))).bytes();
    Path file = line.file("accusation");
    Path terms = line.file("terms");
    byte[] accusation =
        new Accusation(
                genesis.lineId(),
                Wrong.TWO_HISTORIES,
                "north",
                Map.of("held", held, "shown", shown))
            .encode();
    Files.write(file, accusation);
    assertThat(done("proof verify", file, "--genesis", genesisFile, "--terms", terms).out())
        .contains("holds   of the line ", "PROOF   north has signed two trees of 9 entries");
    assertThat(Cli.run("proof verify", file, "--genesis", genesisFile).err()).contains("--terms");
    accusation[accusation.length - 3] ^= 1;
    Files.write(file, accusation);
    Cli.Ran bent = Cli.run("proof verify", file, "--genesis", genesisFile, "--terms", terms);
    assertThat(bent.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(bent.out()).contains("FAILS   shown is not a checkpoint that north has signed");
  }

  @Test
  void theRecordIsShownProvedAndVerified() throws IOException {
    String id = said(north, "message send text Hello.");
    await(
        north,
        "record show --limit 1000",
        entries ->
            entries
                .valueStream()
                .anyMatch(each ->
                    each.get("id").asString().equals(id) && each.get("confirmed").asBoolean()));
    Path proof = line.file("proof");
    Path terms = line.file("terms");
    done("record prove --data", north, id, "--out", proof);
    assertThat(done("record show --from 0 --limit 2 --data", south).out()).contains("BEGIN");
    assertThat(done("proof verify --data", south, proof, "--genesis", line.file("genesis")).out())
        .contains("holds   entry ", "cosigned by ", "a statement of north", "of the line ");
    assertThat(
            done("proof verify", proof, "--genesis", line.file("genesis"), "--terms", terms).out())
        .contains("cosigned by south", "signed by the key that the terms name")
        .doesNotContain("open ");
    assertThat(Cli.run("proof verify", proof, "--genesis", terms, "--terms", terms).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(done("record verify", south).out()).contains("holds ", "Test line", "south at");
    String lineId = json(south, "line show").get("id").asString();
    assertThat(done("record verify --line", lineId, address(north)).out()).doesNotContain("open ");
    assertThat(Cli.run("record verify --line", "00".repeat(32), north).code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(refused("record prove --data", north, "00".repeat(32)).err())
        .contains("is in the record");
    Path bent = line.file("bent");
    Files.writeString(bent, Files.readString(proof).replaceFirst("index \\d+", "index 0"));
    Cli.Ran wrong = Cli.run("proof verify --data", south, bent);
    assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(wrong.out()).contains("FAILS");
  }

  @Test
  void theRecordIsExportedWithoutASecret() throws IOException {
    Path copy = temp.resolve("for a stranger");
    assertThat(done("record export --data", south, "--out", copy).out()).contains("holds ");
    assertThat(done("record verify", copy).out()).contains("Test line");
    try (var files = Files.list(copy)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "record", "outcomes", "record.vkey", "outcomes.vkey", "genesis.cbor", "policy");
    }
    assertThat(Cli.run("record export --data", south, "--out", copy).code())
        .as("never over another")
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void anIncidentIsClosedByAllAndOpenedAgainByOne() {
    String opened =
        done(
                "incident open --data",
                north,
                text("Lights"),
                "--start 2026-11-22T10:00Z",
                "--end 2026-11-22T10:10Z",
                text("They shone at us."),
                "--json")
            .json()
            .get("id")
            .asString();
    String show = "incident show " + opened;
    await(south, "incident list", all -> has(all, "title", "Lights"));
    done("incident close --data", north, opened, text("Nothing is left to say."));
    await(south, show, shown -> shown.get("closings").get("by").size() == 1);
    assertThat(done(show, "--data", south).out()).contains("for north; open until all say so");
    done("incident close --data", south, opened, text("Nor here."));
    await(north, show, shown -> shown.get("closings").get("closed").asBoolean());
    assertThat(done(show, "--data", north).out()).contains("Closed by all");
    assertThat(done("incident list --data", north).out()).contains("  closed  ");
    done("incident reopen --data", north, opened, text("There is a new recording."));
    await(south, show, shown -> !shown.get("closings").get("closed").asBoolean());
    assertThat(done(show, "--data", south).out()).contains("reopened by north");
  }

  @Test
  void theHostStopsAndStartsItsSequencer() {
    done("host sequencer stop --data", north);
    assertThat(done("status show --data", north).out()).contains("sequencer stopped");
    done("host sequencer start --data", north);
    assertThat(refused("host sequencer stop --data", south).err()).startsWith("refused (");
  }

  @Test
  void aWrongTokenIsAnErrorAndNotAnAnswer() throws IOException {
    Path token = Files.writeString(line.file("token"), "x".repeat(43) + "\n");
    assertThat(refused("status show --node", address(north), "--token-file", token).err())
        .contains("token")
        .doesNotContain("Exception");
  }

  @Test
  void aPageIsOpenedByALinkThatIsNewEachTime() throws IOException {
    String one = done("page --data", north).out();
    assertThat(one).startsWith(address(north) + "/open?ticket=");
    assertThat(done("page --data", north).out()).isNotEqualTo(one);
  }
}
