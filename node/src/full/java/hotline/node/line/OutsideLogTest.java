package hotline.node.line;

import static hotline.node.line.TwoNodes.NORTH;
import static hotline.node.line.TwoNodes.SOUTH;
import static hotline.node.line.TwoNodes.expectDone;
import static org.assertj.core.api.Assertions.assertThat;

import hotline.line.terms.Genesis;
import hotline.node.api.Requests;
import hotline.node.setup.LineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both logs of a line, as its host serves them and as the other party keeps them, checked whole by
 * a tool that this project did not write: fsck of Tessera.
 */
class OutsideLogTest {
  /** More than one full tile. */
  private static final int ENTRIES = 300;

  /** A byte of the bundle that is no length. */
  private static final int IN_THE_FIRST_ENTRY = 20;

  /** With fewer than there are tiles it may hang on a wrong one: its last worker is gone. */
  private static final String WORKERS = "--N=16";

  private static final String WHOLE = "Successfully fsck'd";

  @TempDir Path folder;

  @Test
  void aWholeLineHoldsAndOneChangedByteDoesNot() throws Exception {
    GoTool fsck = GoTool.install(GoTool.FSCK, folder.resolve("bin"));
    try (TwoNodes line = new TwoNodes(folder)) {
      line.listening = true;
      line.start().agree();
      while (line.north().line().record().size() < ENTRIES) {
        expectDone(line.north().send(text()));
      }
      long size = line.north().line().record().size();
      line.until(
          () -> line.south().line().record().confirmedSize() >= size, "all of it is confirmed");
      Genesis genesis = new LineFolder(line.data(NORTH)).genesis().orElseThrow();
      Map<String, String> logs =
          Map.of("record", genesis.origin(), "outcomes", genesis.outcomesOrigin());
      for (Map.Entry<String, String> log : logs.entrySet()) {
        for (String party : List.of(NORTH, SOUTH)) {
          String served = line.nodes.get(party).address() + "/peer/v1/" + log.getKey() + "/";
          assertThat(check(fsck, served, log.getValue(), key(line, log.getKey()))).contains(WHOLE);
        }
      }
      // A line never falls silent: copied while it grows, a log may lack what its checkpoint names.
      line.stop(SOUTH);
      line.stop(NORTH);
      for (Map.Entry<String, String> log : logs.entrySet()) {
        String name = log.getKey();
        Path key = key(line, name);
        Path copy = copy(line.data(SOUTH).resolve(name), folder.resolve("copy-" + name));
        assertThat(check(fsck, copy.toUri().toString(), log.getValue(), key)).contains(WHOLE);
        Path bundle = copy.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[IN_THE_FIRST_ENTRY] ^= 1;
        Files.write(bundle, bytes);
        assertThat(check(fsck, copy.toUri().toString(), log.getValue(), key))
            .doesNotContain(WHOLE)
            .contains("fsck failed");
      }
    }
  }

  private static Path key(TwoNodes line, String log) {
    return line.data(SOUTH).resolve(log + ".vkey");
  }

  private static Requests.Message text() {
    return new Requests.Message(
        "TEXT", List.of(), "Routine.", "en", null, null, null, List.of(), null);
  }

  private static String check(GoTool fsck, String where, String origin, Path key)
      throws IOException, InterruptedException {
    return GoTool.words(
        fsck.with(
            "--ui=false",
            WORKERS,
            "--origin=" + origin,
            "--public_key=" + key,
            "--storage_url=" + where));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each)));
      }
    }
    return to;
  }
}
