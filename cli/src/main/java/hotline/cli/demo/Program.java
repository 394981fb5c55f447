package hotline.cli.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    String path = absolute(System.getProperty("java.class.path"));
    Optional<String> jar = Optional.of(path).filter(one -> one.endsWith("hotline.jar"));
    command.addAll(
        jar.map(one -> List.of("-jar", one)).orElse(List.of("-cp", path, "hotline.cli.Main")));
    return command;
  }

  /** The same wherever it is run. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs it to its end. */
  static Ran run(String... words) {
    return runIn(Path.of(""), List.of(words));
  }

  /** Runs it to its end in a folder, with no settings from outside. */
  static Ran runIn(Path folder, List<String> words) {
    List<String> command = command();
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .directory(folder.toAbsolutePath().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HOTLINE_"));
    try {
      Process process = builder.start();
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
