package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static hotline.cli.TwoParties.await;
import static hotline.cli.TwoParties.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Terms as a file that people edit: every clause of the first and of the next terms. */
class SheetCommandsTest {
  @TempDir private Path temp;

  private static Path edited(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    return Files.writeString(file, text.replace(from, to));
  }

  private static String agreed(TwoParties line, Path sheet) {
    done("terms propose --data", line.north, sheet);
    JsonNode all =
        await(line.south, "terms show", terms -> TwoParties.has(terms, "state", "PROPOSED"));
    String hash = all.get(all.size() - 1).get("hash").asString();
    done("terms sign --data", line.south, hash);
    for (Path data : new Path[] {line.north, line.south}) {
      await(data, "terms show", terms -> terms.get(0).get("hash").asString().equals(hash));
    }
    return hash;
  }

  @Test
  void firstAndNextTermsAreEditedCheckedAndProposed() throws IOException {
    Path first = temp.resolve("first.toml");
    Path next = temp.resolve("next.toml");
    try (TwoParties line = new TwoParties(temp).start()) {
      done("terms sheet --data", line.north, "--out", first);
      edited(first, "reply-by = \"1 min\"", "reply-by = \"90 s\"");
      edited(first, "zones = []", "zones = [\"east = East = 46 N 9 E; 47 N 9 E; 47 N 10 E\"]");
      agreed(line, first);
      done("terms sheet --data", line.north, "--out", next);
      assertThat(Files.readString(next))
          .contains("# Terms 2, drafted from those in force.", "reply-by = \"90 s\"")
          .contains("\"east = East = 46 N 9 E; 47 N 9 E; 47 N 10 E\",");
      assertThat(done("terms sheet --data", line.north).out())
          .isEqualToNormalizingNewlines(Files.readString(next));
      assertThat(done("terms check --data", line.north, next).out())
          .contains("not proposed", "No clause differs.");
      edited(
          next, "area = []", "area = [\"45 N 5 E\", \"48 N 5 E\", \"48 N 11 E\", \"45 N 11 E\"]");
      edited(next, "lines = []", "lines = [\"rhine = The Rhine = line = 46 N 9.5 E; 47 N 9.5 E\"]");
      edited(next, "keep-private = \"366 days\"", "keep-private = \"400 days\"");
      assertThat(done("terms check --data", line.north, next).out())
          .contains("16 Area", "17 Line rhine", "25 Kept at least", "private things 400 days");
      mistakes(line, next);
      String hash = agreed(line, next);
      assertThat(json(line.south, "terms show").get(0).toString()).contains("Line rhine", hash);
      assertThat(refused("terms propose --data", line.north, next).err())
          .contains("refused (sheet-stale)", "Take a new sheet.");
      options(line);
    }
  }

  /** Each is named; nothing is proposed. */
  private void mistakes(TwoParties line, Path good) throws IOException {
    Path bad = temp.resolve("bad.toml");
    Files.copy(good, bad);
    edited(bad, "accept-by = \"30 s\"", "accept-by = 30");
    edited(bad, "languages = [", "languages = [\"English\", ");
    Cli.Ran checked = Cli.run("terms check --data", line.north, bad);
    assertThat(checked.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(checked.out())
        .contains("15.2 accept-by: “30”: Give a time with its unit", "20 languages: “English”")
        .doesNotContain("not proposed", "area", "lines");
    assertThat(refused("terms propose --data", line.north, bad).err())
        .contains("refused (terms-invalid)", "15.2 accept-by", "(and 1 more)");
    for (String wrong : new String[] {"reply-by = [", "[reply-by]\nx = 1", "reply-by = \"a\nb\""}) {
      Files.writeString(bad, wrong);
      Cli.Ran ran = Cli.run("terms propose --data", line.north, bad);
      assertThat(ran.code()).as(wrong).isEqualTo(ExitCode.REFUSED);
      assertThat(ran.err()).contains("is no sheet of terms: ");
    }
    Files.writeString(bad, "reply-bye = \"1 s\"");
    assertThat(Cli.run("terms check --data", line.north, bad).out())
        .contains("reply-bye: No clause of the sheet has this name.");
  }

  /** Any clause, by one option. */
  private void options(TwoParties line) {
    Path out = temp.resolve("next.cbor");
    assertThat(
            done(
                    "terms change --set buffer-time=45s --set agree-offer=north --data",
                    line.north,
                    "--out",
                    out,
                    "--add",
                    text("zones=west = West = 46 N 6 E; 47 N 6 E; 47 N 7 E"),
                    "--without rhine")
                .out())
        .contains("7.2 Buffers", "18 Who must agree on an offer: north (was: every party)")
        .contains("Zone west", "Line rhine: no longer there");
    Cli.Ran wrong =
        Cli.run("terms change --set liars=9 --set host=", "--data", line.north, "--out", out);
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("21 liars: ", "4 host: Give one value.");
  }
}
