package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static hotline.cli.TwoParties.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A quarrel from its beginning to its end, on two real nodes, by commands only. */
class QuarrelCommandsTest {
  private static final String WHEN = "--start 2026-11-22T10:00Z --end 2026-11-22T10:10Z";

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

  /** Says something; its entry in the record, by which the lists show it. */
  private static String entry(Path data, Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--json --data";
    all[words.length + 1] = data;
    return done(all).json().get("index").asString();
  }

  /** Waits until an object that is shown is as wanted. */
  private static void awaitShown(Path data, String words, Predicate<String> wanted) {
    await(data, words, shown -> wanted.test(shown.toString()));
  }

  private static void awaitEntry(Path data, String entry) {
    await(data, "record show --limit 1 --from " + entry, entries -> !entries.isEmpty());
  }

  @Test
  void aBreachIsClaimedAnsweredNarrowedAndCounted() {
    String before = Instant.now().toString();
    String breach =
        entry(
            north,
            "breach claim south --track",
            text("two fast ones"),
            WHEN,
            "--floor FL300 --ceiling FL320 --zone east",
            text("They left the corridor."),
            "--at",
            text("46.3 N 6.5 E"));
    awaitEntry(south, breach);
    done("breach answer --data", south, breach, "disputes", text("They were not ours."));
    awaitShown(north, "breach show " + breach, shown -> shown.contains("DISPUTES"));
    done("breach follow-up --data", north, breach, "narrowed", text("Only the first one."));
    assertThat(done("breach list --data", north).out())
        .contains("narrowed", "disputes", "two fast ones");
    assertThat(done("breach list --data", north, "--at", before).out())
        .doesNotContain("two fast ones");
    String id = json(north, "breach show " + breach).get("by").get("id").asString();
    assertThat(done("breach show --data", north, id).out())
        .contains("north of south", "zone east", "They were not ours.", "Only the first one.");
    assertThat(refused("breach show --data", north, breach, "--at", before).err())
        .contains("There is no claim of a breach");
    assertThat(refused("breach answer --data", north, breach, "accepts").err())
        .startsWith("refused (breach-of-another)");
    assertThat(refused("breach answer --data", south, "999999 accepts").err())
        .contains("no entry 999999");
    assertThat(
            refused("breach claim --data", north, "south Both. --clause 15 --track x", WHEN).err())
        .contains("one of them");
    assertThat(done("breach statistics --data", north).out()).contains("WEEK", "south");
    await(north, "breach statistics", counted -> counted.equals(json(south, "breach statistics")));
  }

  @Test
  void anIncidentFromItsOpeningToABundleThatAStrangerVerifies() throws IOException {
    done(
        "notice declare --category transit --label OURS --floor FL310 --ceiling FL330",
        "--start 2030-01-01T10:00Z --end 2030-01-01T10:30Z --radius 5NM --data",
        north,
        "--at",
        text("46.3 N 6.5 E"));
    String notice = json(north, "notice list").get(0).get("reference").asString();
    String opened =
        said(
            north,
            "incident open --refers " + notice + " --floor FL300 --ceiling FL340",
            WHEN,
            text("Near pass"),
            text("They came close."));
    String incident = json(north, "incident show " + opened).get("reference").asString();
    String volume = entry(north, "incident disclose --notice " + notice, incident);
    Path track = Files.writeString(line.file("track"), "time,lat,lng\n");
    String sealed =
        entry(north, "incident seal --sort track --title Track", track, "--incident", incident);
    assertThat(refused("incident fetch --data", north, sealed, "--out", temp.resolve("no")).err())
        .contains("There is no kept bytes of " + sealed);
    done("incident keep --data", north, track);
    String handed = entry(north, "incident disclose --sealed " + sealed, incident);
    Path copy = temp.resolve("copy");
    done("incident fetch --data", north, handed, "--out", copy);
    assertThat(copy).hasSameBinaryContentAs(track);
    assertThat(refused("incident fetch --data", north, handed, "--out", copy).err())
        .contains("is there already");
    assertThat(refused("incident keep --data", north, line.file("genesis")).err())
        .startsWith("refused (not-sealed)");
    String before = Instant.now().toString();
    String fact = entry(north, "incident fact --refers " + volume, incident, text("Both flew."));
    awaitEntry(south, fact);
    done("incident account --data", south, incident, text("Nobody came close."));
    done("incident assess --data", south, volume, "disputes --reason", text("Not where it was."));
    done("incident assess --data", south, sealed, "no-firm-information");
    String finding = entry(south, "incident finding", incident, text("Too small buffers."));
    done("incident sign --data", south, fact);
    awaitEntry(north, finding);
    done("incident sign --data", north, finding, "--dissent", text("They were as agreed."));
    String other = entry(north, "incident fact", incident, text("All was well."));
    String own = entry(north, "incident fact", incident, text("To be worded anew."));
    String due =
        entry(north, "incident due --by 2030-02-01T10:00Z", incident, "south", text("The radar."));
    awaitEntry(south, due);
    done("incident veto --scope words --reason Vague. --data", south, other);
    done("incident retract --reason Unclear. --data", north, own);
    done("incident done --data", south, due, text("By courier."));
    awaitShown(north, "incident show " + incident, shown -> shown.contains("By courier."));
    assertThat(done("incident show --data", north, incident).out())
        .contains("They came close.", "Nobody came close.", "disputes: Not where it was.")
        .contains("no firm information", "with dissent: They were as agreed.", "holds")
        .contains("vetoed", "words: Vague.", "retracted", "done", "SHA-256");
    assertThat(done("incident show --data", north, incident, "--at", before).out())
        .contains("They came close.")
        .doesNotContain("Both flew.", "Nobody came close.");
    assertThat(done("incident list --data", south).out()).contains(incident, "Near pass");
    assertThat(refused("incident assess --data", north, volume, "accepts").err())
        .startsWith("refused (own-item)");
    Path bundle = temp.resolve("bundle.zip");
    await(
        north,
        "status show",
        shown -> {
          JsonNode record = shown.get("line").get("record");
          return record.get("size").equals(record.get("confirmedSize"));
        });
    done("incident export --data", north, incident, "--out", bundle);
    assertThat(done("proof verify --genesis", line.file("genesis"), bundle).out())
        .contains("holds")
        .doesNotContain("FAILS");
  }

