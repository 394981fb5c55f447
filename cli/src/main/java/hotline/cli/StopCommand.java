package hotline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hotline stop}: needs nothing but to be said. */
@Command(
    footer = {"", "Example:", "  hotline stop --data south \"Now.\""},
    name = "stop",
    description = "Sends STOP to every post of every other party, at once, whatever the state.",
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
  @Mixin private NodeOptions node;
  @Mixin private MessageCommand.MessageOptions message;

  @Parameters(paramLabel = "TEXT", arity = "0..1", description = "Only if there is time.")
  private @Nullable String text;

  @Override
  public Integer call() {
    return node.say(line -> line.send(message.message("STOP", text)));
  }
}
