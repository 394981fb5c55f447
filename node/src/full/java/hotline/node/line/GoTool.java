package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that others wrote, brought by the Go tool chain through its module proxy. */
final class GoTool {
  /** Checks a whole log; it exits 0 when it fails, so its words are the verdict. */
  static final String FSCK = "github.com/transparency-dev/tessera/cmd/fsck@v1.0.4";

  /** A witness of any log that is named to it. */
  static final String LITEWITNESS = "filippo.io/torchwood/cmd/litewitness@v0.9.0";

  private final Path program;

  private GoTool(Path program) {
    this.program = program;
  }

  /** Builds it in {@code bin}, or takes what an earlier build left in Go's own cache. */
  static GoTool install(String tool, Path bin) throws IOException, InterruptedException {
    ProcessBuilder go = new ProcessBuilder("go", "install", tool).redirectErrorStream(true);
    go.environment().put("GOBIN", bin.toAbsolutePath().toString());
    Process built = go.start();
    built.getOutputStream().close();
    String said = new String(built.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(built.waitFor()).as(said).isZero();
    return new GoTool(bin.resolve(Path.of(tool.substring(0, tool.indexOf('@'))).getFileName()));
  }

  /** A process of it, not started. */
  ProcessBuilder with(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** All that it says until it ends; one that hangs is ended. */
  static String words(ProcessBuilder command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("words", ".txt");
    try {
      Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        int _ = process.destroyForcibly().waitFor();
        throw new AssertionError("does not end: " + Files.readString(said));
      }
      return Files.readString(said);
    } finally {
      Files.delete(said);
    }
  }
}