  @Test
  void aClaimBeforehandIsNarrowedAndPutIntoAnIncident() {
    String when = "--start 2030-03-01T10:00Z --end 2030-03-01T12:00Z";
    String wide = entry(north, "incident claim", when, text("They will jam us."));
    String narrow =
        entry(north, "incident claim --narrows " + wide, when, text("They will jam channel 5."));
    assertThat(done("incident unattached --data", north).out())
        .contains("narrowed: They will jam us.", "They will jam channel 5.");
    String opened = said(north, "incident open", WHEN, text("Jamming"), text("It came so."));
    done("incident attach --data", north, opened, narrow);
    assertThat(done("incident show --data", north, opened).out()).contains("jam channel 5");
    assertThat(refused("incident show --data", north, "I-22222").err())
        .contains("There is no incident I-22222");
    assertThat(refused("incident account --data", north, "I-22222 What?").err())
        .startsWith("refused (file-unknown)");
  }

  @Test
  void aCaseFromItsAgendaToAVetoAndANarrowerProposal() {
    String opened =
        said(
            north,
            "group open --seat delegate --agenda Buffers --agenda Heights",
            text("After the near pass"));
    String file = json(north, "group show " + opened).get("reference").asString();
    done("group position --seat delegate --data", north, file, "1", text("Wider ones."));
    String wide = entry(north, "group propose --seat delegate", file, text("10 NM more."));
    awaitEntry(south, wide);
    done("group position --seat delegate --data", south, file, "1", text("As they are."));
    done("group veto --seat delegate --scope east --reason Wide. --data", south, wide);
    awaitShown(north, "group show " + file, shown -> shown.contains("VETOED"));
    String narrow =
        entry(north, "group propose --seat delegate --narrows " + wide, file, text("5 NM more."));
    awaitEntry(south, narrow);
    done("group sign --seat delegate --data", south, narrow);
    String minutes =
        entry(
            south,
            "group minutes --seat delegate --next 2030-02-01T09:00Z",
            file,
            text("5 NM it is."));
    awaitEntry(north, minutes);
    done("group sign --seat delegate --data", north, minutes);
    String fact = entry(north, "group fact", file, text("Both were there."));
    String due = entry(north, "group due --by 2030-01-20T12:00Z", file, "north Terms.");
    done("group done --data", north, due, "Proposed.");
    awaitEntry(south, fact);
    done("group sign --data", south, fact, "--seat delegate");
    String message = said(south, "message send text", text("On the seats of the group."));
    await(north, "message list", all -> TwoParties.has(all, "id", message));
    done("group hand-off --data", north, message, text("Not for the watch."), "--case", file);
    String stray = said(south, "message send text", text("Another one."));
    await(north, "message list", all -> TwoParties.has(all, "id", stray));
    done("group hand-off --data", north, stray, text("For the group."));
    assertThat(done("group handed-off --data", north).out()).contains("For the group.");
    awaitShown(north, "group show " + file, shown -> shown.contains("\"next\":\"2030-02-01"));
    assertThat(done("group show --data", north, file).out())
        .containsSubsequence("Agreed", "5 NM more.", "Not agreed", "10 NM more.", "Agenda")
        .contains("1. Buffers", "As they are. (delegate)", "vetoed", "east: Wide.", "5 NM it is.")
        .contains("2030-02-01 09:00:00Z", "Not for the watch.", "Proposed.");
    assertThat(done("group list --data", south).out()).contains(file, "After the near pass");
    assertThat(refused("group sign --data", south, narrow).err()).startsWith("refused (");
    assertThat(refused("group position --seat king --data", south, file, "1 Mine.").err())
        .startsWith("refused (seat-unknown)");
  }

