package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void thePastIsAskedForInUtc() {
    Cli.Ran vague = Cli.run("breach list --at yesterday --data", north);
    assertThat(vague.code()).isEqualTo(ExitCode.USAGE);
    assertThat(vague.err()).contains("2026-11-22T19:04:05Z");
    Cli.Ran never = Cli.run("record show --at 2026-11-22T19:04:05Z --data", north);
    assertThat(never.code()).isEqualTo(ExitCode.USAGE);
    assertThat(never.err()).contains("hotline record show has no --at").hasLineCount(1);
  }
}
