package hotline.cli.demo;

import hotline.cli.print.Output.Tone;
import hotline.line.disclosure.PartyFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** North exports the incident as one file; a stranger, who has only the root keys, checks it. */
final class BundleChapter implements Chapter {
  private final Quarrel quarrel;
  private final Setup setup;
  private final Path bundle;
  private Program.Ran exported = new Program.Ran(1, "");
  private Program.Ran whole = new Program.Ran(1, "");
  private Program.Ran changed = new Program.Ran(0, "");

  BundleChapter(Quarrel quarrel, Setup setup, Path bundle) {
    this.quarrel = quarrel;
    this.setup = setup;
    this.bundle = bundle;
  }

  @Override
  public String title() {
    return "A bundle: one file that a stranger can check";
  }

  @Override
  public void play(Stage stage) {
    SummaryChapter.awaitReceipts(stage);
    Path stranger = stage.scratch().resolve("stranger");
    exported =
        Program.run(
            "incident",
            "export",
            "--data",
            stage.north().data().toString(),
            "--out",
            bundle.toString(),
            quarrel.incident());
    stage
        .commentary()
        .say("hotline incident export " + quarrel.incident() + ": exit code " + exported.code());
    exported.said().lines().forEach(stage.commentary()::more);
    if (exported.code() != 0) {
      throw new Failed("The incident could not be exported: " + exported.said());
    }
    stage.commentary().say("A stranger, in an empty folder, has this file and two root keys:");
    try {
      Files.createDirectories(stranger);
      Path copy = Files.copy(bundle, stranger.resolve(bundle.getFileName()));
      whole = verify(stage, stranger, copy);
      int digit = changeOneDigit(copy);
      stage
          .commentary()
          .say("In a copy someone changes one digit of North's track, its byte " + digit + ":");
      changed = verify(stage, stranger, copy);
    } catch (IOException failed) {
      throw new Failed("Cannot copy the bundle: " + failed.getMessage(), failed);
    }
  }

  private Program.Ran verify(Stage stage, Path folder, Path file) {
    List<String> words = new ArrayList<>(List.of("proof", "verify", file.toString()));
    for (PartyFile each : setup.parties()) {
      String key = HexFormat.of().formatHex(each.root().encoded());
      words.addAll(List.of("--root", each.party() + "=" + key));
    }
    Program.Ran ran = Program.runIn(folder, words);
    stage
        .commentary()
        .say(
            Instant.now(),
            "hotline proof verify --root north=… --root south=…: exit code " + ran.code(),
            ran.code() == 0 ? Tone.GOOD : Tone.CARE);
    ran.said().lines().forEach(stage.commentary()::more);
    return ran;
  }

  /** Which byte of the track it was. */
  private int changeOneDigit(Path copy) throws IOException {
    byte[] track = quarrel.trackFile();
    byte[] bytes = Files.readAllBytes(copy);
    int digit = TrackFile.aDigit(track);
    int at = TamperingChapter.indexOf(bytes, track);
    if (at < 0) {
      throw new IOException("North's track is not in the bundle");
    }
    bytes[at + digit] ^= 1;
    Files.write(copy, bytes);
    return digit;
  }

  @Override
  public void check(Stage stage, Checks checks) {
    String keys = "the root key of %s is the one given";
    checks.that(
        exported.code() == 0
            && whole.code() == 0
            && whole.said().contains(keys.formatted(Names.NORTH))
            && whole.said().contains(keys.formatted(Names.SOUTH)),
        "the bundle holds for a process that had only the root keys");
    Map<String, String> inside = inside();
    String report = inside.getOrDefault("derived/report.html", "");
    String evidence = "evidence/" + TrackFile.sha256(quarrel.trackFile());
    checks.that(
        new String(quarrel.trackFile(), StandardCharsets.UTF_8).equals(inside.get(evidence))
            && both(stage, report),
        "it has North's track byte by byte, and both accounts in its report");
    checks.that(
        changed.code() == 1 && changed.said().contains(evidence),
        "the changed copy fails, and the file with the changed byte is named");
  }

  private boolean both(Stage stage, String report) {
    return List.of(Names.NORTH, Names.SOUTH).stream()
        .map(party -> Quarrel.account(quarrel.at(stage.north()), party))
        .allMatch(report::contains);
  }

  /** The files of the bundle as any program reads them that reads ZIP archives. */
  private Map<String, String> inside() {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new Failed("Cannot read the bundle: " + unreadable.getMessage(), unreadable);
    }
    return files;
  }
}