  @Test
  void aPartOfTheChannelIsSuspendedAndBargainedFor() {
    for (Path data : new Path[] {north, south}) {
      done("status restore --data", data, "Open.");
    }
    TwoParties.awaitStatus(north, "south", "IN_FORCE");
    TwoParties.awaitStatus(south, "north", "IN_FORCE");
    String before = Instant.now().toString();
    String past = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
    done("status suspend --zone east --effective", past, "--data", south, text("A near pass."));
    String rule = "any:east, 22:00-06:00, FL300 to FL330";
    String first = said(south, "status offer --zone east --only", text(rule), "Nights.");
    String second =
        said(
            south,
            "status offer --zone east --category patrol --lapses-in 900",
            text("Patrols, always."));
    await(north, "status show", shown -> TwoParties.has(shown.get("offers"), "id", second));
    String counter =
        said(
            north,
            "status offer --zone east --counters",
            first.substring(0, 12),
            "--only",
            text("any:east, 20:00-08:00"),
            text("Longer nights."));
    await(south, "status show", shown -> TwoParties.has(shown.get("offers"), "id", counter));
    assertThat(done("status show --data", south).out())
        .contains(
            "of patrol in east", "of everything in east", "counters " + first.substring(0, 12))
        .contains(
            "any category in east, 22:00-06:00 UTC, 30000 ft STD to 33000 ft STD",
            "unlike an earlier");
    assertThat(done("status outside --data", north).out()).isNotBlank();
    done("status refuse --data", north, second, "--reason", text("Not those."));
    done("status accept --data", south, counter);
    awaitShown(
        north,
        "status words",
        shown -> shown.contains("Longer nights.") && !shown.contains("A near pass."));
    assertThat(done("status words --data", south).out()).contains("everything in east");
    assertThat(done("status contradictions --data", south).out())
        .contains("south, of the time from", "said first", "said later", "A near pass.");
    assertThat(done("status show --data", south, "--at", before).out())
        .contains("As this node knew it at", "in force")
        .doesNotContain(counter.substring(0, 12));
    done("status suspend --data", south, text("All of it."));
    TwoParties.awaitStatus(north, "south", "SUSPENDED");
    String ended = said(north, "message send line-check");
    done("status restore --data", south, text("Open again."));
    TwoParties.awaitStatus(north, "south", "IN_FORCE");
    assertThat(done("status reconciliation --data", north).out())
        .contains("Suspended by south", "restored in entry", "LINE-CHECK", ended.substring(0, 12));
    done("status restore --zone east --data", south, "Open.");
    done("status restore --zone east --data", north, "Open.");
    for (String wrong : new String[] {"east", "any:", "any:east,FL300", "a:b,1,2,3"}) {
      Cli.Ran ran = Cli.run("status offer Words --data", north, "--only", text(wrong));
      assertThat(ran.code()).as(wrong).isEqualTo(ExitCode.USAGE);
      assertThat(ran.err()).contains("22:00-06:00, FL300 to FL330");
    }
  }

