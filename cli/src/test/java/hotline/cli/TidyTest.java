package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check, over every source file of the project. */
class TidyTest {
  /** Tests of every run, of the full one and of the browser. */
  private static final Pattern TESTS = Pattern.compile("src/(test|full|browser)/java");

  private static final int LINES_MAX = 400;
  private static final Set<String> SOURCES =
      Set.of("java", "xml", "sh", "md", "css", "js", "html", "json", "toml", "properties", "txt");

  /** What would tie the project to one machine or to a host that a builder chooses. */
  private static final Pattern MACHINE =
      Pattern.compile("(^|[^.\\w])/(work|root|farm)/|repo\\.maven|repo1\\.maven|proxy\\.golang");

  private static final Path ROOT = root();

  @Test
  void noJavaFileOutgrowsAReader() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      if (file.toString().endsWith(".java")) {
        int lines = Files.readAllLines(file).size();
        if (lines > LINES_MAX) {
          tooLong.add(ROOT.relativize(file) + ": " + lines + " lines");
        }
      }
    }
    assertThat(tooLong).as("files over %d lines: redesign", LINES_MAX).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path file : sources()) {
      Path folder = file.resolveSibling("");
      if (file.toString().endsWith(".java")
          && folder.toString().contains("src/main/java")
          && !Files.exists(folder.resolve("package-info.java"))) {
        silent.add(ROOT.relativize(folder).toString());
      }
    }
    assertThat(silent.stream().distinct()).as("packages without package-info.java").isEmpty();
  }

  @Test
  void nothingNamesThisMachine() throws IOException {
    List<String> named = new ArrayList<>();
    for (Path file : sources()) {
      if (file.endsWith("TidyTest.java")) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        if (MACHINE.matcher(line).find()) {
          named.add(ROOT.relativize(file) + ": " + line.strip());
        }
      }
    }
    assertThat(named).isEmpty();
  }

  @Test
  void noTestIsSkippedOrSleeps() throws IOException {
    Pattern wrong =
        Pattern.compile("@Disabled|Assumptions\\.|\\bassume(True|False)\\(|Thread\\.sleep");
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      if (TESTS.matcher(file.toString()).find() && !file.endsWith("TidyTest.java")) {
        for (String line : Files.readAllLines(file)) {
          if (wrong.matcher(line).find()) {
            found.add(ROOT.relativize(file) + ": " + line.strip());
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SOURCES.contains(ending(file)))
          .filter(
              file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|\\.mvn)/.*"))
          .toList();
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}
