package hotline.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** This program as another process runs it, as a person would start it beside the demo. */
final class Program {
  private Program() {}

  /** What a run said, and how it ended. */
  record Ran(int code, String said) {}

  /** What lives a minute would not earn back what the optimising compiler costs it. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** The command to which words are added: the JVM of this process, with its start-up cache. */
  static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Arrays.stream(ProcessHandle.current().info().arguments().orElse(new String[0]))
        .takeWhile(word -> word.startsWith("-"))
        .filter(word -> word.startsWith("-XX:AOTCache=") || word.startsWith("-Xlog:"))
        .forEach(command::add);
    command.addAll(SHORT_LIVED);
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    String path = System.getProperty("java.class.path");
    Optional<String> jar = Optional.of(path).filter(one -> one.endsWith("hotline.jar"));
    command.addAll(
        jar.map(one -> List.of("-jar", one)).orElse(List.of("-cp", path, "hotline.cli.Main")));
    return command;
  }

  /** Runs it to its end. */
  static Ran run(String... words) {
    List<String> command = command();
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), said);
    } catch (IOException failed) {
      throw new Failed("Cannot run this program once more: " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failed("The demo was interrupted.", stopped);
    }
  }
}
