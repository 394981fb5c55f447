package hotline.cli;

import hotline.cli.client.LineClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hotline page}: a way in for a browser. */
@Command(
    footer = {"", "Example:", "  hotline page --data north"},
    name = "page",
    description = "Prints a new address that opens the node's page, once.",
    mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
  @Mixin private NodeOptions node;

  @Override
  public Integer call() {
    return node.show(LineClient::pageLink, (output, link) -> output.line(link.toString()));
  }
}
