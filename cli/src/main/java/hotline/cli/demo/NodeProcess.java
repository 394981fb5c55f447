package hotline.cli.demo;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A node as a process of its own, started as a person would by {@code hotline up}. It watches its
 * standard input and ends when that closes, so that it cannot outlive this process however this one
 * ends.
 */
final class NodeProcess implements Closeable {
  private static final String READY = "ready ";
  private static final int STOP_WITHIN_S = 10;

  private final String party;
  private final Process process;
  private final URI address;

  private NodeProcess(String party, Process process, URI address) {
    this.party = party;
    this.process = process;
    this.address = address;
  }

  /** Starts {@code hotline up} on {@code data}, which has its settings; its log lies beside it. */
  static NodeProcess start(String party, Path data) {
    Path log = data.resolveSibling(party + ".log");
    List<String> command = Program.command();
    command.addAll(List.of("up", "--data", data.toString(), "--until-input-ends"));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(Redirect.to(log.toFile())).start();
      return awaitReady(party, process, log);
    } catch (IOException failed) {
      throw new Failed("Cannot start a node for " + party + ": " + failed.getMessage(), failed);
    }
  }

  private static NodeProcess awaitReady(String party, Process process, Path log)
      throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        URI address = URI.create(line.substring(READY.length()).strip());
        // What else it prints is nobody's here, but a full pipe would stop it. A thread of the
        // system's: a virtual one that reads a pipe keeps a processor from all the others.
        var _ = Thread.ofPlatform().daemon().start(() -> out.lines().forEach(NodeProcess::leave));
        return new NodeProcess(party, process, address);
      }
    }
    process.destroyForcibly();
    throw new Failed("The node of " + party + " did not start: " + end(log));
  }

  private static void leave(String line) {
    // Already said by the node's own log.
  }

  /** The last words of a log. */
  private static String end(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.stream()
        .skip(Math.max(0, lines.size() - 5))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** Where it listens. */
  URI address() {
    return address;
  }

  /** Ends it in good order; by force if it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_WITHIN_S, TimeUnit.SECONDS);
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  @Override
  public String toString() {
    return party + " at " + address;
  }
}
