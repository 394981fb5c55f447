package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How the command line ends when it cannot begin: one sentence, and the right exit code. */
class UsageTest {
  @TempDir private Path temp;

  @Test
  void wrongUseIsExitCodeTwo() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of("notice"),
            List.of("no-such-word"),
            List.of("notice", "shift", "N-1", "--node", "http://127.0.0.1:1"),
            List.of("notice", "shift", "N-1", "--feet", "500", "--seconds", "60"),
            List.of("notice", "list"),
            List.of("notice", "list", "--node", "gopher://x"),
            List.of("notice", "declare", "--category", "x", "--node", "http://127.0.0.1:1"),
            List.of("status", "offer", "words", "--only", "x", "--node", "http://127.0.0.1:1"),
            List.of("status", "refuse", "0123", "--node", "http://127.0.0.1:1"),
            List.of("record", "verify", "/", "--line", "zz"),
            List.of("up"))) {
      Cli.Ran ran = Cli.run(words.stream().map(Cli::text).toArray());
      assertThat(ran.code()).as("%s: %s", words, ran.err()).isEqualTo(ExitCode.USAGE);
      assertThat(ran.err()).as("%s", words).doesNotContain("Exception").isNotBlank();
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void nobodyThereIsExitCodeThree() {
    for (List<String> words :
        List.of(
            List.of("status", "show", "--node", "http://127.0.0.1:1"),
            List.of("stop", "--node", "http://127.0.0.1:1"),
            List.of("status", "show", "--data", temp.toString()),
            List.of("record", "verify", temp.toString()),
            List.of("record", "verify", "http://127.0.0.1:1"),
            List.of("proof", "verify", temp.resolve("none").toString(), "--data", temp.toString()),
            List.of("up", "--data", temp.resolve("new").toString()))) {
      Cli.Ran ran = Cli.run(words.stream().map(Cli::text).toArray());
      assertThat(ran.code()).as("%s: %s", words, ran.err()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(ran.err().lines()).as("%s", words).hasSize(1);
      assertThat(ran.err()).startsWith("hotline: ").doesNotContain("Exception");
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void everyCommandSaysWhatItIsAndAnswersPrograms() {
    List<CommandLine> leaves = new ArrayList<>();
    collect(Main.commandLine(), leaves);
    assertThat(leaves).hasSizeGreaterThan(40);
    for (CommandLine leaf : leaves) {
      String name = leaf.getCommandSpec().qualifiedName();
      assertThat(leaf.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
      assertThat(leaf.getUsageMessage()).as(name).startsWith("Usage: " + name).endsWith("\n");
      if (!List.of("hotline demo", "hotline up", "hotline witness", "hotline rehearse")
          .contains(name)) {
        assertThat(leaf.getCommandSpec().findOption("--json")).as(name).isNotNull();
      }
    }
  }

  @Test
  void everyExampleInAHelpTextIsTaken() {
    List<CommandLine> leaves = new ArrayList<>();
    collect(Main.commandLine(), leaves);
    CommandLine line = Main.commandLine();
    for (CommandLine leaf : leaves) {
      String name = leaf.getCommandSpec().qualifiedName();
      String help = leaf.getUsageMessage();
      int example = help.indexOf("Example:");
      assertThat(example >= 0 || leaf.getCommandSpec().usageMessage().hidden()).as(name).isTrue();
      if (example >= 0) {
        String typed = help.substring(example).replaceFirst("Example:\\s*", "").strip();
        assertThat(typed).as(name).startsWith(name + " ");
        CommandLine.ParseResult parsed = line.parseArgs(Cli.words(typed.substring(8)));
        while (parsed.hasSubcommand()) {
          parsed = parsed.subcommand();
        }
        assertThat(parsed.commandSpec().qualifiedName()).as(typed).isEqualTo(name);
      }
    }
  }

  private static void collect(CommandLine line, List<CommandLine> leaves) {
    if (line.getSubcommands().isEmpty()) {
      leaves.add(line);
    }
    line.getSubcommands().values().forEach(below -> collect(below, leaves));
  }
}
