package hotline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person uses it, in this process. */
final class Cli {
  private Cli() {}

  /** What a command said, and how it ended. */
  record Ran(int code, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  static Ran run(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
