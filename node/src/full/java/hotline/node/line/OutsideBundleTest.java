package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.bundle.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bundle checked by a program that shares no code with this one: src/full/go/bundlecheck, on Go's
 * own note and tlog modules, knowing the root keys alone.
 */
class OutsideBundleTest {
  @TempDir Path folder;

  private record Verdict(int code, String words) {}

  private static Verdict run(Path where, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verdict(process.waitFor(), said);
  }

  @Test
  void aProgramOfOthersFindsItWholeAndNamesAChangedFile() throws Exception {
    byte[] archive;
    try (TwoNodes line = new TwoNodes(folder).start()) {
      archive = BundleTest.archive(line);
    }
    Path tool = folder.resolve("bundlecheck");
    Verdict built =
        run(
            Path.of("src/full/go/bundlecheck").toAbsolutePath(),
            List.of("go", "build", "-o", tool.toString(), "."));
    assertThat(built.code()).as(built.words()).isZero();
    Path file = folder.resolve("incident.zip");
    List<String> command = new ArrayList<>(List.of(tool.toString(), file.toString()));
    for (var root : BundleTest.roots(folder).entrySet()) {
      command.add(root.getKey() + "=" + HexFormat.of().formatHex(root.getValue().encoded()));
    }
    Files.write(file, archive);
    Verdict whole = run(folder, command);
    assertThat(whole.words()).startsWith("holds");
    assertThat(whole.code()).isZero();

    SortedMap<String, byte[]> files = Archive.files(archive);
    for (String name : List.of("genesis.cbor", files.tailMap("entries/").firstKey())) {
      byte[] bytes = files.get(name).clone();
      bytes[bytes.length / 2] ^= 1;
      var changed = new java.util.TreeMap<>(files);
      changed.put(name, bytes);
      Files.write(file, Archive.of(changed));
      Verdict no = run(folder, command);
      assertThat(no.code()).isEqualTo(1);
      assertThat(no.words()).contains("FAILS " + name);
    }
  }
}
