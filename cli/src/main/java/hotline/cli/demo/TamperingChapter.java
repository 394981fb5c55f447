package hotline.cli.demo;

import hotline.cli.check.PublicCopy;
import hotline.cli.print.Output.Tone;
import hotline.node.api.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Someone edits one byte in a copy of the record; the command that checks records names it. */
final class TamperingChapter implements Chapter {
  private final List<Program.Ran> originals = new ArrayList<>();
  private Program.Ran edited = new Program.Ran(0, "");
  private long index;

  @Override
  public String title() {
    return "Tampering: one byte, named";
  }

  @Override
  public void play(Stage stage) {
    Commentary commentary = stage.commentary();
    Path copy = stage.scratch().resolve("copy-of-" + stage.north().party());
    Views.Entry entry =
        WholeRecord.entries(stage.north()).stream()
            .filter(each -> each.kind().equals("STOP"))
            .findFirst()
            .orElseThrow(() -> new Failed("No STOP is in the record."));
    index = entry.index();
    byte[] statement = stage.north().line().entryBytes(index).orElseThrow();
    try {
      PublicCopy.make(stage.north().data(), copy);
      int changed = edit(copy.resolve("record"), statement);
      commentary.say(
          "In a copy of North's data someone changes one byte of entry "
              + index
              + " (the first STOP), its byte "
              + changed
              + ".");
    } catch (IOException failed) {
      throw new Failed("Cannot copy North's data: " + failed.getMessage(), failed);
    }
    edited = run(stage, "the copy", copy);
    for (Side side : stage.sides()) {
      originals.add(run(stage, side.title() + "'s own", side.data()));
    }
  }

  private Program.Ran run(Stage stage, String what, Path folder) {
    Program.Ran verified = Program.run("record", "verify", folder.toString());
    stage
        .commentary()
        .say(
            Instant.now(),
            "hotline record verify, " + what + ": exit code " + verified.code(),
            verified.code() == 0 ? Tone.GOOD : Tone.CARE);
    verified.said().lines().forEach(stage.commentary()::more);
    return verified;
  }

  /** Changes the middle byte of an entry in every bundle that holds it; which byte of the entry. */
  private static int edit(Path record, byte[] statement) throws IOException {
    int middle = statement.length / 2;
    boolean found = false;
    try (Stream<Path> files = Files.walk(record.resolve("tile").resolve("entries"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bundle = Files.readAllBytes(file);
        int at = indexOf(bundle, statement);
        if (at >= 0) {
          bundle[at + middle] ^= 1;
          Files.write(file, bundle);
          found = true;
        }
      }
    }
    if (!found) {
      throw new IOException("the entry is in no bundle of " + record);
    }
    return middle;
  }

  /** Where {@code part} begins; -1 if it is nowhere. */
  static int indexOf(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public void check(Stage stage, Checks checks) {
    boolean named =
        edited.said().toLowerCase(Locale.ROOT).matches("(?s).*\\bentry " + index + "\\b.*");
    checks.that(
        edited.code() == 1 && named, "the edited copy fails and entry " + index + " is named");
    checks.that(
        originals.size() == 2 && originals.stream().allMatch(each -> each.code() == 0),
        "the originals of both parties verify");
  }
}
