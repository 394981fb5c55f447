package hotline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.cli.client.LineClient;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node as a process of its own ({@code hotline up}), which can be killed and started again, and
 * paused. The faults come from one thread, the calls from many.
 */
final class RealNode implements Closeable {
  private static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  final String party;
  final Path data;
  private @Nullable Process process;

  /** Which start this is, and how it is asked: replaced as a whole. */
  private volatile Life life;

  /** One start of it. */
  record Life(int run, LineClient api) {}

  RealNode(String party, Path data, int port) {
    this.party = party;
    this.data = data;
    this.life =
        new Life(-1, new LineClient(URI.create("http://127.0.0.1:" + port), Optional.empty()));
  }

  Life life() {
    return life;
  }

  /** Starts it and waits until it answers. */
  void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    Path log = data.resolveSibling(party + ".log");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    process = started;
    BufferedReader out =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    String ready = out.readLine();
    assertThat(ready).as("see %s: %s", log, Files.readString(log)).startsWith("ready ");
    // What else it prints is nobody's here, but a full pipe would stop it.
    var _ = Thread.ofPlatform().daemon().start(() -> out.lines().forEach(RealNode::leave));
    Life before = life;
    life =
        new Life(
            before.run() + 1,
            new LineClient(
                URI.create(ready.substring("ready ".length()).strip()),
                Optional.of(Files.readString(data.resolve("api.token")).strip())));
    before.api().close();
  }

  private static void leave(String line) {
    // Nobody asked.
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "hotline.cli.Main",
            "up",
            "--data",
            data.toString(),
            "--until-input-ends"));
    return command;
  }

  /** Without warning. */
  void kill() throws InterruptedException {
    int _ = running().destroyForcibly().waitFor();
  }

  /** It stands still, and does not know it. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + signal, String.valueOf(running().pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private Process running() {
    return Objects.requireNonNull(process);
  }

  @Override
  public void close() {
    life.api().close();
    if (process != null) {
      try {
        int _ = process.destroyForcibly().waitFor();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
