package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.cli.setup.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/cli.md} is true: all commands with all flags, and only lines that are taken. */
class CliDocTest {
  private static final Pattern SHOWN = Pattern.compile("(?m)^    \\$ \\./hotline (.*)$");

  /** Said once for all commands. */
  private static final Set<String> COMMON =
      Set.of("--node", "--data", "--token-file", "--ca", "--json", "--help", "--version");

  private final String doc = read();

  @Test
  void everyCommandHasItsLineWithItsFlags() {
    List<CommandLine> leaves = new ArrayList<>();
    collect(Main.commandLine(), leaves);
    for (CommandLine leaf : leaves) {
      String name = leaf.getCommandSpec().qualifiedName();
      List<String> lines =
          doc.lines().filter(line -> line.matches(".*`" + name + "[ `].*")).toList();
      assertThat(lines).as(name).hasSize(1);
      String flags = lines.getFirst();
      for (OptionSpec option : leaf.getCommandSpec().options()) {
        if (option.userObject() instanceof java.lang.reflect.Field field
            && field.getDeclaringClass() == NodeSettings.class) {
          assertThat(flags).as(name).contains("[settings]");
          assertThat(doc).contains("`" + option.longestName());
        } else if (!option.hidden() && !COMMON.contains(option.longestName())) {
          assertThat(flags).as(name).contains(option.longestName());
        }
      }
      assertThat(SHOWN.matcher(doc).results())
          .as("an example of " + name)
          .anyMatch(shown -> shown.group(1).startsWith(name.substring("hotline ".length())));
    }
  }

  @Test
  void everyLineShownIsTaken() {
    CommandLine line = Main.commandLine();
    Matcher shown = SHOWN.matcher(doc);
    int count = 0;
    while (shown.find()) {
      CommandLine.ParseResult parsed = line.parseArgs(Cli.words(shown.group(1)));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      assertThat(parsed.commandSpec().subcommands()).as(shown.group(1)).isEmpty();
      count++;
    }
    assertThat(count).isGreaterThan(50);
  }

  private static void collect(CommandLine line, List<CommandLine> leaves) {
    if (line.getSubcommands().isEmpty() && !line.getCommandSpec().usageMessage().hidden()) {
      leaves.add(line);
    }
    line.getSubcommands().values().forEach(below -> collect(below, leaves));
  }

  private static String read() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    try {
      return Files.readString(folder.resolve("docs/cli.md"));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
