package hotline.cli.demo;

import hotline.cli.client.LineClient;
import hotline.cli.print.Output;
import hotline.console.Console;
import hotline.node.Node;
import hotline.node.NodeConfigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code hotline rehearse}: two nodes in this process do once what nodes do, so that the JVM learns
 * what to load at a start. The launcher runs it after a build.
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs two nodes for a moment, for the launcher's start-up cache.")
public final class RehearseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("hotline-rehearsal-");
    try (Theatre theatre = Theatre.open(folder, true)) {
      Setup setup = Setup.of(folder, Setup.Addresses.free(), null);
      Side north = theatre.keep(inProcess(folder, Names.NORTH));
      Side south = theatre.keep(inProcess(folder, Names.SOUTH));
      Commentary silent =
          new Commentary(new Output(new PrintWriter(Writer.nullWriter()), false), true);
      Stage stage = new Stage(north, south, silent, folder.resolve("scratch"));
      new TermsChapter(setup).play(stage);
      north.mustSay(
          "declare",
          line ->
              line.declare(SuspensionChapter.circle(Names.PATROL, SuspensionChapter.INSIDE, 60)));
      Alarm.press(stage, south, null).acceptAndAnswer("ROGER", "Heard.");
      south.line().conflicts(true);
      pages(north.line());
      pages(south.line());
    }
    spec.commandLine().getOut().println("rehearsed");
    return 0;
  }

  private static Side inProcess(Path folder, String party) throws IOException {
    Path data = folder.resolve(party);
    Node node = Node.start(NodeConfigFile.in(data).complete(data), Console::new);
    URI address = URI.create("http://127.0.0.1:" + node.httpPort());
    return Side.at(party, data, node::close, address);
  }

  /** Opens the pages as a browser would. */
  private static void pages(LineClient line) throws IOException, InterruptedException {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      URI link = line.pageLink();
      for (URI page : List.of(link, link.resolve("/"))) {
        browser.send(HttpRequest.newBuilder(page).GET().build(), BodyHandlers.discarding());
      }
    }
  }
}