  @Test
  void termsAreChangedVetoedWithdrawnAndReplaced() throws IOException {
    Path wide = temp.resolve("wide.cbor");
    assertThat(done("terms change --horizontal 9NM --data", north, "--out", wide).out())
        .contains("9 NM or 1000 ft (was: 5 NM or 1000 ft)", "wrote ");
    done("terms propose --lapses 2030-01-01T00:00Z --data", north, wide);
    String first = proposed(south);
    assertThat(done("terms diff --data", south, first.substring(0, 12)).out())
        .contains("now   5 NM", "then  9 NM")
        .doesNotContain("Zone");
    Path saved = temp.resolve("saved.cbor");
    done("terms save --data", south, first, "--out", saved);
    assertThat(saved).hasSameBinaryContentAs(wide);
    done("terms refuse --scope east --reason", text("Too wide."), "--data", south, first);
    await(north, "terms ended", all -> TwoParties.has(all, "hash", first));
    assertThat(done("terms ended --data", north).out())
        .contains("refused", "lapses 2030-01-01", "of east: Too wide.");
    assertThat(done("terms diff --data", north, first).out()).contains("then  9 NM");
    assertThat(refused("terms sign --data", south, first).err()).contains(first);
    Path other = temp.resolve("other.cbor");
    done("terms change --category relief --data", north, "--out", other);
    done("terms propose --data", north, other);
    String second = proposed(north);
    done("terms withdraw --data", north, second);
    await(north, "terms ended", all -> TwoParties.has(all, "state", "WITHDRAWN"));
    Path good = temp.resolve("good.cbor");
    done(
        "terms change --seats north=delegate,legal --vertical 1200 --data",
        north,
        "--out",
        good,
        "--third-party",
        text("relief=Relief flights"),
        "--point",
        text("zurich=Zurich airport=47.4581 N 8.5481 E"));
    done("terms propose --data", north, good);
    String third = proposed(south);
    assertThat(refused("terms begin --data", south, third).err()).startsWith("refused (");
    done("terms sign --data", south, third);
    for (Path data : new Path[] {north, south}) {
      await(data, "terms show", all -> all.get(0).get("hash").asString().equals(third));
    }
    assertThat(Cli.run("terms change --zone nowhere --data", north, "--out", good).code())
        .isEqualTo(ExitCode.USAGE);
    thirdParties();
  }

  private static String proposed(Path data) {
    return await(data, "terms show", all -> TwoParties.has(all, "state", "PROPOSED"))
        .valueStream()
        .filter(each -> each.get("state").asString().equals("PROPOSED"))
        .map(each -> each.get("hash").asString())
        .findFirst()
        .orElseThrow();
  }

  /** Those whom the new terms name. */
  private static void thirdParties() {
    done("third-party reach --data", south, "relief can");
    done("third-party reach --data", north, "relief cannot", text("No radio."));
    done(
        "notice declare --category transit --label RELEASED --floor FL310 --ceiling FL330",
        "--start 2030-05-01T10:00Z --end 2030-05-01T10:30Z --radius 5NM --release relief --data",
        north,
        "--at",
        text("46.3 N 6.5 E"));
    String notice =
        json(north, "notice list")
            .valueStream()
            .filter(each -> each.get("label").asString("").equals("RELEASED"))
            .map(each -> each.get("reference").asString())
            .findFirst()
            .orElseThrow();
    await(south, "notice list", all -> TwoParties.has(all, "reference", notice));
    assertThat(done("notice show --data", south, notice).out()).contains("release to relief");
    done("third-party relay --data", south, "relief handed-on --notice", notice);
    done("third-party relay --data", south, "relief confirmed Read. --notice", notice);
    awaitShown(north, "third-party relays", shown -> shown.contains("CONFIRMED"));
    assertThat(done("third-party relays --data", north).out())
        .contains("confirmed", "Read.", notice);
    awaitShown(north, "third-party list", shown -> shown.contains("\"CAN\""));
    assertThat(done("third-party list --data", north).out())
        .contains("Relief flights", "cannot", "No radio.");
    assertThat(refused("third-party reach --data", north, "nobody can").err())
        .startsWith("refused (third-party-unknown)");
    assertThat(Cli.run("third-party relay --data", south, "relief confirmed").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void thePastIsAskedForInUtc() {
    Cli.Ran vague = Cli.run("breach list --at yesterday --data", north);
    assertThat(vague.code()).isEqualTo(ExitCode.USAGE);
    assertThat(vague.err()).contains("2026-11-22T19:04:05Z");
    Cli.Ran never = Cli.run("record show --at 2026-11-22T19:04:05Z --data", north);
    assertThat(never.code()).isEqualTo(ExitCode.USAGE);
    assertThat(never.err()).contains("hotline record show has no --at").hasLineCount(1);
  }
}
