package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person uses it, in this process. */
final class Cli {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private Cli() {}

  /** What a command said, and how it ended. */
  record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  /** One word that has blanks in it. */
  record Text(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Several words, as they are given to {@link #run}. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Words(Object... words) {}

  static Text text(String text) {
    return new Text(text);
  }

  /** Runs a command; strings are split at blanks, everything else is one word. */
  static Ran run(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] typed = Arrays.stream(words).flatMap(Cli::split).toArray(String[]::new);
    int code =
        Main.commandLine(typed)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(typed);
    return new Ran(code, out.toString(), err.toString());
  }

  private static Stream<String> split(Object word) {
    return switch (word) {
      case String line -> Stream.of(line.split(" "));
      case Words(Object[] words) -> Arrays.stream(words).flatMap(Cli::split);
      default -> Stream.of(word.toString());
    };
  }

  /** The words of a line as a shell would cut it. */
  static String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }

  /** Runs a command that has to succeed. */
  static Ran done(Object... words) {
    Ran ran = run(words);
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.DONE);
    return ran;
  }

  /** Runs a command that has to be refused, with one sentence. */
  static Ran refused(Object... words) {
    Ran ran = run(words);
    assertThat(ran.code()).as("%s%n%s", ran.out(), ran.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(ran.out()).isEmpty();
    return ran;
  }
}
